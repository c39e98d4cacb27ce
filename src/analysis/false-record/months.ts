import type { Month } from "../../model/story-time.ts";
import type { Trace } from "../../model/trace.ts";
import type { CircumstanceName, Circumstances } from "../../model/vocabulary/circumstances.ts";
import { eventKind, type LifeEventKind } from "../../model/vocabulary/events.ts";
import { hasLapsed } from "../harms.ts";
import type { Life } from "./life.ts";

/** Months in which the correction would come too late, the entry could not be made, or it could not be told from a true one. */
export interface LeftOut {
  readonly tooLate: readonly Month[];
  readonly needs: readonly Month[];
  readonly blurred: readonly Month[];
}

/** The months in which a false entry can be planted and corrected, and the others by reason; see `Correcting` for `blurred`. */
export function possibleMonths(
  { trace, ends }: Life,
  entry: LifeEventKind,
  correctedAfter: number,
  until: Month,
  blurred: readonly number[],
): { months: Month[]; leftOut: LeftOut } {
  const needs = Object.entries(eventKind(entry).needs ?? {}) as [CircumstanceName, readonly string[]][];
  const months: Month[] = [];
  const leftOut = { tooLate: [] as Month[], needs: [] as Month[], blurred: [] as Month[] };
  for (let month = 0; month <= until; month++) {
    const given: Circumstances = (ends[month - 1] ?? trace.opening).circumstances;
    const reason = !needs.every(([name, values]) => values.includes(given[name]))
      ? leftOut.needs
      : month + correctedAfter > until
        ? leftOut.tooLate
        : hides(trace, entry, month) || blurred.some((delay) => enteredIn(trace, entry, month + delay))
          ? leftOut.blurred
          : months;
    reason.push(month);
  }
  return { months, leftOut };
}

/** Whether a rule leads to the same event in that month: it would lapse, since it has then happened already. */
function hides({ entries }: Trace, entry: LifeEventKind, month: Month): boolean {
  return entries.some(
    (each) =>
      each.month === month &&
      each.happening.kind === "life-event" &&
      each.happening.event === entry &&
      each.happening.origin.kind === "derived" &&
      !hasLapsed(each),
  );
}

function enteredIn({ entries }: Trace, entry: LifeEventKind, month: Month): boolean {
  return entries.some(
    (each) =>
      each.month === month &&
      each.effects.some((effect) => effect.kind === "posting" && effect.reason === "rule" && effect.conduct === entry),
  );
}
