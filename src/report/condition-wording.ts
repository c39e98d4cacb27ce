import type { Condition } from "../model/condition.ts";
import { clause, framed, isNegative } from "./clause-wording.ts";
import { orOf } from "./wording.ts";

/** A whole condition as clauses that may follow “if”: `it is the month of a parent's illness, and the class is D`. */
export function conditionWords(condition: Condition): string {
  if ("not" in condition) return `not (${conditionWords(condition.not)})`;
  if ("all" in condition) return condition.all.map(within).join(", and ");
  if ("any" in condition) return eitherOf(condition.any);
  return clause(condition);
}

/** What alternatives share is said once: `the last 3 months saw the debt paid or a settlement`. */
function eitherOf(parts: readonly Condition[]): string {
  const said = new Map<string, string[]>();
  for (const part of parts) {
    const [frame, subject] = "fact" in part && !isNegative(part) ? framed(part) : ["…", within(part)];
    said.set(frame, [...(said.get(frame) ?? []), subject]);
  }
  return [...said].map(([frame, subjects]) => frame.replace("…", () => orOf(subjects))).join(", or ");
}

function within(part: Condition): string {
  const words = conditionWords(part);
  return "fact" in part || !words.includes(", ") ? words : `(${words})`;
}
