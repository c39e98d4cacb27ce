import { curveStepAfter, line } from "d3-shape";
import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, px, RULED } from "../ink.ts";
import { box, lineFrom } from "../shapes.ts";
import { ticksOf, type TimeAxis, xOf } from "./axis.ts";
import type { Band, Curve, Scale, Step } from "./score.ts";

/** A part of the picture that lies along the axis of time, between two heights. */
export interface Panel {
  readonly axis: TimeAxis;
  readonly top: number;
  readonly height: number;
}

/** Where a score lies in a panel. */
export function heightIn({ top, height }: Panel, { low, high }: Scale, score: number): number {
  return top + ((high - score) / (high - low)) * height;
}

/** What the score is drawn on: bands, the years, and the limits of the classes. */
export function bandGround(panel: Panel, scale: Scale, bands: readonly Band[]): Html[] {
  const { axis, top, height } = panel;
  const y = (score: number): number => heightIn(panel, scale, score);
  return [
    ...bands.map((band) => box(axis.left, y(band.to), axis.right - axis.left, y(band.from) - y(band.to), shade(band))),
    ...yearLines(axis, top, top + height),
    ...bands.flatMap(({ limit }) =>
      limit === null
        ? []
        : html`<line x1="8" y1="${px(y(limit))}" x2="${px(axis.right)}" y2="${px(y(limit))}" stroke="${INK}" stroke-width="0.6" stroke-dasharray="2 3"/>`,
    ),
  ];
}

/** Thin and pale: nothing is to be read from them but where a year begins. */
export function yearLines(axis: TimeAxis, from: number, to: number): Html[] {
  return ticksOf(axis).map(({ month }) => lineFrom(xOf(axis, month), from, xOf(axis, month), to, RULED, 0.6));
}

/** The score as steps; the variant hollow beneath the other. */
export function scoreLines(panel: Panel, scale: Scale, curve: Curve, variant: Curve | null): Html[] {
  const { axis } = panel;
  const stepped = line<Step>()
    .curve(curveStepAfter)
    .digits(2)
    .x(({ month }) => xOf(axis, month))
    .y(({ score }) => heightIn(panel, scale, score));
  const drawn = (whose: "own" | "beside", { steps, closing }: Curve, stroke: string, width: number): Html =>
    html`<path data-curve="${whose}" d="${stepped([...steps, { month: axis.until + 1, score: closing }])!}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="miter"/>`;
  return [
    ...(variant === null ? [] : [drawn("beside", variant, INK, 4.6), drawn("beside", variant, PAPER, 2.4)]),
    drawn("own", curve, INK, variant === null ? 2 : 1.6),
  ];
}

/** The lower the class the darker, from paper on. */
function shade({ place, of }: Band): string {
  const grey = Math.round(255 - (place / Math.max(1, of - 1)) * 38);
  return `#${grey.toString(16).padStart(2, "0").repeat(3)}`;
}
