import type { Evidence } from "./evidence.ts";
import type { NumberNote, Patch, Reading, Rule, RuleId } from "./rule.ts";

/** A class and the lowest score in it; the last class has none (`null`) and takes all below. */
export interface Class {
  readonly id: string;
  readonly label: string;
  readonly chinese?: string;
  readonly min: number | null;
}

/** How points are kept. Only one pack of a rulebook may say so; a rulebook without it keeps no score. */
export interface Scoring {
  /** Points at the start, 0 to 10,000. */
  readonly opening: number;
  /** Highest first, with strictly falling `min`. */
  readonly classes: readonly Class[];
  /** `at-once`: the class follows each entry. `yearly`: it is assigned in the first month of a year. */
  readonly assigned: "at-once" | "yearly";
  /** Months (1 to 120) until a deduction returns, where its rule does not say; `null`: it does not come back by itself. */
  readonly deductionsReturnAfterMonths?: number | null;
  readonly floor?: number;
  readonly ceiling?: number;
  readonly numbers: Partial<Record<ScoringNumber, NumberNote>>;
  /** Each amends this object. */
  readonly readings?: readonly Reading<Patch>[];
}

export const SCORING_NUMBERS = [
  "opening",
  "classes",
  "assigned",
  "deductionsReturnAfterMonths",
  "floor",
  "ceiling",
] as const;
export type ScoringNumber = (typeof SCORING_NUMBERS)[number];

/** A source, as it is called where it is cited. */
export interface SourceHeading {
  readonly title: string;
  /** An address or shelf mark as printed; nothing here is ever fetched. */
  readonly where?: string;
  /** How much of it was seen. */
  readonly seen: string;
}

export interface Source extends SourceHeading {
  /** What is cited of it, by name: an article, a page, a clause. */
  readonly places: Readonly<Record<string, string>>;
}

/**
 * Why an answer is the one in force: an official text that was seen says so; most sources do; all are
 * silent, and it costs the person least; a text gives a power (“may”), and no story says that it is used.
 */
export const GROUNDS_OF_ANSWERS = ["text", "sources", "silent", "power"] as const;
export type GroundOfAnswer = (typeof GROUNDS_OF_ANSWERS)[number];

/** Whoever may, and need not. */
export const POWERS = ["court", "bank"] as const;
export type Power = (typeof POWERS)[number];

/** A question on which sources differ, and the answers to it. `default` is the label in force here. */
export interface Question {
  readonly asks: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly default: string;
  /** Why the answer that the pack gives is that one. */
  readonly chosen?: GroundOfAnswer;
  /** Whose power the other answers would use; given where, and only where, `chosen` is `power`. */
  readonly power?: Power;
}

/** One rule book as data. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** What it is called in a sentence: “the court's list”; its id where absent. */
  readonly short?: string;
  readonly about: string;
  readonly asOf: string;
  readonly scoring?: Scoring;
  readonly sources: Readonly<Record<string, Source>>;
  readonly questions: Readonly<Record<string, Question>>;
  readonly unknowns: readonly string[];
  readonly rules: readonly Rule[];
}

/** What a trace says of a pack that it was made with. */
export interface PackHeading extends Pick<Pack, "id" | "version" | "title" | "short" | "about" | "asOf" | "unknowns"> {
  /** Of an overlay: on what the edit as a whole rests, what it takes out among it; a pack has none. */
  readonly rests?: NumberNote;
}

/** Packs replayed together, flattened: rules in the order of their packs. */
export interface Rulebook {
  readonly id: string;
  readonly title: string;
  /** What a composite must say of itself; `null` for a single pack. */
  readonly warning: string | null;
  readonly packs: readonly PackHeading[];
  readonly scoring: Scoring | null;
  readonly sources: Readonly<Record<string, Source>>;
  readonly questions: Readonly<Record<string, Question>>;
  readonly rules: readonly Rule[];
  /** SHA-256 over all of the above, in hexadecimal. */
  readonly digest: string;
}

/** The class of a score: the first whose `min` it reaches. */
export function classOf(scoring: Scoring, score: number): string {
  return scoring.classes.find((band) => band.min === null || score >= band.min)!.id;
}

/** How well the bounds of the classes are known; `invented` where nothing is said of them. */
export function boundsEvidence({ numbers }: Scoring): Evidence {
  return numbers.classes?.evidence ?? "invented";
}

/** Whether a class stands below another; both are the rulebook's own. */
export function isWorse({ scoring }: Pick<Rulebook, "scoring">, id: string, than: string): boolean {
  const bands = scoring!.classes.map((band) => band.id);
  return bands.indexOf(id) > bands.indexOf(than);
}

/** Asked for thousands of times for one page; beside the rulebook, which has to survive JSON. */
const BY_ID = new WeakMap<readonly Rule[], ReadonlyMap<RuleId, Rule>>();

export function ruleNamed({ id: rulebook, rules }: Pick<Rulebook, "id" | "rules">, id: RuleId): Rule {
  const known = BY_ID.get(rules) ?? new Map(rules.map((rule) => [rule.id, rule]));
  BY_ID.set(rules, known);
  const found = known.get(id);
  if (found === undefined) throw new Error(`no rule ${id} in rulebook ${rulebook}`);
  return found;
}
