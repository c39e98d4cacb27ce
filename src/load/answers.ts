import type { Patch, Reading, RuleId } from "../model/rule.ts";
import type { Path } from "./place.ts";
import type { PackFile } from "./schema/pack.ts";
import type { RuleFile } from "./schema/rule.ts";
import { selected } from "./selector.ts";

/** What an answer to a question makes of one rule, or of the scoring, and where in the file it says so. */
interface Placed<A> {
  readonly reading: Reading<A>;
  readonly path: Path;
}

export interface ReadingsIn {
  readonly scoring: readonly Placed<Patch>[];
  readonly rules: ReadonlyMap<RuleId, readonly Placed<Patch | null>[]>;
}

/** The readings of each rule and of the scoring, in the order of the questions. */
export function readingsIn(
  questions: PackFile["questions"] = {},
  rules: readonly Pick<RuleFile, "id" | "then">[],
): ReadingsIn {
  const all = Object.entries(questions).flatMap(([question, { answers }]) =>
    Object.entries(answers).flatMap(([label, { amend = {}, citations = [] }]) =>
      Object.entries(amend).map(([what, patch]) => ({
        what,
        reading: { question, label, amend: patch as Patch | null, citations },
        path: ["questions", question, "answers", label, "amend", what],
      })),
    ),
  );
  const byRule = new Map<RuleId, Placed<Patch | null>[]>();
  for (const { what, ...placed } of all)
    for (const { id } of selected(what, rules)) byRule.set(id, [...(byRule.get(id) ?? []), placed]);
  return {
    scoring: all.flatMap(({ what, reading, path }) =>
      what === SCORING && reading.amend !== null ? [{ reading: { ...reading, amend: reading.amend }, path }] : [],
    ),
    rules: byRule,
  };
}

/** What is amended where it is not a rule. */
export const SCORING = "scoring";

/** A rule of the file, with what the defaults say where it is silent: the first that means it. Nobody is told of a remark. */
export function withDefaults(rule: RuleFile, defaults: PackFile["defaults"] = {}): RuleFile {
  if (rule.told !== undefined || rule.then.kind === "remark") return rule;
  const [said] = Object.entries(defaults).filter(([selector]) => selected(selector, [rule]).length > 0);
  return said === undefined ? rule : { ...said[1], ...rule };
}
