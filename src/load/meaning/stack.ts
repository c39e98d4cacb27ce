import { measureLevels } from "../../model/measure-levels.ts";
import type { Rule, RuleId } from "../../model/rule.ts";
import type { Scoring } from "../../model/rulebook.ts";
import type { Fault } from "../fault.ts";
import { groundFaults, liftFaults, referable, referenceFaults } from "./references.ts";

/** A fault of one rule; its path starts at the rule. */
export interface RuleFault extends Fault {
  readonly rule: RuleId;
}

/** What is wrong with rules only in the company in which they stand. */
export function stackFaults(rules: readonly Rule[], scoring: Scoring | null): RuleFault[] {
  const known = referable(rules, scoring);
  return [
    ...rules.flatMap((rule) =>
      [...referenceFaults(rule, known), ...groundFaults(rule, known), ...liftFaults(rule, known)].map((fault) => ({
        ...fault,
        rule: rule.id,
      })),
    ),
    ...(scoring === null ? rules.flatMap(pointless) : []),
    ...selfDenial(rules),
  ];
}

function pointless(rule: Rule): RuleFault[] {
  if (rule.then.kind !== "post" && rule.then.kind !== "strike") return [];
  return [
    {
      rule: rule.id,
      code: "rulebook/no-scoring",
      path: ["then", "kind"],
      message: `“${rule.title}” moves points, but no pack of this rulebook says how points are kept.`,
      advice: "Add a pack with “scoring”.",
    },
  ];
}

function selfDenial(rules: readonly Rule[]): RuleFault[] {
  const order = measureLevels(rules);
  if ("levels" in order) return [];
  const [first] = order.cycle;
  return first === undefined
    ? []
    : [
        {
          rule: first,
          code: "rule/denies-itself",
          path: ["when"],
          message: `Here a measure depends on its own absence (${order.cycle.join(", ")}): it would end by beginning, and no standing could be stable.`,
          advice: "Let one of the rules read something other than the measures.",
        },
      ];
}
