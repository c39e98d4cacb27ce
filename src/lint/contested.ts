import type { Place, Problem } from "../model/problem.ts";
import { NUMBER_NAMES, type NumberName, type Reading, type Rule } from "../model/rule.ts";
import { type Scoring, SCORING_NUMBERS } from "../model/rulebook.ts";
import { type Check, note } from "./locator.ts";

/** What sources disagree on should be open to the reader: a number or rule that is contested, and that no reading changes. */
export const contested: Check = ({ rules, scoring }, locate) => [
  ...unreadScoring(scoring).map((name) => remark(locate(null, ["scoring", "numbers", name]), `“${name}”`)),
  ...rules.flatMap((rule) => {
    const names = unread(rule);
    const whole = rule.evidence === "contested" && (rule.readings ?? []).length === 0 && names.length === 0;
    return [
      ...names.map((name) =>
        remark(
          locate(rule.id, ["numbers", name]),
          `${name === "when" ? "the condition's number" : `“${name}”`} of “${rule.title}”`,
        ),
      ),
      ...(whole ? [remark(locate(rule.id, ["evidence"]), `“${rule.title}”`)] : []),
    ];
  }),
];

function remark(at: Place, what: string): Problem {
  return note(
    "contested-without-reading",
    at,
    `Sources disagree on ${what}, and no reading has it otherwise: a reader cannot try the other answer.`,
    "Add a question, and a reading for each other answer.",
  );
}

function unread({ numbers, readings }: Rule): NumberName[] {
  return NUMBER_NAMES.filter(
    (name) => numbers?.[name]?.evidence === "contested" && !(readings ?? []).some((each) => amends(each, name)),
  );
}

function unreadScoring(scoring: Scoring | null): string[] {
  if (scoring === null) return [];
  return SCORING_NUMBERS.filter(
    (name) =>
      scoring.numbers[name]?.evidence === "contested" && !(scoring.readings ?? []).some(({ amend }) => name in amend),
  );
}

/** Whether a reading changes that number, or takes it out with its rule. */
function amends({ amend }: Reading, name: NumberName): boolean {
  if (amend === null) return true;
  if (name === "when") return "when" in amend;
  const { then } = amend;
  return typeof then === "object" && then !== null && name in then;
}
