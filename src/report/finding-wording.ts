import type { Rule } from "../model/rule.ts";
import type { Finding, QuietMoment } from "../model/trace.ts";
import { conditionSays } from "./comparison.ts";
import { quietSays } from "./wording.ts";

/** `matched suining/loan: event is instalment-missed (instalment-missed: yes)`. */
export function findingSays({ matched, met }: Finding, rule: Rule): string {
  return `${matched ? "matched" : "not matched"} ${rule.id}: ${conditionSays(rule.when, met)}`;
}

export function quietFindingSays(moment: QuietMoment): string {
  return `${quietSays(moment)}: nothing came of it`;
}
