import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dialsOf } from "../../../src/analysis/dials.ts";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { mutantsOf, OPPOSITE } from "../../../src/analysis/mutation/mutants.ts";
import { withoutLeaf } from "../../../src/analysis/mutation/without-leaf.ts";
import { fateOf, type Outcome, outcomeOf } from "../../../src/analysis/outcome.ts";
import { effectOf, mannerOf, mutate, type Mutation, tallyOf } from "../../../src/analysis/questions/mutate.ts";
import { MOST_CELLS } from "../../../src/engine/cells.ts";
import { type Memory, prepare, questionsOf } from "../../../src/engine/prepare.ts";
import { leavesOf, OPERATORS } from "../../../src/model/condition.ts";
import { measureLevels } from "../../../src/model/measure-levels.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { mutationAnswer } from "../../../src/report/experiment/mutate-wording.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live, month, on, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";

const MEMORY: Memory = new Map();
const fits = (rule: Rule, rulebook: Rulebook): boolean => questionsOf(rule, rulebook) <= MOST_CELLS;

function asked(book: Rulebook, people: readonly Persona[], until: number = UNTIL): Promise<Mutation> {
  return mutate(new Lab(book, people, (variant) => prepare(variant, MEMORY), until), fits, UNWATCHED);
}

describe("worked by hand", () => {
  // A red light costs 10 points; below 90 points the plane is shut. Until Y1-04, four month ends.
  // No classes to speak of: one band takes all. Opening 100.
  const scoring = {
    opening: 100,
    classes: [{ id: "A", label: "all", min: null }],
    assigned: "at-once",
    numbers: {},
  } as const;
  const light = aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -10 } });
  const plane = aRule({
    id: "toy/plane",
    when: fact("score", "lessThan", 90),
    then: { kind: "measure", closes: ["air-travel"] },
  });
  const idle = aRule({
    id: "toy/idle",
    when: at("debt-paid", fact("score", "lessThan", 50)),
    then: { kind: "post", points: 20 },
  });
  const book = aRulebook([light, plane, idle], scoring);
  // One red light in Y1-01 (90 points, nothing shut), two (80 points, shut from Y1-02 for three month
  // ends, and refused in Y1-03).
  const once = { ...aPersona([on("Y1-01", "red-light")]), id: "once" };
  const twice = {
    ...aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light"), tries("Y1-03", "air-travel")]),
    id: "twice",
  };
  const found = asked(book, [once, twice], month("Y1-04"));

  const line = ({ mutants }: Mutation, address: string): string[] =>
    mutants.flatMap((each) => {
      const { mutant, changed, pointsOnly } = each;
      if (mutant.kind !== "nudged" || mutant.address !== address) return [];
      const lives = changed.map(
        ({ persona, gone, fresh }) =>
          `${persona} −${gone.denied}/${gone.months}/${gone.losses} +${fresh.denied}/${fresh.months}/${fresh.losses}`,
      );
      return [[mutant.is, ...lives, ...pointsOnly.map((id) => `${id} points`)].join(", ")];
    });

  test("each number is moved by one step and by a tenth", async () => {
    const { numbers, skipped } = await found;
    // A tenth of 100 is 10, of 90 is 9, of 50 is 5, of 20 is 2, of 10 is 1, which is the step itself.
    expect(numbers.map(({ address, nudges, effect }) => [address, nudges, effect])).toEqual([
      ["opening", [90, 99, 101, 110], "life"],
      ["toy/light.points", [-11, -9], "life"],
      ["toy/plane.when.score", [81, 89, 91, 99], "life"],
      ["toy/idle.points", [18, 19, 21, 22], "nothing"],
      ["toy/idle.when.score", [45, 49, 51, 55], "nothing"],
    ]);
    // No comparison can be taken out but the score of the rule that does nothing: the others would be left without an event, or empty.
    expect(skipped.map(({ mutant, why }) => [mutant.kind, mutant.rule, why])).toEqual([
      ["dropped", "toy/light", "no-rulebook"],
      ["dropped", "toy/plane", "no-rulebook"],
      ["dropped", "toy/idle", "no-rulebook"],
    ]);
  });

  test("the opening: who has a harm more or less, and who only points", async () => {
    // 90: once ends at 80, shut at all four month ends. Twice: 80 from Y1-01, one month end more.
    // 99: once 89, shut at four; twice 89, 79: one more.
    // 101: 91, 81: points only. 110: once 100; twice 100, 90: nothing shut, three month ends and the refusal gone.
    expect(line(await found, "opening")).toEqual([
      "90, once −0/0/0 +0/4/0, twice −0/0/0 +0/1/0",
      "99, once −0/0/0 +0/4/0, twice −0/0/0 +0/1/0",
      "101, once points, twice points",
      "110, twice −1/3/0 +0/0/0, once points",
    ]);
  });

  test("the points, and the bound", async () => {
    // −11: once 89, shut at four; twice 89, 78: one more. −9: once 91, twice 91, 82: points only.
    expect(line(await found, "toy/light.points")).toEqual([
      "-11, once −0/0/0 +0/4/0, twice −0/0/0 +0/1/0",
      "-9, once points, twice points",
    ]);
    // Below 81 and below 89: twice is at 80, as shut as before; once at 90, as open. Nothing at all.
    // Below 91, below 99: 90 is shut too. The bound moves no points.
    expect(line(await found, "toy/plane.when.score")).toEqual([
      "81",
      "89",
      "91, once −0/0/0 +0/4/0, twice −0/0/0 +0/1/0",
      "99, once −0/0/0 +0/4/0, twice −0/0/0 +0/1/0",
    ]);
    // Nobody pays a debt.
    expect(line(await found, "toy/idle.points")).toEqual(["18", "19", "21", "22"]);
  });

  test("comparisons turned round or taken out", async () => {
    const { mutants } = await found;
    const others = mutants.filter(({ mutant }) => mutant.kind !== "nudged");
    expect(
      others.map((each) => [
        each.mutant.kind,
        each.mutant.rule,
        "leaf" in each.mutant ? each.mutant.leaf : null,
        effectOf(each),
      ]),
    ).toEqual([
      // 10 points at everything but a red light: at what the first of them moves, and so on.
      ["flipped", "toy/light", 0, "life"],
      // Shut from 90 points up: once from the beginning to the end.
      ["flipped", "toy/plane", 0, "life"],
      // At everything but a paid debt, with fewer than 50 points: never here.
      ["flipped", "toy/idle", 0, "nothing"],
      ["flipped", "toy/idle", 1, "nothing"],
      ["dropped", "toy/idle", 1, "nothing"],
    ]);
  });

  test("counts by kind, scores by rule, and the rules that act", async () => {
    const it = await found;
    // Nudges: of the opening 3 of 4 change a life and 1 only points; of the points 1 and 1; of the bound
    // 2, and 2 nothing; of the idle rule 8 nothing. 18 = 6 + 2 + 10.
    expect(tallyOf(it, "nudged")).toEqual({
      kind: "nudged",
      made: 18,
      outsideRange: 0,
      noRulebook: 0,
      tried: 18,
      life: 6,
      points: 2,
      nothing: 10,
    });
    expect(tallyOf(it, "dropped")).toMatchObject({ made: 4, noRulebook: 3, tried: 1, nothing: 1 });
    expect(it.scores).toEqual([
      { rule: null, tried: 4, changing: 3 },
      { rule: "toy/light", tried: 3, changing: 2 },
      { rule: "toy/plane", tried: 5, changing: 3 },
      { rule: "toy/idle", tried: 11, changing: 0 },
    ]);
    expect(it.acting).toEqual(["toy/light", "toy/plane"]);
    expect(it.searched).toMatchObject({ variants: 23, of: 23, seed: null, stopped: false });
    expect(JSON.parse(JSON.stringify(it))).toEqual(it);
  });
});

