import Papa from "papaparse";
import { greatestOf } from "../extremes.ts";
import { harmless } from "../harmless.ts";

export type SheetCell = string | number | null;

/** What a spreadsheet would reckon with; also in the wide forms of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** RFC 4180 in UTF-8 with a byte order mark; every row has as many cells as the widest, and no text is a formula. */
export function sheet(rows: readonly (readonly SheetCell[])[]): string {
  const width = greatestOf(rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...Array<SheetCell>(width - row.length).fill("")].map(cellText));
  return `\uFEFF${Papa.unparse(padded, { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}

/** Numbers stay numbers, so that −30 is not taken for a formula; all text is made harmless. */
function cellText(cell: SheetCell): string | number {
  return typeof cell === "string" ? harmless(cell) : (cell ?? "");
}
