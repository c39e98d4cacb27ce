import { NEVER } from "../../model/condition.ts";
import { measureLevels } from "../../model/measure-levels.ts";
import { bearingOf, type Rule, type RuleId } from "../../model/rule.ts";
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

/**
 * Whether versions of rules, each sound by itself, may be faulty together, when one of each rule is
 * taken with one of the scorings. Careful: where it says no, no choice is; where it says yes, some may be.
 */
export function mayClash(rules: readonly (readonly Rule[])[], scorings: readonly Scoring[]): boolean {
  const [scoring = null] = scorings;
  const classes = ({ classes: bands }: Scoring): string => bands.map(({ id }) => id).join(" ");
  if (scorings.some((other) => classes(other) !== classes(scoring!))) return true;
  const known = referable(rules.flatMap(certain), scoring);
  // A rule that asks for all that any version asks for depends on whatever any of them does.
  const widest = rules.map((versions): Rule => ({
    ...(versions.find(isMeasure) ?? versions[0]!),
    when: { any: versions.map(({ when }) => when) },
  }));
  return (
    widest.some((rule) => referenceFaults(rule, known).length > 0) ||
    rules.flat().some((rule) => groundFaults(rule, known).length + liftFaults(rule, known).length > 0) ||
    (scoring === null && rules.flat().some((rule) => pointless(rule).length > 0)) ||
    selfDenial(widest).length > 0
  );
}

function isMeasure({ then }: Rule): boolean {
  return then.kind === "measure";
}

/** What of a rule others may count on, whichever of its versions is taken; nothing, where one of them is gone. */
function certain(versions: readonly Rule[]): Rule[] {
  const [first] = versions as [Rule, ...Rule[]];
  if (versions.some(({ when, then }) => when === NEVER || then.kind !== first.then.kind)) return [];
  const { then } = first;
  if (then.kind === "enlist") return versions.every((rule) => bearingOf(rule) === bearingOf(first)) ? [first] : [];
  if (then.kind !== "measure") return [];
  const closes = versions.map((rule) => (rule.then.kind === "measure" ? (rule.then.closes ?? []) : []));
  return [
    { ...first, then: { ...then, closes: closes[0]!.filter((door) => closes.every((doors) => doors.includes(door))) } },
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
