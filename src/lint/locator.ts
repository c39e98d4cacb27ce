import type { Place, Problem } from "../model/problem.ts";
import type { RuleId } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Study } from "./study.ts";

/** Where a part of a rule stands; with no rule, a part of whichever pack has it. The loader makes one. */
export type Locator = (rule: RuleId | null, path: readonly (string | number)[]) => Place;

export type Check = (rulebook: Rulebook, locate: Locator, study: Study) => Problem[];

export function note(code: string, at: Place, message: string, advice: string): Problem {
  return { code: `lint/${code}`, at, message, advice, severity: "note" };
}
