import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dial, dialAt, dialsOf, mayBe } from "../../../src/analysis/dials.ts";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { fateOf, type Outcome, outcomeOf } from "../../../src/analysis/outcome.ts";
import { sweep } from "../../../src/analysis/questions/sweep.ts";
import type { Swept } from "../../../src/analysis/questions/sweep-line.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { sweepAnswer } from "../../../src/report/experiment/sweep-wording.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live, month, on, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";

const MEMORY: Memory = new Map();

function labFor(rulebook: Rulebook, people: readonly Persona[], until: number): Lab {
  return new Lab(rulebook, people, (variant) => prepare(variant, MEMORY), until);
}

function swept(rulebook: Rulebook, address: string, from: number, to: number): Swept {
  return { dial: dialAt(rulebook, address)!, from, to };
}

/*
 * Opens at 100; A from 90, B from 60, C below. A red light enters n points (−20 here); class C shuts
 * planes; a refused plane is a visit missed. Lived until Y1-06, so six month ends.
 *
 * The driver: red lights in Y1-02 and Y1-03, a plane in Y1-04. Scores 100+n and 100+2n.
 *   100+n  is A for n ≥ −10, B for −40 ≤ n ≤ −11, C for n ≤ −41
 *   100+2n is A for n ≥ −5,  B for −20 ≤ n ≤ −6,  C for n ≤ −21
 *   n ≥ −5: A throughout. −20 to −6: worst and last B, no harm. −40 to −21: C from Y1-03: four months
 *   shut, the plane refused, a visit missed. n ≤ −41: C from Y1-02: five months shut, and the same.
 * The walker: a plane in Y1-02, a red light in Y1-05. A for n ≥ −10, B from −40 to −11, C from Y1-05,
 *   two months shut, for n ≤ −41; the plane was taken before.
 * Together, from −50 to −1: −50…−41, −40…−21, −20…−11, −10…−6 (the walker in A), −5…−1.
 */
const RULES = aRulebook([
  aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 }, evidence: "reported" }),
  aRule({
    id: "toy/shut",
    when: fact("class", "equal", "C"),
    then: { kind: "measure", closes: ["air-travel"] },
  }),
  aRule({
    id: "toy/visit",
    when: at("attempt", fact("denied", "equal", true)),
    then: { kind: "lead", event: "visit-missed" },
  }),
]);
const DRIVER: Persona = {
  ...aPersona([on("Y1-02", "red-light"), on("Y1-03", "red-light"), tries("Y1-04", "air-travel")]),
  id: "driver",
};
const WALKER: Persona = {
  ...aPersona([tries("Y1-02", "air-travel"), on("Y1-05", "red-light")]),
  id: "walker",
  name: "ning-an",
};

