import type { Condition, Leaf, Operator } from "../model/condition.ts";
import type { FactValue } from "../model/facts.ts";
import type { Finding } from "../model/trace.ts";

const OPERATOR_SAYS: Record<Operator, string> = {
  equal: "is",
  notEqual: "is not",
  in: "is one of",
  notIn: "is none of",
  lessThan: "<",
  lessThanInclusive: "≤",
  greaterThan: ">",
  greaterThanInclusive: "≥",
  contains: "contains",
  doesNotContain: "does not contain",
};

/** A whole condition with what each comparison met: `(… or …)`, `not (…)`, all else joined by semicolons. */
export function conditionSays(condition: Condition, met: Finding["met"]): string {
  return joined(condition, (leaf, index) => comparisonSays(leaf, met[index]!));
}

/** A condition as it stands in the rule. */
export function conditionTemplate(condition: Condition): string {
  return joined(condition, leafTemplate);
}

function joined(condition: Condition, says: (leaf: Leaf, index: number) => string): string {
  let next = 0;
  const walk = (node: Condition, outermost: boolean): string => {
    if ("not" in node) return `not (${walk(node.not, true)})`;
    if ("all" in node || "any" in node) {
      const [parts, joint] = "all" in node ? [node.all, "; "] : [node.any, " or "];
      const text = parts.map((part) => walk(part, parts.length === 1)).join(joint);
      return outermost || parts.length === 1 ? text : `(${text})`;
    }
    return says(node, next++);
  };
  return walk(condition, true);
}

/** One comparison as it stands in its rule: `score < 850`. */
export function leafTemplate({ fact, operator, value }: Leaf): string {
  return `${fact} ${OPERATOR_SAYS[operator]} ${valueSays(value)}`;
}

/** `score < 850 (980: no)`: what was expected, what was met, and whether it held. */
export function comparisonSays(
  leaf: Leaf,
  { actual, holds }: { readonly actual: FactValue; readonly holds: boolean },
): string {
  return `${leafTemplate(leaf)} (${valueSays(actual)}: ${holds ? "yes" : "no"})`;
}

export function valueSays(value: FactValue): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return value === null ? "nothing" : String(value);
}
