import { classOf, type Scoring } from "../../../model/rulebook.ts";
import type { Month } from "../../../model/story-time.ts";
import type { Trace } from "../../../model/trace.ts";

/** The score over story time. */
export interface Curve {
  /** In order; within a month only the first, the lowest, the highest and the last. */
  readonly steps: readonly { readonly month: Month; readonly score: number }[];
  readonly opening: number;
  readonly closing: number;
  readonly lowest: number;
}

/** A class as a band behind the score; what of it shows. */
export interface Band {
  readonly id: string;
  readonly label: string;
  readonly chinese: string;
  readonly from: number;
  readonly to: number;
  /** Place among the classes, from 0 for the highest, of so many. */
  readonly place: number;
  readonly of: number;
}

export function curveOf(trace: Trace): Curve | null {
  const opening = trace.opening.score;
  if (opening === null) return null;
  const months = new Map<Month, number[]>();
  for (const { month, after } of trace.entries) months.set(month, [...(months.get(month) ?? []), after.score!]);
  const steps = [...months].flatMap(([month, scores]) => telling(scores).map((score) => ({ month, score })));
  const scores = [opening, ...trace.entries.map(({ after }) => after.score!)];
  return { steps, opening, closing: scores.at(-1)!, lowest: Math.min(...scores) };
}

function telling(scores: readonly number[]): number[] {
  if (scores.length <= 4) return [...scores];
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const ends = [scores.indexOf(low), scores.indexOf(high)].sort((a, b) => a - b);
  return [scores[0]!, ...ends.map((at) => scores[at]!), scores.at(-1)!];
}

/** What the axis spans: every score, the next limits of a class above and below, and a little air. */
export function spanOf(scoring: Scoring, curves: readonly Curve[]): readonly [low: number, high: number] {
  const scores = curves.flatMap(({ steps, opening }) => [opening, ...steps.map(({ score }) => score)]);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const limits = scoring.classes.flatMap(({ min }) => (min === null ? [] : [min]));
  const below = limits.filter((limit) => limit <= low);
  const above = limits.filter((limit) => limit > high);
  const from = below.length === 0 ? low : Math.max(...below);
  const to = above.length === 0 ? high : Math.min(...above);
  const air = Math.max(1, (to - from) * 0.12);
  return [from - air, to + air];
}

/** The bands that show within the span, highest first. */
export function bandsIn({ classes }: Scoring, [low, high]: readonly [number, number]): Band[] {
  return classes.flatMap(({ id, label, chinese, min }, place) => {
    const [from, to] = [Math.max(low, min ?? low), Math.min(high, classes[place - 1]?.min ?? high)];
    return to <= from ? [] : [{ id, label, chinese: chinese ?? "", from, to, place, of: classes.length }];
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

export function isFlat({ steps, opening }: Curve): boolean {
  return steps.every(({ score }) => score === opening);
}
