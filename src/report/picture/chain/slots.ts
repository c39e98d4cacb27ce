/** What takes room in a drawing. */
export interface Tile {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Sooner stands further left, where nothing else decides. */
  readonly seq: number;
}

/** What stands in a row, from the left to the right: a box, or a line that passes it. */
export interface Slot {
  readonly key: string;
  readonly width: number;
  /** The least room to its right before the next. */
  readonly gap: number;
  /** What it is joined to in the rows above and below. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** Where it stands at first. */
  readonly x: number;
  /** Of a line that passes: the box where it ends, above which it would go down. */
  readonly aim?: string;
}

/** How far right of the first the middles of a row stand at least. */
export function offsetsOf(row: readonly Slot[]): number[] {
  let offset = 0;
  return row.map(({ width }, at) => {
    const before = row[at - 1];
    if (before !== undefined) offset += before.width / 2 + before.gap + width / 2;
    return offset;
  });
}
