import type { Operator } from "../../model/condition.ts";
import type { FactType } from "../../model/facts.ts";

const ORDER: readonly Operator[] = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];

/** The operators that mean something for a fact of that type. */
export function operatorsFor(type: FactType): readonly Operator[] {
  switch (type.type) {
    case "integer":
      return ["equal", "notEqual", ...ORDER];
    case "flag":
      return ["equal", "notEqual"];
    case "choice":
      return ["equal", "notEqual", "in", "notIn"];
    case "set":
      return ["contains", "doesNotContain"];
  }
}

/** What a fact of that type holds, in words. */
export function holds(type: FactType): string {
  switch (type.type) {
    case "integer":
      return `a whole number of ${type.unit}${type.nullable ? " or null" : ""}`;
    case "flag":
      return "true or false";
    case "choice":
      return `one word${type.nullable ? " or null" : ""}`;
    case "set":
      return "several words at once";
  }
}
