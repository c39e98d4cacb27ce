import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dial, dialAt, dialsOf, mayBe } from "../../../src/analysis/dials.ts";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { fateOf, type Outcome, outcomeOf } from "../../../src/analysis/outcome.ts";
import { sweep, type Swept } from "../../../src/analysis/questions/sweep.ts";
import { goTogether } from "../../../src/analysis/together.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { sweepAnswer } from "../../../src/report/experiment/sweep-wording.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live, month, on, tries } from "../../support/builders.ts";

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
  const experiment = await sweep(lab, [swept(RULES, "toy/light.points", -50, -1)], UNWATCHED);

  test("the intervals, and the integer of each that is nearest to −20", () => {
    expect(experiment.intervals.map(({ from, to, at: nearest }) => [from, to, nearest])).toEqual([
      [-50, -41, -41],
      [-40, -21, -21],
      [-20, -11, -20],
      [-10, -6, -10],
      [-5, -1, -5],
    ]);
    expect(experiment.numbers).toEqual([
      {
        address: "toy/light.points",
        rule: "toy/light",
        unit: "points",
        now: -20,
        evidence: "reported",
        from: -50,
        to: -1,
      },
    ]);
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
        [swept(RULES, "toy/light.points", -3, 3)],
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
      [swept(RULES, "toy/light.points", -50, -1)],
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
    const one = await sweep(lab_, [swept(RULES, "toy/light.points", -50, -1)], () => false);
    expect(sweepAnswer(one).sections.map(({ sentences }) => sentences)).toEqual([
      [expect.stringMatching(/stands at −20 points \(reported\)\. The sweep was stopped before anything was tried\.$/)],
    ]);
    // One row of five, and not the one where classes.B.min stands.
    const both = [swept(RULES, "toy/light.points", -22, -18), swept(RULES, "classes.B.min", 58, 62)] as const;
    const crossed = await sweep(lab_, both, (done) => done < 5);
    const [standing] = sweepAnswer(crossed).sections;
    expect(standing!.sentences[1]).toBe("The sweep was stopped before it came to that pair.");
  });

  test("a grid too large to read is described where the numbers stand, and the rest is counted", () => {
    const outcome = experiment.baseline[0]!;
    const regions = Array.from({ length: 100 }, (_, nth) => ({
      cells: 1,
      at: [nth, nth] as const,
      changes: [
        {
          persona: "driver",
          outcome: { ...outcome, worst: `worst ${nth}` },
          vanished: { denials: [], losses: [], months: [] },
          appeared: { denials: [], losses: [], months: [] },
        },
      ],
    }));
    const [number] = experiment.numbers;
    const grid = {
      regions,
      rows: [{ from: -50, to: -50, runs: regions.map((_, nth) => ({ from: nth, to: nth, region: nth })) }],
    };
    const page = sweepAnswer({ ...experiment, numbers: [number!, number!], intervals: [], grid });
    const [, map, legend] = page.sections;
    expect(map!.table).toBeNull();
    expect(map!.sentences[0]).toContain("CSV and JSON have all");
    expect(legend!.table!.rows).toHaveLength(24);
    expect(legend!.sentences[0]).toContain("The 24 regions nearest to where the numbers stand, of 100");
    expect(page.records.rows).toHaveLength(200);
    // 28 are not worth cutting.
    const few = sweepAnswer({
      ...experiment,
      numbers: [number!, number!],
      intervals: [],
      grid: { regions: regions.slice(0, 28), rows: [] },
    });
    expect(few.sections[2]!.table!.rows).toHaveLength(28);
  });
});

/*
 * The walker alone, 100+n against where B begins, m. In C, and so two months shut, where 100+n < m.
 * n from −42 to −38 is 58 to 62; m from 58 to 62. Row m has m − 58 numbers in C, from the left.
 */
test("two numbers, worked on paper", async () => {
  const lab = labFor(RULES, [WALKER], month("Y1-06"));
  const { grid, searched } = await sweep(
    lab,
    [swept(RULES, "toy/light.points", -42, -38), swept(RULES, "classes.B.min", 58, 62)],
    UNWATCHED,
  );
  expect(grid!.rows).toEqual([
    { from: 58, to: 58, runs: [{ from: -42, to: -38, region: 0 }] },
    ...[59, 60, 61, 62].map((row) => ({
      from: row,
      to: row,
      runs: [
        { from: -42, to: row - 101, region: 1 },
        { from: row - 100, to: -38, region: 0 },
      ],
    })),
  ]);
  // Steps from −20 and 60: B is nearest at −38 and 60; C at −41 and 60, before −40 and 61, as far away.
  expect(grid!.regions.map(({ cells, at: nearest }) => [cells, nearest])).toEqual([
    [15, [-38, 60]],
    [10, [-41, 60]],
  ]);
  expect(grid!.regions.map(({ changes }) => changes.map(({ appeared }) => appeared.months))).toEqual([[[]], [[4, 5]]]);
  expect(searched).toMatchObject({ variants: 25, of: 25 });
  // Two lives that differ in more than points; nothing else had to be replayed but for the baseline and the regions.
  expect(lab.replayed).toBeLessThan(12);
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

test("the intervals are those that every integer, tried one by one, gives", async () => {
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
          [{ dial: dial!, from, to }],
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
    { numRuns: 80 },
  );
}, 120_000);

test("a grid is that which every pair, tried one by one, gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      rulebooks(),
      twoPeople,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: -20, max: 20 }),
      async (rulebook, people, p, q, shift) => {
        const dials = dialsOf(rulebook);
        const [one, other] = [dials[p % Math.max(1, dials.length)], dials[q % Math.max(1, dials.length)]];
        fc.pre(one !== undefined && other !== undefined && one.address !== other.address);
        const first = { dial: one!, ...clipped(one!, one!.now + shift, 3) };
        const second = { dial: other!, ...clipped(other!, other!.now - shift, 3) };
        const { grid, searched } = await sweep(labFor(rulebook, people, UNTIL), [first, second], UNWATCHED);
        const regionOf = new Map<string, number>();
        let pairs = 0;
        for (let row = second.from; row <= second.to; row++) {
          for (let column = first.from; column <= first.to; column++) {
            const variant = other!.turn(one!.turn(rulebook, column), row);
            const { region } = grid!.rows
              .find((each) => each.from <= row && row <= each.to)!
              .runs.find((each) => each.from <= column && column <= each.to)!;
            if (!mayBe(one!, column) || !mayBe(other!, row) || !goTogether(variant.scoring)) {
              expect(region).toBeNull();
              continue;
            }
            pairs++;
            const fate = fates(await outcomesAt(variant, people));
            if (!regionOf.has(fate)) regionOf.set(fate, region!);
            expect(region).toBe(regionOf.get(fate));
          }
        }
        expect(new Set(regionOf.values()).size).toBe(grid!.regions.length);
        expect(regionOf.size).toBe(grid!.regions.length);
        expect(grid!.regions.reduce((sum, { cells }) => sum + cells, 0)).toBe(pairs);
        expect(searched.of).toBe(pairs);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
