import { offsetsOf, type Slot } from "./slots.ts";

/** Slots below each other, each joined to nothing else on that side. */
export interface Strand {
  /** In the row with the least room; the others stand where it does. */
  readonly leader: string;
  /** What else they are joined to. */
  readonly near: readonly string[];
}

export function strandsOf(rows: readonly (readonly Slot[])[]): ReadonlyMap<string, Strand> {
  const slots = rows.flat();
  const slotOf = new Map(slots.map((slot) => [slot.key, slot]));
  const crowded = new Map(rows.flatMap((row) => row.map(({ key }) => [key, offsetsOf(row).at(-1)!] as const)));
  /** The only slot below, if that has no other above it. */
  const follower = ({ below }: Slot): Slot | undefined => {
    const next = below.length === 1 ? slotOf.get(below[0]!)! : undefined;
    return next?.above.length === 1 ? next : undefined;
  };
  const followers = new Set(slots.flatMap((slot) => follower(slot)?.key ?? []));
  const strands = new Map<string, Strand>();
  for (const first of slots.filter(({ key }) => !followers.has(key))) {
    const members = [first];
    for (let next = follower(first); next !== undefined; next = follower(next)) members.push(next);
    const leader = members.reduce((most, each) => (crowded.get(each.key)! > crowded.get(most.key)! ? each : most)).key;
    const strand = { leader, near: [...first.above, ...members.at(-1)!.below] };
    for (const { key } of members) strands.set(key, strand);
  }
  return strands;
}
