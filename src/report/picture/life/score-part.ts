import type { Rulebook } from "../../../model/rulebook.ts";
import type { Html } from "../../html/html.ts";
import { INK } from "../ink.ts";
import { lineFrom } from "../shapes.ts";
import type { TimeAxis } from "./axis.ts";
import { scorePanel } from "./panel.ts";
import { bandNames, ends, limits } from "./score-names.ts";
import { bandsIn, type Curve, isFlat, spanOf } from "./score.ts";

const HEIGHT = 176;
/** Of a score that never moves. */
const FLAT_HEIGHT = 72;

/** A part of the picture, from some height downwards. */
export interface Part {
  readonly content: readonly Html[];
  readonly height: number;
}

/** Bands, steps and their numbers; of a rulebook without a score a bare line, on which acts have their marks. */
export function scorePart(
  axis: TimeAxis,
  top: number,
  { scoring }: Rulebook,
  curve: Curve | null,
  variant: Curve | null,
): Part & { readonly heightOf: (score: number | null) => number } {
  const { left, right } = axis;
  if (curve === null || scoring === null)
    return {
      content: [lineFrom(left, top + 4, right, top + 4, INK, 1)],
      height: 8,
      heightOf: () => top + 4,
    };
  const curves = variant === null ? [curve] : [curve, variant];
  const span = spanOf(scoring, curves);
  const bands = bandsIn(scoring, span);
  const height = curves.every(isFlat) ? FLAT_HEIGHT : HEIGHT;
  const { content, y } = scorePanel({ axis, top, height }, span, bands, curve, variant);
  return {
    content: [
      content,
      ...bandNames(bands, y, left - 34),
      ...limits(bands, curve, y, left - 5),
      ...ends(curves, y, right + 5),
    ],
    height,
    heightOf: (score) => y(score ?? curve.opening),
  };
}
