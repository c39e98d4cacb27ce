import type { Row } from "./outline.ts";
import { count, monthSays, pointsSay, whole } from "./wording.ts";

/** A trace with more rows than this is folded in the middle. */
export const MOST_ROWS = 400;
const FIRST = 250;
const LAST = 100;

/** The rows of a long trace that are printed, and what is said in place of those between them. */
export interface Folded<T> {
  readonly first: readonly T[];
  /** `null` where every row is printed. */
  readonly fold: Fold | null;
  readonly last: readonly T[];
}

export interface Fold {
  readonly says: string;
  /** What the rows left out move, so that a reader can still add up down the page; `null` where they keep no score. */
  readonly points: number | null;
  readonly score: number | null;
  readonly class: string | null;
}

/** Keeps the beginning and the end of a long trace; `rowOf` gives the row behind an item. */
export function folded<T>(items: readonly T[], rowOf: (item: T) => Row): Folded<T> {
  if (items.length <= MOST_ROWS) return { first: items, fold: null, last: [] };
  const [first, middle, last] = [items.slice(0, FIRST), items.slice(FIRST, -LAST), items.slice(-LAST)];
  return { first, fold: foldOf(first.map(rowOf), middle.map(rowOf)), last };
}

function foldOf(before: readonly Row[], rows: readonly Row[]): Fold {
  const entries = rows.flatMap((row) => row.entries);
  const [from, to] = [rows[0]!, rows.at(-1)!];
  const start = before.findLast(({ score }) => score !== null)?.score ?? null;
  const end = rows.findLast(({ score }) => score !== null) ?? null;
  const reached = end?.score ?? null;
  const refused = entries.filter(({ effects }) => effects.some(({ kind }) => kind === "denied")).length;
  const moved = start === null || reached === null ? null : reached - start;
  return {
    says: `Folded here: ${count(rows.length, "row")} of the trace, from ${from.label} in ${monthSays(from.month)} to ${to.label} in ${monthSays(to.month)}, with ${count(entries.length, "entry", "entries")} and ${count(refused, "refusal")}${
      moved === null ? "" : `; they move ${pointsSay(moved)} in all, to ${whole(reached!)}`
    }. The counts on this page include them, and the page carries them all as data.`,
    points: moved,
    score: reached,
    class: end?.class ?? null,
  };
}
