import type { Condition, Leaf, FactName } from "../../src/model/condition.ts";
import type { FactValue } from "../../src/model/facts.ts";

/** How a fact is looked up. */
export type Facts = (name: FactName) => FactValue;

/** What a condition means, written down once more and plainly. It is used nowhere but to check the engine. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, facts));
  if ("any" in condition) return condition.any.some((part) => holds(part, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  return leafHolds(condition, facts(condition.fact));
}

export function leafHolds({ operator, value: wanted }: Leaf, met: FactValue): boolean {
  switch (operator) {
    case "equal":
      return met === wanted;
    case "notEqual":
      return met !== wanted;
    case "in":
      return (wanted as readonly FactValue[]).includes(met);
    case "notIn":
      return !(wanted as readonly FactValue[]).includes(met);
    case "contains":
      return (met as readonly string[]).includes(wanted as string);
    case "doesNotContain":
      return !(met as readonly string[]).includes(wanted as string);
    // Nothing is less or more than null.
    case "lessThan":
      return typeof met === "number" && met < (wanted as number);
    case "lessThanInclusive":
      return typeof met === "number" && met <= (wanted as number);
    case "greaterThan":
      return typeof met === "number" && met > (wanted as number);
    case "greaterThanInclusive":
      return typeof met === "number" && met >= (wanted as number);
  }
}
