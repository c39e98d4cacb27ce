import { plain, widthOf, wrapped } from "../ink.ts";
import type { Box } from "./boxes.ts";
import type { Tile } from "./slots.ts";
import { againSays } from "./wording.ts";

/** On paper 8.2 and 7.3 points. */
export const HEAD = 10.5;
export const FOOT = 9.3;
export const HEAD_LINE = 13;
export const FOOT_LINE = 11.2;
/** From the outline to the text, at the sides and above. */
const SIDE = 10;
export const ABOVE = 5;
/** For the sign before the head, for that of what was told after it, and for that of what is met again. */
export const SIGN = 15;
const TOLD = 17;
export const TURN = 12;

/** A few widths look calmer than many. Three of the wider and a ring fit a row; alone in its row, a box is rather wider than higher. */
const WIDTHS = [112, 140, 186, 244] as const;
const WIDEST = { alone: 244, beside: 186 } as const;
/** Lines do not fill up to the end. */
const RAGGED = 1.25;
const MOST_HEADS = 2;
const MOST_FEET = 4;

/** A box, and its texts as they fit into it. */
export interface Fitted extends Box, Tile {
  /** From the left side to the text. */
  readonly side: number;
  readonly heads: readonly string[];
  readonly feet: readonly string[];
  readonly turn: string | null;
}

/** `alone`: nothing else stands in its row. */
export function fitted(box: Box, alone: boolean): Fitted {
  const side = box.shape === "class" ? SIDE + 6 : SIDE;
  const turn = box.again === null ? null : againSays(box.again);
  const beside = 2 * side + SIGN + (box.told === null ? 0 : TOLD);
  const width = widthFor(alone, {
    head: widthOf(box.says, HEAD, true) + beside,
    feet: (lines) => (widthOf(box.under, FOOT) * (lines === 1 ? 1 : RAGGED)) / lines + 2 * side,
    turn: turn === null ? 0 : widthOf(turn, FOOT) + TURN + 2 * side,
  });
  const heads = wrapped(box.says, width - beside, HEAD, MOST_HEADS, true);
  const feet =
    box.under === ""
      ? []
      : wrapped(box.under, width - 2 * side, FOOT, MOST_FEET).map((line) => line.replace(/ ·$/, ""));
  const height = 2 * ABOVE + heads.length * HEAD_LINE + (feet.length + (turn === null ? 0 : 1)) * FOOT_LINE;
  return { ...box, side, width, height, heads, feet, turn: turn === null ? null : plain(turn) };
}

/** The narrowest that keeps the head on one line and the small print on one or two; else the widest. */
function widthFor(
  alone: boolean,
  needs: { readonly head: number; readonly feet: (lines: number) => number; readonly turn: number },
): number {
  const narrow = Math.max(needs.head, needs.turn, needs.feet(2));
  const low = Math.max(needs.head, needs.turn, needs.feet(1));
  const most = WIDEST[alone ? "alone" : "beside"];
  return (
    (alone ? WIDTHS.find((each) => each >= low && each <= most) : undefined) ??
    WIDTHS.find((each) => each >= narrow && each <= most) ??
    most
  );
}
