import type { Month } from "../../../model/story-time.ts";
import type { Trace } from "../../../model/trace.ts";
import { monthSays } from "../../wording.ts";

/** Between these the axis lies. */
export const LEFT = 156;
export const RIGHT = 596;

/** Where story time lies in the picture. */
export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  /** The last month; it has a width like every other. */
  readonly until: Month;
}

export function xOf({ left, right, until }: TimeAxis, month: Month): number {
  return left + (month / (until + 1)) * (right - left);
}

/** Years where there are several of them, else months. */
export function ticksOf({ until }: TimeAxis): { readonly month: Month; readonly says: string }[] {
  const every = until >= 24 ? 12 : until >= 6 ? 3 : 1;
  const months = Array.from({ length: Math.floor(until / every) + 1 }, (_, at) => at * every);
  return months.map((month) => ({ month, says: every === 12 ? `Y${month / 12 + 1}` : monthSays(month) }));
}

/** Months that are shown after the last in which anything happened. */
const QUIET = 12;

/** The last month that is drawn: a long time in which nothing happens any more is left out, and said. */
export function lastDrawn(traces: readonly Trace[]): Month {
  const until = Math.max(...traces.map((trace) => trace.until));
  const last = Math.max(...traces.map(({ entries }) => entries.at(-1)?.month ?? 0));
  return until - last > 2 * QUIET ? last + QUIET : until;
}
