import type { View } from "../analysis/readers.ts";
import { FROM, LOSS, MARKS } from "./marks.ts";
import type { Row } from "./outline.ts";

const MEANINGS: readonly (readonly [marks: readonly string[], says: string])[] = [
  [[MARKS.refused], "refused"],
  [[MARKS.shut], "shut"],
  [[MARKS.open], "open again, or not refused"],
  [[LOSS], "a loss that followed"],
  [[MARKS.list], "a list"],
  [[MARKS["class-down"], MARKS["class-up"]], "the class falls, rises"],
  [[MARKS.scrutiny], "stricter checks"],
  [[MARKS.priority], "put first, or no longer"],
  [[MARKS.points], "points, or what goes on"],
  [[MARKS.leads], "what it leads to"],
  [[MARKS.lapses], "came to nothing"],
  [[MARKS.caution], "to be borne in mind"],
  [[FROM], "what it came from (what occasioned it is told, and not blamed)"],
];

/** The marks that stand in these rows, each with what it means. */
export function marksIn(rows: readonly Row[]): (readonly [marks: string, says: string])[] {
  const used = new Set<string>(rows.flatMap(({ notes }) => notes.map(({ kind }) => MARKS[kind])));
  if (rows.some(({ from }) => from.length > 0)) used.add(FROM);
  for (const mark of [LOSS, MARKS.refused]) if (rows.some(({ says }) => says.includes(mark))) used.add(mark);
  return MEANINGS.flatMap(([marks, says]) =>
    marks.some((mark) => used.has(mark)) ? [[marks.join(" "), says] as const] : [],
  );
}

/** What else a reader should know of the rows of a view. */
export function viewSays(view: View): string | null {
  switch (view) {
    case "auditor":
      return null;
    case "clerk":
      return "What the counter shows: standing, measures, and the conduct that points were entered for.";
    case "person":
      return "Their own acts and life, what they tried, and what they were told of it. Numbers are those of the whole trace; the gaps are what they were not told.";
    case "side-by-side":
      return "On the left what is on file; beside it what the person was told.";
  }
}

const QUIET =
  "Left out here: publication, quiet returns of points, links without effect (--full shows them; numbers stay).";

/** What the marks mean, and what the page leaves out. */
export function legend(view: View, full: boolean, rows: readonly Row[]): string {
  const marks = marksIn(rows)
    .map(([mark, says]) => `${mark} ${says}`)
    .join("; ");
  const says = viewSays(view);
  const isWhole = full || view === "clerk" || view === "person";
  return [...(marks === "" ? [] : [`${marks}.`]), ...(says === null ? [] : [says]), ...(isWhole ? [] : [QUIET])].join(
    " ",
  );
}
