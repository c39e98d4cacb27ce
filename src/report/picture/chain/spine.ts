import { offsetsOf, type Slot } from "./slots.ts";

/** Where the line goes down in each row: in as few straight stretches as the rows have room for, the first with as much room to its left as to its right. */
export function spineOf(rows: readonly (readonly Slot[])[], line: ReadonlySet<string>, room: number): number[] {
  const stretches: { least: number; most: number; rows: number }[] = [];
  for (const row of rows) {
    const { least, most } = rangeOf(row, line, room);
    const last = stretches.at(-1);
    if (last === undefined || least > last.most || most < last.least) stretches.push({ least, most, rows: 1 });
    else {
      last.least = Math.max(last.least, least);
      last.most = Math.min(last.most, most);
      last.rows++;
    }
  }
  let before: number | null = null;
  return stretches.flatMap(({ least, most, rows: many }) => {
    const x = Math.max(least, Math.min(most, before ?? (least + most) / 2));
    before = x;
    return Array.from({ length: many }, () => x);
  });
}

/** How far to the left and to the right the line can stand in a row. */
function rangeOf(
  row: readonly Slot[],
  line: ReadonlySet<string>,
  room: number,
): { readonly least: number; readonly most: number } {
  const at = row.findIndex(({ key }) => line.has(key));
  if (at === -1) return { least: 0, most: room };
  const offsets = offsetsOf(row);
  const least = offsets[at]! + row[0]!.width / 2;
  return { least, most: Math.max(least, room - (offsets.at(-1)! - offsets[at]!) - row.at(-1)!.width / 2) };
}
