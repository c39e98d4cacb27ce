import type { Measure } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Month } from "../model/story-time.ts";
import { closing, ranAway, type Trace } from "../model/trace.ts";
import { DOOR_NAMES, type Door, type Purpose } from "../model/vocabulary/doors.ts";
import type { LifeEventKind } from "../model/vocabulary/events.ts";
import { hasLapsed, lossAt } from "./harms.ts";
import { type Spell, spellsOf } from "./months.ts";

/** An attempt that was refused; two lives are compared by it. `line` is its line in the fixture, `null` where a rule led to it. */
export interface Denial {
  readonly month: Month;
  readonly door: Door;
  readonly purpose: Purpose;
  readonly line: number | null;
}

export interface Loss {
  readonly month: Month;
  readonly event: LifeEventKind;
}

/** Months, both included, at whose end some door was shut. */
export type Span = readonly [from: Month, to: Month];

/** What a life came to, small enough to keep by the ten thousand. The kinds of harm are never added together. */
export interface Outcome {
  readonly tried: number;
  readonly denials: readonly Denial[];
  readonly losses: readonly Loss[];
  /** When at least one door was shut. */
  readonly shut: readonly Span[];
  /** For each door that ever was shut, at how many month ends. */
  readonly doors: readonly { readonly door: Door; readonly months: number }[];
  /** Month ends with stricter checks at some door, and with priority at some door; neither is a harm by itself. */
  readonly checked: number;
  readonly preferred: number;
  /** Points; `null` where the rulebook keeps none. */
  readonly score: number | null;
  readonly lowest: number | null;
  readonly class: string | null;
  readonly worst: string | null;
  readonly ranAway: boolean;
}

/** Reads a trace, with or without findings; the counts are those of its ledger. */
export function outcomeOf(trace: Trace): Outcome {
  const { rulebook, entries } = trace;
  const denials: Denial[] = [];
  const losses: Loss[] = [];
  let tried = 0;
  let lowest = trace.opening.score;
  let worst = placeOf(trace, trace.opening.class);
  for (const entry of entries) {
    const { happening, month, after } = entry;
    if (happening.kind === "attempt" && !hasLapsed(entry)) {
      tried++;
      const { door, purpose, origin } = happening;
      if (entry.effects.some(({ kind }) => kind === "denied"))
        denials.push({ month, door, purpose, line: origin.kind === "exogenous" ? origin.line : null });
    }
    const loss = lossAt(entry);
    if (loss !== null) losses.push({ month, event: loss });
    if (after.score !== null && after.score < lowest!) lowest = after.score;
    worst = Math.max(worst, placeOf(trace, after.class));
  }
  const end = closing(trace);
  return {
    tried,
    denials,
    losses,
    ...measuresIn(trace),
    score: end.score,
    lowest,
    class: end.class,
    worst: rulebook.scoring?.classes[worst]?.id ?? null,
    ranAway: ranAway(trace),
  };
}

/** The place of a class among the bands, from 0 for the highest. */
function placeOf({ rulebook }: Trace, id: string | null): number {
  return rulebook.scoring?.classes.findIndex((band) => band.id === id) ?? -1;
}

/** What doors were under, as it stood at the end of each month. */
function measuresIn(trace: Trace): Pick<Outcome, "shut" | "doors" | "checked" | "preferred"> {
  const doors = new Map<Door, number>();
  const shut: Span[] = [];
  let [checked, preferred] = [0, 0];
  let before: Spell["inForce"] | undefined;
  let measures: readonly Measure[] = [];
  let closed: ReadonlySet<Door> = new Set();
  for (const { from, to, inForce } of spellsOf(trace)) {
    if (inForce !== before) {
      measures = [...inForce.keys()].map((id) => ruleNamed(trace.rulebook, id).then as Measure);
      closed = new Set(measures.flatMap(({ closes = [] }) => closes));
      before = inForce;
    }
    const months = to - from + 1;
    for (const door of closed) doors.set(door, (doors.get(door) ?? 0) + months);
    if (closed.size > 0 && shut.at(-1)?.[1] === from - 1) shut.push([shut.pop()![0], to]);
    else if (closed.size > 0) shut.push([from, to]);
    if (measures.some(({ scrutinises = [] }) => scrutinises.length > 0)) checked += months;
    if (measures.some(({ prefers = [] }) => prefers.length > 0)) preferred += months;
  }
  return {
    shut,
    doors: DOOR_NAMES.flatMap((door) => (doors.has(door) ? [{ door, months: doors.get(door)! }] : [])),
    checked,
    preferred,
  };
}

/** How many month ends some door was shut. */
export function monthsShut({ shut }: Pick<Outcome, "shut">): number {
  return shut.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** The kinds of harm, which are counted apart and never added together. */
export const HARM_KINDS = ["denied", "months", "losses"] as const;
export type HarmKind = (typeof HARM_KINDS)[number];

/** The harms of each kind. */
export type HarmCounts = Readonly<Record<HarmKind, number>>;

export function harmCounts(outcome: Pick<Outcome, "denials" | "shut" | "losses">): HarmCounts {
  return { denied: outcome.denials.length, months: monthsShut(outcome), losses: outcome.losses.length };
}

/** The months of an outcome, one by one. */
export function monthsOf({ shut }: Pick<Outcome, "shut">): Month[] {
  return shut.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

/** What tells one denial, or one loss, from another. */
export function denialKey({ month, door, purpose, line }: Denial): string {
  return `${month} ${door} ${purpose} ${line ?? "-"}`;
}

export function lossKey({ month, event }: Loss): string {
  return `${month} ${event}`;
}

/** Harms of the one outcome that the other does not have. */
export interface Harms {
  readonly denials: readonly Denial[];
  readonly losses: readonly Loss[];
  readonly months: readonly Month[];
}

/** Harms in `these` that are not in `those`: with the baseline first those that vanish, with it second those that appear. */
export function harmsOnlyIn(these: Outcome, those: Outcome): Harms {
  const denied = new Set(those.denials.map(denialKey));
  const lost = new Set(those.losses.map(lossKey));
  const shut = new Set(monthsOf(those));
  return {
    denials: these.denials.filter((each) => !denied.has(denialKey(each))),
    losses: these.losses.filter((each) => !lost.has(lossKey(each))),
    months: monthsOf(these).filter((month) => !shut.has(month)),
  };
}

export function hasHarms({ denials, losses, months }: Harms): boolean {
  return denials.length + losses.length + months.length > 0;
}

const FATES = new WeakMap<Outcome, string>();

/** Two lives of the same fate differ in nothing but points. */
export function fateOf(outcome: Outcome): string {
  const known = FATES.get(outcome);
  if (known !== undefined) return known;
  const { score: _score, lowest: _lowest, ...fate } = outcome;
  const text = JSON.stringify(fate);
  FATES.set(outcome, text);
  return text;
}

export function sameOutcome(one: Outcome, other: Outcome): boolean {
  return one === other || (one.score === other.score && one.lowest === other.lowest && fateOf(one) === fateOf(other));
}
