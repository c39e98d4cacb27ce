import type { Row } from "../outline.ts";
import { TITLES } from "../section-titles.ts";
import { sumsSay } from "../sums-wording.ts";
import type { Pair } from "../views.ts";
import { monthSays } from "../wording.ts";
import { joined, type Markdown, md } from "./md.ts";
import { labelOf, noteItem } from "./rows.ts";

/** A table of two columns: what is on file, and what the person was told. */
export function besideTable(pairs: readonly Pair[], below: (row: Row) => readonly Markdown[]): Markdown[] {
  const rows = pairs.map(({ onFile, told, untold }) => {
    const person = [...(told === null ? [] : [cell(told, [])]), ...(untold === null ? [] : [md`– *${untold}*`])];
    return md`| ${monthSays(onFile.month)} | ${cell(onFile, below(onFile))} | ${joined(person, "<br>")} |`;
  });
  return [joined([md`| when | ${TITLES.onFile} | ${TITLES.told} |`, md`| --- | --- | --- |`, ...rows], "\n")];
}

/** A cell is one line of Markdown; what stands below is set off by a break. */
function cell(row: Row, below: readonly Markdown[]): Markdown {
  const sums = sumsSay(row);
  return joined(
    [
      md`${labelOf(row)}${row.says}${sums === null ? md`` : md` **(${sums})**`}`,
      ...row.from.map((from) => md`← *${from.says}*`),
      ...row.notes.map((note) => noteItem(note, note.evidence)),
      ...below,
    ],
    "<br>",
  );
}
