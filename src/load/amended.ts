import type { NumberName, NumberNote, Patch, Reading, Rule } from "../model/rule.ts";
import { NUMBER_NAMES } from "../model/rule.ts";
import type { Scoring, ScoringNumber } from "../model/rulebook.ts";
import { SCORING_NUMBERS } from "../model/rulebook.ts";
import { merged } from "./meaning/merge.ts";
import { toldOf } from "./pack.ts";

/**
 * A rule under one reading; `null` where it is taken out, and stays so under further ones. A number that
 * the reading changes stands where the reading stands. Conditions that it leaves alone are the very same
 * value, so that nobody need ask about them again.
 */
export function readRule(rule: Rule | null, reading: Reading): Rule | null {
  return rule === null || reading.amend === null ? null : amendedRule(rule, { ...reading, amend: reading.amend });
}

function amendedRule(rule: Rule, reading: Reading<Patch>): Rule {
  const merge = merged(rule, reading.amend) as Rule;
  const patched = { ...merge, ...toldOf(merge) } as Rule;
  const result = "when" in reading.amend ? patched : { ...patched, when: rule.when };
  const changed = NUMBER_NAMES.filter((name) =>
    name === "when" ? "when" in reading.amend : isObject(reading.amend["then"]) && name in reading.amend["then"],
  );
  const numbers = restated<NumberName>(changed, result.numbers ?? {}, reading, rule.evidence);
  return changed.length === 0 ? result : { ...result, numbers };
}

/** The scoring under one reading. */
export function amendedScoring(scoring: Scoring, reading: Reading<Patch>): Scoring {
  const result = merged(scoring, reading.amend) as Scoring;
  const changed = SCORING_NUMBERS.filter((name) => name in reading.amend);
  // A merge takes out what is null; that nothing comes back is a statement, and stays.
  const none = reading.amend["deductionsReturnAfterMonths"] === null ? { deductionsReturnAfterMonths: null } : {};
  return { ...result, ...none, numbers: restated<ScoringNumber>(changed, result.numbers, reading, "inferred") };
}

/**
 * The notes of the changed numbers, as far as the amendment does not write them itself: its citations
 * replace those of the number it replaces, and without any the number is invented.
 */
export function restated<N extends string>(
  changed: readonly N[],
  notes: Partial<Record<N, NumberNote>>,
  { amend, citations }: Pick<Reading<Patch>, "amend" | "citations">,
  evidence: NumberNote["evidence"],
): Partial<Record<N, NumberNote>> {
  const written = isObject(amend["numbers"]) ? amend["numbers"] : {};
  const result: Partial<Record<N, NumberNote>> = { ...notes };
  for (const name of changed) {
    const own = isObject(written[name]) ? written[name] : {};
    const note = notes[name];
    // A number taken out has nothing left to cite.
    if (own === null) continue;
    const stated = note?.evidence ?? evidence;
    result[name] = {
      ...note,
      evidence: "evidence" in own ? stated : citations.length > 0 ? stated : "invented",
      citations: "citations" in own ? (note?.citations ?? []) : citations,
    };
  }
  return result;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
