import type { Reading, Rule } from "../model/rule.ts";
import { type GroundOfAnswer, type Rulebook, ruleNamed } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import { conditionTemplate } from "./comparison.ts";
import { thenSays } from "./then-wording.ts";
import { citationSays, evidenceParts, listed, toldParts } from "./wording.ts";

/** What a jurist needs to check one rule: what it does, and for the rule and each number how good the source is and where it stands. */
export interface RuleNote {
  readonly id: string;
  readonly says: string;
  readonly parts: readonly string[];
  readonly comment: string | null;
}

/** The rules that did something in the trace, in rulebook order. */
export function rulesActing(trace: Trace): Rule[] {
  const acting = new Set(
    trace.entries.flatMap((entry) =>
      entry.effects.flatMap((effect) =>
        "rule" in effect && effect.rule !== null ? [effect.rule] : effect.kind === "denied" ? effect.measures : [],
      ),
    ),
  );
  return [...acting]
    .map((id) => ruleNamed(trace.rulebook, id))
    .sort((a, b) => trace.rulebook.rules.indexOf(a) - trace.rulebook.rules.indexOf(b));
}

/** `sources`: those of the rulebook in which the rule stands. */
export function ruleNote(rule: Rule, sources: Rulebook["sources"]): RuleNote {
  return {
    id: rule.id,
    says: `${rule.title}: ${thenSays(rule.then)}.`,
    parts: [...statedParts(rule, sources), ...amendedParts(rule, sources)],
    comment: rule.comment ?? null,
  };
}

/** For the rule and each of its numbers, how good the source is and where it stands. */
export function statedParts(rule: Rule, sources: Rulebook["sources"]): string[] {
  return [...evidenceParts(rule), ...toldParts(rule)].map(
    ({ of, level, citations, comment }) =>
      `${of}: ${level}${citations.length === 0 ? "" : `; ${citations.map((each) => citationSays(each, sources)).join("; ")}`}.${comment === undefined ? "" : ` ${comment}`}`,
  );
}

/** An amended rule is followed by the rule as it was, and by what spoke for it and no longer does. */
function amendedParts(rule: Rule, sources: Rulebook["sources"]): string[] {
  if (rule.amended === undefined) return [];
  const { by, was } = rule.amended;
  const conditions = conditionTemplate(was.when);
  const still = statedParts(rule, sources);
  return [
    `amended by ${listed(by.map((overlay) => `“${overlay}”`))}. It was: ${was.title}: ${thenSays(was.then)}${conditions === conditionTemplate(rule.when) ? "" : `, where ${conditions}`}.`,
    ...statedParts(was, sources)
      .filter((part) => !still.includes(part))
      .map((part) => `as it was, ${part}`),
  ];
}

/** A question on which sources differ, the answer in force here, and the others. */
export interface OpenQuestion {
  readonly id: string;
  readonly says: string;
}

/** The questions that bear on this trace: those of the scoring, and of the rules that acted. */
export function openQuestions(trace: Trace): OpenQuestion[] {
  const { rulebook } = trace;
  const { scoring, questions } = rulebook;
  const asked = new Set(readingsIn({ scoring, rules: rulesActing(trace) }).map(({ question }) => question));
  return Object.entries(questions)
    .filter(([id]) => asked.has(id))
    .map(([id, { asks, answers, default: here }]) => {
      const others = Object.entries(answers)
        .filter(([label]) => label !== here)
        .map(([, says]) => says);
      const ground = chosenSays(rulebook, id);
      return {
        id,
        says: `${asks} Here: ${answers[here]}${ground === null ? "" : ` (${ground})`}. Also: ${others.join("; or ")}.`,
      };
    });
}

/** Why the answer in force is that one; `null` where the pack does not say, or where somebody has answered otherwise. */
export function chosenSays(rulebook: Rulebook, id: string): string | null {
  const { chosen, default: here } = rulebook.questions[id]!;
  const isReading = readingsIn(rulebook).some(({ question, label }) => question === id && label === here);
  return chosen === undefined || isReading ? null : CHOSEN_SAYS[chosen];
}

const CHOSEN_SAYS: Record<GroundOfAnswer, string> = {
  text: "an official text says so",
  sources: "the sources say so, or most of them",
  silent: "no source settles it: what costs the person least",
  power: "a power, which nobody uses here",
};

function readingsIn({ scoring, rules }: Pick<Rulebook, "scoring" | "rules">): Pick<Reading, "question" | "label">[] {
  return [...(scoring?.readings ?? []), ...rules.flatMap((rule) => rule.readings ?? [])];
}
