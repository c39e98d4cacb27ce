import { SOFT, WIDTH } from "../ink.ts";
import { lineFrom, loss, textAt } from "../shapes.ts";
import type { Act } from "./acts.ts";
import type { TimeAxis } from "./axis.ts";
import { flagLines, flagsOf, heightOfFlags, leftOut, markEach } from "./flag-lines.ts";
import { hang } from "./flags.ts";
import type { Part } from "./score-part.ts";
import { LOSSES, LOSSES_BESIDE } from "./wording.ts";

const MOST_LINES = 6;

/** The losses that followed, each with its name; below them those of the variant, by their marks alone. */
export function lossPart(
  axis: TimeAxis,
  top: number,
  losses: readonly Act[],
  beside: readonly Act[],
): Part & { readonly unnamed: number } {
  const { hung } = hang(flagsOf(losses, axis), WIDTH - 4, MOST_LINES);
  const height = losses.length === 0 ? 0 : 18 + heightOfFlags(hung);
  const lane = (y: number, says: string, acts: readonly Act[]) => [
    textAt(axis.left - 8, y + 3, says, { anchor: "end" }),
    lineFrom(axis.left, y, axis.right, y, SOFT, 0.6),
    ...(acts === losses ? flagLines(hung, y + 6, () => y, 1) : []),
    ...markEach(
      acts,
      axis,
      () => y,
      (_time, x) => loss(x, y),
    ),
  ];
  return {
    content: [
      ...(losses.length === 0 ? [] : lane(top + 6, LOSSES, losses)),
      ...(beside.length === 0 ? [] : lane(top + height + 4, LOSSES_BESIDE, beside)),
    ],
    height: height + (beside.length === 0 ? 0 : 14),
    unnamed: leftOut(losses, hung),
  };
}
