import type { Citation } from "./citation.ts";
import type { LifeEventKind } from "./vocabulary/events.ts";

/** Who decides over people in the fixtures; the names complete “Decided by …”. */
export const DECIDERS = {
  bank: "the bank",
  court: "a court",
  "credit-office": "the credit office",
  government: "the government",
} as const;
export type Decider = keyof typeof DECIDERS;

/** How a decision stands to the texts. `free`: a party's own choice; `not-examined`: nobody has looked yet. */
export const STANDINGS = ["allowed", "against", "free", "not-examined"] as const;

/** What a decision in a fixture rests on; beside the personas, since none of their fields holds free text. */
export interface FixtureDecision {
  /** Of the timeline, from 1. */
  readonly line: number;
  readonly event: LifeEventKind;
  readonly by: Decider;
  readonly standing: (typeof STANDINGS)[number];
  /** The articles that allow it, or that it is against; of sources of the shipped packs. */
  readonly citations: readonly Citation[];
}
