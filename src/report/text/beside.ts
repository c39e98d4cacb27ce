import { greatestOf } from "../extremes.ts";
import { MARKS } from "../marks.ts";
import { type Note, noteSays } from "../note.ts";
import type { Row } from "../outline.ts";
import { TITLES } from "../section-titles.ts";
import { sumsSay } from "../sums-wording.ts";
import type { Pair } from "../views.ts";
import { monthSays } from "../wording.ts";
import { columnsOf } from "./columns.ts";
import { fill, hang, inkOf, type Style } from "./style.ts";

/** From this width on there is room for two columns. */
const TWO_COLUMNS = 70;
const GAP = " │";

/** Row by row, what is on file beside what the person was told; where the page is narrow, below it. */
export function besideLines(pairs: readonly Pair[], style: Style, below: (row: Row) => readonly string[]): string[] {
  return style.width < TWO_COLUMNS
    ? pairs.flatMap((pair) => [...stacked(pair, style), ...below(pair.onFile)])
    : columns(pairs, style, below);
}

function columns(pairs: readonly Pair[], style: Style, below: (row: Row) => readonly string[]): string[] {
  const { width, paint } = style;
  const gutterWidth =
    greatestOf(
      pairs.map(({ onFile }) => columnsOf(onFile.label)),
      "Y10-12".length,
    ) + 1;
  const room = width - gutterWidth - GAP.length - 1;
  const [left, right] = [Math.ceil(room * 0.6), Math.floor(room * 0.4)];
  const line = (gutter: string, onFile: string, told: string): string =>
    `${paint.dim(fill(gutter, gutterWidth))}${fill(onFile, left)}${paint.dim(GAP)}${told === "" ? "" : ` ${told}`}`;
  let month = -1;
  return [
    line("", TITLES.onFile, TITLES.told),
    line("", "─".repeat(left), "─".repeat(right)),
    ...pairs.flatMap(({ onFile, told, untold }) => {
      const gutter = [
        ...(onFile.month === month ? [] : [monthSays(onFile.month)]),
        ...(onFile.label === "" ? [] : [onFile.label]),
      ];
      month = onFile.month;
      const [file, person] = [columnOf(onFile, left, style), toldColumn({ told, untold }, right, style)];
      const lines = Math.max(gutter.length, file.length, person.length);
      return [
        ...Array.from({ length: lines }, (_, at) => line(gutter[at] ?? "", file[at] ?? "", person[at] ?? "")),
        ...below(onFile),
      ];
    }),
  ];
}

/** What happened, what it came from, the sums, and the notes, in a column. */
function columnOf(row: Row, width: number, { paint }: Pick<Style, "paint">): string[] {
  const refused = row.notes.some(({ kind }) => kind === "refused");
  const sums = sumsSay(row);
  return [
    ...hang(row.says, width, "").map((line) => (refused ? paint.bold(line) : line)),
    ...row.from.flatMap(({ says }) => hang(says, width, "← ").map((line) => paint.dim(line))),
    ...(sums === null ? [] : hang(sums, width, "= ")),
    ...row.notes.flatMap((note) => noteLines(note, width, paint)),
  ];
}

function noteLines(note: Note, width: number, paint: Style["paint"]): string[] {
  const strong = inkOf(note.kind, { paint });
  const evidence = note.evidence === null ? [] : hang(note.evidence, width, "  ").map((line) => paint.dim(line));
  return [...hang(noteSays(note), width, `${MARKS[note.kind]} `).map((line) => strong(line)), ...evidence];
}

function toldColumn({ told, untold }: Pick<Pair, "told" | "untold">, width: number, style: Style): string[] {
  return [
    ...(told === null ? [] : columnOf(told, width, style)),
    ...(untold === null ? [] : hang(untold, width, "– ").map((line) => style.paint.dim(line))),
  ];
}

function stacked({ onFile, told, untold }: Pair, style: Style): string[] {
  const { width, paint } = style;
  const head = [monthSays(onFile.month), onFile.label].filter((each) => each !== "").join(" ");
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? [paint.dim(`  ${title}: –`)]
      : [paint.dim(`  ${title}:`), ...lines.map((line) => `    ${line}`)];
  return [
    paint.bold(head),
    ...part("on file", columnOf(onFile, width - 4, style)),
    ...part("told", toldColumn({ told, untold }, width - 4, style)),
  ];
}
