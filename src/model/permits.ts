import { type Condition, leavesOf } from "./condition.ts";
import type { Permit, Rule, RuleId } from "./rule.ts";

/** The measures that a permit lifts: those that it names, or those that shut its door and whose conditions read its list. */
export function liftedBy({ door, lifts }: Permit, rules: readonly Rule[]): RuleId[] {
  if ("measures" in lifts) return [...lifts.measures];
  const { list } = lifts;
  return rules.flatMap(({ id, when, then }) =>
    then.kind === "measure" && then.closes?.includes(door) === true && listsRead(when).includes(list) ? [id] : [],
  );
}

/** The lists that a condition reads. */
export function listsRead(when: Condition): string[] {
  return leavesOf(when).flatMap(({ fact, value }) =>
    fact === "lists" ? [String(value)] : fact.startsWith("monthsOnList:") ? [fact.slice("monthsOnList:".length)] : [],
  );
}

/** Whether a permit is for such an attempt; one that names no purpose is for any. */
export function isFor(
  { door, purpose }: Permit,
  tried: { readonly door: unknown; readonly purpose: unknown },
): boolean {
  return tried.door === door && (purpose === undefined || tried.purpose === purpose);
}
