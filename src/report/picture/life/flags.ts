/** A text that hangs over, or under, a place on the axis of time. */
export interface Flag {
  readonly x: number;
  readonly width: number;
  /** What may be left out last. */
  readonly weight: number;
}

/** Where a flag came to stand. `row` counts away from the axis, from 0. */
export interface Hung<T extends Flag> {
  readonly flag: T;
  readonly row: number;
  /** To which side of its line the text stands. */
  readonly side: "right" | "left";
  /** What room there is for the text. */
  readonly room: number;
}

const GAP = 6;

/**
 * Hangs flags so that no text meets another and no line passes through a text: of two that would
 * overlap, the one whose line the other's text covers hangs nearer to the axis. `most` rows; where
 * more would be needed, the least weighty flags come back in `left`.
 */
export function hang<T extends Flag>(
  flags: readonly T[],
  right: number,
  most: number,
): { readonly hung: readonly Hung<T>[]; readonly left: readonly T[] } {
  const left: T[] = [];
  for (let kept = [...flags]; ;) {
    const placed = place(kept, right);
    if (placed.every(({ row }) => row < most)) return { hung: placed, left };
    const tower = placed.filter(({ row }) => row >= most - 1);
    const crowd = placed.filter((each) => tower.some((high) => each === high || touches(each, high)));
    const least = crowd.reduce((a, b) => (b.flag.weight < a.flag.weight ? b : a)).flag;
    left.push(least);
    kept = kept.filter((flag) => flag !== least);
  }
}

interface Placing<T extends Flag> {
  readonly flag: T;
  readonly side: "right" | "left";
  from: number;
  to: number;
}

function place<T extends Flag>(flags: readonly T[], right: number): Hung<T>[] {
  const placing: Placing<T>[] = [...flags]
    .sort((a, b) => a.x - b.x)
    .map((flag) => {
      const side = flag.x + flag.width > right ? "left" : "right";
      return side === "right"
        ? { flag, side, from: flag.x, to: flag.x + flag.width + GAP }
        : { flag, side, from: flag.x - flag.width - GAP, to: flag.x };
    });
  // Where each covers the line of the other, neither could be nearer: the one to the left ends before.
  for (const one of placing)
    for (const other of placing)
      if (one.side === "right" && other.side === "left" && covers(one, other) && covers(other, one))
        one.to = Math.max(one.from, other.from);
  const rows = new Map<Placing<T>, number>();
  const settled = new Set<Placing<T>>();
  const rowOf = (one: Placing<T>): number => {
    const known = rows.get(one);
    if (known !== undefined) return known;
    rows.set(one, 0);
    const below = placing.filter((other) => other !== one && hangsBelow(other, one, placing));
    let row = below.reduce((most, other) => Math.max(most, rowOf(other) + 1), 0);
    // Those that meet it without either covering the other's line may hang in any order, but not beside it.
    const taken = (at: number): boolean =>
      placing.some((other) => other !== one && rows.get(other) === at && settled.has(other) && meet(one, other));
    while (taken(row)) row++;
    rows.set(one, row);
    settled.add(one);
    return row;
  };
  return placing.map((each) => ({
    flag: each.flag,
    row: rowOf(each),
    side: each.side,
    room: each.to - each.from - GAP,
  }));
}

function covers<T extends Flag>(one: Placing<T>, other: Placing<T>): boolean {
  return other.flag.x > one.from && other.flag.x < one.to;
}

function hangsBelow<T extends Flag>(one: Placing<T>, other: Placing<T>, order: readonly Placing<T>[]): boolean {
  if (!meet(one, other)) return false;
  if (covers(other, one)) return true;
  // Of two that share a line, the later is nearer.
  return one.flag.x === other.flag.x && order.indexOf(one) > order.indexOf(other);
}

function meet<T extends Flag>(one: Placing<T>, other: Placing<T>): boolean {
  return one.from < other.to && other.from < one.to;
}

function touches<T extends Flag>(one: Hung<T>, other: Hung<T>): boolean {
  const [a, b] = [one, other].map(({ flag, side }) =>
    side === "right" ? [flag.x, flag.x + flag.width + GAP] : [flag.x - flag.width - GAP, flag.x],
  );
  return a![0]! < b![1]! && b![0]! < a![1]!;
}
