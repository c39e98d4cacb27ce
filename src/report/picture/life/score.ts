import { classOf, type Scoring } from "../../../model/rulebook.ts";
import type { Month } from "../../../model/story-time.ts";
import { closing, type Trace } from "../../../model/trace.ts";

/** The score over story time. */
export interface Curve {
  /** The opening, and where the score moves, in order; within a month only the first, the lowest, the highest and the last. */
  readonly steps: readonly Step[];
  readonly opening: number;
  readonly closing: number;
  /** The class at the end. */
  readonly class: string;
  readonly lowest: number;
  readonly highest: number;
}

export interface Step {
  readonly month: Month;
  /** From then on. */
  readonly score: number;
}

/** A class as a band behind the score; what of it shows. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly chinese: string;
  readonly from: number;
  readonly to: number;
  /** The lowest score of the class; `null` where the band goes on below the picture. */
  readonly limit: number | null;
  /** Place among the classes, from 0 for the highest, of so many. */
  readonly place: number;
  readonly of: number;
}

/** What the axis spans, in points. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** As a multiple of what it spans for a life that stays near the classes. */
  readonly share: number;
}

export function curveOf(trace: Trace): Curve | null {
  const opening = trace.opening.score;
  if (opening === null) return null;
  const months = new Map<Month, number[]>();
  for (const { month, after } of trace.entries) months.set(month, [...(months.get(month) ?? []), after.score!]);
  const steps = [...months]
    .flatMap(([month, scores]) => telling(scores).map((score) => ({ month, score })))
    .filter(({ score }, at, all) => score !== all[at - 1]?.score);
  const scores = [opening, ...trace.entries.map(({ after }) => after.score!)];
  return {
    steps,
    opening,
    closing: scores.at(-1)!,
    class: closing(trace).class!,
    lowest: Math.min(...scores),
    highest: Math.max(...scores),
  };
}

function telling(scores: readonly number[]): number[] {
  if (scores.length <= 4) return [...scores];
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const ends = [scores.indexOf(low), scores.indexOf(high)].sort((a, b) => a - b);
  return [scores[0]!, ...ends.map((at) => scores[at]!), scores.at(-1)!];
}

/** Room below the lowest limit, so that the last class has a band, and above: parts of what lies between. */
const BELOW = 1 / 6;
const ABOVE = 1 / 13;

/**
 * Every class, whatever the life, so that all lives under a rulebook are drawn to one scale and a
 * small step looks small; and every score, however far out.
 */
export function scaleOf({ classes, opening }: Scoring, curves: readonly Curve[]): Scale {
  const lowest = Math.min(...curves.map((curve) => curve.lowest));
  const highest = Math.max(...curves.map((curve) => curve.highest));
  const limits = classes.flatMap(({ min }) => (min === null ? [] : [min]));
  const all = [...limits, opening];
  const moves = highest - lowest;
  // Beside classes that lie very far apart the score would be a flat line: then only those that it comes near.
  const flattened = moves > 0 && moves < (Math.max(...all) - Math.min(...all)) / 100;
  const shown = flattened ? all.filter((score) => score >= lowest - moves && score <= highest + moves) : all;
  const [from, to] = [Math.min(...shown), Math.max(...shown)];
  const usual = to > from ? to - from : Math.max(1, moves);
  const [low, high] = [Math.min(from, lowest) - usual * BELOW, Math.max(to, highest) + usual * ABOVE];
  return { low, high, share: (high - low) / (usual * (1 + BELOW + ABOVE)) };
}

/** The bands that show, highest first. */
export function bandsIn({ classes }: Scoring, { low, high }: Scale): Band[] {
  return classes.flatMap(({ id, label, chinese, min }, place) => {
    const [from, to] = [Math.max(low, min ?? low), Math.min(high, classes[place - 1]?.min ?? high)];
    const limit = min !== null && min > low ? min : null;
    return to <= from ? [] : [{ id, label, chinese: chinese ?? "", from, to, limit, place, of: classes.length }];
  });
}

/** Whether the class ever was another than the score would give: then the bands say only what points are needed. */
export function classesLag(trace: Trace): boolean {
  const { scoring } = trace.rulebook;
  return scoring !== null && trace.entries.some(({ after }) => after.class !== classOf(scoring, after.score!));
}

/** Whether two rulebooks draw the classes differently. */
export function bandsDiffer(one: Trace, other: Trace): boolean {
  const bands = ({ rulebook }: Trace): string =>
    JSON.stringify(rulebook.scoring?.classes.map(({ id, min }) => [id, min]) ?? null);
  return bands(one) !== bands(other);
}

export function isFlat({ lowest, highest }: Curve): boolean {
  return lowest === highest;
}
