import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, RED } from "../ink.ts";
import { box, cross, textAt } from "../shapes.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import type { Passage, Refusal } from "./spans.ts";
import { timesSay } from "./wording.ts";

const SIZE = 2.8;

/** A cross so small that one can count those of a year. */
export function refusalMark(x: number, y: number, size = SIZE): Html {
  return cross(x, y, size, 3.8);
}

/**
 * One cross for the refusals of a month at one door, with their number where there are several; at
 * the end of the row, at a height of its own, how many in all.
 */
export function refusalMarks(
  refusals: readonly Refusal[],
  axis: TimeAxis,
  y: number,
  { total, largest = SIZE }: { readonly total: number; readonly largest?: number },
): Html[] {
  if (refusals.length === 0) return [];
  const months = [...new Set(refusals.map(({ month }) => month))];
  // As large as leaves neighbours apart, but never too small to be a cross.
  const size = Math.min(largest, Math.max(2, (xOf(axis, 1) - xOf(axis, 0)) * 0.36));
  return [
    ...months.map((month) => {
      const mine = refusals.filter((each) => each.month === month);
      const x = xOf(axis, month);
      return html`<g data-effects="${mine.map(({ id }) => id).join(" ")}">${refusalMark(x, y, size)}${
        mine.length === 1
          ? ""
          : textAt(x + size + 2, y + 3.2, timesSay(mine.length), { size: 9.5, fill: RED, bold: true, halo: true })
      }</g>`;
    }),
    totalMark(refusals.length, axis, total, refusalMark),
  ];
}

/** A small open square, one for the passages of a month at one door. */
export function passageMark(x: number, y: number, size = SIZE): Html {
  return box(x - size, y - size, 2 * size, 2 * size, PAPER, INK);
}

export function passageMarks(passages: readonly Passage[], axis: TimeAxis, y: number, size?: number): Html[] {
  return [...new Set(passages.map(({ month }) => month))].map((month) => {
    const ids = passages.filter((each) => each.month === month).map(({ id }) => id);
    return html`<g data-effects="${ids.join(" ")}">${passageMark(xOf(axis, month), y, size)}</g>`;
  });
}

const TOTAL = 31;

/** At the end of a row, how many of a mark there are in it. */
export function totalMark(total: number, axis: TimeAxis, y: number, draw: (x: number, y: number) => Html): Html {
  const x = axis.right + TOTAL;
  return html`${textAt(x - 7, y + 3.4, String(total), { size: 9.5, bold: true, anchor: "end" })}${draw(x, y)}`;
}
