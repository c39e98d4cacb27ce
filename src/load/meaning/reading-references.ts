import type { Rule } from "../../model/rule.ts";
import type { Scoring } from "../../model/rulebook.ts";
import { merged } from "./merge.ts";
import { groundFaults, liftFaults, referable, referenceFaults } from "./references.ts";
import type { RuleFault } from "./stack.ts";

/** Classes, measures and grounds that only a reading of a rule names, or lifts. */
export function readingReferenceFaults(rules: readonly Rule[], scoring: Scoring | null): RuleFault[] {
  const known = referable(rules, scoring);
  return rules.flatMap((rule) =>
    (rule.readings ?? []).flatMap(({ amend }, index): RuleFault[] => {
      if (amend === null) return [];
      const read = merged(rule, amend) as Rule;
      // What an amendment leaves alone has been looked at already.
      return [
        ...("when" in amend ? referenceFaults(read, known) : []),
        ...("then" in amend ? [...groundFaults(read, known), ...liftFaults(read, known)] : []),
      ].map((fault) => ({ ...fault, rule: rule.id, path: ["readings", index, "amend", ...fault.path] }));
    }),
  );
}
