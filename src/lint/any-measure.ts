import type { PreparedRule } from "../model/verdict.ts";
import { casesOf, matches } from "./cases.ts";
import { type Check, note } from "./locator.ts";
import type { Study } from "./study.ts";
import { listed } from "./wording.ts";

const CHANGES = ["measure-imposed", "measure-lifted"] as const;

/** Rules that answer each measure that begins or ends: to split one measure into two would make them answer twice. */
export const anyMeasure: Check = (_, locate, study) => {
  const names = study.able.filter((rule) => answersAnyMeasure(rule, study)).map(({ rule }) => rule.id);
  if (names.length === 0) return [];
  const one = names.length === 1;
  return [
    note(
      "any-measure",
      locate(names[0]!, ["when"]),
      `${listed(names)} ${one ? "answers" : "answer"} every measure alike: to split a measure into two would make ${one ? "it" : "them"} act twice, and change what is counted.`,
      'Name the measure: { "fact": "measure", "operator": "equal", "value": … }.',
    ),
  ];
};

/** Whether the rule can match for a measure that it does not name. */
export function answersAnyMeasure(rule: PreparedRule, study: Study): boolean {
  if (rule.rule.then.kind === "measure") return false;
  const { world } = study;
  // First, so that it stands for all those that the rule cannot tell from it.
  const withAnother = { ...world, measures: new Set([UNNAMED, ...world.measures]) };
  const events = CHANGES.filter((event) => rule.consultedAt.has(event));
  return events.some((event) =>
    (casesOf([rule], withAnother, study, [event]) ?? []).some(
      (facts) => facts.measure === UNNAMED && matches(rule, facts),
    ),
  );
}

/** No measure is called so. */
const UNNAMED = "";
