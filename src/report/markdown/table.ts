import type { Table } from "../section.ts";
import { joined, type Markdown, md } from "./md.ts";

/** A table as GitHub and pandoc read it; columns that hold figures stand to the right. */
export function table({ head, rows, words = 1 }: Table): Markdown {
  const line = (cells: readonly string[]): Markdown =>
    md`| ${joined(
      cells.map((cell) => md`${cell}`),
      " | ",
    )} |`;
  const rule = joined(
    head.map((_, at) => (at < words ? md`---` : md`---:`)),
    " | ",
  );
  return joined([line(head), md`| ${rule} |`, ...rows.map(line)], "\n");
}
