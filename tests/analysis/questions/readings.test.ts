import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { conclusionsOf } from "../../../src/analysis/multiverse/conclusions.ts";
import type { Fate } from "../../../src/analysis/multiverse/fates.ts";
import { questionsOf } from "../../../src/analysis/multiverse/space.ts";
import { type Denial, harmCounts, type Loss, type Outcome, outcomeOf } from "../../../src/analysis/outcome.ts";
import { type Multiverse, type ReadAs, readings } from "../../../src/analysis/questions/readings.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { Readings, withReadings } from "../../../src/load/readings.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { multiverseAnswer } from "../../../src/report/experiment/readings-wording.ts";
import { replay } from "../../../src/replay/replay.ts";
import { EXPERIMENT_FORMATS } from "../../../src/report/experiment/formats.ts";
import { personas, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, month, on, tries } from "../../support/builders.ts";
import { questionedRulebooks } from "../../support/open-questions.ts";
import { LONG, runs } from "../../support/runs.ts";

async function ask(
  rulebook: Rulebook,
  people: readonly Persona[],
  { until = UNTIL, read = undefined as ReadAs | undefined, progress = UNWATCHED, fixed = [] as string[] } = {},
): Promise<Multiverse> {
  const memory: Memory = new Map();
  const lab = new Lab(rulebook, people, (variant) => prepare(variant, memory), until);
  const all = new Readings(rulebook);
  return readings(lab, questionsOf(rulebook, fixed), read ?? ((answers) => all.read(answers)), progress);
}

/*
 * Worked by hand. 100 points at the opening; A from 90, B from 60, C below; nothing returns.
 *
 *   toy/light   a red light: −20; or, read otherwise (amount=fifty), −50
 *   toy/shut    below A the plane is shut; or, read otherwise (limit=only-c), in C only
 *   toy/shift   a refused attempt leads to a missed shift
 *
 * The first person runs a red light in Y1-01 and tries for the plane in Y1-02 and Y1-03; the story
 * ends with Y1-04. The second only tries, in Y1-02: always in class A, never refused.
 *
 *                          score  class  shut     refusals  months  losses  fate
 *   twenty, below-a          80     B    from Y1-01     2        4       2     0
 *   twenty, only-c           80     B    never          0        0       0     1
 *   fifty,  below-a          50     C    from Y1-01     2        4       2     2
 *   fifty,  only-c           50     C    from Y1-01     2        4       2     2
 */
const BOOK: Rulebook = {
  ...aRulebook([
    {
      ...aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
      readings: [{ question: "amount", label: "fifty", amend: { then: { points: -50 } }, citations: [] }],
    },
    {
      ...aRule({
        id: "toy/shut",
        when: fact("class", "notEqual", "A"),
        then: { kind: "measure", closes: ["air-travel"] },
      }),
      readings: [
        {
          question: "limit",
          label: "only-c",
          amend: { when: { fact: "class", operator: "equal", value: "C" } },
          citations: [],
        },
      ],
    },
    aRule({
      id: "toy/shift",
      when: at("attempt", fact("denied", "equal", true)),
      then: { kind: "lead", event: "shift-missed" },
    }),
  ]),
  questions: {
    amount: { asks: "How many points?", answers: { fifty: "fifty", twenty: "twenty" }, default: "twenty" },
    limit: { asks: "Whom?", answers: { "below-a": "all below A", "only-c": "C alone" }, default: "below-a" },
    colour: { asks: "Of which colour is the form?", answers: { red: "red", green: "green" }, default: "red" },
  },
};
const PEOPLE: Persona[] = [
  {
    ...aPersona([on("Y1-01", "red-light"), tries("Y1-02", "air-travel"), tries("Y1-03", "air-travel")], {
      work: "employed",
    }),
    id: "first",
  },
  { ...aPersona([tries("Y1-02", "air-travel")], { work: "employed" }), id: "second", name: "luo-min" },
];
const untilApril = { until: month("Y1-04") };

