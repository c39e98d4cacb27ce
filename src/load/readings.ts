import type { Parsed, Problem } from "../model/problem.ts";
import type { Rule } from "../model/rule.ts";
import type { Question, Rulebook, Scoring } from "../model/rulebook.ts";
import { amendedRule, amendedScoring } from "./amended.ts";
import { sealed } from "./assemble.ts";
import { firstOf } from "./fault.ts";
import type { Around } from "./meaning/citations.ts";
import { amendedFaults } from "./meaning/rule.ts";
import { amendedScoringFaults } from "./meaning/scoring.ts";
import { stackFaults } from "./meaning/stack.ts";
import { pathText } from "./place.ts";
import { adviceFor } from "./suggest.ts";

/**
 * The rulebook under other answers to its questions (question to label): every reading with one of
 * these answers is applied, in the order in which the rule gives them, and the answer becomes the one
 * in force. Give all answers at once, to the rulebook as it was loaded: a question that has been
 * answered otherwise before is refused, since the rule as it stood is gone.
 */
export function withReadings(rulebook: Rulebook, answers: Readonly<Record<string, string>>): Parsed<Rulebook> {
  const problems = Object.entries(answers).flatMap(([question, label]) => answerProblems(rulebook, question, label));
  if (problems.length > 0) return { ok: false, problems };

  const chosen = Object.entries(answers).filter(([question, label]) => rulebook.questions[question]!.default !== label);
  if (chosen.length === 0) return { ok: true, value: rulebook, notes: [] };
  const isChosen = (question: string, label: string): boolean =>
    chosen.some(([name, answer]) => name === question && answer === label);

  const scoring = rulebook.scoring === null ? null : readScoring(rulebook.scoring, isChosen);
  const rules = rulebook.rules.map((rule) => readRule(rule, isChosen));
  const questions = Object.fromEntries(
    Object.entries(rulebook.questions).map(([name, question]): [string, Question] => [
      name,
      { ...question, default: Object.hasOwn(answers, name) ? answers[name]! : question.default },
    ]),
  );

  const faulty = resultProblems(rulebook, rules, scoring);
  return faulty.length > 0
    ? { ok: false, problems: firstOf(faulty) }
    : { ok: true, value: sealed({ ...rulebook, scoring, rules, questions }), notes: [] };
}

function readRule(rule: Rule, isChosen: (question: string, label: string) => boolean): Rule {
  return (rule.readings ?? []).filter(({ question, label }) => isChosen(question, label)).reduce(amendedRule, rule);
}

function readScoring(scoring: Scoring, isChosen: (question: string, label: string) => boolean): Scoring {
  return (scoring.readings ?? [])
    .filter(({ question, label }) => isChosen(question, label))
    .reduce(amendedScoring, scoring);
}

function answerProblems(rulebook: Rulebook, question: string, label: string): Problem[] {
  const asked = Object.hasOwn(rulebook.questions, question) ? rulebook.questions[question]! : undefined;
  if (asked === undefined) {
    return [
      problem(
        "readings/unknown-question",
        question,
        `The rulebook asks no question “${question}”.`,
        adviceFor(question, Object.keys(rulebook.questions)),
      ),
    ];
  }
  if (!Object.hasOwn(asked.answers, label)) {
    return [
      problem(
        "readings/unknown-answer",
        question,
        `“${label}” is no answer to “${question}”.`,
        adviceFor(label, Object.keys(asked.answers)),
      ),
    ];
  }
  const readings = [...(rulebook.scoring?.readings ?? []), ...rulebook.rules.flatMap((rule) => rule.readings ?? [])];
  if (
    label !== asked.default &&
    readings.some((reading) => reading.question === question && reading.label === asked.default)
  ) {
    return [
      problem(
        "readings/already-answered",
        question,
        `“${question}” has been answered “${asked.default}” before, and what stood there is gone.`,
        "Give all answers at once, to the rulebook as it was loaded.",
      ),
    ];
  }
  return [];
}

/** Each reading is right on its own (that was checked at load); several together may not be. */
function resultProblems(rulebook: Rulebook, rules: readonly Rule[], scoring: Scoring | null): Problem[] {
  const around: Around = { sources: Object.keys(rulebook.sources), questions: rulebook.questions };
  const { id } = rulebook;
  return [
    ...rules
      .filter((rule, index) => rule !== rulebook.rules[index])
      .flatMap(({ pack: _pack, ...rule }) =>
        amendedFaults(rule, around).map((fault) =>
          problem(fault.code, `${rule.id} ${pathText(fault.path)}`, fault.message, fault.advice, id),
        ),
      ),
    ...(scoring === null || scoring === rulebook.scoring
      ? []
      : amendedScoringFaults(scoring, around).map((fault) =>
          problem(fault.code, `scoring ${pathText(fault.path)}`, fault.message, fault.advice, id),
        )),
    ...stackFaults(rules, scoring).map((fault) =>
      problem(fault.code, `${fault.rule} ${pathText(fault.path)}`, fault.message, fault.advice, id),
    ),
  ];
}

function problem(code: string, path: string, message: string, advice: string, file = "readings"): Problem {
  return { code, at: { file, line: 1, column: 1, path }, message, advice, severity: "problem" };
}
