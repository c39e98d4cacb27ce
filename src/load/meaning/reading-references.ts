import type { Rule } from "../../model/rule.ts";
import type { Scoring } from "../../model/rulebook.ts";
import { merged } from "./merge.ts";
import { referable, referenceFaults } from "./references.ts";
import type { RuleFault } from "./stack.ts";

/** Classes and measures that only a reading of a rule names. */
export function readingReferenceFaults(rules: readonly Rule[], scoring: Scoring | null): RuleFault[] {
  const known = referable(rules, scoring);
  return rules.flatMap((rule) =>
    (rule.readings ?? []).flatMap((reading, index): RuleFault[] =>
      // An amendment that leaves the conditions alone has no references of its own.
      "when" in reading.amend
        ? referenceFaults(merged(rule, reading.amend) as Rule, known).map((fault) => ({
            ...fault,
            rule: rule.id,
            path: ["readings", index, "amend", ...fault.path],
          }))
        : [],
    ),
  );
}