describe("worked by hand", () => {
  test("the questions: the answer in force first; one on which nothing hangs is not varied", async () => {
    const { questions, searched } = await ask(BOOK, PEOPLE, untilApril);
    expect(questions.open.map(({ id, answers }) => [id, ...answers.map(({ label }) => label)])).toEqual([
      ["amount", "twenty", "fifty"],
      ["limit", "below-a", "only-c"],
    ]);
    expect(questions.idle.map(({ id }) => id)).toEqual(["colour"]);
    expect(searched).toMatchObject({ variants: 4, of: 4, stopped: false });
  });

  test("what holds in how many readings", async () => {
    const { lives } = await ask(BOOK, PEOPLE, untilApril);
    expect(lives.map(({ byReading }) => byReading)).toEqual(["0 1 2 2", "0 0 0 0"]);
    expect(lives[0]!.fates.map(({ readings: times }) => times)).toEqual([1, 1, 2]);
    expect(lives[0]!.conclusions).toMatchObject({
      worst: {
        here: "B",
        holdsIn: 2,
        classes: [
          { class: "B", readings: 2 },
          { class: "C", readings: 2 },
        ],
      },
      last: { here: "B", holdsIn: 2 },
      denied: { here: 2, holdsIn: 3, least: 0, most: 2 },
      months: { here: 4, holdsIn: 3, least: 0, most: 4 },
      losses: { here: 2, holdsIn: 3, least: 0, most: 2 },
      denials: [
        { denial: { month: 1, door: "air-travel", line: 2 }, here: true, occursIn: 3 },
        { denial: { month: 2, door: "air-travel", line: 3 }, here: true, occursIn: 3 },
      ],
      losing: [{ event: "shift-missed", here: true, occursIn: 3 }],
      runsAway: { here: false, occursIn: 0 },
    });
    expect(lives[1]!.conclusions).toMatchObject({
      worst: { here: "A", holdsIn: 4, classes: [{ class: "A", readings: 4 }] },
      denied: { here: 0, holdsIn: 4, least: 0, most: 0 },
      denials: [],
      losing: [],
    });
  });

  // amount: (0,2) differ in the class alone, (1,2) in 2 refusals, 4 months and 2 losses too.
  // limit: (0,1) differ in −2, −4, −2 and in no class; (2,2) in nothing.
  test("which disagreement matters", async () => {
    const { disagreements } = await ask(BOOK, PEOPLE, untilApril);
    expect(disagreements).toEqual([
      {
        question: "amount",
        pairs: 2,
        differing: 2,
        people: [2, 0],
        harmed: [1, 0],
        swing: { denied: { least: 0, most: 2 }, months: { least: 0, most: 4 }, losses: { least: 0, most: 2 } },
        worst: 2,
        last: 2,
      },
      {
        question: "limit",
        pairs: 2,
        differing: 1,
        people: [1, 0],
        harmed: [1, 0],
        swing: { denied: { least: -2, most: 0 }, months: { least: -4, most: 0 }, losses: { least: -2, most: 0 } },
        worst: 0,
        last: 0,
      },
    ]);
  });

  test("one answer alone", async () => {
    const { alone } = await ask(BOOK, PEOPLE, untilApril);
    const counts = alone.map(({ question, answer, changes }) => [
      `${question}=${answer}`,
      changes!.map(({ persona, vanished, appeared }) => [
        persona,
        vanished.denials.length,
        vanished.months.length,
        vanished.losses.length,
        appeared.denials.length + appeared.months.length + appeared.losses.length,
      ]),
    ]);
    expect(counts).toEqual([
      ["amount=fifty", [["first", 0, 0, 0, 0]]],
      ["limit=only-c", [["first", 2, 4, 2, 0]]],
    ]);
  });

  // Without (fifty, only-c) each question keeps one pair: amount (0,2), limit (0,1).
  test("faulty combinations are counted and left out", async () => {
    const all = new Readings(BOOK);
    const multiverse = await ask(BOOK, PEOPLE, {
      ...untilApril,
      read: (answers) =>
        answers["amount"] === "fifty" && answers["limit"] === "only-c"
          ? {
              ok: false,
              problems: [
                {
                  code: "x",
                  at: { file: "", line: 1, column: 1, path: "" },
                  message: "Too much.",
                  advice: "",
                  severity: "problem",
                },
              ],
            }
          : all.read(answers),
    });
    expect(multiverse.readings).toBe(3);
    expect(multiverse.faulty).toEqual({
      readings: 1,
      example: { answers: { amount: "fifty", limit: "only-c" }, message: "Too much." },
    });
    expect(multiverse.lives.map(({ byReading }) => byReading)).toEqual(["0 1 2 -", "0 0 0 -"]);
    expect(multiverse.disagreements.map(({ pairs, people }) => [pairs, people])).toEqual([
      [1, [1, 0]],
      [1, [1, 0]],
    ]);
  });

  test("a question answered beforehand keeps its answer", async () => {
    const parsed = withReadings(BOOK, { limit: "only-c" });
    if (!parsed.ok) throw new Error("faulty");
    const all = new Readings(BOOK);
    const { questions, lives } = await ask(parsed.value, PEOPLE, {
      ...untilApril,
      fixed: ["limit"],
      read: (answers) => all.read({ ...answers, limit: "only-c" }),
    });
    expect(questions.open.map(({ id }) => id)).toEqual(["amount"]);
    expect(questions.fixed.map(({ id, answers }) => [id, answers[0]!.label])).toEqual([["limit", "only-c"]]);
    expect(lives[0]!.conclusions!.denied).toEqual({ here: 0, holdsIn: 1, least: 0, most: 2 });
  });

  // Read otherwise, toy/late posts a month later: the plane is shut from Y1-02 to Y1-02, or from Y1-03 to
  // Y1-03, since the points return in the month after. One month either way, and never the same.
  test("the same number of harms in other months is not called no difference", async () => {
    const late: Rulebook = {
      ...aRulebook([
        {
          ...aRule({
            id: "toy/late",
            when: at("red-light"),
            then: { kind: "post", points: -20, expiresAfterMonths: 1 },
          }),
          readings: [{ question: "when", label: "later", amend: { then: { afterMonths: 1 } }, citations: [] }],
        },
        aRule({
          id: "toy/shut",
          when: fact("class", "notEqual", "A"),
          then: { kind: "measure", closes: ["air-travel"] },
        }),
      ]),
      questions: { when: { asks: "When?", answers: { now: "now", later: "later" }, default: "now" } },
    };
    const multiverse = await ask(late, [aPersona([on("Y1-02", "red-light")])], untilApril);
    expect(multiverse.lives[0]!.fates.map(({ fate }) => fate.shut)).toEqual([[[1, 1]], [[2, 2]]]);
    expect(multiverse.lives[0]!.conclusions!.months).toEqual({ here: 1, holdsIn: 2, least: 1, most: 1 });
    expect(multiverse.disagreements[0]).toMatchObject({ differing: 1, harmed: [1] });
    const text = EXPERIMENT_FORMATS.text(multiverse, { style: STYLE, again: "again" }).replaceAll(/\s+/g, " ");
    expect(text).toContain("No class and no number of harms differs, but in which months they fall.");
  });

  test("stopped after two readings, it says what it has and compares no pairs", async () => {
    const multiverse = await ask(BOOK, PEOPLE, { ...untilApril, progress: (done) => done < 2 });
    expect(multiverse.searched).toMatchObject({ variants: 2, of: 4, stopped: true });
    expect(multiverse.lives[0]!.byReading).toBe("0 1");
    expect(multiverse.disagreements).toEqual([]);
    const { title, tried, sections } = multiverseAnswer(multiverse);
    expect(`${title} ${tried}`).not.toMatch(/every/i);
    expect(sections[0]!.heading).toBe("What holds in the 2 of 4 readings that were read");
    expect(sections[0]!.sentences[1]).toBe(
      "In the 2 of 4 readings that were read, nothing but points changes for 1 of 2 people: Luo Min.",
    );
    const page = JSON.stringify(sections);
    expect(page).toContain("in all 2 readings read:");
    expect(page).not.toMatch(/However the sources|every reading|all readings/);
  });

  test("stopped at once, there is a page all the same", async () => {
    const multiverse = await ask(BOOK, PEOPLE, { ...untilApril, progress: () => false });
    expect(multiverse.lives[0]!.conclusions).toBeNull();
    for (const draw of Object.values(EXPERIMENT_FORMATS))
      expect(draw(multiverse, { style: STYLE, again: "again" })).toContain("Invented persons only");
  });
});

