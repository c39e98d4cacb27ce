import { columnsOf } from "./columns.ts";
import { hang, type Style } from "./style.ts";

/** A heading in a rule as wide as the page; one too long for a line has none. */
export function ruled(title: string, { width, paint }: Style): string[] {
  const lines = hang(title, width, "── ");
  const [first = ""] = lines;
  const rule = lines.length > 1 ? "" : ` ${"─".repeat(Math.max(0, width - columnsOf(first) - 1))}`.trimEnd();
  return [`${first}${rule}`, ...lines.slice(1)].map((line) => paint.bold(line));
}
