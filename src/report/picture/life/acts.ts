import { hasLapsed, lossAt } from "../../../analysis/harms.ts";
import type { Month } from "../../../model/story-time.ts";
import type { Effect, Entry, Posting, Trace } from "../../../model/trace.ts";
import { happeningNoun } from "../../wording.ts";

/** What moved points or standing, or a loss: one event, or the same one several times, never half a year apart. */
export interface Act {
  readonly noun: string;
  /** One for each time. */
  readonly times: readonly Time[];
}

export interface Time {
  readonly seq: number;
  readonly month: Month;
  /** Points that rules moved there. */
  readonly points: number;
  readonly before: number | null;
  /** After it. */
  readonly score: number | null;
  /** In the story as given, and not led to by a rule. */
  readonly given: boolean;
}

/** The acts and decisions from which something followed on file; repeats that are not far apart are one. */
export function actsIn(trace: Trace): Act[] {
  return gathered(trace.entries.filter((entry) => entry.seq > 0 && acts(entry)));
}

/** Losses that a rule led to. */
export function lossesIn(trace: Trace): Act[] {
  return gathered(trace.entries.filter((entry) => lossAt(entry) !== null));
}

function acts(entry: Entry): boolean {
  if (hasLapsed(entry) || lossAt(entry) !== null) return entry.effects.some(isPosting);
  return entry.happening.kind === "life-event" ? entry.effects.some(tells) : entry.effects.some(isPosting);
}

function isPosting(effect: Effect): boolean {
  return effect.kind === "posting" && effect.reason === "rule";
}

function tells({ kind }: Effect): boolean {
  return kind !== "led" && kind !== "remarked" && kind !== "lapsed" && kind !== "rests" && kind !== "deferred";
}

/** Months between two of a kind that are still told as one. */
const NEAR = 6;

function gathered(entries: readonly Entry[]): Act[] {
  const acts: { noun: string; times: Time[] }[] = [];
  for (const entry of entries) {
    const noun = happeningNoun(entry.happening);
    const time = timeOf(entry);
    const before = acts.findLast((act) => act.noun === noun && act.times[0]!.given === time.given);
    if (before !== undefined && time.month - before.times.at(-1)!.month <= NEAR) before.times.push(time);
    else acts.push({ noun, times: [time] });
  }
  return acts;
}

function timeOf(entry: Entry): Time {
  const postings = entry.effects.filter((effect) => effect.kind === "posting");
  const sum = (of: readonly Posting[]): number => of.reduce((points, each) => points + each.points, 0);
  const { score } = entry.after;
  return {
    seq: entry.seq,
    month: entry.month,
    points: sum(postings.filter(({ reason }) => reason === "rule")),
    before: score === null ? null : score - sum(postings),
    score,
    given: "origin" in entry.happening && entry.happening.origin.kind === "exogenous",
  };
}
