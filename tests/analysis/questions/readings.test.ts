import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { touchesHarm, UNWATCHED, type Progress } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import type { Reads } from "../../../src/analysis/multiverse/parts.ts";
import { answersOf, type Choice, choices, combinations, questionsOf } from "../../../src/analysis/multiverse/space.ts";
import { type Multiverse, readings, type TooMuch } from "../../../src/analysis/questions/readings.ts";
import { conclusionsOf } from "../../../src/analysis/multiverse/conclusions.ts";
import type { Fate } from "../../../src/analysis/multiverse/fates.ts";
import {
  type Denial,
  harmCounts,
  type Loss,
  harmsOnlyIn,
  hasHarms,
  type Outcome,
  outcomeOf,
} from "../../../src/analysis/outcome.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { Readings, withReadings } from "../../../src/load/readings.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { multiverseAnswer } from "../../../src/report/experiment/readings-wording.ts";
import { replay } from "../../../src/replay/replay.ts";
import { EXPERIMENT_FORMATS } from "../../../src/report/experiment/formats.ts";
import { personas, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, aScoring, at, BANDS, fact, month, on, tries } from "../../support/builders.ts";
import { asking, otherwise } from "../../support/multiverse.ts";
import { questionedRulebooks } from "../../support/open-questions.ts";
import { LONG, runs } from "../../support/runs.ts";

interface Asked {
  readonly until?: number;
  readonly reads?: Reads;
  readonly progress?: Progress;
  readonly fixed?: readonly string[];
  readonly most?: number;
}

async function asked(
  rulebook: Rulebook,
  people: readonly Persona[],
  { until = UNTIL, reads = new Readings(rulebook), progress = UNWATCHED, fixed = [], most }: Asked = {},
): Promise<Multiverse | TooMuch> {
  const memory: Memory = new Map();
  const lab = new Lab(rulebook, people, (variant) => prepare(variant, memory), until);
  return readings(lab, questionsOf(rulebook, fixed), reads, progress, most);
}

async function ask(rulebook: Rulebook, people: readonly Persona[], how: Asked = {}): Promise<Multiverse> {
  const experiment = await asked(rulebook, people, how);
  if (experiment.kind === "too-much") throw new Error("too much");
  return experiment;
}

