import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, px } from "../ink.ts";
import { box, textAt } from "../shapes.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import type { Row } from "./rows.ts";
import type { Span } from "./spans.ts";
import { spanIn } from "./wording.ts";

export const SHUT = "#6b6b6b";

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

/** Bars of the life itself, and those of the variant: paler, so that they do not look like more restrictions. */
export type Look = "own" | "pale";

export function barAt(x: number, y: number, width: number, height: number, fill: string, look: Look): Html {
  return html`<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${fill}"${
    look === "pale" ? html` fill-opacity="0.35"` : ""
  } stroke="${INK}" stroke-width="0.6"/>`;
}

/** Where a span lies; what ended in the month in which it began is still to be seen. */
export function extentOf({ from, to }: Span, axis: TimeAxis): readonly [from: number, to: number] {
  return [xOf(axis, from), xOf(axis, Math.min(axis.until + 1, Math.max(to, from + 0.4)))];
}

const DATE_SIZE = 9.5;
/** Of a character of a date, on average. */
const DATE_CHARACTER = 4.1;

/** When it was, written into a bar that is long enough, where it bears no cross. */
export function dateIn(span: Span, row: Row, axis: TimeAxis, y: number, until: number): Html[] {
  const [from, to] = extentOf(span, axis);
  const says = spanIn(span, until);
  const width = says.length * DATE_CHARACTER;
  const crosses = [...row.refusals, ...row.passages]
    .map(({ month }) => xOf(axis, month))
    .filter((x) => x >= from - 5 && x <= to + 5);
  const x = [from + 6, ...crosses.map((each) => each + 8)].find(
    (start) => start + width + 6 <= to && crosses.every((at) => at + 6 < start || at - 6 > start + width),
  );
  if (x === undefined) return [];
  const patterned = row.kind === "list" || row.kind === "scrutinises";
  return [
    ...(patterned ? [box(x - 3, y + 2, width + 6, 10, PAPER)] : []),
    textAt(x, y + 10.4, says, { size: DATE_SIZE, fill: row.kind === "closes" ? PAPER : INK }),
  ];
}
