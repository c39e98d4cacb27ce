/** A rectangle in the picture, in pixels, that something takes up. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function isFree(box: Box, taken: readonly Box[]): boolean {
  return !taken.some((other) => meet(box, other));
}

/** Where a text is held. */
export type Anchor = "start" | "middle" | "end";

/** What digits of some width and size take up, their middle at this height. */
export function digitsBox(x: number, middle: number, width: number, size: number, anchor: Anchor): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: middle - size * 0.38, bottom: middle + size * 0.38 };
}

/** What a straight line between two places takes up, with a little air. */
export function lineBox(x1: number, y1: number, x2: number, y2: number, air = 1.4): Box {
  return {
    left: Math.min(x1, x2) - air,
    right: Math.max(x1, x2) + air,
    top: Math.min(y1, y2) - air,
    bottom: Math.max(y1, y2) + air,
  };
}
