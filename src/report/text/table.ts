import Table from "cli-table3";
import stringWidth from "string-width";
import { hang, type Style } from "./style.ts";

const GAP = 2;

/**
 * A plain table: the first column to the left, the others, which hold figures, to the right. Cells
 * wrap between words; where even that is too wide, each row becomes a small list.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], { width }: Style, indent: string): string[] {
  const columns = head.map((title, at) => [title, ...rows.map((row) => row[at] ?? "")]);
  const widths = fitted(columns, width - indent.length);
  if (widths === null) return rows.flatMap((row) => stacked(head, row, width, indent));
  const made = new Table({
    head: [...head],
    colWidths: widths.map((each) => each + GAP),
    colAligns: head.map((_, at) => (at === 0 ? "left" : "right")),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], "padding-left": 0, "padding-right": GAP, compact: true },
    chars: NO_LINES,
  });
  made.push(...rows.map((row) => [...row]));
  return made.toString().split("\n").map((line) => `${indent}${line}`.trimEnd());
}

/** Widths of the columns, taken from the widest that can still wrap; `null` where the longest words do not fit. */
function fitted(columns: readonly (readonly string[])[], room: number): number[] | null {
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => stringWidth(cell))));
  const least = columns.map((cells) => Math.max(...cells.flatMap((cell) => cell.split(" ")).map((word) => stringWidth(word))));
  for (let excess = widths.reduce((sum, each) => sum + each + GAP, 0) - room; excess > 0; excess--) {
    const slack = widths.map((each, at) => (each > least[at]! ? each : 0));
    const widest = slack.indexOf(Math.max(...slack));
    if (slack[widest] === 0) return null;
    widths[widest] = widths[widest]! - 1;
  }
  return widths;
}

function stacked(head: readonly string[], [first = "", ...cells]: readonly string[], width: number, indent: string): string[] {
  return [...hang(first, width, indent), ...cells.flatMap((cell, at) => hang(`${head[at + 1]}: ${cell}`, width, `${indent}  `))];
}

const NO_LINES = {
  top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "",
  left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "",
};
