import type { Html } from "../../html/html.ts";
import { cut, SOFT, WIDTH } from "../ink.ts";
import { hollowLoss, lineFrom, loss, textAt } from "../shapes.ts";
import type { Act } from "./acts.ts";
import type { TimeAxis } from "./axis.ts";
import { flagsOf, flagTexts, heightOfFlags, leftOut, stalksOf } from "./flag-lines.ts";
import { hang } from "./flags.ts";
import type { Beside, Life } from "./life.ts";
import { marked, marksOf } from "./marks.ts";
import { totalMark } from "./refusals.ts";
import type { Part } from "./score-part.ts";
import { LOSSES, lostUnder, timesIn } from "./wording.ts";

const MOST_LINES = 6;

/** The losses that followed, each with its name at its place; beside another rulebook those of both, with their names in a line. */
export function lossPart(
  axis: TimeAxis,
  top: number,
  { trace, losses }: Life,
  variant: Beside | null,
): Part & { readonly unnamed: number } {
  const lane = top + 6;
  if (variant !== null && losses.length + variant.life.losses.length > 0)
    return {
      content: [
        ...laneOf(axis, lane, losses, loss),
        namesUnder(lane + 13, trace.rulebook.title, losses),
        ...laneOf(axis, lane + 27, variant.life.losses, hollowLoss),
        namesUnder(lane + 40, variant.says, variant.life.losses),
      ],
      height: 50,
      unnamed: 0,
    };
  if (losses.length === 0) return { content: [], height: 0, unnamed: 0 };
  const { hung } = hang(flagsOf(losses, axis), WIDTH - 4, MOST_LINES);
  return {
    content: [
      ...laneOf(axis, lane, losses, loss),
      ...stalksOf(hung, lane + 6, () => lane + 3, 1).map(({ x, from, to }) => lineFrom(x, from, x, to)),
      ...flagTexts(hung, lane + 6, 1),
    ],
    height: 17 + heightOfFlags(hung),
    unnamed: leftOut(losses, hung),
  };
}

function namesUnder(y: number, title: string, losses: readonly Act[]): Html {
  return textAt(8, y, cut(lostUnder(title, losses), WIDTH - 16, 9.5), { size: 9.5, fill: SOFT });
}

function laneOf(axis: TimeAxis, y: number, acts: readonly Act[], draw: (x: number, y: number) => Html): Html[] {
  return [
    textAt(axis.left - 8, y + 3.4, LOSSES, { anchor: "end" }),
    lineFrom(axis.left, y, axis.right, y, SOFT, 0.6),
    ...marksOf(acts, axis, () => y).map((mark) => marked(mark, draw)),
    totalMark(timesIn(acts), axis, y, draw),
  ];
}