async function refused(rulebook: Rulebook, people: readonly Persona[], how: Asked = {}): Promise<TooMuch> {
  const experiment = await asked(rulebook, people, how);
  if (experiment.kind !== "too-much") throw new Error("not too much");
  return experiment;
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
    const { questions, searched, readings: sound } = await ask(BOOK, PEOPLE, untilApril);
    expect(questions.open.map(({ id, answers }) => [id, ...answers.map(({ label }) => label)])).toEqual([
      ["amount", "twenty", "fifty"],
      ["limit", "below-a", "only-c"],
    ]);
    expect(questions.idle.map(({ id }) => id)).toEqual(["colour"]);
    expect(sound).toBe(4);
    // Of the second, whom nothing befalls but the wish for a seat, one life tells all; of the first,
    // −50 puts her below both limits, and the plane is shut to C whichever is meant.
    expect(searched).toMatchObject({ variants: 8, of: 8, stopped: false, lives: { asked: 8, replayed: 4 } });
  });

  test("the leaves: which answers acted, in how many readings, and what came of it", async () => {
    const { lives } = await ask(BOOK, PEOPLE, untilApril);
    expect(lives.map(({ leaves }) => leaves)).toEqual([
      [
        { answers: { amount: "twenty", limit: "below-a" }, readings: 1, fate: 0 },
        { answers: { amount: "twenty", limit: "only-c" }, readings: 1, fate: 1 },
        { answers: { amount: "fifty" }, readings: 2, fate: 2 },
      ],
      [{ answers: {}, readings: 4, fate: 0 }],
    ]);
  });

  test("what holds in how many readings", async () => {
    const { lives } = await ask(BOOK, PEOPLE, untilApril);
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

  test("what each life hangs on: more than points, in some reading", async () => {
    const { lives } = await ask(BOOK, PEOPLE, untilApril);
    expect(lives.map(({ hangsOn }) => hangsOn)).toEqual([["amount", "limit"], []]);
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

  // Of the first: one entry, one class moved, one measure imposed, two refusals. Told of the refusals, of which one cannot but learn, and of
  // the entry, as here; or not of the entry. Where a number hangs on it too, the question is one like any other.
  test("questions that touch only what is told are asked one by one", async () => {
    const told = (amend: Readonly<Record<string, unknown>>): Rulebook =>
      asking({
        ...BOOK,
        rules: BOOK.rules.map((rule) =>
          rule.id === "toy/light"
            ? { ...rule, told: "reason", readings: [otherwise("notice", "none", amend)] }
            : { ...rule, told: "nothing" },
        ),
      });
    const quiet = await ask(told({ told: "nothing", toldNote: { evidence: "invented" } }), PEOPLE, untilApril);
    expect(quiet.told).toEqual([{ question: "notice", answer: "none", decisions: 5, here: 3, otherwise: 2 }]);
    expect(quiet.lives.flatMap(({ leaves }) => leaves.map(({ readings: times }) => times))).toEqual([2, 2, 4]);
    expect(JSON.stringify(multiverseAnswer(quiet).sections)).toContain(
      "notice=none alone changes what is told and nothing else: of 5 decisions on these people, something is told of 2 instead of 3.",
    );
    const nothingNew = await ask(told({ told: "outcome" }), PEOPLE, untilApril);
    expect(nothingNew.told).toEqual([{ question: "notice", answer: "none", decisions: 5, here: 3, otherwise: 3 }]);
    expect(JSON.stringify(multiverseAnswer(nothingNew).sections)).not.toContain("something is told of");
    expect((await ask(told({ told: "nothing", then: { points: -50 } }), PEOPLE, untilApril)).told).toEqual([]);
  });

  // Opening 100; read otherwise 130, or at most 110: not both.
  test("combinations that spoil the rulebook together are counted and left out", async () => {
    const book = asking({
      ...BOOK,
      scoring: aScoring({
        readings: [otherwise("start", "higher", { opening: 130 }), otherwise("top", "full", { ceiling: 110 })],
      }),
    });
    const { readings: sound, faulty, lives, alone } = await ask(book, PEOPLE, untilApril);
    expect([sound, faulty.readings]).toEqual([12, 4]);
    expect(faulty.example!.answers).toEqual({ amount: "here", limit: "here", start: "higher", top: "full" });
    expect(faulty.example!.message).toContain("The ceiling 110 lies below the opening 130.");
    for (const { leaves, fates } of lives)
      for (const parts of [leaves, fates]) expect(parts.reduce((sum, { readings: times }) => sum + times, 0)).toBe(12);
    expect(alone.every(({ changes }) => changes !== null)).toBe(true);
  });

  // +30 and −30 at once: 130 as before, and 100 where that was the opening; but 80 under the ceiling of 110.
  // Whether one opens at 100 could only matter under that ceiling, under which nobody opens at 130.
  test("no question is said to matter only beside what spoils the rulebook", async () => {
    const book = asking(
      aRulebook(
        [
          aRule({ id: "toy/honour", when: at("red-light"), then: { kind: "post", points: 30 }, evidence: "invented" }),
          aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -30 }, evidence: "invented" }),
        ],
        aScoring({
          opening: 130,
          readings: [otherwise("start", "lower", { opening: 100 }), otherwise("top", "full", { ceiling: 110 })],
        }),
      ),
    );
    const { lives } = await ask(book, [aPersona([on("Y1-02", "red-light")])]);
    expect(lives[0]!.leaves).toEqual([
      { answers: { start: "here" }, readings: 1, fate: 0 },
      { answers: { start: "lower", top: "here" }, readings: 1, fate: 0 },
      { answers: { start: "lower", top: "full" }, readings: 1, fate: 1 },
    ]);
    expect(lives[0]!.hangsOn).toEqual(["top"]);
  });

  test("a class that only some reading names is counted too", async () => {
    const renamed = BANDS.map((band) => (band.id === "C" ? { ...band, id: "D" } : band));
    const book = asking(
      aRulebook(
        [aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -50 }, evidence: "invented" })],
        aScoring({ readings: [otherwise("names", "other", { classes: renamed })] }),
      ),
    );
    const { lives } = await ask(book, [aPersona([on("Y1-02", "red-light")])]);
    expect(lives[0]!.conclusions.worst).toEqual({
      here: "C",
      holdsIn: 1,
      classes: [
        { class: "C", readings: 1 },
        { class: "D", readings: 1 },
      ],
    });
  });

  test("a question answered beforehand keeps its answer", async () => {
    const parsed = withReadings(BOOK, { limit: "only-c" });
    if (!parsed.ok) throw new Error("faulty");
    const all = new Readings(BOOK);
    const given = { limit: "only-c" };
    const { questions, lives } = await ask(parsed.value, PEOPLE, {
      ...untilApril,
      fixed: ["limit"],
      reads: {
        read: (answers) => all.read({ ...answers, ...given }),
        rule: (place, answers) => all.rule(place, { ...answers, ...given }),
        scoring: (answers) => all.scoring({ ...answers, ...given }),
        mayClash: (rules, scorings) => all.mayClash(rules, scorings),
      },
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
    expect(multiverse.lives[0]!.hangsOn).toEqual(["when"]);
    const text = EXPERIMENT_FORMATS.text(multiverse, { style: STYLE, again: "again" }).replaceAll(/\s+/g, " ");
    expect(text).toContain("No class and no number of harms differs, but in which months they fall.");
  });

  test("stopped in the second life, it tells all of the first and nothing of the second", async () => {
    let asks = 0;
    const multiverse = await ask(BOOK, PEOPLE, { ...untilApril, progress: () => ++asks < 4 });
    expect(multiverse.searched).toMatchObject({ variants: 4, of: 8, stopped: true });
    expect(multiverse.lives.map(({ persona }) => persona)).toEqual(["first"]);
    expect(multiverse.baseline).toHaveLength(2);
    const { title, tried, sections } = multiverseAnswer(multiverse);
    expect([title, tried]).toEqual([
      "Under every reading of the sources, for 1 of 2 people",
      "Every combination of answers to 2 open questions, for 1 of 2 people: 4 readings",
    ]);
    expect(sections[0]!.sentences[0]).toBe("Nothing is said here, or below, of Luo Min: the work was stopped.");
    expect(JSON.stringify(sections)).not.toContain("second");
  });

  test("stopped at once, there is a page all the same", async () => {
    const multiverse = await ask(BOOK, PEOPLE, { ...untilApril, progress: () => false });
    expect(multiverse.lives).toEqual([]);
    for (const draw of Object.values(EXPERIMENT_FORMATS))
      expect(draw(multiverse, { style: STYLE, again: "again" })).toContain("Invented persons only");
    expect(EXPERIMENT_FORMATS.text(multiverse, { style: STYLE, again: "again" })).toContain("Nothing can be said");
  });
});