test("what one fate holds twice is met once in each of its readings", () => {
  const denial: Denial = { month: 3, door: "air-travel", purpose: "none", line: null };
  const loss: Loss = { month: 3, event: "shift-missed" };
  const fate = (times: number): Fate => ({
    tried: 2,
    denials: Array.from({ length: times }, () => denial),
    losses: Array.from({ length: times }, () => loss),
    shut: [],
    doors: [],
    checked: 0,
    preferred: 0,
    class: null,
    worst: null,
    ranAway: false,
  });
  const { denials, losing, denied } = conclusionsOf(aRulebook([], null), fate(2), [
    { fate: fate(2), readings: 3 },
    { fate: fate(1), readings: 2 },
    { fate: fate(0), readings: 1 },
  ]);
  expect(denials).toEqual([{ denial, here: true, occursIn: 5 }]);
  expect(losing).toEqual([{ event: "shift-missed", here: true, occursIn: 5 }]);
  expect(denied).toEqual({ here: 2, holdsIn: 3, least: 0, most: 2 });
});

const STYLE = { width: 80, paint: { bold: (text: string) => text, dim: (text: string) => text } } as never;

/** Every combination of all answers, the last question fastest, the answer in force first. */
function combinations({ questions }: Multiverse): Record<string, string>[] {
  return questions.open.reduce<Record<string, string>[]>(
    (all, { id, answers }) => all.flatMap((before) => answers.map(({ label }) => ({ ...before, [id]: label }))),
    [{}],
  );
}

