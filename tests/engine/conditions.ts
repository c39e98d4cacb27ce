import fc from "fast-check";
import { type Condition, leavesOf, type FactName } from "../../src/model/condition.ts";
import type { FactValue } from "../../src/model/facts.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { FactRecord } from "../../src/model/verdict.ts";
import { rulebooks } from "../support/arbitraries.ts";
import { samples } from "../support/satisfiable.ts";

/** A random rule of a random rulebook, with facts that lie on, beside and between its constants. */
export const questions: fc.Arbitrary<{ rulebook: Rulebook; at: number; facts: FactRecord }> = rulebooks()
  .chain((rulebook) => fc.record({ rulebook: fc.constant(rulebook), at: fc.nat({ max: rulebook.rules.length - 1 }) }))
  .chain(({ rulebook, at }) => factsFor(rulebook.rules[at]!.when).map((facts) => ({ rulebook, at, facts })));

export function factsFor(condition: Condition): fc.Arbitrary<FactRecord> {
  const values = [...samples(condition)].map(([name, some]) =>
    fc.constantFrom(...some).map((value) => [name, value] as const),
  );
  return fc.tuple(...values).map((pairs) => Object.fromEntries(pairs) as FactRecord);
}

/** How facts are looked up in a record of them. */
export const lookUp =
  (facts: FactRecord) =>
  (name: FactName): FactValue =>
    facts[name];

/** The condition with its leaves replaced, in reading order, by ones that hold or not as told: a comparison of one flag. */
export function withLeaves(condition: Condition, truth: readonly boolean[]): boolean {
  let next = 0;
  const walk = (node: Condition): boolean => {
    if ("all" in node) return node.all.map(walk).every(Boolean);
    if ("any" in node) return node.any.map(walk).some(Boolean);
    if ("not" in node) return !walk(node.not);
    return truth[next++]!;
  };
  return walk(condition);
}

export const leafCount = (condition: Condition): number => leavesOf(condition).length;
