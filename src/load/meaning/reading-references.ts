import type { Rule } from "../../model/rule.ts";
import type { Scoring } from "../../model/rulebook.ts";
import { merged } from "./merge.ts";
import { liftFaults, referable, referenceFaults } from "./references.ts";
import type { RuleFault } from "./stack.ts";

/** Classes and measures that only a reading of a rule names, or lifts. */
export function readingReferenceFaults(rules: readonly Rule[], scoring: Scoring | null): RuleFault[] {
  const known = referable(rules, scoring);
  return rules.flatMap((rule) =>
    (rule.readings ?? []).flatMap(({ amend }, index): RuleFault[] => {
      const read = merged(rule, amend) as Rule;
      // What an amendment leaves alone has been looked at already.
      return [
        ...("when" in amend ? referenceFaults(read, known) : []),
        ...("then" in amend ? liftFaults(read, known) : []),
      ].map((fault) => ({ ...fault, rule: rule.id, path: ["readings", index, "amend", ...fault.path] }));
    }),
  );
}
