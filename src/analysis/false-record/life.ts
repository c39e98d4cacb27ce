import type { Month } from "../../model/story-time.ts";
import type { Standing, Trace } from "../../model/trace.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import { hasLapsed } from "../harms.ts";
import { standingsOf } from "../months.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";

/** A life as it is compared: what it came to, and how it stood at the end of each month. */
export interface Life {
  readonly trace: Trace;
  readonly outcome: Outcome;
  readonly ends: readonly Standing[];
}

/** `renumbered` speaks of lines as the fixture has them. */
export function lifeOf(trace: Trace, renumbered = (outcome: Outcome): Outcome => outcome): Life {
  return { trace, outcome: renumbered(outcomeOf(trace)), ends: standingsOf(trace) };
}

function derivedIn({ entries }: Trace): { month: Month; event: LifeEventKind }[] {
  return entries.flatMap((entry) =>
    entry.happening.kind === "life-event" && entry.happening.origin.kind === "derived" && !hasLapsed(entry)
      ? [{ month: entry.month, event: entry.happening.event }]
      : [],
  );
}

/** Events that rules led to in the one life and not in the other, in that month. */
export function derivedOnlyIn(trace: Trace, other: Trace): { month: Month; event: LifeEventKind }[] {
  const there = new Set(derivedIn(other).map(({ month, event }) => `${month} ${event}`));
  return derivedIn(trace).filter(({ month, event }) => !there.has(`${month} ${event}`));
}
