import type { Range } from "../../model/ranges.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { type Dial, dialsOf } from "../dials.ts";
import { type Axis, axisOf, type FoundRepair, type GoesOn, touchedOn } from "./axis.ts";
import { minimalPairs, type Pairs } from "./pairs.ts";
import { mayMeet, othersOf, type Part, pairsOf, partsOf } from "./parts.ts";
import type { Trial, Trials } from "./trials.ts";

/** What there was to try, counted in rulebooks. */
export interface Space {
  readonly rules: number;
  readonly numbers: number;
  /** Other integers that the numbers may take. */
  readonly integers: number;
  readonly pairsOfRules: number;
  readonly ruleAndInteger: number;
  readonly pairsOfIntegers: number;
}

export interface SearchedRepairs extends Finished {
  readonly found: readonly FoundRepair[];
  readonly stopped: boolean;
}

/** How far a search came: rules dropped alone, then numbers turned alone, each both ways, then each two of these. */
export interface Finished {
  readonly rules: number;
  readonly numbers: number;
  readonly pairs: number;
}

/** How many rulebooks there are in a space. */
export function rulebooksIn({ rules, integers, pairsOfRules, ruleAndInteger, pairsOfIntegers }: Space): number {
  return rules + integers + pairsOfRules + ruleAndInteger + pairsOfIntegers;
}

/** The steps of a search: each part, and each two of them. */
export function stepsOfSearch(rulebook: Rulebook): number {
  const parts = rulebook.rules.length + dialsOf(rulebook).length;
  return (parts * (parts + 1)) / 2;
}

/**
 * All minimal repairs of a rulebook for one life and one goal that its baseline misses, by one edit
 * and by two. An edit drops a rule or sets a number to another integer of its range. Minimal: leaving
 * an edit out, or setting a number less far in the same direction, no longer reaches the goal.
 *
 * Nothing is approximate. A life that misses the goal is followed only to where it does, and stands
 * for all rulebooks in which every comparison up to there is answered alike (`steadiness`).
 */
export async function searchRepairs(
  rulebook: Rulebook,
  trials: Trials,
  baseline: Trial,
  rangeOf: (dial: Dial) => Range,
  goesOn: GoesOn,
): Promise<SearchedRepairs> {
  const parts = partsOf(rulebook, rangeOf);
  const rules = parts.filter(({ dial }) => dial === null).length;
  let steps = 0;
  const result = (found: readonly FoundRepair[], stopped: boolean): SearchedRepairs => ({
    found: [...found].sort(bySize(parts)),
    rules: Math.min(steps, rules),
    numbers: Math.max(0, Math.min(steps, parts.length) - rules),
    pairs: Math.max(0, steps - parts.length),
    stopped,
  });

  const found: FoundRepair[] = [];
  const axes: Axis[] = [];
  for (const part of parts) {
    const axis = await axisOf(rulebook, part, trials, baseline, found, () => goesOn(steps));
    if (axis === null) return result(found, true);
    axes.push(axis);
    steps++;
  }

  const touching = axes.map((axis) => touchedOn(axis, parts));
  for (const [at, one] of axes.entries()) {
    for (const [place, other] of axes.entries()) {
      if (place <= at) continue;
      // Where the one has no say in any life along the other, both together come to what the other does alone.
      const meet = mayMeet(one.part, other.part);
      if (meet && touching[at]!.has(other.part) && touching[place]!.has(one.part)) {
        const pairs: Pairs = { rulebook, trials, one, other, goesOn: () => goesOn(steps) };
        const minimal = await minimalPairs(pairs);
        if (minimal === null) return result(found, true);
        for (const each of minimal) found.push(each);
      }
      steps++;
    }
    if (at < axes.length - 1 && !(await goesOn(steps))) return result(found, true);
  }
  return result(found, false);
}

export function spaceOf(rulebook: Rulebook, rangeOf: (dial: Dial) => Range): Space {
  const parts = partsOf(rulebook, rangeOf);
  const space = { rules: 0, numbers: 0, integers: 0, pairsOfRules: 0, ruleAndInteger: 0, pairsOfIntegers: 0 };
  for (const [at, one] of parts.entries()) {
    if (one.dial === null) space.rules++;
    else {
      space.numbers++;
      space.integers += othersOf(one);
    }
    for (const other of parts.slice(at + 1)) {
      if (!mayMeet(one, other)) continue;
      const dials = [one, other].filter(({ dial }) => dial !== null).length;
      space[(["pairsOfRules", "ruleAndInteger", "pairsOfIntegers"] as const)[dials]!] += pairsOf(one, other);
    }
  }
  return space;
}

/** Fewer edits first, then fewer rules dropped, then fewer steps (of a point, a month or an entry), then as the parts stand. */
function bySize(parts: readonly Part[]): (one: FoundRepair, other: FoundRepair) => number {
  const key = ({ turns }: FoundRepair): number[] => [
    turns.length,
    turns.filter(({ part }) => part.dial === null).length,
    turns.reduce((sum, { part, to }) => sum + Math.abs(to - part.now), 0),
    ...turns.flatMap(({ part, to }) => [parts.indexOf(part), to]),
  ];
  return (one, other) => {
    const [first, second] = [key(one), key(other)];
    for (const [at, each] of first.entries()) if (each !== second[at]) return each - second[at]!;
    return 0;
  };
}
