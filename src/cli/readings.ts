import type { Reads } from "../analysis/multiverse/parts.ts";
import { MOST_CELLS } from "../engine/cells.ts";
import { questionsOf } from "../engine/prepare.ts";
import { type Answers, readingsOf, withReadings } from "../load/readings.ts";
import type { Condition } from "../model/condition.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import type { Rule } from "../model/rule.ts";
import type { Class, Rulebook } from "../model/rulebook.ts";
import { CouldNotRun } from "./exit.ts";

/** What stands behind `--reading`, as answers by question. */
export function answersIn(given: readonly string[]): Answers {
  const answers = new Map<string, string>();
  for (const each of given) {
    const [, question, label] = /^([^=]+)=(.+)$/.exec(each) ?? [];
    if (question === undefined || label === undefined)
      throw new CouldNotRun(
        `“${each}” is no answer to a question; write question=answer, for instance extension=three-years`,
      );
    if (answers.has(question)) throw new CouldNotRun(`“${question}” is answered twice; answer each question once`);
    answers.set(question, label);
  }
  return Object.fromEntries(answers);
}

/** The rulebook with its open questions answered so. */
export function readUnder(rulebook: Rulebook, answers: Answers): Rulebook {
  const parsed = usable(withReadings(rulebook, answers), rulebook);
  if (parsed.ok) {
    refuseIdle(rulebook, answers);
    return parsed.value;
  }
  throw new CouldNotRun(parsed.problems.map(({ message, advice }) => `${message} ${advice}`).join("\n"));
}

/** An answer that changes nothing would be printed as if it held. */
function refuseIdle({ questions, scoring, rules }: Rulebook, answers: Answers): void {
  const readings = [scoring, ...rules].flatMap((part) => part?.readings ?? []);
  for (const [question, label] of Object.entries(answers))
    if (questions[question]!.default !== label && !readings.some((reading) => reading.question === question))
      throw new CouldNotRun(
        `no rule here hangs on “${question}” (an overlay may have settled it), so it cannot be answered otherwise; leave this --reading out`,
      );
}

/** Reads a rulebook under many answers one after the other; `given` holds in all of them. */
export function readingMany(rulebook: Rulebook, given: Answers): Reads {
  const readings = readingsOf(rulebook);
  return {
    read: (answers) => usable(readings.read({ ...answers, ...given }), rulebook),
    rule: (id, answers) => {
      const rule = readings.rule(id, { ...answers, ...given });
      return rule === null || (!asLoaded(rulebook).has(rule.when) && cellsOf(rule, rulebook) > MOST_CELLS)
        ? null
        : rule;
    },
    scoring: (answers) => readings.scoring({ ...answers, ...given }),
    mayClash: (rules, scorings) => readings.mayClash(rules, scorings),
  };
}

/** Only a reading can bring conditions that were not counted when the rulebook was loaded. */
function usable(parsed: Parsed<Rulebook>, before: Rulebook): Parsed<Rulebook> {
  if (!parsed.ok) return parsed;
  const known = asLoaded(before);
  const problems = parsed.value.rules.flatMap((rule): Problem[] => {
    if (known.has(rule.when)) return [];
    const cells = cellsOf(rule, before);
    if (cells <= MOST_CELLS) return [];
    return [
      {
        code: "rule/too-many-cells",
        at: { file: before.id, line: 1, column: 1, path: `${rule.id} when` },
        message: `So read, “${rule.id}” compares so many facts with so many values that ${cells} cases would have to be decided; at most ${MOST_CELLS} are.`,
        advice: "Split it into several rules.",
        severity: "problem",
      },
    ];
  });
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

function asLoaded({ rules }: Rulebook): ReadonlySet<Condition> {
  return new Set(rules.map(({ when }) => when));
}

const CELLS = new WeakMap<Condition, number>();

/** How many cases a condition may need, whichever classes there are: a reading may name others. */
function cellsOf(rule: Rule, { rules, scoring }: Rulebook): number {
  const known = CELLS.get(rule.when);
  if (known !== undefined) return known;
  const another: Class = { id: "", label: "", min: null };
  const cells = questionsOf(rule, {
    rules,
    scoring: scoring === null ? null : { ...scoring, classes: [...scoring.classes, another] },
  });
  CELLS.set(rule.when, cells);
  return cells;
}
