import { type DrawWhole, oneOf } from "../../../analysis/worksheet/chance.ts";
import type { Month } from "../../../model/story-time.ts";
import type { Entry, Standing, Trace } from "../../../model/trace.ts";
import type { Row } from "../../outline.ts";
import { seenBy } from "../../views.ts";

/** A meeting at a counter, which two cards tell from either side. */
export interface Scene {
  readonly month: Month;
  /** The attempt that is made; `null` where nothing is ever tried and somebody comes to ask. */
  readonly attempt: { readonly entry: Entry; readonly refused: boolean } | null;
  /** What stands on file just before. */
  readonly before: Standing;
  /** The last things that the person knows of, oldest first: the rows as they were told. */
  readonly known: readonly Row[];
  /** Places of the rows that the cards give away. */
  readonly given: ReadonlySet<number>;
}

/** More than these the person does not call to mind at a counter. */
const MOST_KNOWN = 4;

/** A refusal where there is one, else any attempt, else a visit at the end; drawn among those on the sheet. */
export function drawScene(trace: Trace, rows: readonly Row[], draw: DrawWhole): Scene {
  const attempts = rows.flatMap(({ entries, asIn }) => {
    const [entry] = entries;
    if (asIn !== null || entry?.happening.kind !== "attempt" || entry.effects.some(({ kind }) => kind === "lapsed"))
      return [];
    return [{ entry, refused: entry.effects.some(({ kind }) => kind === "denied") }];
  });
  const refused = attempts.filter((each) => each.refused);
  const attempt = oneOf(refused.length > 0 ? refused : attempts, draw) ?? null;
  const seq = attempt?.entry.seq ?? trace.entries.length;
  const earlier = rows.filter(({ entries }) => entries.length > 0 && entries[0]!.seq < seq);
  const known = seenBy("person", earlier, trace).slice(-MOST_KNOWN);
  const lastSum = rows.findLastIndex((row) => row.score !== null && earlier.includes(row));
  return {
    month: attempt?.entry.month ?? trace.until,
    attempt,
    before: trace.entries[seq - 1]?.after ?? trace.opening,
    known,
    given: new Set([
      lastSum,
      rows.findIndex(({ entries }) => entries.some((entry) => entry.seq === seq)),
      ...known.map(({ label }) => rows.findIndex((row) => row.label === label)),
    ]),
  };
}
