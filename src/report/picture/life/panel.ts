import { line, plot, rect, ruleX, ruleY } from "@observablehq/plot";
import type { Html } from "../../html/html.ts";
import { INK, PAPER, RULED } from "../ink.ts";
import { drawnOn, paper } from "../paper.ts";
import { type TimeAxis, ticksOf } from "./axis.ts";
import type { Band, Curve } from "./score.ts";
import type { Span } from "./spans.ts";

/** A part of the picture that lies along the axis of time, between two heights. */
export interface Panel {
  readonly axis: TimeAxis;
  readonly top: number;
  readonly height: number;
}

export interface ScorePanel {
  readonly content: Html;
  readonly y: (score: number) => number;
}

/** Bands behind, the years, and the score as steps; the variant hollow beneath the other. */
export function scorePanel(
  panel: Panel,
  span: readonly [number, number],
  bands: readonly Band[],
  curve: Curve,
  variant: Curve | null,
): ScorePanel {
  const { until } = panel.axis;
  const path = ({ steps, closing }: Curve) => [...steps, { month: until + 1, score: closing }];
  const stepped = { x: "month", y: "score", curve: "step-after", strokeLinejoin: "miter" } as const;
  const svg = plot({
    ...shared(panel),
    y: { domain: [...span], range: [panel.top + panel.height, panel.top], axis: null },
    marks: [
      ...bands.map((band) =>
        rect([band], { x1: 0, x2: until + 1, y1: "from", y2: "to", fill: shade(band), insetTop: 0, insetBottom: 0 }),
      ),
      ruleX(years(panel.axis), { stroke: RULED, strokeWidth: 0.6 }),
      ruleY(
        bands.filter(({ place, of }) => place < of - 1 && place >= 0).map(({ from }) => from),
        { stroke: INK, strokeWidth: 0.6, strokeDasharray: "2 3" },
      ),
      ...(variant === null
        ? []
        : [
            line(path(variant), { ...stepped, stroke: INK, strokeWidth: 4.6 }),
            line(path(variant), { ...stepped, stroke: PAPER, strokeWidth: 2.4 }),
          ]),
      line(path(curve), { ...stepped, stroke: INK, strokeWidth: variant === null ? 2 : 1.6 }),
    ],
  });
  const scale = svg.scale("y")!;
  return { content: drawnOn(svg), y: (score) => scale.apply(score) as number };
}

export interface Bar extends Span {
  readonly top: number;
  readonly bottom: number;
  readonly fill: string;
}

/** Bars over the same years. Heights are those of the picture. */
export function barPanel(panel: Panel, bars: readonly Bar[]): Html {
  const fills = [...new Set(bars.map(({ fill }) => fill))];
  const svg = plot({
    ...shared(panel),
    y: { type: "identity", axis: null },
    marks: [
      ruleX(years(panel.axis), {
        stroke: RULED,
        strokeWidth: 0.6,
        y1: panel.top,
        y2: panel.top + panel.height,
      }),
      ...fills.map((fill) =>
        rect(
          // What ended in the month in which it began is still to be seen.
          bars
            .filter((bar) => bar.fill === fill)
            .map((bar) => ({ ...bar, to: Math.min(panel.axis.until + 1, Math.max(bar.to, bar.from + 0.4)) })),
          { x1: "from", x2: "to", y1: "top", y2: "bottom", fill, stroke: INK, strokeWidth: 0.6 },
        ),
      ),
    ],
  });
  return drawnOn(svg);
}

function shared({ axis, top, height }: Panel) {
  return {
    document: paper(),
    width: axis.right,
    height: top + height,
    margin: 0,
    x: { domain: [0, axis.until + 1], range: [axis.left, axis.right], axis: null },
    clip: false,
  } as const;
}

function years(axis: TimeAxis): number[] {
  return ticksOf(axis).map(({ month }) => month);
}

/** The lower the class the darker, from paper on. */
function shade({ place, of }: Band): string {
  const grey = Math.round(255 - (place / Math.max(1, of - 1)) * 38);
  return `#${grey.toString(16).padStart(2, "0").repeat(3)}`;
}
