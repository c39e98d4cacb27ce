import type { ActRepair, Repair } from "../../analysis/questions/repair.ts";
import { DOORS } from "../../model/vocabulary/doors.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import type { Section } from "../section.ts";
import { capital, count, monthSays } from "../wording.ts";
import { movesSay } from "./harm-wording.ts";

/** The other side: what the person would have had to do, the rules staying as they are. */
export function actsSection({ acts, actsStopped }: Repair, name: string): Section {
  const groups = new Map<string, { readonly found: ActRepair; lines: number }>();
  for (const found of acts) {
    const key = JSON.stringify([
      actSays(found),
      monthSays(found.act.month),
      found.delay,
      found.gone,
      found.fresh,
      found.worst,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { found, lines: 1 });
    else group.lines++;
  }
  return {
    heading: `What ${name} would have had to do`,
    sentences: [
      actsStopped
        ? `The search was stopped before every act had been tried.${acts.length === 0 ? "" : " Found so far, the rules staying as they are:"}`
        : acts.length === 0
          ? "Nothing reaches the goal: no act of theirs left out, and none put off, by itself."
          : "One act left out, or put off by the fewest months that reach the goal; the rules stay as they are.",
    ],
    table:
      acts.length === 0
        ? null
        : {
            head: ["act", "in", "instead", "refusals", "months", "losses", "worst"],
            rows: [...groups.values()].map(({ found, lines }) => [
              `${capital(actSays(found))}${lines > 1 ? ` (any one of ${lines})` : ""}`,
              monthSays(found.act.month),
              found.delay === null
                ? "left out"
                : `put off by ${count(found.delay, "month")}, to ${monthSays(found.act.month + found.delay)}`,
              ...movesSay(found.gone, found.fresh),
              found.worst ?? "–",
            ]),
            words: 3,
          },
  };
}

function actSays({ act }: ActRepair): string {
  return "event" in act ? eventKind(act.event).noun : `trying for ${DOORS[act.attempt].name}`;
}
