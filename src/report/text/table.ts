import Table from "cli-table3";
import stringWidth from "string-width";
import type { Style } from "./style.ts";

/** A plain table: numbers to the right, the first column wrapped where it must be. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], { width }: Style, indent: string): string[] {
  const widths = head.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? "")].map((cell) => stringWidth(cell))));
  const [first = 0, ...others] = narrowed(widths, width - indent.length, head.length);
  const made = new Table({
    head: [...head],
    colWidths: [first + 2, ...others.map((each) => each + 2)],
    colAligns: head.map((_, at) => (at === 0 ? "left" : "right")),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2, compact: true },
    chars: NO_LINES,
  });
  made.push(...rows.map((row) => [...row]));
  return made.toString().split("\n").map((line) => `${indent}${line}`.trimEnd());
}

/** Takes what is too much from the widest column, which wraps then. */
function narrowed(widths: readonly number[], room: number, columns: number): number[] {
  const result = [...widths];
  for (let excess = result.reduce((sum, each) => sum + each + 2, 0) - room; excess > 0; excess--) {
    const widest = result.indexOf(Math.max(...result));
    if (result[widest]! <= 6 || columns === 0) break;
    result[widest] = result[widest]! - 1;
  }
  return result;
}

const NO_LINES = {
  top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "",
  left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "",
};
