import type { Html } from "../../html/html.ts";
import { whole } from "../../wording.ts";
import { cut, SOFT } from "../ink.ts";
import { textAt } from "../shapes.ts";
import type { Band, Curve } from "./score.ts";

type Height = (score: number) => number;

/** What each band is called, where it is high enough for a line of text. */
export function bandNames(bands: readonly Band[], y: Height, right: number): Html[] {
  return bands.flatMap(({ id, label, chinese, from, to }) => {
    const [low, high] = [y(from), y(to)];
    if (low - high < 11) return [];
    const lines = chinese !== "" && low - high >= 26 ? [label, chinese] : [label];
    const first = (low + high) / 2 + 3.5 - (lines.length - 1) * 6.5;
    return [
      textAt(8, first, cut(id, 24, 11, true), { size: 11, bold: true }),
      ...lines.map((line, at) => textAt(24, first + at * 13, cut(line, right - 24, 9.5), { size: 9.5, fill: SOFT })),
    ];
  });
}

/** Numbers that matter, beside the axis: where a class ends, the opening, the lowest. The earlier ones win where two would meet. */
export function limits(bands: readonly Band[], { opening, lowest }: Curve, y: Height, right: number): Html[] {
  const shown: number[] = [];
  const wanted = [opening, lowest, ...bands.slice(0, -1).map(({ from }) => from)];
  for (const score of wanted) if (shown.every((other) => Math.abs(y(other) - y(score)) >= 11)) shown.push(score);
  return shown.map((score) => textAt(right, y(score) + 3.5, whole(score), { size: 9.5, anchor: "end", halo: true }));
}

/** The score at the end, to the right of its line; the variant's moved aside where they would meet. */
export function ends(curves: readonly Curve[], y: Height, left: number): Html[] {
  const places: number[] = [];
  return curves.flatMap(({ closing: score }, at) => {
    const [before] = places;
    let height = y(score);
    if (before !== undefined && score === curves[0]!.closing) return [];
    if (before !== undefined && Math.abs(before - height) < 12) height = before + (height < before ? -12 : 12);
    places.push(height);
    return [textAt(left, height + 3.5, whole(score), { size: 10, bold: at === 0 })];
  });
}