test("a harm that only comes in another month is told from one more or less", () => {
  const none = { denied: 0, months: 0, losses: 0 };
  const one = { ...none, losses: 1 };
  expect(mannerOf({ persona: "a", gone: one, fresh: none })).toBe("harms");
  expect(mannerOf({ persona: "a", gone: one, fresh: one })).toBe("months-moved");
  expect(mannerOf({ persona: "a", gone: none, fresh: none })).toBe("beside");
  // A loss for a refusal is no mere move.
  expect(mannerOf({ persona: "a", gone: one, fresh: { ...none, denied: 1 } })).toBe("harms");
});

test("a comparison is taken out at its place, and never leaves a list or a negation empty", () => {
  const [a, b, c] = [fact("score", "lessThan", 1), fact("score", "lessThan", 2), fact("score", "lessThan", 3)];
  const when = { all: [a, { any: [b, { not: c }] }] };
  expect(withoutLeaf(when, 0)).toEqual({ all: [{ any: [b, { not: c }] }] });
  expect(withoutLeaf(when, 1)).toEqual({ all: [a, { any: [{ not: c }] }] });
  expect(withoutLeaf(when, 2)).toBeNull();
  expect(withoutLeaf(a, 0)).toBeNull();
  expect(withoutLeaf({ all: [a] }, 0)).toBeNull();
  expect(withoutLeaf({ all: [{ any: [a] }, b] }, 0)).toBeNull();
  expect(withoutLeaf({ not: { all: [a, b] } }, 1)).toEqual({ not: { all: [a] } });
});

