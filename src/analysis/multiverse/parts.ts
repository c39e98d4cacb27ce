import { leavesOf, NEVER } from "../../model/condition.ts";
import { listsRead } from "../../model/permits.ts";
import type { Parsed } from "../../model/problem.ts";
import {
  type Measure,
  onlyRemarks,
  type Permit,
  type Reading,
  type Remark,
  type Rule,
  type RuleId,
  type Then,
} from "../../model/rule.ts";
import type { Rulebook, Scoring } from "../../model/rulebook.ts";
import { phaseOf } from "../lab.ts";
import {
  allows,
  type Answers,
  answersOf,
  type Box,
  type Choice,
  choices,
  combinations,
  type OpenQuestion,
} from "./space.ts";

/** A rulebook under other answers to its open questions. */
export interface Reads {
  read(answers: Answers): Parsed<Rulebook>;
  /**
   * One rule by itself; `null` where the answers spoil it, whatever is answered about other parts. One that they
   * take out asks what is never so.
   */
  rule(id: RuleId, answers: Answers): Rule | null;
  scoring(answers: Answers): Scoring | null;
  /** Whether versions of the parts, each sound by itself, may spoil the rulebook together. Where it says no, none do. */
  mayClash(rules: readonly (readonly Rule[])[], scorings: readonly Scoring[]): boolean;
}

/** A rule, or the scoring, as it reads with one answer to each open question that bears on it. */
interface Version<T> {
  /** The answers, in the order of the questions of the part. */
  readonly places: Choice;
  readonly part: T;
}

/** A rule or the scoring, and what the open questions can make of it. */
export interface Part<T> {
  /** The open questions that bear on it; first the one that is read last, and so over the others. */
  readonly questions: readonly number[];
  /** All versions but those that are faulty by themselves. */
  readonly versions: readonly Version<T>[];
  /** Whether there are such. */
  readonly faulty: boolean;
}

/** The parts of a rulebook on which open questions bear. */
export interface Parts {
  readonly rules: ReadonlyMap<RuleId, Part<Rule>>;
  readonly scoring: Part<Scoring> | null;
}

/** More versions of one part are not looked at. */
const MOST_VERSIONS = 4096;

/** The parts, or the questions that make too many versions of one of them. */
export function partsOf(
  { rules, scoring }: Rulebook,
  open: readonly OpenQuestion[],
  reads: Reads,
): Parts | { readonly tooMany: readonly OpenQuestion[] } {
  const bearing = [scoring, ...rules].map((part) => questionsOn(part?.readings ?? [], open));
  const tooMany = bearing.find((questions) => combinations(questions.map((at) => open[at]!)) > MOST_VERSIONS);
  if (tooMany !== undefined) return { tooMany: tooMany.map((at) => open[at]!) };
  const [onScoring, ...onRules] = bearing as [number[], ...number[][]];
  return {
    scoring: onScoring.length === 0 ? null : partOf(onScoring, open, (answers) => reads.scoring(answers)),
    rules: new Map(
      onRules.flatMap((questions, at) =>
        questions.length === 0
          ? []
          : [[rules[at]!.id, partOf(questions, open, (answers) => reads.rule(rules[at]!.id, answers))]],
      ),
    ),
  };
}

function questionsOn(readings: readonly Reading[], open: readonly OpenQuestion[]): number[] {
  const asked = readings.map(({ question }) => open.findIndex(({ id }) => id === question));
  return [...new Set(asked.toReversed())].filter((at) => at !== -1);
}

function partOf<T>(
  questions: readonly number[],
  open: readonly OpenQuestion[],
  read: (answers: Answers) => T | null,
): Part<T> {
  const asked = questions.map((at) => open[at]!);
  const all = choices(asked).map((places) => ({ places, part: read(answersOf(asked, places)) }));
  const versions = all.filter((version): version is Version<T> => version.part !== null);
  return { questions, versions, faulty: versions.length < all.length };
}

/** The versions of a part that readings of the box take. */
export function versionsIn<T>({ questions, versions }: Part<T>, box: Box): Version<T>[] {
  return versions.filter(({ places }) => allows(box, questions, places));
}

/**
 * The questions on which it hangs, within the box, what `aspect` finds in the part: the others held,
 * their answers change it. First the one that is read last. None where it is the same in all versions.
 */
export function questionsBehind<T>(part: Part<T>, box: Box, aspect: (part: T) => unknown): number[] {
  const found = versionsIn(part, box).map(({ places, part: version }) => ({ places, is: aspect(version) }));
  if (new Set(found.map(({ is }) => is)).size < 2) return [];
  const free = [...part.questions.keys()].filter((at) => box[part.questions[at]!] === null);
  const behind = free.filter((at) => {
    const besides = new Map<string, unknown>();
    return found.some(({ places, is }) => {
      const key = places.toSpliced(at, 1).join(" ");
      const differs = besides.has(key) && besides.get(key) !== is;
      besides.set(key, is);
      return differs;
    });
  });
  // Two versions may differ that are joined by faulty ones alone.
  const questions = behind.length > 0 ? behind : free;
  return questions.map((at) => part.questions[at]!);
}

/** A rule by what it asks, and by the phase of a moment in which it is asked. One that only remarks is as good as gone. */
export function wordingOf(rule: Rule): string {
  return remembered(WORDINGS, rule, ({ id, when }) =>
    JSON.stringify(onlyRemarks(rule) || when === NEVER ? [id] : [id, phaseOf(rule), when]),
  );
}

/** What a rule does when it matches, but for the months after which; of a measure, also what permits may go by. */
export function deedOf(rule: Rule): string {
  return remembered(DEEDS, rule, ({ when, then }) => {
    const { afterMonths: _after, termMonths: _term, expiresAfterMonths: _expires, ...deed } = monthsOf(then);
    return JSON.stringify([deed, then.kind === "measure" ? [...new Set(listsRead(when))].sort() : null]);
  });
}

/** The months in an effect, of whatever kind it is. */
export function monthsOf(then: Then): {
  readonly afterMonths?: number;
  readonly termMonths?: number | "unknown";
  readonly expiresAfterMonths?: number;
} {
  return then as Exclude<Then, Measure | Remark | Permit>;
}

/** Versions are asked about in every box. */
const WORDINGS = new WeakMap<Rule, string>();
const DEEDS = new WeakMap<Rule, string>();

function remembered(memory: WeakMap<Rule, string>, rule: Rule, say: (rule: Rule) => string): string {
  const known = memory.get(rule) ?? say(rule);
  memory.set(rule, known);
  return known;
}

/**
 * A measure that reads measures is settled together with them, from none in force upwards: what it would
 * answer with other words cannot be asked beside that.
 */
export function readsMeasures({ when, then }: Rule): boolean {
  return then.kind === "measure" && leavesOf(when).some(({ fact }) => fact === "measures");
}

/** Every wording that can be asked beside the one in force, of the rules that have more than one; one version of each. */
export function wordingsOf({ rules }: Parts): Rule[] {
  return [...rules.values()].flatMap(({ versions }) => {
    const wordings = new Map(versions.map(({ part }) => [wordingOf(part), part]));
    return wordings.size < 2 ? [] : [...wordings.values()].filter((rule) => !readsMeasures(rule));
  });
}
