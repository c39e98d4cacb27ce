import type { Html } from "../../html/html.ts";
import { signed } from "../../wording.ts";
import { widthOf } from "../ink.ts";
import { textAt } from "../shapes.ts";
import type { Act } from "./acts.ts";
import type { Disc } from "./marks.ts";
import { type Anchor, type Box, digitsBox, isFree } from "./room.ts";

const SIZE = 9.5;

/**
 * How many points each act moved, beside its step, wherever there is room among what is taken. Of an
 * act that comes so often that a third of its numbers find no room there are none: those left would
 * look as if they were special. `gap`: pixels from the middle of a step.
 */
export function stepPoints(
  acts: readonly Act[],
  discs: readonly Disc[],
  heightOf: (score: number | null) => number,
  taken: readonly Box[],
  gap: number,
): Html[] {
  // Where steps stand apart there is room to the right of each; a stair is open to the left, up or down.
  const side = discs.filter(({ number }) => number !== null).length * 2 >= discs.length ? "start" : "end";
  const placed = new Map<number, { readonly box: Box; readonly drawn: Html }>();
  for (const disc of discs) {
    const [{ seq, points, before, score }, ...more] = disc.times;
    if (points === 0 || more.length > 0) continue;
    const says = signed(points);
    const width = widthOf(says, SIZE);
    const near = [...taken, ...[...placed.values()].map(({ box }) => box)].filter(
      ({ left, right }) => Math.abs((left + right) / 2 - disc.x) < (right - left) / 2 + width + 20,
    );
    for (const { x, y, anchor } of placesBeside(disc, heightOf(before), heightOf(score), gap, side)) {
      const box = digitsBox(x, y, width, SIZE, anchor);
      if (!isFree(box, near)) continue;
      placed.set(seq, { box, drawn: textAt(x, y + SIZE * 0.34, says, { size: SIZE, anchor }) });
      break;
    }
  }
  return acts.flatMap(({ times }) => {
    const found = times.flatMap(({ seq }) => placed.get(seq)?.drawn ?? []);
    return found.length * 3 < times.length * 2 ? [] : found;
  });
}

interface Place {
  readonly x: number;
  /** The middle of the text. */
  readonly y: number;
  readonly anchor: Anchor;
}

/** Where one would look for it: along the step, beside the disc, over it and under it; first on one side. */
function placesBeside({ x, box }: Disc, before: number, after: number, gap: number, side: Anchor): Place[] {
  const half = SIZE / 2;
  const along = after > before ? (before + box.top) / 2 : (before + box.bottom) / 2;
  const right: Place[] = [
    { x: x + gap, y: along, anchor: "start" },
    { x: x + gap, y: box.top - half, anchor: "start" },
    { x: box.right + 2, y: box.top + half - 2, anchor: "start" },
    { x: box.right + 2, y: after - half - 2, anchor: "start" },
    { x: box.right + 2, y: after + half + 2, anchor: "start" },
  ];
  const left: Place[] = [
    { x: x - gap, y: along, anchor: "end" },
    { x: box.left - 2, y: after + 1, anchor: "end" },
  ];
  return side === "start" ? [...right, ...left] : [...left, ...right];
}
