import { html, type Html } from "../../html/html.ts";
import { cut, PAPER, RED, widthOf } from "../ink.ts";
import { cross, textAt } from "../shapes.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import { type Bar, barPanel } from "./panel.ts";
import type { Row } from "./rows.ts";
import type { Refusal } from "./spans.ts";
import { rowSays } from "./wording.ts";

const SIZE = 10;

/** A fill for each kind, told apart by its pattern and not by a colour. */
export function fillOf(kind: Row["kind"], id: string): string {
  switch (kind) {
    case "closes":
      return SHUT;
    case "scrutinises":
      return `url(#${id}-checks)`;
    case "prefers":
      return PAPER;
    case "list":
      return `url(#${id}-list)`;
  }
}

export const SHUT = "#6b6b6b";

/** A row for each, its name to the left, a cross where somebody tried; with a variant, its bars beneath the others. */
export function barsOf(
  rows: readonly Row[],
  axis: TimeAxis,
  top: number,
  height: number,
  compared: boolean,
  id: string,
): Html[] {
  if (rows.length === 0) return [];
  const bars = rows.flatMap(({ kind, spans, variantSpans }, at): Bar[] => {
    const y = top + at * height;
    const fill = fillOf(kind, id);
    const [first, second] = compared
      ? [[y + 1, y + 8] as const, [y + 10, y + 17] as const]
      : [[y + 2, y + 12] as const, null];
    return [
      ...spans.map((span) => ({ ...span, fill, top: first[0], bottom: first[1] })),
      ...(second === null ? [] : variantSpans.map((span) => ({ ...span, fill, top: second[0], bottom: second[1] }))),
    ];
  });
  return [
    barPanel({ axis, top, height: rows.length * height }, bars),
    ...rows.flatMap((row, at) => {
      const y = top + at * height;
      const middle = y + (compared ? 4.5 : 7);
      return [
        textAt(axis.left - 8, y + height / 2 + 3.2, label(row, axis.left - 16), {
          size: SIZE,
          anchor: "end",
        }),
        ...refusalMarks(row.refusals, axis, middle, 3.4),
        ...refusalMarks(row.variantRefusals, axis, y + 13.5, 3),
      ];
    }),
  ];
}

/** How many more is never cut. */
function label(row: Row, width: number): string {
  const { name, more } = rowSays(row);
  return `${cut(name, width - widthOf(more, SIZE), SIZE)}${more}`;
}

/** One cross for the refusals of a month at one door, with their number where there are several. */
function refusalMarks(refusals: readonly Refusal[], axis: TimeAxis, y: number, r: number): Html[] {
  const months = [...new Set(refusals.map(({ month }) => month))];
  return months.map((month) => {
    const mine = refusals.filter((each) => each.month === month);
    const x = xOf(axis, month);
    const times = `×${mine.length}`;
    return html`<g data-effects="${mine.map(({ id }) => id).join(" ")}">${cross(x, y, r)}${
      mine.length === 1 ? "" : textAt(x + r + 2, y + 3, times, { size: 8, fill: RED, bold: true, halo: true })
    }</g>`;
  });
}