test("a measure that would depend on its own absence is no rulebook", () => {
  const one = aRule({
    id: "toy/one",
    when: { any: [fact("measures", "contains", "toy/two"), fact("lists", "contains", "court-defaulters")] },
    then: { kind: "measure", closes: ["air-travel"] },
  });
  const two = aRule({ id: "toy/two", when: fact("measures", "contains", "toy/one"), then: { kind: "measure" } });
  const flipped = mutantsOf(aRulebook([one, two], null), fits).filter(({ mutant }) => mutant.kind === "flipped");
  expect(flipped.map(({ variant }) => typeof variant)).toEqual(["string", "object", "string"]);
});

test("every operator has an opposite, whose opposite it is", () => {
  for (const operator of OPERATORS) {
    expect(OPPOSITE[operator]).not.toBe(operator);
    expect(OPPOSITE[OPPOSITE[operator]]).toBe(operator);
  }
});

test(
  "as found without any reuse: every mutant of a random rulebook, lived by itself",
  async () => {
    let changing = 0;
    await fc.assert(
      fc.asyncProperty(
        rulebooks().filter(({ rules }) => rules.length <= 5),
        personas,
        personas,
        async (book, first, second) => {
          const people = [
            { ...first, id: "first" },
            { ...second, id: "second" },
          ];
          const candidates = mutantsOf(book, fits);
          const found = await asked(book, people);
          const before = await outcomes(book, people);
          expect(found.mutants.length + found.skipped.length).toBe(candidates.length);
          const sound = candidates.filter(({ variant }) => typeof variant !== "string");
          for (const [at, { mutant, variant }] of sound.entries()) {
            const after = await outcomes(variant as Rulebook, people);
            const each = found.mutants[at]!;
            expect(each.mutant).toEqual(mutant);
            const fated = people.filter((_one, who) => fateOf(after[who]!) !== fateOf(before[who]!));
            const moved = people.filter((_one, who) => JSON.stringify(after[who]) !== JSON.stringify(before[who]));
            expect(each.changed.map(({ persona }) => persona)).toEqual(fated.map(({ id }) => id));
            expect(each.pointsOnly).toEqual(moved.filter((one) => !fated.includes(one)).map(({ id }) => id));
            changing += fated.length;
          }
          expect(found.scores.reduce((sum, { tried }) => sum + tried, 0)).toBe(sound.length);
          // Every mutant differs from the rulebook in one rule or the scoring, and could be prepared.
          for (const { variant } of sound) {
            const other = variant as Rulebook;
            const apart = other.rules.filter((rule, place) => rule !== book.rules[place]).length;
            expect(apart + (other.scoring === book.scoring ? 0 : 1)).toBe(1);
            expect(measureLevels(other.rules)).not.toHaveProperty("cycle");
          }
          // What there is to change: two ways for each comparison, two to four for each number.
          const leaves = book.rules.flatMap(({ when }) => leavesOf(when)).length;
          expect(candidates.filter(({ mutant }) => mutant.kind !== "nudged").length).toBe(2 * leaves);
          const nudges = candidates.length - 2 * leaves;
          expect(nudges).toBeGreaterThanOrEqual(2 * dialsOf(book).length);
          expect(nudges).toBeLessThanOrEqual(4 * dialsOf(book).length);
        },
      ),
      runs(40),
    );
    expect(changing).toBeGreaterThan(100);
  },
  LONG,
);

async function outcomes(book: Rulebook, people: readonly Persona[]): Promise<Outcome[]> {
  const lives: Outcome[] = [];
  for (const person of people) lives.push(outcomeOf(await live(book, person, { until: UNTIL })));
  return lives;
}

test("ended by the reader: what was tried so far", async () => {
  const book = aRulebook([aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -10 } })]);
  let calls = 0;
  const lab = new Lab(book, [aPersona([on("Y1-01", "red-light")])], (variant) => prepare(variant, MEMORY), UNTIL);
  const found = await mutate(lab, fits, () => calls++ < 2);
  expect(found.searched).toMatchObject({ variants: 2, stopped: true });
  expect(found.searched.of).toBeGreaterThan(2);
  expect(found.mutants.length).toBe(2);
  const { sections } = mutationAnswer(found);
  expect(sections[0]!.sentences[0]).toMatch(
    /^Only the changes tried before the work was stopped are spoken of, here and below: 2 of \d+,/,
  );
  const page = JSON.stringify(sections);
  expect(page).not.toMatch(/in all,|The whole rulebook|of any number|there are/);

  const none = await mutate(lab, fits, () => false);
  expect(mutationAnswer(none).sections.map(({ heading, sentences }) => [heading, sentences[0]])).toEqual([
    ["In short", "Nothing had been tried when the work was stopped."],
    ["What this does not show", expect.anything()],
  ]);
});
