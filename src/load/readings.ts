import type { Parsed, Problem } from "../model/problem.ts";
import { NEVER } from "../model/condition.ts";
import { bearingOf, type Reading, type Rule, type RuleId } from "../model/rule.ts";
import type { Question, Rulebook, Scoring } from "../model/rulebook.ts";
import { amendedScoring, readRule } from "./amended.ts";
import { sealed } from "./assemble.ts";
import { firstOf } from "./fault.ts";
import { partAt } from "./layer.ts";
import type { Around } from "./meaning/citations.ts";
import { amendedFaults } from "./meaning/rule.ts";
import { amendedScoringFaults } from "./meaning/scoring.ts";
import { mayClash, type RuleFault, stackFaults } from "./meaning/stack.ts";
import { answerProblems, resultProblem } from "./reading-problems.ts";

/** Answers by question; where one is not named, the answer in force stays. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The rulebook under other answers to its questions (question to label): every reading with one of
 * these answers is applied, in the order in which the rule gives them, and the answer becomes the one
 * in force. Give all answers at once, to the rulebook as it was loaded: a question that has been
 * answered otherwise before is refused, since the rule as it stood is gone.
 */
export function withReadings(rulebook: Rulebook, answers: Answers): Parsed<Rulebook> {
  const parsed = readingsOf(rulebook).read(answers);
  return parsed.ok && parsed.value !== rulebook ? { ...parsed, value: sealed(parsed.value) } : parsed;
}

/** All readings of a rulebook; asked twice for one rulebook, the same ones, with what they have made. */
export function readingsOf(rulebook: Rulebook): Readings {
  const known = READINGS.get(rulebook);
  if (known !== undefined) return known;
  const readings = new Readings(rulebook);
  READINGS.set(rulebook, readings);
  return readings;
}

const READINGS = new WeakMap<Rulebook, Readings>();

/** A part of the rulebook under some of its readings, and what is wrong with it then. */
interface Read<T> {
  /** The same for the same readings; empty where none applies. */
  readonly key: string;
  readonly part: T;
  readonly problems: readonly Problem[];
}

/**
 * Reads one rulebook under any number of answers. What some readings make of a rule is made and
 * checked once: under all answers that agree on it the rule is the very same value.
 */
export class Readings {
  readonly #rulebook: Rulebook;
  readonly #around: Around;
  /** Questions whose answer in force is a reading already. */
  readonly #spent: ReadonlySet<string>;
  readonly #rules: readonly Map<string, Read<Rule | null>>[];
  readonly #scorings = new Map<string, Read<Scoring>>();
  readonly #stacks = new Map<string, readonly RuleFault[]>();

