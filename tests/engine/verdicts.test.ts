import fc from "fast-check";
import { Engine, type TopLevelCondition } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { cellCount, cutsOf, MOST_CELLS } from "../../src/engine/cells.ts";
import { prepare, questionsOf } from "../../src/engine/prepare.ts";
import {
  type Condition,
  type Constant,
  decisiveLeaves,
  leavesOf,
  type Operator,
  type FactName,
} from "../../src/model/condition.ts";
import type { FactValue } from "../../src/model/facts.ts";
import type { Scoring } from "../../src/model/rulebook.ts";
import type { FactRecord } from "../../src/model/verdict.ts";
import { EVENT_NAMES } from "../../src/model/vocabulary/events.ts";
import { rulebooks } from "../support/arbitraries.ts";
import { aRule, aRulebook, aScoring, at, BANDS, fact } from "../support/builders.ts";
import { holds, leafHolds } from "../support/reference-evaluator.ts";
import { LONG, runs } from "../support/runs.ts";
import { samples, satisfiableAt } from "../support/satisfiable.ts";
import { composite } from "../support/shipped.ts";
import { leafCount, lookUp, questions, withLeaves } from "./conditions.ts";

/** json-rules-engine as one would use it: one engine, one rule, one run. */
async function plainEngine(condition: Condition, facts: FactRecord): Promise<boolean> {
  const root = "fact" in condition ? { all: [condition] } : condition;
  const engine = new Engine([
    { conditions: structuredClone(root) as unknown as TopLevelCondition, event: { type: "matched" } },
  ]);
  return (await engine.run({ ...facts })).events.length === 1;
}

/** A rule with that condition alone, made ready. */
async function ready(when: Condition) {
  const { rules } = await prepare(
    aRulebook([aRule({ id: "toy/only", when, then: { kind: "enlist", list: "court-defaulters" } })]),
  );
  return rules[0]!;
}

describe("a prepared verdict", () => {
  test(
    "is that of json-rules-engine, asked plainly, and that of a second hand, on random rules and facts",
    async () => {
      await fc.assert(
        fc.asyncProperty(questions, async ({ rulebook, at: index, facts }) => {
          const { rules } = await prepare({ ...rulebook, rules: rulebook.rules });
          const prepared = rules[index]!;
          const { when } = prepared.rule;
          const verdict = prepared.verdicts[prepared.cellOf(facts)]!;
          expect(verdict.matched).toBe(holds(when, lookUp(facts)));
          expect(verdict.matched).toBe(await plainEngine(when, facts));
          expect(verdict.holds).toEqual(leavesOf(when).map((leaf) => leafHolds(leaf, facts[leaf.fact])));
        }),
        runs(250),
      );
    },
    LONG,
  );

  const OPERATORS: readonly Operator[] = [
    "equal",
    "notEqual",
    "lessThan",
    "lessThanInclusive",
    "greaterThan",
    "greaterThanInclusive",
  ];

  describe.each(OPERATORS)("%s 600", (operator) => {
    test.each([null, -100_000, 0, 598, 599, 600, 601, 602, 100_000])("of %s", async (score) => {
      const { verdicts, cellOf } = await ready({
        all: [fact("event", "equal", "red-light"), fact("score", operator, 600)],
      });
      const facts = { event: "red-light", score } as FactRecord;
      expect(verdicts[cellOf(facts)]!.matched).toBe(leafHolds(fact("score", operator, 600), score));
    });
  });

  // One after another: 599 | 600 | 601 … 649 | 650 | 651. Two constants, every boundary beside them.
  test.each([
    [598, false],
    [599, false],
    [600, true],
    [601, true],
    [649, true],
    [650, false],
    [651, false],
    [null, false],
  ] as const)("600 ≤ score < 650 at %s is %s", async (score, expected) => {
    const { verdicts, cellOf } = await ready(
      at("red-light", fact("score", "greaterThanInclusive", 600), fact("score", "lessThan", 650)),
    );
    expect(verdicts[cellOf({ event: "red-light", score } as FactRecord)]!.matched).toBe(expected);
  });

  test.each<[FactName, Operator, Constant, FactValue, boolean]>([
    ["score", "equal", null, null, true],
    ["score", "equal", null, 0, false],
    ["score", "notEqual", null, null, false],
    ["score", "lessThan", 10, null, false],
    ["score", "greaterThanInclusive", 0, null, false],
    ["class", "notEqual", "A", null, true],
    ["class", "in", ["A"], null, false],
    ["class", "notIn", ["A"], null, true],
    ["door", "equal", null, null, true],
    ["door", "equal", null, "air-travel", false],
    ["lists", "contains", "court-defaulters", [], false],
    ["lists", "contains", "court-defaulters", ["spending-limits", "court-defaulters"], true],
    ["lists", "doesNotContain", "court-defaulters", [], true],
    ["lists", "doesNotContain", "court-defaulters", ["spending-limits"], true],
    ["circumstance:savings", "equal", "none", "not-known", false],
    ["circumstance:savings", "notEqual", "some", "not-known", true],
    ["monthsOnList:court-defaulters", "lessThan", 3, null, false],
    ["denied", "equal", false, false, true],
  ])("%s %s %j where it is %j: %s", async (name, operator, value, met, expected) => {
    const { verdicts, cellOf } = await ready(at("attempt", fact(name, operator, value)));
    const facts = { event: "attempt", [name]: met } as unknown as FactRecord;
    expect(verdicts[cellOf(facts)]!.matched).toBe(expected);
    expect(verdicts[cellOf(facts)]!.holds).toEqual([true, expected]);
  });
});

