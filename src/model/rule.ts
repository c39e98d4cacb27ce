import type { Citation } from "./citation.ts";
import type { Condition } from "./condition.ts";
import { type Evidence, weakest } from "./evidence.ts";
import type { Door, Purpose } from "./vocabulary/doors.ts";
import type { LifeEventKind } from "./vocabulary/events.ts";
import type { ListId } from "./vocabulary/lists.ts";

/** `pack/name`, for instance `suining/loan-default`; unique in a rulebook. A measure bears its rule's id. */
export type RuleId = string;

/** An analysis may put copies in a rule's place. A copy is called after it, with a space between, which no rule of a file has. */
export function originalOf(id: RuleId): RuleId {
  return id.split(" ", 1)[0]!;
}

/** The standing in the sources of a number, or of what the person is told, apart from that of the conduct. */
export interface NumberNote {
  readonly evidence: Evidence;
  readonly citations: readonly Citation[];
  readonly comment?: string;
}

/** Numbers of an effect that carry a note of their own; `when` stands for those of the conditions. */
export const NUMBER_NAMES = ["points", "expiresAfterMonths", "termMonths", "afterMonths", "when"] as const;
export type NumberName = (typeof NUMBER_NAMES)[number];

/** A JSON Merge Patch (RFC 7396); on a rule, `null` takes the rule out. */
export type Patch = Readonly<Record<string, unknown>>;

/** What stands under one answer to a question on which sources differ. */
export interface Reading<Amend = Patch | null> {
  readonly question: string;
  readonly label: string;
  readonly amend: Amend;
  readonly citations: readonly Citation[];
}

/** Waits this many months (0 to 120) before it takes effect; at once where absent. */
interface Delay {
  readonly afterMonths?: number;
}

/** Moves points: −1,000 to 1,000, not 0. `expiresAfterMonths` (1 to 120): what is outstanding is reversed then. */
export interface Post extends Delay {
  readonly kind: "post";
  readonly points: number;
  readonly expiresAfterMonths?: number;
}

/** Reverses what is outstanding of the entries for one kind of conduct. */
export interface Strike extends Delay {
  readonly kind: "strike";
  readonly of: LifeEventKind;
}

/**
 * Puts on a list, for `termMonths` (1 to 120), openly, or for a term that there is and that no source gives:
 * `unknown` stands until something ends it. Each enlisting is a ground of its own.
 */
export interface Enlist extends Delay {
  readonly kind: "enlist";
  readonly list: ListId;
  readonly termMonths?: number | "unknown";
  /** Counted from the latest end of a term that runs on the list, and not from now; from now where none runs. */
  readonly lengthens?: true;
  /** Ends so many months from now at the latest. No file can say so: only an analysis that takes an entry back. */
  readonly atMost?: number;
}

/** Ends the grounds of a list that the rule `ground` entered, or all of them; with the last one the list is left. */
export interface Delist extends Delay {
  readonly kind: "delist";
  readonly list: ListId;
  readonly ground?: RuleId;
}

/** Holds while its conditions hold. Only `closes` denies, and wins, unless a permit lifts it for the attempt. */
export interface Measure {
  readonly kind: "measure";
  readonly closes?: readonly Door[];
  readonly scrutinises?: readonly Door[];
  readonly prefers?: readonly Door[];
}

/** Leads to a further life event, or to an attempt on a door. */
export type Lead = Delay & { readonly kind: "lead" } & (
    | { readonly event: LifeEventKind }
    | { readonly attempt: Door; readonly purpose: Purpose }
  );

/**
 * Changes nothing: says, for whoever audits, what the text has to say of what happens here. `says`: 1 to
 * 240 characters. `once`: only the first time in a life.
 */
export interface Remark {
  readonly kind: "remark";
  readonly says: string;
  readonly once?: boolean;
}

/**
 * Lets an attempt on a door through although measures shut it: those named, or those whose conditions
 * read the list. For one purpose, or for any; any other measure still denies.
 */
export interface Permit {
  readonly kind: "permit";
  readonly door: Door;
  readonly purpose?: Purpose;
  readonly lifts: { readonly list: ListId } | { readonly measures: readonly RuleId[] };
}

export type Then = Post | Strike | Enlist | Delist | Measure | Lead | Remark | Permit;

/** What the person would learn of an effect. */
export const TOLD = ["nothing", "outcome", "reason"] as const;
export type Told = (typeof TOLD)[number];

export interface Rule {
  readonly id: RuleId;
  readonly pack: string;
  readonly title: string;
  readonly when: Condition;
  readonly then: Then;
  readonly evidence: Evidence;
  readonly citations: readonly Citation[];
  readonly numbers?: Partial<Record<NumberName, NumberNote>>;
  readonly readings?: readonly Reading[];
  readonly told: Told;
  /** Where that stands, and how good it is; ours, where absent. */
  readonly toldNote?: NumberNote;
  /** Why the rule is as it is here; printed where everything is shown. */
  readonly comment?: string;
  /** What a reader must know before believing the effect; printed wherever the effect is. */
  readonly caution?: string;
  readonly amended?: Amended;
}

/** Which overlays changed a rule, in their order, and the rule as it stood in its pack. */
export interface Amended {
  readonly by: readonly string[];
  readonly was: Rule;
}

/** Nothing in a life hangs on a rule that only remarks. */
export function onlyRemarks({ then }: Rule): boolean {
  return then.kind === "remark";
}

/** What of an effect other rules may mention, or mentions another. */
export function bearingOf({ then }: Rule): string {
  const doors = then.kind === "measure" ? (then.closes ?? []) : [];
  const entered = [...("list" in then ? [then.list] : []), ...("ground" in then ? [then.ground] : [])];
  return JSON.stringify([then.kind, doors, entered, then.kind === "permit" ? then : null]);
}

/** The weaker of what is known of the conduct and of each number. */
export function evidenceOf(rule: Rule): Evidence {
  return weakest([rule.evidence, ...Object.values(rule.numbers ?? {}).map((note) => note.evidence)]);
}
