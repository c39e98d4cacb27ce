import type { Html } from "../../html/html.ts";
import { cut, SOFT, WIDTH } from "../ink.ts";
import { hollowLoss, lineFrom, loss, textAt } from "../shapes.ts";
import type { Act } from "./acts.ts";
import type { TimeAxis } from "./axis.ts";
import { flagsOf, flagTexts, heightOfFlags, leftOut, stalksOf } from "./flag-lines.ts";
import { hang } from "./flags.ts";
import type { Beside } from "./life.ts";
import { marked, marksOf } from "./marks.ts";
import { totalMark } from "./refusals.ts";
import type { Part } from "./score-part.ts";
import { LOSSES, lostUnder, timesIn } from "./wording.ts";

const MOST_LINES = 6;

/** The losses that followed, each with its name; below them those of the variant, by their marks alone. */
export function lossPart(
  axis: TimeAxis,
  top: number,
  losses: readonly Act[],
  variant: Beside | null,
): Part & { readonly unnamed: number } {
  const { hung } = hang(flagsOf(losses, axis), WIDTH - 4, MOST_LINES);
  const shown = losses.length > 0 || (variant !== null && variant.life.losses.length > 0);
  if (!shown) return { content: [], height: 0, unnamed: 0 };
  const height = 18 + heightOfFlags(hung);
  const lane = top + 6;
  const under = top + height + 6;
  return {
    content: [
      ...laneOf(axis, lane, losses, loss),
      ...stalksOf(hung, lane + 6, () => lane + 3, 1).map(({ x, from, to }) => lineFrom(x, from, x, to)),
      ...flagTexts(hung, lane + 6, 1),
      ...(variant === null
        ? []
        : [
            ...laneOf(axis, under, variant.life.losses, hollowLoss),
            textAt(axis.left + 3, under + 14, cut(lostUnder(variant.says), axis.right - axis.left, 9), {
              size: 9,
              fill: SOFT,
            }),
          ]),
    ],
    height: height + (variant === null ? 0 : 28),
    unnamed: leftOut(losses, hung),
  };
}

function laneOf(axis: TimeAxis, y: number, acts: readonly Act[], draw: (x: number, y: number) => Html): Html[] {
  return [
    textAt(axis.left - 8, y + 3.4, LOSSES, { anchor: "end" }),
    lineFrom(axis.left, y, axis.right, y, SOFT, 0.6),
    ...marksOf(acts, axis, () => y).map((mark) => marked(mark, draw)),
    totalMark(timesIn(acts), axis, y, draw),
  ];
}
