import type { GraphEdge } from "./graph.ts";

/** By the middle of its upper side. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A step as a line from the lower side of a box to the upper side of another, clear of all between them. */
export interface Wire extends GraphEdge {
  readonly d: string;
  readonly tip: Place;
}

/** A step with where it stands in each row that it touches, from the upper box to the lower. */
export interface Course {
  readonly edge: GraphEdge;
  /** Of the upper box. */
  readonly rank: number;
  readonly xs: readonly number[];
}

/** How long the point of an arrow is. */
export const ARROW = 6;
/** Ends of lines at one side of a box: so far apart at most, and so far from its corners. */
const MOST_APART = 18;
const CORNER = 25;
/** So far beside the middle of a box its only line may leave it, if it can then go straight down. */
const MOST_ASIDE = 26;

/** Lines that meet one side of a box are spread over it; one that comes straight down keeps the middle. */
export function spread(courses: readonly Course[], widthOf: (key: string) => number): Course[] {
  const port = (course: Course, side: "from" | "to"): number => {
    const own = (each: Course): number => (side === "from" ? each.xs[0]! : each.xs.at(-1)!);
    const toward = (each: Course): number => (side === "from" ? each.xs[1]! : each.xs.at(-2)!);
    const key = course.edge[side];
    const all = courses.filter(({ edge }) => edge[side] === key).sort((a, b) => toward(a) - toward(b));
    const straight = all.findIndex((each) => !isBent(own(each), toward(each)));
    const middle = straight === -1 ? (all.length - 1) / 2 : straight;
    const room = Math.max(0, widthOf(key) / 2 - CORNER);
    const apart = Math.min(MOST_APART, room / Math.max(1, middle, all.length - 1 - middle));
    return own(course) + (all.indexOf(course) - middle) * apart;
  };
  const alone = ({ edge }: Course): boolean =>
    courses.filter((each) => each.edge.from === edge.from || each.edge.to === edge.to).length === 1;
  return courses.map((course) => {
    const { edge, xs } = course;
    const [first, last] = [xs[0]!, xs.at(-1)!];
    if (xs.length === 2 && Math.abs(first - last) <= MOST_ASIDE && alone(course)) {
      const x = widthOf(edge.from) < widthOf(edge.to) ? first : last;
      return { ...course, xs: [x, x] };
    }
    return { ...course, xs: [port(course, "from"), ...xs.slice(1, -1), port(course, "to")] };
  });
}

function isBent(x: number, next: number): boolean {
  return Math.abs(x - next) > 1;
}

/** Straight down past each row, and in a curve from one row to the next. */
export function wireOf(
  { edge, rank, xs }: Course,
  start: number,
  tops: readonly number[],
  feet: readonly number[],
): Wire {
  const at = (number: number): string => String(Math.round(number * 10) / 10);
  const last = xs.length - 1;
  let d = `M${at(xs[0]!)},${at(start)}`;
  for (let step = 1; step <= last; step++) {
    const [x, next, foot, top] = [xs[step - 1]!, xs[step]!, feet[rank + step - 1]!, tops[rank + step]!];
    const end = step === last ? top - ARROW : top;
    const middle = at((foot + end) / 2);
    if (isBent(x, next)) d += `V${at(foot)}C${at(x)},${middle} ${at(next)},${middle} ${at(next)},${at(end)}`;
    if (step < last) d += `V${at(feet[rank + step]!)}`;
    else if (!isBent(x, next)) d += `V${at(end)}`;
  }
  return { ...edge, d, tip: { x: xs[last]!, y: tops[rank + last]! } };
}