describe("one number, worked on paper", async () => {
  const lab = labFor(RULES, [DRIVER, WALKER], month("Y1-06"));
  const experiment = await sweep(lab, swept(RULES, "toy/light.points", -50, -1), UNWATCHED);

  test("the intervals, and the integer of each that is nearest to −20", () => {
    expect(experiment.intervals.map(({ from, to, at: nearest }) => [from, to, nearest])).toEqual([
      [-50, -41, -41],
      [-40, -21, -21],
      [-20, -11, -20],
      [-10, -6, -10],
      [-5, -1, -5],
    ]);
    expect(experiment.number).toEqual({
      address: "toy/light.points",
      rule: "toy/light",
      unit: "points",
      now: -20,
      evidence: "reported",
      from: -50,
      to: -1,
    });
    expect(experiment.searched).toMatchObject({ variants: 50, of: 50, stopped: false });
  });

  test("what changes for whom", () => {
    const harms = experiment.intervals.map(({ changes }) =>
      changes.map(({ persona, appeared, vanished, outcome }) => [
        persona,
        appeared.denials.length,
        appeared.months,
        appeared.losses.length,
        vanished.months.length,
        outcome.worst,
        outcome.score,
      ]),
    );
    expect(harms).toEqual([
      [
        ["driver", 1, [1, 2, 3, 4, 5], 1, 0, "C", 18],
        ["walker", 0, [4, 5], 0, 0, "C", 59],
      ],
      [
        ["driver", 1, [2, 3, 4, 5], 1, 0, "C", 58],
        ["walker", 0, [], 0, 0, "B", 79],
      ],
      [],
      [
        ["driver", 0, [], 0, 0, "B", 80],
        ["walker", 0, [], 0, 0, "A", 90],
      ],
      [
        ["driver", 0, [], 0, 0, "A", 90],
        ["walker", 0, [], 0, 0, "A", 95],
      ],
    ]);
  });

  test("the page says where the number sits, and how far it is from a change either way", () => {
    const [standing, table, driver, walker] = sweepAnswer(experiment).sections;
    expect(standing!.sentences).toEqual([
      "toy/light.points (“toy/light”) stands at −20 points (reported). From −20 to −11 nothing but points changes for anybody.",
      "Downwards, the nearest change is at −21, 1 away. An Ranran: 1 refusal, 4 months shut, 1 loss new; worst class C, not B; ends in class C, not B.",
      "Upwards, the nearest change is at −10, 10 away. Ning An: worst class A, not B; ends in class A, not B.",
    ]);
    expect(table!.table!.rows).toEqual([
      ["−50 to −41", "An Ranran, Ning An", "+1", "+7", "+1"],
      ["−40 to −21", "An Ranran", "+1", "+4", "+1"],
      ["−20 to −11 *", "nobody", "·", "·", "·"],
      ["−10 to −6", "Ning An", "·", "·", "·"],
      ["−5 to −1", "An Ranran, Ning An", "·", "·", "·"],
    ]);
    expect(driver!.sentences).toEqual([
      "Downwards: at −21: 1 refusal, 4 months shut, 1 loss new; worst class C, not B; ends in class C, not B. Then at −41: 1 month shut new.",
      "Upwards: nothing but points changes from −20 to −6; at −5: worst class A, not B; ends in class A, not B.",
    ]);
    expect(walker!.sentences).toEqual([
      "Downwards: nothing but points changes from −20 to −40; at −41: 2 months shut new; worst class C, not B; ends in class C, not B.",
      "Upwards: nothing but points changes from −20 to −11; at −10: worst class A, not B; ends in class A, not B.",
    ]);
  });

  test("across 0 there are two intervals, since a posting of 0 points is none", async () => {
    const idle: Persona = { ...aPersona([tries("Y1-02", "air-travel")]), id: "idle" };
    for (const person of [DRIVER, idle]) {
      const { intervals, searched } = await sweep(
        labFor(RULES, [person], month("Y1-06")),
        swept(RULES, "toy/light.points", -3, 3),
        UNWATCHED,
      );
      expect(intervals.map(({ from, to, at: nearest }) => [from, to, nearest])).toEqual([
        [-3, -1, -3],
        [1, 3, 1],
      ]);
      expect(searched).toMatchObject({ variants: 6, of: 6 });
    }
  });

  test("stopped, it is an answer for what was walked, and says so", async () => {
    let asked = 0;
    const stopped = await sweep(
      labFor(RULES, [DRIVER, WALKER], month("Y1-06")),
      swept(RULES, "toy/light.points", -50, -1),
      () => ++asked <= 2,
    );
    const { intervals, searched } = stopped;
    expect(searched.stopped).toBe(true);
    // Two steps upwards: from −20 no comparison answers otherwise up to −11; from −10 up to −6.
    expect(intervals.map(({ from, to }) => [from, to])).toEqual([
      [-20, -11],
      [-10, -6],
    ]);
    expect(searched.variants).toBe(15);
    const { tried, sections } = sweepAnswer(stopped);
    expect(tried).toBe("Integers from −50 to −1 point, outwards from where the number stands, first upwards (50)");
    expect(sections[0]!.sentences[1]).toBe("Downwards: nothing was tried before the sweep was stopped.");
    expect(JSON.stringify(sections)).not.toMatch(/outside|in the range/);
  });

  test("stopped at once, it does not call the number outside the range", async () => {
    const lab_ = labFor(RULES, [DRIVER, WALKER], month("Y1-06"));
    const one = await sweep(lab_, swept(RULES, "toy/light.points", -50, -1), () => false);
    expect(sweepAnswer(one).sections.map(({ sentences }) => sentences)).toEqual([
      [expect.stringMatching(/stands at −20 points \(reported\)\. The sweep was stopped before anything was tried\.$/)],
    ]);
  });
});

async function outcomesAt(rulebook: Rulebook, people: readonly Persona[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const persona of people)
    outcomes.push(outcomeOf(await live(rulebook, persona, { until: UNTIL, findings: false })));
  return outcomes;
}

const fates = (outcomes: readonly Outcome[]): string => outcomes.map(fateOf).join("\n");

function clipped({ range }: Dial, middle: number, reach: number): { from: number; to: number } {
  const from = Math.min(Math.max(middle - reach, range.least), range.most);
  return { from, to: Math.max(from, Math.min(middle + reach, range.most)) };
}

const twoPeople = fc
  .tuple(personas, personas)
  .map(([one, other]): Persona[] => [one, { ...other, id: "somebody-else" }]);

test(
  "the intervals are those that every integer, tried one by one, gives",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        rulebooks(),
        twoPeople,
        fc.nat(),
        fc.integer({ min: -30, max: 30 }),
        async (rulebook, people, some, shift) => {
          const dials = dialsOf(rulebook);
          const dial = dials[some % Math.max(1, dials.length)];
          fc.pre(dial !== undefined);
          const { from, to } = clipped(dial!, dial!.now + shift, 20);
          const { intervals, baseline, searched } = await sweep(
            labFor(rulebook, people, UNTIL),
            { dial: dial!, from, to },
            UNWATCHED,
          );
          const expected: { from: number; to: number; fate: string }[] = [];
          for (let number = from; number <= to; number++) {
            if (!mayBe(dial!, number)) continue;
            const outcomes = await outcomesAt(dial!.turn(rulebook, number), people);
            const last = expected.at(-1);
            if (last !== undefined && last.to === number - 1 && last.fate === fates(outcomes)) last.to = number;
            else expected.push({ from: number, to: number, fate: fates(outcomes) });
            const interval = intervals.find(({ at: nearest }) => nearest === number);
            if (interval === undefined) continue;
            // At the integer named, points too are as they are there.
            const found = people.map(
              ({ id }, at_) => interval.changes.find(({ persona }) => persona === id)?.outcome ?? baseline[at_],
            );
            expect(found).toEqual(outcomes);
          }
          expect(intervals.map((each) => [each.from, each.to])).toEqual(expected.map((each) => [each.from, each.to]));
          for (const { from: least, to: most, at: nearest } of intervals)
            expect(nearest).toBe(Math.min(Math.max(Math.min(Math.max(dial!.now, from), to), least), most));
          expect(searched.variants).toBe(searched.of);
        },
      ),
      runs(50, 400),
    );
  },
  LONG,
);