  constructor(rulebook: Rulebook) {
    const { rules, scoring, sources, questions } = rulebook;
    this.#rulebook = rulebook;
    this.#around = { sources };
    this.#rules = rules.map(() => new Map());
    this.#spent = new Set(
      [...(scoring?.readings ?? []), ...rules.flatMap((rule) => rule.readings ?? [])]
        .filter(({ question, label }) => Object.hasOwn(questions, question) && questions[question]!.default === label)
        .map(({ question }) => question),
    );
  }

  /** As `withReadings`, but unsealed: the digest is still that of the rulebook as it was loaded. */
  read(answers: Answers): Parsed<Rulebook> {
    const rulebook = this.#rulebook;
    const wrong = Object.entries(answers).flatMap(([question, label]) =>
      answerProblems(rulebook, question, label, this.#spent),
    );
    if (wrong.length > 0) return { ok: false, problems: wrong };
    const chosen = this.#chosen(answers);
    if (chosen.size === 0) return { ok: true, value: rulebook, notes: [] };

    const parts: string[] = [];
    const problems: Problem[] = [];
    const rules = rulebook.rules.flatMap((rule, at) => {
      const { part, problems: faults, key } = this.#ruleUnder(at, chosen);
      problems.push(...faults);
      if (part?.when !== rule.when || bearingOf(part) !== bearingOf(rule)) parts.push(`${at}:${key}`);
      return part ?? [];
    });
    const scored = this.#scoringUnder(chosen);
    problems.push(...(scored?.problems ?? []));
    if (scored !== null && scored.part.classes !== rulebook.scoring!.classes) parts.push(`scoring:${scored.key}`);
    const scoring = scored?.part ?? null;
    // Only a rule gone, other conditions, effects of another bearing, or classes can spoil what rules say of each other.
    const faults = parts.length === 0 ? [] : once(this.#stacks, parts.join(" "), () => stackFaults(rules, scoring));
    problems.push(...faults.map((fault) => resultProblem(withGone(fault, rules, rulebook), fault.rule, rulebook)));
    if (problems.length > 0) return { ok: false, problems: firstOf(problems) };
    return { ok: true, value: { ...rulebook, scoring, rules, questions: answered(rulebook, chosen) }, notes: [] };
  }

  /**
   * One rule by itself; `null` where these answers spoil it, whatever is answered about the other parts.
   * One that they take out asks what is never so.
   */
  rule(id: RuleId, answers: Answers): Rule | null {
    const at = this.#rulebook.rules.findIndex((rule) => rule.id === id);
    const { part, problems } = this.#ruleUnder(at, this.#chosen(answers));
    return problems.length > 0 ? null : (part ?? { ...this.#rulebook.rules[at]!, when: NEVER });
  }

  /** The scoring by itself, likewise; `null` also where no score is kept. */
  scoring(answers: Answers): Scoring | null {
    const read = this.#scoringUnder(this.#chosen(answers));
    return read === null || read.problems.length > 0 ? null : read.part;
  }

  /** Whether versions of the parts, each sound by itself, may spoil the rulebook together; one of each is taken. */
  mayClash(rules: readonly (readonly Rule[])[], scorings: readonly Scoring[]): boolean {
    return mayClash(rules, scorings);
  }

  /** The answers that are not in force anyway. */
  #chosen(answers: Answers): Map<string, string> {
    const { questions } = this.#rulebook;
    return new Map(Object.entries(answers).filter(([question, label]) => questions[question]!.default !== label));
  }

  #ruleUnder(at: number, chosen: ReadonlyMap<string, string>): Read<Rule | null> {
    const rule = this.#rulebook.rules[at]!;
    const { key, readings } = applied(rule.readings, chosen);
    if (readings.length === 0) return { key, part: rule, problems: [] };
    return once(this.#rules[at]!, key, () => {
      const part = readings.reduce(readRule, rule as Rule | null);
      if (part === null) return { key, part, problems: [] };
      const { pack: _pack, amended: _amended, readings: _readings, ...file } = part;
      const faults = amendedFaults(file, this.#around);
      return { key, part, problems: faults.map((fault) => resultProblem(fault, rule.id, this.#rulebook)) };
    });
  }

  #scoringUnder(chosen: ReadonlyMap<string, string>): Read<Scoring> | null {
    const { scoring } = this.#rulebook;
    if (scoring === null) return null;
    const { key, readings } = applied(scoring.readings, chosen);
    if (readings.length === 0) return { key, part: scoring, problems: [] };
    return once(this.#scorings, key, () => {
      const part = readings.reduce(amendedScoring, scoring);
      const { readings: _readings, ...file } = part;
      const faults = amendedScoringFaults(file, this.#around);
      return { key, part, problems: faults.map((fault) => resultProblem(fault, "scoring", this.#rulebook)) };
    });
  }
}

/** Where a rule asks for one that these answers take out, that is said. */
function withGone(fault: RuleFault, rules: readonly Rule[], before: Rulebook): RuleFault {
  const named = partAt(
    rules.find(({ id }) => id === fault.rule),
    fault.path,
  );
  const isThere = (all: readonly Rule[]): boolean => all.some(({ id }) => id === named);
  return isThere(before.rules) && !isThere(rules)
    ? { ...fault, message: `${fault.message} Under these answers “${String(named)}” is not there.` }
    : fault;
}

/** The readings with one of these answers, in their order, and a key for just these. */
function applied<A>(
  all: readonly Reading<A>[] = [],
  chosen: ReadonlyMap<string, string>,
): { readonly key: string; readonly readings: readonly Reading<A>[] } {
  const places = [...all.keys()].filter((at) => chosen.get(all[at]!.question) === all[at]!.label);
  return { key: places.join(","), readings: places.map((at) => all[at]!) };
}

function answered({ questions }: Rulebook, chosen: ReadonlyMap<string, string>): Rulebook["questions"] {
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]): [string, Question] => [
      name,
      chosen.has(name) ? { ...question, default: chosen.get(name)! } : question,
    ]),
  );
}

function once<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
