import type { FactValue } from "./facts.ts";
import type { Persona } from "./persona.ts";
import type { RuleId, Told } from "./rule.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Month } from "./story-time.ts";
import type { Circumstances } from "./vocabulary/circumstances.ts";
import type { Door, Purpose } from "./vocabulary/doors.ts";
import type { InternalEventKind, LifeEventKind } from "./vocabulary/events.ts";
import type { ListId } from "./vocabulary/lists.ts";

/** Raised when a reader of an older trace could misunderstand a newer one. */
export const TRACE_VERSION = 4;

/**
 * `15.4`: the fourth effect of entry 15. `15.0` is what happened at entry 15 itself, and `0.0` the
 * opening. Causes point at effects, never at whole entries.
 */
export type EffectId = string;

/** One persona's life, read through one rulebook. Everything else here makes, compares or draws one. */
export interface Trace {
  readonly traceVersion: typeof TRACE_VERSION;
  readonly notice: string;
  readonly rulebook: Rulebook;
  readonly persona: Persona;
  /** The last month replayed; of a rulebook that never settles, the one in which it was stopped. */
  readonly until: Month;
  /** Before anything happened. */
  readonly opening: Standing;
  /** In order of time. Entry 0 is the opening. */
  readonly entries: readonly Entry[];
  /** Moments at which rules were consulted and nothing came of it. */
  readonly quiet: readonly QuietMoment[];
}

/** What is on file at one moment. */
export interface Standing {
  /** Points; `null` where the rulebook keeps no score. */
  readonly score: number | null;
  readonly class: string | null;
  readonly lists: readonly { readonly list: ListId; readonly since: Month }[];
  /** Measures in force, by rule, in rulebook order. */
  readonly measures: readonly RuleId[];
  readonly circumstances: Circumstances;
}

export interface Entry {
  readonly seq: number;
  readonly month: Month;
  readonly happening: Happening;
  /** Rules consulted, in rulebook order within each phase. */
  readonly findings: readonly Finding[];
  readonly effects: readonly Effect[];
  readonly after: Standing;
}

/** What an entry is about; it is the effect `seq.0`. */
export type Happening = Caused &
  (
    | { readonly kind: "opening" }
    | { readonly kind: "life-event"; readonly event: LifeEventKind; readonly origin: Origin; readonly own: boolean }
    | { readonly kind: "attempt"; readonly door: Door; readonly purpose: Purpose; readonly origin: Origin }
    | { readonly kind: "internal"; readonly event: InternalEventKind; readonly subject: Subject }
    /** An effect that a rule decided on earlier comes due. */
    | { readonly kind: "deferred"; readonly rule: RuleId }
    /** Points return, or a term on a list ends. */
    | { readonly kind: "term"; readonly what: "points" | "list" }
    /** The year's classes are assigned. */
    | { readonly kind: "classification" }
    /** More than 2,000 entries: the rules named keep each other going. */
    | { readonly kind: "runaway"; readonly cycle: readonly RuleId[] }
  );

/** `exogenous`: in the fixture, as its line `line` (from 1). `derived`: led to by a rule. */
export type Origin =
  | { readonly kind: "exogenous"; readonly line: number; readonly occasionedBy: number | null }
  | { readonly kind: "derived" };

/** What an internal event is about. */
export interface Subject {
  readonly list?: ListId;
  readonly measure?: RuleId;
  readonly conduct?: LifeEventKind | null;
  readonly points?: number;
  readonly previousClass?: string;
  /** What the person is told of it. */
  readonly told?: Told;
}

/** Effects this goes back to, the trigger first. Empty for a root. */
export interface Caused {
  readonly because: readonly EffectId[];
}

/** What the engine answered for one rule. */
export interface Finding {
  readonly rule: RuleId;
  readonly matched: boolean;
  /** For each comparison of the rule, in reading order: what was met, and whether it held. */
  readonly met: readonly { readonly actual: FactValue; readonly holds: boolean }[];
}

export interface QuietMoment {
  readonly month: Month;
  /** The entry before. */
  readonly after: number;
  readonly event: InternalEventKind;
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

export type Effect = Caused & { readonly id: EffectId; readonly told: Told } & (
    | Posting
    | { readonly kind: "struck"; readonly rule: RuleId; readonly of: LifeEventKind }
    | {
        readonly kind: "enlisted";
        readonly rule: RuleId;
        readonly list: ListId;
        /** `null`: no end; `unknown`: there is one, and nothing says when. */
        readonly until: Month | null | "unknown";
        readonly first: boolean;
      }
    /** All grounds ended, or those that the rule `ground` entered; with the last one the list is left. */
    | {
        readonly kind: "delisted";
        readonly rule: RuleId | null;
        readonly list: ListId;
        readonly ground: RuleId | null;
        readonly last: boolean;
      }
    | { readonly kind: "class-moved"; readonly from: string; readonly to: string }
    | { readonly kind: "imposed"; readonly rule: RuleId }
    | { readonly kind: "lifted"; readonly rule: RuleId }
    /** A ground ended but the state goes on: from now on it goes back to `because`. */
    | { readonly kind: "rests"; readonly on: "list"; readonly list: ListId }
    | { readonly kind: "rests"; readonly on: "class"; readonly class: string }
    | { readonly kind: "rests"; readonly on: "measure"; readonly rule: RuleId }
    | { readonly kind: "denied"; readonly door: Door; readonly measures: readonly RuleId[] }
    /** Measures that shut the door do not deny this attempt. */
    | { readonly kind: "permitted"; readonly rule: RuleId; readonly door: Door; readonly measures: readonly RuleId[] }
    | { readonly kind: "led"; readonly rule: RuleId; readonly to: LedTo; readonly due: Month }
    /** Nothing was changed: the rule has a sentence to say of what happened here. */
    | { readonly kind: "remarked"; readonly rule: RuleId }
    /** Decided now, to take effect later. */
    | { readonly kind: "deferred"; readonly rule: RuleId; readonly due: Month }
    /** What was due does not come about; or, with a rule, what it leads to has come about already. */
    | {
        readonly kind: "lapsed";
        readonly rule: RuleId | null;
        readonly to: LedTo;
        readonly why: "needs" | "unchanged" | "already";
      }
  );

/** One movement of points, as in bookkeeping. */
export interface Posting {
  readonly kind: "posting";
  /** Whole points, not 0. */
  readonly points: number;
  readonly reason: "rule" | "expiry" | "strike" | "floor" | "ceiling";
  /** The rule that posted, or that posted what is reversed. */
  readonly rule: RuleId;
  /** The posting that this one reverses or limits. */
  readonly of: EffectId | null;
  /** When what is outstanding of it returns. */
  readonly expires: Month | null;
  /** The conduct it is on file for. */
  readonly conduct: LifeEventKind | null;
}

export type LedTo = { readonly event: LifeEventKind } | { readonly attempt: Door; readonly purpose: Purpose };

/** The standing after the last entry. */
export function closing(trace: Trace): Standing {
  return trace.entries.at(-1)?.after ?? trace.opening;
}

/** Whether the rulebook never settled. */
export function ranAway(trace: Trace): boolean {
  return trace.entries.at(-1)?.happening.kind === "runaway";
}
