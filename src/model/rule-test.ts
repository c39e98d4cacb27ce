import type { FixtureEvent } from "./persona.ts";
import type { Month } from "./story-time.ts";
import type { Door } from "./vocabulary/doors.ts";
import type { LifeEventKind } from "./vocabulary/events.ts";
import type { ListId } from "./vocabulary/lists.ts";

/** At most so many events make up an unnamed life. */
export const MOST_TEST_EVENTS = 8;

/** What a reader expects of one life under a rulebook. */
export interface RuleTest {
  readonly title: string;
  /** A persona of the package, or a few events that befall nobody in particular. */
  readonly life: { readonly persona: string } | { readonly events: readonly FixtureEvent[] };
  /** The month at whose end everything is compared. */
  readonly at: Month;
  readonly expect: Expectation;
}

/** Everything that is named is compared exactly; what is left out may be anything. */
export interface Expectation {
  /** Points at that time. */
  readonly points?: number;
  readonly class?: string;
  /** The lowest class up to then. */
  readonly worstClass?: string;
  /** Lists on which the person is at that time, in any order. */
  readonly lists?: readonly ListId[];
  /** Doors at which an attempt was denied up to then, in order of time, with repeats. */
  readonly denied?: readonly Door[];
  /** How many attempts were denied up to then. */
  readonly denials?: number;
  /** Losses that rules led to up to then, in order of time. */
  readonly losses?: readonly LifeEventKind[];
  /** Months up to then at whose end some door was shut. */
  readonly monthsShut?: number;
}

/** In the order in which they are compared. */
export const EXPECTABLE = [
  "points",
  "class",
  "worstClass",
  "lists",
  "denied",
  "denials",
  "losses",
  "monthsShut",
] as const satisfies readonly (keyof Expectation)[];

export type Expectable = (typeof EXPECTABLE)[number];