describe("cells", () => {
  test("of one fact are told apart by nothing: every value has the verdicts of the one that stands for its cell", () => {
    fc.assert(
      fc.property(questions, ({ rulebook, at: index, facts }) => {
        const leaves = leavesOf(rulebook.rules[index]!.when);
        for (const cut of cutsOf(leaves, rulebook)) {
          const value = facts[cut.fact];
          const cell = cut.cellOf(value);
          expect(
            Number.isInteger(cell) && cell >= 0 && cell < cut.representatives.length,
            `cell ${cell} of ${cut.representatives.length}`,
          ).toBe(true);
          const stands = cut.representatives[cell]!;
          for (const leaf of leaves.filter((each) => each.fact === cut.fact))
            expect(leafHolds(leaf, stands)).toBe(leafHolds(leaf, value));
          expect(cut.representatives.map(cut.cellOf)).toEqual(cut.representatives.map((_, at) => at));
        }
      }),
      runs(400),
    );
  });

  // Nothing is cut in vain: neighbouring numbers in two cells are told apart by some comparison.
  test("of a number are no finer than its comparisons", () => {
    fc.assert(
      fc.property(questions, ({ rulebook, at: index }) => {
        const leaves = leavesOf(rulebook.rules[index]!.when);
        for (const cut of cutsOf(leaves, rulebook)) {
          for (const last of cut.representatives.slice(0, -1)) {
            if (typeof last !== "number") continue;
            const own = leaves.filter((leaf) => leaf.fact === cut.fact);
            expect(
              own.some((leaf) => leafHolds(leaf, last) !== leafHolds(leaf, last + 1)),
              `${cut.fact} after ${last}`,
            ).toBe(true);
          }
        }
      }),
      runs(400),
    );
  });

  test.each<[string, Condition, number]>([
    ["an event, or another", at("red-light"), 2],
    ["and a score: null, below, from 600 on", at("red-light", fact("score", "lessThan", 600)), 2 * 3],
    ["and a score: null, below, 600, above", at("red-light", fact("score", "equal", 600)), 2 * 4],
    [
      "and between: null, below, within, above",
      at("red-light", fact("score", "greaterThanInclusive", 600), fact("score", "lessThan", 650)),
      2 * 4,
    ],
    [
      "and two lists: none, one, the other, both",
      at("red-light", fact("lists", "contains", "court-defaulters"), fact("lists", "contains", "spending-limits")),
      2 * 4,
    ],
    ["and a flag", at("attempt", fact("denied", "equal", true)), 2 * 2],
    ["and a class of three: the one, and all else, null with it", at("red-light", fact("class", "equal", "C")), 2 * 2],
    ["and all three classes: each, null", at("red-light", fact("class", "in", ["A", "B", "C"])), 2 * 4],
  ])("%s", async (_, when, count) => {
    const rule = aRule({ id: "toy/only", when, then: { kind: "enlist", list: "court-defaulters" } });
    expect(questionsOf(rule, aRulebook([rule]))).toBe(count);
    expect((await prepare(aRulebook([rule]))).questions).toBe(count);
  });

  test(
    "are the product of the cuts, and as many verdicts are kept",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), async (rulebook) => {
          const { rules } = await prepare(rulebook);
          for (const { rule, verdicts, leaves } of rules) {
            const cuts = cutsOf(leaves, rulebook);
            expect(verdicts.length).toBe(cellCount(cuts));
            expect(cuts.map((cut) => cut.fact)).toEqual([...samples(rule.when).keys()]);
          }
        }),
        runs(80),
      );
    },
    LONG,
  );

  test("are too many where a rule compares too much, and then nothing is asked", async () => {
    const months = (["court-defaulters", "spending-limits", "published-entries"] as const).flatMap((list) => [
      fact(`monthsOnList:${list}`, "equal", 10),
      fact(`monthsOnList:${list}`, "equal", 20),
      fact(`monthsOnList:${list}`, "equal", 30),
    ]);
    // Months: null, below 10, 10, between, 20, between, 30, above: 8 on each list. Points likewise: 6.
    const scores = [fact("score", "equal", 10), fact("score", "equal", 20)];
    const rule = aRule({
      id: "toy/huge",
      when: at("red-light", ...months, ...scores),
      then: { kind: "enlist", list: "court-defaulters" },
    });
    expect(questionsOf(rule, aRulebook([rule]))).toBe(2 * 8 * 8 * 8 * 6);
    expect(2 * 8 * 8 * 8 * 6).toBeGreaterThan(MOST_CELLS);
    await expect(prepare(aRulebook([rule]))).rejects.toThrow("6144 cells");
  });

  test("are 4,096 at most: one more is too many", async () => {
    // The event or another, a refusal or none, and ten measures: 2 × 2 × 1,024.
    const measures = Array.from({ length: 10 }, (_, nth) => fact("measures", "contains", `toy/${nth}`));
    const most = at("attempt", fact("denied", "equal", true), ...measures);
    expect((await ready(most)).verdicts.length).toBe(4096);
    // Sixteen events or another, and the scores from 1 to 238: null, 0 and below, each, above. 17 × 241.
    const scores = Array.from({ length: 238 }, (_, nth) => fact("score", "equal", nth + 1));
    const tooMany: Condition = { all: [fact("event", "in", EVENT_NAMES.slice(0, 16)), { any: scores }] };
    await expect(ready(tooMany)).rejects.toThrow("4097 cells");
  });
});

