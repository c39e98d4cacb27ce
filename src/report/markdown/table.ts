import { joined, type Markdown, md } from "./md.ts";

/** A table as GitHub and pandoc read it; all columns but the first hold figures and stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Markdown {
  const line = (cells: readonly string[]): Markdown =>
    md`| ${joined(
      cells.map((cell) => md`${cell}`),
      " | ",
    )} |`;
  const rule = joined(
    head.map((_, at) => (at === 0 ? md`---` : md`---:`)),
    " | ",
  );
  return joined([line(head), md`| ${rule} |`, ...rows.map(line)], "\n");
}
