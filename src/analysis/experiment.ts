import { NOTICE } from "../model/notice.ts";
import type { RuleId } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Month } from "../model/story-time.ts";
import type { NameId } from "../model/vocabulary/names.ts";
import type { Lab } from "./lab.ts";
import { type Harms, harmsOnlyIn, hasHarms, type Outcome, sameOutcome } from "./outcome.ts";

/** Raised when a reader of an older experiment could misunderstand a newer one. */
export const EXPERIMENT_VERSION = 1;

/**
 * Lives under variants of one rulebook, compared with the same lives under the rulebook itself. What
 * every question has in common; each adds its own answer, and its `kind`.
 */
export interface Experiment<Kind extends string = string> {
  readonly experimentVersion: typeof EXPERIMENT_VERSION;
  readonly kind: Kind;
  readonly notice: string;
  /** The baseline. */
  readonly rulebook: Rulebook;
  readonly personas: readonly { readonly id: string; readonly name: NameId }[];
  readonly until: Month;
  /** Under the baseline, in the order of the personas. */
  readonly baseline: readonly Outcome[];
  readonly searched: Searched;
}

/** What was tried, and of what. */
export interface Searched {
  /** Variants tried, and how many there are in the space that the question names. */
  readonly variants: number;
  readonly of: number;
  /** Ended before its time, by the reader. */
  readonly stopped: boolean;
  /** Lives that had to be known, and those of them that had to be replayed. */
  readonly lives: { readonly asked: number; readonly replayed: number };
}

/** What a variant changes for one persona. */
export interface PersonaChange {
  readonly persona: string;
  readonly outcome: Outcome;
  /** Harms of the baseline that are gone, and harms that it does not have. */
  readonly vanished: Harms;
  readonly appeared: Harms;
}

/** What differs between two lives of the same person; `null` where nothing does. */
export function changeFor(persona: string, before: Outcome, after: Outcome): PersonaChange | null {
  if (sameOutcome(before, after)) return null;
  return {
    persona,
    outcome: after,
    vanished: harmsOnlyIn(before, after),
    appeared: harmsOnlyIn(after, before),
  };
}

/** The personas for whom a variant changes something, in their order. */
export function changesUnder(lab: Lab, before: readonly Outcome[], after: readonly Outcome[]): PersonaChange[] {
  return after.flatMap((outcome, at) => changeFor(lab.personas[at]!.id, before[at]!, outcome) ?? []);
}

/** Whether more than points differs. */
export function touchesHarm({ vanished, appeared }: PersonaChange): boolean {
  return hasHarms(vanished) || hasHarms(appeared);
}

/**
 * Told how much of a long piece of work is done; answers whether to go on. It may take its time, so
 * that somebody who wants to stop is heard.
 */
export type Progress = (done: number, of: number) => boolean | Promise<boolean>;

/** Goes on to the end, and tells nobody. */
export const UNWATCHED: Progress = () => true;

/** The part of an experiment that does not depend on the question. */
export function experimentOn<Kind extends string>(
  kind: Kind,
  lab: Lab,
  baseline: readonly Outcome[],
  searched: Omit<Searched, "lives">,
): Experiment<Kind> {
  return {
    experimentVersion: EXPERIMENT_VERSION,
    kind,
    notice: NOTICE,
    rulebook: lab.rulebook,
    personas: lab.personas.map(({ id, name }) => ({ id, name })),
    until: lab.until,
    baseline,
    searched: { ...searched, lives: { asked: lab.asked, replayed: lab.replayed } },
  };
}

/** The rulebook without some rules; unsealed, and never printed. */
export function withoutRules(rulebook: Rulebook, gone: readonly RuleId[]): Rulebook {
  return { ...rulebook, rules: rulebook.rules.filter(({ id }) => !gone.includes(id)) };
}
