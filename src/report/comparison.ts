import type { Leaf, Operator } from "../model/condition.ts";
import type { FactValue } from "../model/facts.ts";

const OPERATOR_SAYS: Record<Operator, string> = {
  equal: "is", notEqual: "is not", in: "is one of", notIn: "is none of",
  lessThan: "<", lessThanInclusive: "≤", greaterThan: ">", greaterThanInclusive: "≥",
  contains: "contains", doesNotContain: "does not contain",
};

/** `score < 850 (980, no)`: what was expected, what was met, and whether it held. */
export function comparisonSays({ fact, operator, value }: Leaf, { actual, holds }: { readonly actual: FactValue; readonly holds: boolean }): string {
  return `${fact} ${OPERATOR_SAYS[operator]} ${valueSays(value)} (${valueSays(actual)}: ${holds ? "yes" : "no"})`;
}

export function valueSays(value: FactValue): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return value === null ? "nothing" : String(value);
}