describe("too much", () => {
  const light = (number: number) => ({
    ...aRule({
      id: `toy/rule-${number}`,
      when: at("red-light"),
      then: { kind: "post", points: -1 },
      evidence: "invented",
    }),
    readings: [otherwise(`q${number}`, "more", { then: { points: -2 } })],
  });
  const lights = (many: number): Rulebook =>
    asking(aRulebook(Array.from({ length: many }, (_, number) => light(number))));
  const driver = [aPersona([on("Y1-02", "red-light")])];

  test("beyond so many lives of one person it says whose, how far it came, and what acted", async () => {
    expect(await refused(lights(5), driver, { most: 20 })).toEqual({
      kind: "too-much",
      of: "lives",
      questions: ["q0", "q1", "q2", "q3", "q4"],
      reached: { persona: "somebody", lives: 20, told: 20, of: 32 },
    });
    expect((await ask(lights(5), driver, { most: 32 })).lives[0]!.leaves).toHaveLength(32);
  });

  test("beyond what whole numbers count exactly", async () => {
    expect(await refused(lights(54), driver)).toMatchObject({ of: "readings", reached: null });
    const idle = [aPersona([on("Y1-02", "job-lost")])];
    expect((await ask(lights(52), idle)).lives[0]!.leaves).toEqual([{ answers: {}, readings: 2 ** 52, fate: 0 }]);
  });

  test("of one rule, and of what may spoil the rulebook", async () => {
    const often = Array.from({ length: 13 }, (_, number) =>
      otherwise(`q${number}`, "more", { then: { points: -number - 2 } }),
    );
    const versions = asking(aRulebook([{ ...light(0), readings: often }]));
    expect(await refused(versions, driver)).toMatchObject({ of: "versions", questions: { length: 13 } });
    // Each may shut a door as long as another does not, and none can be told from the others before they are tried.
    const doors = Array.from({ length: 13 }, (_, number) => ({
      ...aRule({
        id: `toy/door-${number}`,
        when: fact("class", "equal", "A"),
        then: { kind: "measure", closes: ["air-travel"] },
        evidence: "invented",
      }),
      readings: [
        otherwise(`q${number}`, "other", {
          when: { fact: "measures", operator: "doesNotContain", value: `toy/door-${(number + 1) % 13}` },
        }),
      ],
    }));
    expect(await refused(asking(aRulebook(doors)), driver)).toMatchObject({
      of: "soundness",
      questions: { length: 13 },
    });
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

const worlds = fc.tuple(
  questionedRulebooks(),
  fc
    .array(personas, { minLength: 1, maxLength: 2 })
    .map((people) => people.map((persona, number) => ({ ...persona, id: `person-${number}` }))),
);

describe("against lives lived one by one", () => {
  test(
    "shares are those of all readings, and what one answer changes alone is what it changes",
    async () => {
      let hanging = 0;
      await fc.assert(
        fc.asyncProperty(worlds, async ([rulebook, people]) => {
          const multiverse = await ask(rulebook, people);
          const { open } = multiverse.questions;
          const all = choices(open);
          const lived = await Promise.all(all.map((choice) => livedPlainly(rulebook, people, answersOf(open, choice))));
          const sound = lived.filter((each) => each !== null);
          expect([multiverse.readings, multiverse.faulty.readings]).toEqual([
            sound.length,
            combinations(open) - sound.length,
          ]);
          expect(multiverse.baseline).toEqual(lived[0]);
          for (const [person, { fates, conclusions, hangsOn }] of multiverse.lives.entries()) {
            const times = new Map<string, number>();
            for (const each of sound) times.set(fateText(each[person]!), (times.get(fateText(each[person]!)) ?? 0) + 1);
            expect(new Map(fates.map(({ fate, readings: each }) => [JSON.stringify(fate), each]))).toEqual(times);
            const denied = sound.map((each) => harmCounts(each[person]!).denied);
            expect(conclusions.denied).toMatchObject({ least: Math.min(...denied), most: Math.max(...denied) });
            expect(conclusions.worst.classes.reduce((sum, { readings: each }) => sum + each, 0)).toBe(sound.length);
            // Two readings that differ in one answer alone, and in more than points.
            const differing = open.flatMap(({ id }, question) =>
              all.some((choice, one) =>
                all.some((beside, other) => {
                  if (!differOnlyIn(choice, beside, question) || lived[one] === null || lived[other] === null)
                    return false;
                  return fateText(lived[one]![person]!) !== fateText(lived[other]![person]!);
                }),
              )
                ? [id]
                : [],
            );
            expect(hangsOn).toEqual(differing);
            hanging += differing.length;
          }
          for (const { question, answer, changes } of multiverse.alone) {
            const place = all.findIndex((choice) => {
              const answers = answersOf(open, choice);
              return open.every(({ id, answers: [here] }) => answers[id] === (id === question ? answer : here!.label));
            });
            expect(changes === null).toBe(lived[place] === null);
            for (const change of changes ?? []) {
              const person = people.findIndex(({ id }) => id === change.persona);
              expect(change.vanished).toEqual(harmsOnlyIn(lived[0]![person]!, change.outcome));
            }
            const touched = people.filter((_, person) => {
              const [before, after] = [lived[0]![person]!, (lived[place] ?? lived[0])![person]!];
              return hasHarms(harmsOnlyIn(before, after)) || hasHarms(harmsOnlyIn(after, before));
            });
            expect((changes ?? []).filter(touchesHarm)).toHaveLength(touched.length);
          }
        }),
        runs(60),
      );
      expect(hanging).toBeGreaterThan(20);
    },
    LONG,
  );

  test("the experiment survives JSON, and every format carries the notice", async () => {
    const multiverse = await ask(BOOK, PEOPLE, untilApril);
    expect(JSON.parse(JSON.stringify(multiverse))).toEqual(multiverse);
    const csv = EXPERIMENT_FORMATS.csv(multiverse, { style: STYLE, again: "again" });
    expect(csv).toContain(multiverse.notice);
    // A row for each leaf.
    expect(csv.split(/\r?\n/).filter((row) => /^(first|second),/.test(row))).toEqual([
      "first,twenty,below-a,1,B,B,2,4,2",
      "first,twenty,only-c,1,B,B,0,0,0",
      "first,fifty,any answer,2,C,C,2,4,2",
      "second,any answer,any answer,4,A,A,0,0,0",
    ]);
    expect(EXPERIMENT_FORMATS.markdown(multiverse, { style: STYLE, again: "again" })).toContain("2 (0–2)");
  });
});

function differOnlyIn(one: Choice, other: Choice, question: number): boolean {
  return one.every((place, at) => (place !== other[at]) === (at === question));
}
