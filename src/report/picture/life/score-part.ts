import type { Scoring } from "../../../model/rulebook.ts";
import type { Html } from "../../html/html.ts";
import { INK, WIDTH } from "../ink.ts";
import { lineFrom } from "../shapes.ts";
import type { Act } from "./acts.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import { type ActFlag, flagTexts, stalksOf } from "./flag-lines.ts";
import type { Hung } from "./flags.ts";
import { discsOf, drawnDisc, marksOf, type Riser } from "./marks.ts";
import { bandGround, heightIn, scoreLines } from "./panel.ts";
import { type Box, lineBox } from "./room.ts";
import { axisNumbers, bandNames, drawnNumbers, ends, extremes } from "./score-names.ts";
import { bandsIn, type Curve, isFlat, scaleOf } from "./score.ts";
import { stepPoints } from "./step-points.ts";

/** Of the scale that shows every class; a life that goes far beyond them gets more, up to a limit. */
const USUAL_HEIGHT = 156;
/** Beside another rulebook, where the bars take more room. */
const BESIDE_HEIGHT = 142;
const MOST_HEIGHT = 230;
/** Of a score that never moves. */
const FLAT_HEIGHT = 100;

/** A part of the picture, from some height downwards. */
export interface Part {
  readonly content: readonly Html[];
  readonly height: number;
}

export interface ScorePart extends Part {
  /** Whether any disc bears its number. */
  readonly numbered: boolean;
}

/** What is drawn: the acts as discs, with the flags that name them. */
interface Acted {
  readonly axis: TimeAxis;
  readonly top: number;
  readonly acts: readonly Act[];
  readonly flags: readonly Hung<ActFlag>[];
}

/** Of a rulebook without a score a bare line, on which acts have their marks. */
export function barePart({ axis, top, acts, flags }: Acted): ScorePart {
  const y = top + 8;
  const heightOf = (): number => y;
  const discs = discsOf(marksOf(acts, axis, heightOf), []);
  return {
    content: [
      ...stalksOf(flags, top, heightOf, -1).map(({ x, from, to }) => lineFrom(x, from, x, to)),
      lineFrom(axis.left, y, axis.right, y, INK, 1),
      ...discs.map(drawnDisc),
      ...flagTexts(flags, top, -1),
    ],
    height: 16,
    numbered: discs.some(({ number }) => number !== null),
  };
}

/** Bands, steps and their numbers. Lines to the flags lie beneath the score, so that it is never interrupted. */
export function scorePart(
  { axis, top, acts, flags }: Acted,
  scoring: Scoring,
  curve: Curve,
  variant: Curve | null,
): ScorePart {
  const { left, right } = axis;
  const curves = variant === null ? [curve] : [curve, variant];
  const scale = scaleOf(scoring, curves);
  const bands = bandsIn(scoring, scale);
  const height = curves.every(isFlat)
    ? FLAT_HEIGHT
    : Math.min(MOST_HEIGHT, (variant === null ? USUAL_HEIGHT : BESIDE_HEIGHT) * scale.share);
  const panel = { axis, top, height };
  const y = (score: number): number => heightIn(panel, scale, score);
  const heightOf = (score: number | null): number => y(score ?? curve.opening);
  const x = (month: number): number => xOf(axis, month);

  const numbers = axisNumbers(bands, curve.opening, y);
  const stalks = stalksOf(flags, top, heightOf, -1);
  // A hollow line is thicker.
  const air = variant === null ? 1.4 : 3;
  const lines = curves.map((each) => takenBy(each, x, y, axis, air));
  const discs = discsOf(marksOf(acts, axis, heightOf), lines[0]!.risers);
  const taken: Box[] = [
    ...lines.flatMap(({ boxes }) => boxes),
    ...discs.map(({ box }) => box),
    ...stalks.map(({ x: at, from, to }) => lineBox(at, from, at, to, 1)),
    ...bands.flatMap(({ limit }) => (limit === null ? [] : [lineBox(left, y(limit), right, y(limit), 0.2)])),
    { left: 0, right: WIDTH, top: 0, bottom: top },
    { left: 0, right: WIDTH, top: top + height, bottom: top + 2 * height },
    { left: 0, right: left, top, bottom: top + height },
    { left: right, right: WIDTH, top, bottom: top + height },
  ];
  const own = extremes(curve, true, y, x, taken);
  const beside = variant === null ? [] : extremes(variant, false, y, x, [...taken, ...own.map(({ box }) => box)]);
  const far = [...own, ...beside.filter(({ score }) => own.every((each) => each.score !== score))];
  return {
    content: [
      ...bandGround(panel, scale, bands),
      ...bandNames(bands, numbers, y, left - 6),
      ...drawnNumbers(numbers, left - 5, top),
      ...flagTexts(flags, top, -1),
      ...stalks.map(({ x: at, from, to }) => lineFrom(at, from, at, to)),
      ...scoreLines(panel, scale, curve, variant),
      ...discs.map(drawnDisc),
      ...stepPoints(acts, discs, heightOf, [...taken, ...far.map(({ box }) => box)], air + 2),
      ...far.map(({ content }) => content),
      ...ends(curves, y, right + 5, WIDTH - 1),
    ],
    height,
    numbered: discs.some(({ number }) => number !== null),
  };
}

/** Where a line goes: nothing may be written there, and its steps may not be hidden. */
function takenBy(
  { steps, closing }: Curve,
  x: (month: number) => number,
  y: (score: number) => number,
  axis: TimeAxis,
  air: number,
): { readonly boxes: readonly Box[]; readonly risers: readonly Riser[] } {
  const corners = [...steps, { month: axis.until + 1, score: closing }].map(
    ({ month, score }) => [x(month), y(score)] as const,
  );
  const pairs = corners.slice(1).map((corner, at) => [corners[at]!, corner] as const);
  const flats = pairs.map(([[x1, y1], [x2]]) => lineBox(x1, y1, x2, y1, air));
  const risers = pairs.slice(0, -1).map(([[, y1], [x2, y2]]) => ({ x: x2, box: lineBox(x2, y1, x2, y2, air) }));
  return { boxes: [...flats, ...risers.map(({ box }) => box)], risers };
}
