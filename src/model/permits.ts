import { leavesOf } from "./condition.ts";
import type { Permit, Rule, RuleId } from "./rule.ts";

/** The measures that a permit lifts: those that it names, or those that shut its door and whose conditions read its list. */
export function liftedBy({ door, lifts }: Permit, rules: readonly Rule[]): RuleId[] {
  if ("measures" in lifts) return [...lifts.measures];
  const { list } = lifts;
  return rules.flatMap(({ id, when, then }) =>
    then.kind === "measure" && then.closes?.includes(door) === true && leavesOf(when).some(readsList) ? [id] : [],
  );

  function readsList({ fact, value }: ReturnType<typeof leavesOf>[number]): boolean {
    return (fact === "lists" && value === list) || fact === `monthsOnList:${list}`;
  }
}

/** Whether a permit is for such an attempt; one that names no purpose is for any. */
export function isFor(
  { door, purpose }: Permit,
  tried: { readonly door: unknown; readonly purpose: unknown },
): boolean {
  return tried.door === door && (purpose === undefined || tried.purpose === purpose);
}
