import { adviceFor, nearest } from "../load/suggest.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { CouldNotRun } from "./exit.ts";

/** A rule by its id, or by its name alone where only one bears it. */
export function ruleCalled({ rules }: Rulebook, wanted: string): Rule {
  const bare = (id: string): string => id.slice(id.indexOf("/") + 1);
  const named = rules.filter(({ id }) => id === wanted || bare(id) === wanted);
  if (named.length === 1) return named[0]!;
  const near = nearest(
    bare(wanted),
    rules.map(({ id }) => bare(id)),
  );
  const ids = rules.map(({ id }) => id).filter((id) => near === undefined || bare(id) === near);
  throw new CouldNotRun(
    `there is no rule “${wanted}” in this rulebook. ${near === undefined ? adviceFor(wanted, ids) : `Did you mean “${ids.join("” or “")}”?`}`,
  );
}
