import { harmless } from "../harmless.ts";
import { MARKS } from "../marks.ts";
import { asideOf, type Note, noteSays } from "../note.ts";
import type { Row } from "../outline.ts";
import { monthSays, signed, whole } from "../wording.ts";
import { fill, fillLeft, hang, inkOf, type Style } from "./style.ts";
import { columnsOf } from "./columns.ts";

const MONTH = 8;
const SEQ = 6;
const SUMS = { points: 7, score: 7, class: 6 };
/** Below this the sums stand on a line of their own. */
const NARROW = 70;
const SUMS_WIDTH = SUMS.points + SUMS.score + SUMS.class;

/** The rows of a trace: month and entry on the left, points, score and class on the right; `below` adds lines to a row. */
export function rowLines(
  rows: readonly Row[],
  keepsScore: boolean,
  style: Style,
  below: (row: Row) => readonly string[] = () => [],
): string[] {
  const right = keepsScore ? SUMS_WIDTH : 0;
  const head =
    fill("", style.width - SUMS_WIDTH) +
    fillLeft("points", SUMS.points) +
    fillLeft("score", SUMS.score) +
    fillLeft("class", SUMS.class);
  let month = -1;
  const blocks = rows.flatMap((row) => {
    const lines = rowBlock(row, row.month === month ? "" : monthSays(row.month), right, style);
    month = row.month;
    return [...lines, ...below(row)];
  });
  return keepsScore ? [style.paint.dim(head), ...blocks] : blocks;
}

function rowBlock(row: Row, month: string, right: number, style: Style): string[] {
  const { paint, width } = style;
  const gutter = fill(month, MONTH) + fill(row.label, Math.max(SEQ, columnsOf(row.label) + 1));
  const beside = width >= NARROW ? right : 0;
  const [first = "", ...rest] = hang(row.says, width - beside - 1, gutter);
  const [mark, tail] = [first.slice(0, gutter.length), first.slice(gutter.length)];
  const painted = paint.dim(mark) + (row.notes.some((note) => note.kind === "refused") ? paint.bold(tail) : tail);
  const sums = row.score === null ? [] : [sumsOf(row, style)];
  const indent = " ".repeat(MONTH + SEQ);
  return [
    beside === 0 ? painted : painted + sums.map((sum) => fill("", width - right - columnsOf(first)) + sum).join(""),
    ...rest,
    ...(beside === 0 ? sums.map((sum) => fill("", width - SUMS_WIDTH) + sum) : []),
    ...row.from.flatMap(({ says }) => hang(says, width, `${indent}← `).map((line) => paint.dim(line))),
    ...row.notes.flatMap((note) => noteLines(note, indent, style)),
  ];
}

function sumsOf({ points, score, class: id }: Row, { paint }: Style): string {
  const moved = fillLeft(points === null || points === 0 ? "" : signed(points), SUMS.points);
  const painted =
    points !== null && points < 0 ? paint.red(moved) : points !== null && points > 0 ? paint.green(moved) : moved;
  return (
    painted + fillLeft(score === null ? "" : whole(score), SUMS.score) + paint.bold(fillLeft(id ?? "", SUMS.class))
  );
}

function noteLines(note: Note, indent: string, { width, paint }: Style): string[] {
  const lead = `${indent}${MARKS[note.kind]} `;
  const [says, aside] = [harmless(noteSays(note)), asideOf(note)];
  const strong = inkOf(note.kind, { paint });
  if (aside !== null && columnsOf(`${lead}${says} · ${aside}`) <= width)
    return [`${strong(`${lead}${says}`)}${paint.dim(` · ${aside}`)}`];
  const beside = aside === null ? [] : hang(aside, width, `${indent}  `).map((line) => paint.dim(line));
  return [...hang(says, width, lead).map((line) => strong(line)), ...beside];
}
