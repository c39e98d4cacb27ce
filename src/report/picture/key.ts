import { html, type Html, joined, NOTHING } from "../html/html.ts";
import { cut, SOFT, widthOf } from "./ink.ts";
import { textAt } from "./shapes.ts";

/** A sample of a mark, and what it means. */
export interface Sample {
  /** Draws the sample with its middle at this height, from this place on. */
  readonly draw: (x: number, y: number) => Html;
  readonly width: number;
  readonly says: string;
}

/** A remark in the key, without a mark. */
export function remark(says: string): Sample {
  return { width: -5, says, draw: () => NOTHING };
}

const SIZE = 9.5;
const KEY_LINE = 15;

/** Samples one after the other, in as many lines as they need. */
export function keyTo(
  samples: readonly Sample[],
  x: number,
  y: number,
  width: number,
): { readonly content: Html; readonly height: number } {
  const parts: Html[] = [];
  let [at, line] = [x, 0];
  for (const { draw, width: wide, says: whole } of samples) {
    const says = cut(whole, width - wide - 5, SIZE);
    const needs = wide + 5 + widthOf(says, SIZE) + 14;
    if (at > x && at + needs - 14 > x + width) [at, line] = [x, line + 1];
    const middle = y + line * KEY_LINE + 6;
    parts.push(html`${draw(at, middle)}${textAt(at + wide + 5, middle + 3.4, says, { size: SIZE, fill: SOFT })}`);
    at += needs;
  }
  return { content: joined(parts, "\n"), height: samples.length === 0 ? 0 : (line + 1) * KEY_LINE };
}

/** Samples that explain one thing about a drawing, and what that is. */
export interface KeyRow {
  readonly head: string;
  readonly samples: readonly Sample[];
}

/** Rows below each other, their samples in line. */
export function keyRows(
  rows: readonly KeyRow[],
  x: number,
  y: number,
  width: number,
): { readonly content: Html; readonly height: number } {
  const indent = Math.max(0, ...rows.map(({ head }) => widthOf(head, SIZE, true))) + 6;
  const parts: Html[] = [];
  let height = 0;
  for (const { head, samples } of rows) {
    const row = keyTo(samples, x + indent, y + height, width - indent);
    parts.push(textAt(x, y + height + 9.4, head, { size: SIZE, fill: SOFT, bold: true }), row.content);
    height += row.height;
  }
  return { content: joined(parts, "\n"), height };
}
