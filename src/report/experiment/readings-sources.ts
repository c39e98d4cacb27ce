import { onlyTells } from "../../analysis/multiverse/told.ts";
import type { OpenQuestion } from "../../analysis/multiverse/space.ts";
import type { Citation } from "../../model/citation.ts";
import { NUMBER_NAMES, type Patch, type Reading, type Rule } from "../../model/rule.ts";
import { type Rulebook, SCORING_NUMBERS, type Scoring } from "../../model/rulebook.ts";
import { citationSays } from "../wording.ts";

/**
 * What an answer to an open question rests on: what its readings cite; of the answer in force, what
 * the rules and numbers cite in which it stands.
 */
export function citationsOfAnswer(rulebook: Rulebook, question: string, label: string): Citation[] {
  const { scoring, rules } = rulebook;
  const asked = <A>(readings: readonly Reading<A>[] = []): Reading<A>[] =>
    readings.filter((reading) => reading.question === question);
  const own = [scoring, ...rules].flatMap((part) => asked(part?.readings)).filter((each) => each.label === label);
  const cited =
    own.length > 0
      ? own.flatMap(({ citations }) => citations)
      : rulebook.questions[question]?.default === label
        ? [
            ...asked(scoring?.readings).flatMap((reading) => inScoring(scoring!, reading)),
            ...rules.flatMap((rule) => asked(rule.readings).flatMap((reading) => inRule(rule, reading))),
          ]
        : [];
  return [...new Set(cited)];
}

function inScoring({ numbers }: Scoring, { amend }: Reading<Patch>): readonly Citation[] {
  return SCORING_NUMBERS.filter((name) => name in amend).flatMap((name) => numbers[name]?.citations ?? []);
}

/**
 * Of the numbers that the reading would amend, or of what is told; where it would amend more, or take the
 * rule out, of the rule.
 */
function inRule({ then, numbers, citations, toldNote }: Rule, { amend }: Reading): readonly Citation[] {
  if (amend === null) return citations;
  if (onlyTells(amend)) return toldNote?.citations ?? [];
  const [now, other] = [then, amend["then"] ?? {}] as Readonly<Record<string, unknown>>[];
  const effects = Object.keys(other!).filter((key) => JSON.stringify(other![key]) !== JSON.stringify(now![key]));
  const amended = [...effects, ...("when" in amend ? ["when"] : [])];
  const names = NUMBER_NAMES.filter((name) => amended.includes(name));
  return names.length === 0 || names.length < amended.length
    ? [...citations, ...names.flatMap((name) => numbers?.[name]?.citations ?? [])]
    : names.flatMap((name) => numbers?.[name]?.citations ?? citations);
}

/** `two-years (here): after two years ([ESSAY] on lost points coming back)`. */
export function answerSays(rulebook: Rulebook, { id, answers }: OpenQuestion, at: number): string {
  const { label, says } = answers[at]!;
  return `${label}${at === 0 ? " (here)" : ""}: ${says} (${restsOn(rulebook, id, label)})`;
}

export function restsOn(rulebook: Rulebook, question: string, label: string): string {
  const citations = citationsOfAnswer(rulebook, question, label);
  return citations.length === 0
    ? "no source is cited"
    : citations.map((each) => citationSays(each, rulebook.sources)).join("; ");
}
