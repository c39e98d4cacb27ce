import type { Condition, Leaf } from "../../src/model/condition.ts";
import type { FactRecord, Prepared, PreparedRule, Verdict } from "../../src/model/verdict.ts";

/**
 * The same prepared rulebook, decided by closures as one would write them by hand: for each rule one
 * expression over the facts, short-circuiting. It is generated, so that it stays in step with the
 * rules, and serves only as the yardstick. It keeps no explanation of single comparisons.
 */
export function handWritten(prepared: Prepared): Prepared {
  return { ...prepared, rules: prepared.rules.map(closed) };
}

function closed(rule: PreparedRule): PreparedRule {
  // Only here, and only to have a yardstick: the program itself makes no code.
  // oxlint-disable-next-line no-new-func no-implied-eval
  const decide = new Function("f", `return (${expression(rule.rule.when)}) ? 1 : 0;`) as (facts: FactRecord) => number;
  const verdict = (matched: boolean): Verdict => ({
    matched,
    holds: rule.leaves.map(() => matched),
    decisive: rule.leaves.map((_, index) => index),
  });
  return { ...rule, cellOf: decide, verdicts: [verdict(false), verdict(true)] };
}

function expression(condition: Condition): string {
  if ("all" in condition) return condition.all.map((part) => `(${expression(part)})`).join(" && ");
  if ("any" in condition) return condition.any.map((part) => `(${expression(part)})`).join(" || ");
  if ("not" in condition) return `!(${expression(condition.not)})`;
  return comparison(condition);
}

function comparison({ fact, operator, value }: Leaf): string {
  const actual = `f[${JSON.stringify(fact)}]`;
  const constant = JSON.stringify(value);
  switch (operator) {
    case "equal":
      return `${actual} === ${constant}`;
    case "notEqual":
      return `${actual} !== ${constant}`;
    case "in":
      return (value as readonly string[]).map((each) => `${actual} === ${JSON.stringify(each)}`).join(" || ");
    case "notIn":
      return (value as readonly string[]).map((each) => `${actual} !== ${JSON.stringify(each)}`).join(" && ");
    case "lessThan":
      return `${actual} !== null && ${actual} < ${constant}`;
    case "lessThanInclusive":
      return `${actual} !== null && ${actual} <= ${constant}`;
    case "greaterThan":
      return `${actual} !== null && ${actual} > ${constant}`;
    case "greaterThanInclusive":
      return `${actual} !== null && ${actual} >= ${constant}`;
    case "contains":
      return `${actual}.includes(${constant})`;
    case "doesNotContain":
      return `!${actual}.includes(${constant})`;
  }
}
