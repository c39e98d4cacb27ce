import { greatestOf } from "../extremes.ts";
import { harmless } from "../harmless.ts";
import type { Table } from "../section.ts";
import { columnsOf } from "./columns.ts";
import { fill, fillLeft, hang, type Style } from "./style.ts";

const GAP = 2;

/**
 * A plain table: columns of words to the left, those that hold figures to the right. Cells wrap
 * between words; where even that is too wide, each row becomes a small list.
 */
export function table({ words = 1, ...told }: Table, { width }: Style, indent: string): string[] {
  // Measured as it will stand there.
  const head = told.head.map(harmless);
  const rows = told.rows.map((row) => row.map(harmless));
  const columns = head.map((title, at) => [title, ...rows.map((row) => row[at] ?? "")]);
  const widths = fitted(columns, width - indent.length);
  if (widths === null) return rows.flatMap((row) => stacked(head, row, width, indent));
  return [head, ...rows].flatMap((row) => rowLines(row, widths, words).map((line) => `${indent}${line}`.trimEnd()));
}

/** A row takes as many lines as its tallest cell. */
function rowLines(row: readonly string[], widths: readonly number[], words: number): string[] {
  const cells = widths.map((width, at) => hang(row[at] ?? "", width, ""));
  const height = greatestOf(cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells.map((lines, at) => (at < words ? fill : fillLeft)(lines[line] ?? "", widths[at]!)).join(" ".repeat(GAP)),
  );
}

/** Widths of the columns, taken from the widest that can still wrap; `null` where the longest words do not fit. */
function fitted(columns: readonly (readonly string[])[], room: number): number[] | null {
  const widths = columns.map((cells) => greatestOf(cells.map((cell) => columnsOf(cell))));
  const least = columns.map((cells) =>
    greatestOf(
      cells.map((cell) => greatestOf(cell.split(" ").map((word) => columnsOf(word)))),
      6,
    ),
  );
  for (let excess = widths.reduce((sum, each) => sum + each + GAP, -GAP) - room; excess > 0; excess--) {
    const slack = widths.map((each, at) => (each > least[at]! ? each : 0));
    const widest = slack.indexOf(greatestOf(slack));
    if (slack[widest] === 0) return null;
    widths[widest] = widths[widest]! - 1;
  }
  return widths;
}

function stacked(
  head: readonly string[],
  [first = "", ...cells]: readonly string[],
  width: number,
  indent: string,
): string[] {
  return [
    ...hang(first, width, indent),
    ...cells.flatMap((cell, at) => hang(`${head[at + 1]}: ${cell}`, width, `${indent}  `)),
  ];
}