const MEMORY: Memory = new Map();

/** One reading, sealed, prepared and replayed by itself. */
async function livedPlainly(
  rulebook: Rulebook,
  people: readonly Persona[],
  answers: Record<string, string>,
): Promise<Outcome[] | null> {
  const parsed = withReadings(structuredClone(rulebook), answers);
  if (!parsed.ok) return null;
  const prepared = await prepare(parsed.value, MEMORY);
  return people.map((persona) => outcomeOf(replay(prepared, persona, { until: UNTIL, findings: false })));
}

const fateText = ({ score: _score, lowest: _lowest, ...fate }: Outcome): string => JSON.stringify(fate);

const worlds = fc.tuple(questionedRulebooks, fc.array(personas, { minLength: 2, maxLength: 4 }));

describe("against lives lived one by one", () => {
  test(
    "every reading gives the fate that is told, and every pair counts",
    async () => {
      let differing = 0;
      await fc.assert(
        fc.asyncProperty(worlds, async ([rulebook, people]) => {
          const multiverse = await ask(rulebook, people);
          const all = combinations(multiverse);
          const lived = await Promise.all(all.map((answers) => livedPlainly(rulebook, people, answers)));
          expect(multiverse.readings).toBe(lived.filter((each) => each !== null).length);
          for (const [person, { fates, byReading }] of multiverse.lives.entries()) {
            const told = byReading
              .split(" ")
              .map((place) => (place === "-" ? null : JSON.stringify(fates[Number(place)]!.fate)));
            expect(told).toEqual(lived.map((each) => (each === null ? null : fateText(each[person]!))));
          }
          for (const { question, pairs, people: differ, swing, worst } of multiverse.disagreements) {
            const found = { pairs: 0, people: people.map(() => 0), least: 0, most: 0, worst: 0 };
            for (const [one, before] of lived.entries())
              for (const [other, after] of lived.entries()) {
                const apart = Object.keys(all[one]!).filter((id) => all[one]![id] !== all[other]![id]);
                if (one >= other || apart.length !== 1 || apart[0] !== question || before === null || after === null)
                  continue;
                found.pairs++;
                if (before.some((outcome, person) => outcome.worst !== after[person]!.worst)) found.worst++;
                for (const person of people.keys()) {
                  if (fateText(before[person]!) !== fateText(after[person]!)) found.people[person]!++;
                  const by = harmCounts(after[person]!).denied - harmCounts(before[person]!).denied;
                  found.least = Math.min(found.least, by);
                  found.most = Math.max(found.most, by);
                }
              }
            expect({ pairs, people: differ, worst, ...swing.denied }).toEqual(found);
            differing += differ.reduce((sum, each) => sum + each, 0);
          }
        }),
        runs(150),
      );
      expect(differing).toBeGreaterThan(50);
    },
    LONG,
  );

  test("the experiment survives JSON, and every format carries the notice", async () => {
    const multiverse = await ask(BOOK, PEOPLE, untilApril);
    expect(JSON.parse(JSON.stringify(multiverse))).toEqual(multiverse);
    const csv = EXPERIMENT_FORMATS.csv(multiverse, { style: STYLE, again: "again" });
    expect(csv).toContain(multiverse.notice);
    // Four readings of two people, each in a row.
    expect(csv.split(/\r?\n/).filter((row) => /^\d/.test(row))).toHaveLength(8);
    expect(csv).toContain("2,twenty,only-c,first,B,B,0,0,0");
    expect(EXPERIMENT_FORMATS.markdown(multiverse, { style: STYLE, again: "again" })).toContain("2 (0–2)");
  });
});
