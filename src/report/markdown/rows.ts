import { MARKS } from "../marks.ts";
import { asideOf, type Note, noteSays } from "../note.ts";
import type { Row } from "../outline.ts";
import { sumsSay } from "../sums-wording.ts";
import { monthSays } from "../wording.ts";
import { joined, type Markdown, md } from "./md.ts";

/** The rows under their months: what happened, the sums, and below it what it came from and what came of it. */
export function rowItems(rows: readonly Row[], below: (row: Row) => readonly Markdown[]): Markdown[] {
  const months = [...new Set(rows.map(({ month }) => month))];
  return months.flatMap((month) => [
    md`**${monthSays(month)}**`,
    joined(
      rows.filter((row) => row.month === month).map((row) => item(row, below(row))),
      "\n",
    ),
  ]);
}

function item(row: Row, below: readonly Markdown[]): Markdown {
  const sums = sumsSay(row);
  const says = row.notes.some(({ kind }) => kind === "refused") ? md`**${row.says}**` : md`${row.says}`;
  return joined(
    [
      md`- ${labelOf(row)}${says}${sums === null ? md`` : md` **(${sums})**`}`,
      ...row.from.map((from) => md`  - ← *${from.says}*`),
      ...row.notes.map((note) => md`  - ${noteItem(note, asideOf(note))}`),
      ...below.map((line) => md`  - ${line}`),
    ],
    "\n",
  );
}

export function labelOf({ label }: Pick<Row, "label">): Markdown {
  return label === "" ? md`` : md`**${label}** `;
}

/** The mark, the sentence, and small what stands beside it. */
export function noteItem(note: Note, aside: string | null): Markdown {
  const says = note.kind === "refused" ? md`**${noteSays(note)}**` : md`${noteSays(note)}`;
  return md`${MARKS[note.kind]} ${says}${aside === null ? md`` : md` *${aside}*`}`;
}
