import type { Range } from "../../model/ranges.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { Bounds } from "../bounds.ts";
import { type Dial, dialsOf } from "../dials.ts";
import { withoutRules } from "../experiment.ts";
import type { Turnable } from "../steady-scores.ts";

/** Something of a rulebook that one edit can change: a number, or a whole rule, which is 0 while there and 1 when dropped. */
export interface Part extends Turnable {
  /** `null` for a rule. */
  readonly dial: Dial | null;
  readonly now: number;
  readonly turn: (rulebook: Rulebook, to: number) => Rulebook;
}

/** Rules first, in rulebook order, then numbers. `rangeOf` says what a number may be. */
export function partsOf(rulebook: Rulebook, rangeOf: (dial: Dial) => Range): Part[] {
  return [
    ...rulebook.rules.map(({ id }): Part => ({
      dial: null,
      rule: id,
      part: { kind: "drop" },
      range: { least: 0, most: 1 },
      now: 0,
      turn: (before, to) => (to === 0 ? before : withoutRules(before, [id])),
    })),
    ...dialsOf(rulebook).map((dial): Part => {
      const { rule, part, now, turn } = dial;
      return {
        dial,
        rule,
        part,
        range: rangeOf(dial),
        now,
        turn: (before, to) => (to === now ? before : turn(before, to)),
      };
    }),
  ];
}

/** Whether the part may stand at a number of its range; a posting of 0 points would enter nothing. */
export function mayStand({ part }: Part, number: number): boolean {
  return part.kind !== "points" || number !== 0;
}

/** Whether two edits may be made at once: there is nothing to turn in a rule that is dropped. */
export function mayMeet(one: Part, other: Part): boolean {
  return (one.dial !== null && other.dial !== null) || one.rule !== other.rule;
}

/** How many other values a part may take. */
export function othersOf(part: Part): number {
  const { least, most } = part.range;
  const all = most - least + 1;
  const zero = least <= 0 && most >= 0 && !mayStand(part, 0) ? 1 : 0;
  const now = part.now >= least && part.now <= most ? 1 : 0;
  return all - zero - now;
}

/** How many pairs of values two parts may take together. */
export function pairsOf(one: Part, other: Part): number {
  const all = othersOf(one) * othersOf(other);
  return all - (clashes(one, other) + clashes(other, one));
}

/** Pairs in which `upper` does not lie above `lower` as it must: classes begin in falling order, the opening lies between floor and ceiling. */
function clashes(upper: Part, lower: Part): number {
  const gap = leastGap(upper, lower);
  if (gap === null) return 0;
  let count = 0;
  for (let low = lower.range.least; low <= lower.range.most; low++) {
    if (low === lower.now) continue;
    const highest = Math.min(upper.range.most, low + gap - 1);
    const those = Math.max(0, highest - upper.range.least + 1);
    count += those - (upper.now >= upper.range.least && upper.now <= highest ? 1 : 0);
  }
  return count;
}

/** Where two parts make no rulebook together. */
export function nowhere(one: Part, other: Part): Bounds[] {
  const kept = (by: readonly [number, number], least: number, most: number): Bounds => {
    const bounds = new Bounds([0, 0]);
    bounds.keep({ now: 0, by }, least, most);
    return bounds;
  };
  const [under, over] = [leastGap(one, other), leastGap(other, one)];
  return [
    ...(mayStand(one, 0) ? [] : [kept([1, 0], 0, 0)]),
    ...(mayStand(other, 0) ? [] : [kept([0, 1], 0, 0)]),
    ...(under === null ? [] : [kept([1, -1], Number.NEGATIVE_INFINITY, under - 1)]),
    ...(over === null ? [] : [kept([-1, 1], Number.NEGATIVE_INFINITY, over - 1)]),
  ];
}

/** By how much the one number must be above the other; `null` where that does not matter. */
function leastGap({ part: upper }: Part, { part: lower }: Part): 0 | 1 | null {
  if (upper.kind === "class" && lower.kind === "class") return lower.place === upper.place + 1 ? 1 : null;
  const between =
    (upper.kind === "opening" && lower.kind === "floor") || (upper.kind === "ceiling" && lower.kind === "opening");
  return between ? 0 : null;
}
