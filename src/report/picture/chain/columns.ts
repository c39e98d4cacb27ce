import { offsetsOf, type Slot } from "./slots.ts";
import { spineOf } from "./spine.ts";
import { strandsOf } from "./strands.ts";

/** So often each row is settled anew; more would move nothing by as much as a pixel. */
const PASSES = 9;

/**
 * Where the middle of each slot comes to stand, from 0 to `room`: what is on the line straight below
 * each other, all else near what it is joined to, in the order of its row and never wider than the room.
 */
export function columnsOf(
  rows: readonly (readonly Slot[])[],
  line: ReadonlySet<string>,
  room: number,
): ReadonlyMap<string, number> {
  const places = new Map(rows.flat().map(({ key, x }) => [key, x]));
  const spine = spineOf(rows, line, room);
  const strands = strandsOf(rows);
  const mean = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + places.get(key)!, 0) / keys.length;
  const wishOf = ({ key, aim }: Slot, row: number): Wish => {
    if (line.has(key)) return { at: spine[row]!, weight: 1_000 };
    if (aim !== undefined) return { at: places.get(aim)!, weight: 1 };
    const { leader, near } = strands.get(key)!;
    if (near.length === 0) return { at: spine[row]!, weight: 1 };
    return { at: key === leader ? mean(near) : places.get(leader)!, weight: 1 };
  };
  for (let pass = 0; pass < PASSES; pass++) {
    const order = rows.map((_, row) => (pass % 2 === 0 ? row : rows.length - 1 - row));
    for (const row of order) {
      const wishes = rows[row]!.map((slot) => wishOf(slot, row));
      settled(rows[row]!, wishes, room).forEach((x, at) => places.set(rows[row]![at]!.key, x));
    }
  }
  return places;
}

interface Wish {
  readonly at: number;
  readonly weight: number;
}

/** As near to what each wishes as the others of the row leave it: those that would overlap stand side by side about their common middle. */
function settled(row: readonly Slot[], wishes: readonly Wish[], room: number): number[] {
  const offsets = offsetsOf(row);
  const groups: { at: number; weight: number; many: number }[] = [];
  wishes.forEach(({ at, weight }, index) => {
    groups.push({ at: at - offsets[index]!, weight, many: 1 });
    for (let last = groups.at(-1)!, before = groups.at(-2); before !== undefined && before.at > last.at;) {
      groups.splice(-2, 2, {
        at: (before.at * before.weight + last.at * last.weight) / (before.weight + last.weight),
        weight: before.weight + last.weight,
        many: before.many + last.many,
      });
      [last, before] = [groups.at(-1)!, groups.at(-2)];
    }
  });
  const [first, end] = [row[0]!.width / 2, room - offsets.at(-1)! - row.at(-1)!.width / 2];
  return groups
    .flatMap(({ at, many }) => Array.from({ length: many }, () => at))
    .map((at, index) => Math.max(first, Math.min(Math.max(first, end), at)) + offsets[index]!);
}
