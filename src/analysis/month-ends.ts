import type { Standing, Trace } from "../model/trace.ts";

/** How things stood at the end of each month, from the first to the last that was replayed. */
export function monthEnds({ opening, entries, until }: Trace): Standing[] {
  const ends: Standing[] = [];
  let now = opening;
  let next = 0;
  for (let month = 0; month <= until; month++) {
    for (; entries[next]?.month === month; next++) now = entries[next]!.after;
    ends.push(now);
  }
  return ends;
}
