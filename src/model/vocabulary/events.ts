import words from "../../../rules/words.json" with { type: "json" };
import type { CircumstanceName } from "./circumstances.ts";
import type { Stated } from "./stated.ts";

/**
 * What may happen in a life here: closed lists. `says` is a clause in the present tense; where it
 * begins with a small letter it is said of the person ("misses an instalment"), else it is a whole
 * sentence ("A court finds …"). `noun` names the event in a chain.
 */
export interface EventKind extends Stated {
  /** `conduct` is what a person does, or is recorded as doing; `circumstance` changes a life; `decision` is taken by an institution; `loss` is harm done. */
  readonly group: "conduct" | "circumstance" | "decision" | "loss";
  readonly says: string;
  readonly noun: string;
  /** What must hold when the event is due; else it lapses. */
  readonly needs?: Needs;
  /** What holds after it. A loss that changes nothing any more cannot happen again. */
  readonly sets?: Partial<Record<CircumstanceName, string>>;
  /** Chosen by the person under a restriction: marked as their own act. */
  readonly own?: true;
}

/** For each circumstance named, the values with which the event may happen. */
export type Needs = Partial<Record<CircumstanceName, readonly string[]>>;

export type LifeEventKind = keyof typeof words.events;
export const EVENTS: Readonly<Record<LifeEventKind, EventKind>> = words.events as Record<LifeEventKind, EventKind>;
export const LIFE_EVENT_KINDS = Object.keys(EVENTS) as readonly LifeEventKind[];

/** Queued by the replay itself, so that rules can answer a change of standing once. */
export const INTERNAL_EVENTS = words.internal;

export type InternalEventKind = keyof typeof INTERNAL_EVENTS;

/** What the fact `event` may hold. `attempt` is a try at a door; the fact `door` says which. */
export type EventName = LifeEventKind | InternalEventKind | "attempt";
export const EVENT_NAMES: readonly EventName[] = [
  ...LIFE_EVENT_KINDS,
  "attempt",
  ...(Object.keys(INTERNAL_EVENTS) as InternalEventKind[]),
];

export function eventKind(kind: LifeEventKind): EventKind {
  return EVENTS[kind];
}
