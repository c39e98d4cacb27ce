import type { Operator } from "../../model/condition.ts";
import type { Fact } from "../../model/facts.ts";
import { COMPARED } from "../../model/ranges.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";
import { holds } from "./fitting.ts";
import { quote, short } from "./quote.ts";

/** What is wrong with the constant that a fact is compared with, by an operator that fits the fact. */
export function constantFaults(fact: Fact, operator: Operator, value: unknown, path: Path): Fault[] {
  const type = fact.type;
  const wrong = (message: string, advice: string): Fault[] => [
    { code: "rule/value-does-not-fit", path, message, advice },
  ];

  if (operator === "in" || operator === "notIn") {
    if (!Array.isArray(value))
      return wrong(
        `“${operator}” asks for an array; on a single text it would search for a part of the word.`,
        `Write [${JSON.stringify(value)}].`,
      );
    if (value.length === 0)
      return wrong(
        `An empty array makes “${operator}” always ${operator === "in" ? "false" : "true"}.`,
        "Name at least one value, or take the comparison out.",
      );
    return (value as unknown[]).flatMap((member, index) => memberFaults(fact, member, [...path, index]));
  }
  if (value === null && (type.type === "integer" || type.type === "choice")) {
    if (operator !== "equal" && operator !== "notEqual")
      return wrong(
        `null has no order, so “${operator}” cannot compare with it.`,
        "Give a number, or ask “equal” null.",
      );
    return type.nullable
      ? []
      : wrong(
          `“${fact.name}” is never null, so this comparison would always have the same answer.`,
          `Give ${holds(type)}.`,
        );
  }
  switch (type.type) {
    case "flag":
      return typeof value === "boolean"
        ? []
        : wrong(
            `“${fact.name}” is true or false, and ${quote(value)} is neither.`,
            "Write true or false, without quotes.",
          );
    case "integer":
      return integerFaults(fact.name, type.unit, value, path);
    case "choice":
    case "set":
      return memberFaults(fact, value, path);
  }
}

function integerFaults(name: string, unit: keyof typeof COMPARED, value: unknown, path: Path): Fault[] {
  const { least, most } = COMPARED[unit];
  if (typeof value !== "number") {
    return [
      {
        code: "rule/value-does-not-fit",
        path,
        message: `“${name}” holds whole ${unit}, and ${quote(value)} is not a number; the engine would not compare the two.`,
        advice: "Write a whole number, without quotes.",
      },
    ];
  }
  if (!Number.isInteger(value)) {
    return [
      {
        code: "rule/not-a-whole-number",
        path,
        message: `${value} is not whole; “${name}” counts whole ${unit}.`,
        advice: "Write a whole number.",
      },
    ];
  }
  if (value < least || value > most) {
    return [
      {
        code: "rule/out-of-range",
        path,
        message: `${value} is beyond what “${name}” could ever hold (${least} to ${most} ${unit}).`,
        advice: `Write a number from ${least} to ${most}.`,
      },
    ];
  }
  return [];
}

function memberFaults(fact: Fact, member: unknown, path: Path): Fault[] {
  if (fact.type.type !== "choice" && fact.type.type !== "set") return [];
  const { values } = fact.type;
  if (typeof member !== "string") {
    return [
      {
        code: "rule/value-does-not-fit",
        path,
        message: `“${fact.name}” holds ${holds(fact.type)}, and ${quote(member)} is not a single word.`,
        advice: "Write one word in double quotes.",
      },
    ];
  }
  // Classes and rules are known only once the packs are put together.
  if (typeof values === "string" || values.includes(member)) return [];
  const noun = nounOf(fact);
  return [
    {
      code: `rule/unknown-${noun}`,
      path,
      message: `There is no ${noun} “${short(member)}” for “${fact.name}”; the comparison could never hold.`,
      advice: adviceFor(member, values),
    },
  ];
}

function nounOf(fact: Fact): string {
  if (fact.name === "event" || fact.name === "conduct") return "event";
  if (fact.name === "lists") return "list";
  return fact.name.includes(":") ? "value" : fact.name;
}
