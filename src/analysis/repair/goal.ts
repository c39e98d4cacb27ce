import type { Month } from "../../model/story-time.ts";
import { type Entry, ranAway, type Trace } from "../../model/trace.ts";
import type { Door, Purpose } from "../../model/vocabulary/doors.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import { lossAt } from "../harms.ts";

/** What is not to happen. */
export type Goal =
  /** No attempt on the door is refused. */
  | { readonly kind: "door"; readonly door: Door }
  /** Never in the class; another, though lower, would do. */
  | { readonly kind: "class"; readonly class: string }
  /**
   * The attempt made at entry `seq` of the baseline is not refused. One of the fixture is known by its
   * line, whenever it is made; one that a rule led to by its month, its door and what it is for.
   */
  | {
      readonly kind: "denial";
      readonly seq: number;
      readonly month: Month;
      readonly door: Door;
      readonly purpose: Purpose;
      readonly line: number | null;
    }
  /** The loss of entry `seq` of the baseline does not happen in that month. */
  | { readonly kind: "loss"; readonly seq: number; readonly month: Month; readonly event: LifeEventKind };

/** The harm of an entry as a goal; `null` where it is neither a refusal nor a loss. */
export function goalOfEntry(entry: Entry): Goal | null {
  const { seq, month, happening } = entry;
  if (happening.kind === "attempt" && isRefused(entry)) {
    const { door, purpose, origin } = happening;
    return { kind: "denial", seq, month, door, purpose, line: origin.kind === "exogenous" ? origin.line : null };
  }
  const event = lossAt(entry);
  return event === null ? null : { kind: "loss", seq, month, event };
}

/**
 * Where the goal is missed first, counted in entries from 0; `null` where it is reached. Rules that
 * never settle reach nothing: what would have come is not known.
 */
export function missedAt(goal: Goal, trace: Trace): number | null {
  const at = trace.entries.findIndex((entry) => misses(goal, entry));
  if (at !== -1) return at;
  return ranAway(trace) ? trace.entries.length - 1 : null;
}

function misses(goal: Goal, entry: Entry): boolean {
  const { month, happening, after } = entry;
  switch (goal.kind) {
    case "class":
      return after.class === goal.class;
    case "door":
      return happening.kind === "attempt" && happening.door === goal.door && isRefused(entry);
    case "denial": {
      if (happening.kind !== "attempt" || !isRefused(entry)) return false;
      const { door, purpose, origin } = happening;
      return goal.line === null
        ? origin.kind === "derived" && month === goal.month && door === goal.door && purpose === goal.purpose
        : origin.kind === "exogenous" && origin.line === goal.line;
    }
    case "loss":
      return month === goal.month && lossAt(entry) === goal.event;
  }
}

function isRefused({ effects }: Entry): boolean {
  return effects.some(({ kind }) => kind === "denied");
}