describe("how often json-rules-engine is asked", () => {
  test("the shipped composite needs at most 1,700 questions", async () => {
    const { questions: asked } = await prepare(composite());
    expect(asked).toBeGreaterThan(100);
    expect(asked).toBeLessThanOrEqual(1700);
  });

  test("rules with the same conditions are asked once", async () => {
    const when = at("red-light", fact("score", "lessThan", 600));
    const one = aRule({ id: "toy/one", when, then: { kind: "enlist", list: "court-defaulters" } });
    const two = { ...one, id: "toy/two", when: structuredClone(when) };
    const { questions: asked, rules } = await prepare(aRulebook([one, two]));
    expect(asked).toBe(6);
    expect(rules[1]!.verdicts).toBe(rules[0]!.verdicts);
  });

  test("a memory that is kept spares every condition that has not changed", async () => {
    const memory = new Map();
    const one = aRule({ id: "toy/one", when: at("red-light"), then: { kind: "enlist", list: "court-defaulters" } });
    const two = aRule({
      id: "toy/two",
      when: at("charity", fact("score", "lessThan", 600)),
      then: { kind: "delist", list: "court-defaulters" },
    });
    expect((await prepare(aRulebook([one, two]), memory)).questions).toBe(2 + 6);
    expect((await prepare(aRulebook([one, two]), memory)).questions).toBe(0);
    const amended = { ...two, when: at("charity", fact("score", "lessThan", 500)) };
    const again = await prepare(aRulebook([one, amended]), memory);
    expect(again.questions).toBe(6);
    expect(
      again.rules[1]!.verdicts[again.rules[1]!.cellOf({ event: "charity", score: 550 } as FactRecord)]!.matched,
    ).toBe(false);
  });

  test("a memory does not mistake the classes of one rulebook for those of another", async () => {
    const memory = new Map();
    const rule = aRule({
      id: "toy/one",
      when: at("red-light", fact("class", "notEqual", "A")),
      then: { kind: "enlist", list: "court-defaulters" },
    });
    const unscored = await prepare(aRulebook([rule], null), memory);
    const scored = await prepare(aRulebook([rule]), memory);
    const verdict = (prepared: typeof scored, value: string | null) =>
      prepared.rules[0]!.verdicts[prepared.rules[0]!.cellOf({ event: "red-light", class: value } as FactRecord)]!
        .matched;
    expect([verdict(unscored, null), verdict(scored, "A"), verdict(scored, "B"), verdict(scored, null)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test.each([
    ["the very same condition", <T>(when: T): T => when],
    ["the same condition written again", <T>(when: T): T => structuredClone(when)],
  ])("nor the class that another rulebook does not have: %s", async (_, again) => {
    // One class, or none: every value is named. Three: the others are a cell that was not asked about before.
    const when = at("red-light", { any: [fact("class", "equal", "A"), fact("class", "equal", null)] });
    const memory = new Map();
    const verdicts = async (scoring: Scoring | null, ...classes: (string | null)[]): Promise<unknown[]> => {
      const rule = aRule({ id: "toy/one", when: again(when), then: { kind: "enlist", list: "court-defaulters" } });
      const { rules } = await prepare(aRulebook([rule], scoring), memory);
      return classes.map((each) => rules[0]!.verdicts[rules[0]!.cellOf(met(each))]?.matched);
    };
    const met = (value: string | null): FactRecord => ({ event: "red-light", class: value }) as FactRecord;
    const [only] = BANDS;
    expect(await verdicts(null, null)).toEqual([true]);
    expect(await verdicts(aScoring({ classes: [{ ...only!, min: null }] }), "A")).toEqual([true]);
    expect(await verdicts(aScoring(), "A", "B", "C", null)).toEqual([true, false, false, true]);
  });
});

describe("decisive leaves", () => {
  const cases = questions
    .map(({ rulebook, at: index }) => rulebook.rules[index]!.when)
    .chain((when) =>
      fc.tuple(fc.constant(when), fc.array(fc.boolean(), { minLength: leafCount(when), maxLength: leafCount(when) })),
    );

  test("decide alone: whatever the others are, the verdict is the same", () => {
    fc.assert(
      fc.property(cases, ([when, truth]) => {
        const decisive = decisiveLeaves(when, truth);
        const free = truth.map((_, leaf) => leaf).filter((leaf) => !decisive.includes(leaf));
        const verdict = withLeaves(when, truth);
        for (let pattern = 0; pattern < 2 ** free.length; pattern++) {
          const flipped = truth.map((value, leaf) =>
            free.includes(leaf) && (pattern & (1 << free.indexOf(leaf))) !== 0 ? !value : value,
          );
          expect(withLeaves(when, flipped)).toBe(verdict);
        }
      }),
      runs(400),
    );
  });

  test("are none too many: each belongs to some smallest set that decides alone", () => {
    fc.assert(
      fc.property(cases, ([when, truth]) => {
        expect([...decisiveLeaves(when, truth)].sort((a, b) => a - b)).toEqual(inSmallestSets(when, truth));
      }),
      runs(400),
    );
  });

  test.each<[string, Condition, boolean[], number[]]>([
    [
      "a true any: the true ones",
      { any: [fact("score", "lessThan", 1), fact("score", "lessThan", 2), fact("score", "lessThan", 3)] },
      [false, true, true],
      [1, 2],
    ],
    ["a false any: all", { any: [fact("score", "lessThan", 1), fact("score", "lessThan", 2)] }, [false, false], [0, 1]],
    ["a true all: all", { all: [fact("score", "lessThan", 1), fact("score", "lessThan", 2)] }, [true, true], [0, 1]],
    [
      "a false all: the false ones",
      { all: [fact("score", "lessThan", 1), fact("score", "lessThan", 2), fact("score", "lessThan", 3)] },
      [true, false, false],
      [1, 2],
    ],
    [
      "under not: those that made the inside false",
      { not: { all: [fact("score", "lessThan", 1), fact("score", "lessThan", 2)] } },
      [false, true],
      [0],
    ],
    [
      "under not: those that made the inside true",
      { all: [{ not: { any: [fact("score", "lessThan", 1), fact("score", "lessThan", 2)] } }] },
      [true, false],
      [0],
    ],
  ])("%s", (_, when, truth, decisive) => {
    expect(decisiveLeaves(when, truth)).toEqual(decisive);
  });
});

/** By trying all sets of leaves: those in a set that decides alone and of which no part does. */
function inSmallestSets(when: Condition, truth: readonly boolean[]): number[] {
  const verdict = withLeaves(when, truth);
  const count = truth.length;
  const decides = (kept: number): boolean => {
    for (let pattern = 0; pattern < 2 ** count; pattern++) {
      const tried = truth.map((value, leaf) =>
        (kept & (1 << leaf)) === 0 && (pattern & (1 << leaf)) !== 0 ? !value : value,
      );
      if (withLeaves(when, tried) !== verdict) return false;
    }
    return true;
  };
  const smallest = Array.from({ length: 2 ** count }, (_, kept) => kept).filter(
    (kept) =>
      decides(kept) && truth.every((_value, leaf) => (kept & (1 << leaf)) === 0 || !decides(kept & ~(1 << leaf))),
  );
  return truth.map((_, leaf) => leaf).filter((leaf) => smallest.some((kept) => (kept & (1 << leaf)) !== 0));
}

describe("consultedAt", () => {
  test(
    "is exact: a rule is consulted at just those events at which it could match",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), async (rulebook) => {
          const { rules } = await prepare(rulebook);
          for (const { rule, consultedAt } of rules.filter(({ rule: { then } }) => then.kind !== "measure")) {
            expect(EVENT_NAMES.filter((event) => consultedAt.has(event))).toEqual(
              EVENT_NAMES.filter((event) => satisfiableAt(rule.when, event)),
            );
          }
        }),
        runs(60),
      );
    },
    LONG,
  );

  test("a rule that can match nowhere is consulted nowhere", async () => {
    const { consultedAt } = await ready(at("red-light", fact("event", "equal", "charity")));
    expect(EVENT_NAMES.filter((event) => consultedAt.has(event))).toEqual([]);
  });
});
