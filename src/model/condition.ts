import type { CircumstanceName } from "./vocabulary/circumstances.ts";
import type { LifeEventKind } from "./vocabulary/events.ts";
import type { ListId } from "./vocabulary/lists.ts";

/** What a condition may read. A fact is complete: where it has nothing to say it is `null`, never missing. */
export type FactName =
  | "event"
  | "door"
  | "purpose"
  | "denied"
  | "conduct"
  | "points"
  | "list"
  | "measure"
  | "previousClass"
  | "told"
  | "score"
  | "class"
  | "lists"
  | "measures"
  | "priorCount"
  | `circumstance:${CircumstanceName}`
  | `monthsOnList:${ListId}`
  | `monthsSince:${LifeEventKind}`;

/** The operators a rule may use: a closed list, all of them json-rules-engine's own. */
export const OPERATORS = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "contains",
  "doesNotContain",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A constant that a fact is compared with. */
export type Constant = string | number | boolean | null | readonly string[];

export interface Leaf {
  readonly fact: FactName;
  readonly operator: Operator;
  readonly value: Constant;
}

/** json-rules-engine's own grammar, without `path`, `params` and `priority`. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What no moment is, so that no rule that asks it ever matches. */
export const NEVER: Condition = {
  all: [
    { fact: "event", operator: "equal", value: "time-passed" },
    { fact: "event", operator: "notEqual", value: "time-passed" },
  ],
};

/** The comparisons of a condition, in the order in which they are read. */
export function leavesOf(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}

/**
 * The numbers of exactly those leaves that made the condition what it is: under a true `any` the
 * true ones, under a false `all` the false ones, and under `not` those that made the inside false
 * (or true). `holds` is what the engine answered for each leaf, in reading order.
 */
export function decisiveLeaves(condition: Condition, holds: readonly boolean[]): number[] {
  let next = 0;
  const walk = (node: Condition): { holds: boolean; by: number[] } => {
    if ("not" in node) {
      const inner = walk(node.not);
      return { holds: !inner.holds, by: inner.by };
    }
    if ("all" in node || "any" in node) {
      const wanted = "any" in node;
      const parts = ("all" in node ? node.all : node.any).map(walk);
      const decided = parts.filter((part) => part.holds === wanted);
      return decided.length > 0
        ? { holds: wanted, by: decided.flatMap((part) => part.by) }
        : { holds: !wanted, by: parts.flatMap((part) => part.by) };
    }
    const index = next++;
    return { holds: holds[index] === true, by: [index] };
  };
  return walk(condition).by;
}

/** Each leaf with whether it stands under an even number of `not` (`true`) or an odd one. */
export function polarLeaves(condition: Condition, positive = true): { leaf: Leaf; positive: boolean }[] {
  if ("all" in condition) return condition.all.flatMap((part) => polarLeaves(part, positive));
  if ("any" in condition) return condition.any.flatMap((part) => polarLeaves(part, positive));
  if ("not" in condition) return polarLeaves(condition.not, !positive);
  return [{ leaf: condition, positive }];
}
