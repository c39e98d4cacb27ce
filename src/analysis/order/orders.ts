import type { FixtureEvent, Persona } from "../../model/persona.ts";
import type { Month } from "../../model/story-time.ts";

/** The lines of one month of a timeline; a line is named by its place in the timeline, from 0. */
export interface MonthLines {
  readonly month: Month;
  /** In their order in the timeline. */
  readonly lines: readonly number[];
  /** For each line the line of this month that occasioned it. */
  readonly parents: ReadonlyMap<number, number>;
  /** For each line what it is; lines that are the same are not swapped, since nothing could tell. */
  readonly kinds: ReadonlyMap<number, string>;
}

/** The months in which more than one thing happens, up to `until`. */
export function busyMonths({ timeline }: Persona, until: Month): MonthLines[] {
  const months = [...new Set(timeline.map(({ month }) => month))].filter((month) => month <= until);
  return months.flatMap((month): MonthLines[] => {
    const lines = [...timeline.keys()].filter((line) => timeline[line]!.month === month);
    if (lines.length < 2) return [];
    const parents = lines.flatMap((line): [number, number][] => {
      const parent = (timeline[line]!.occasionedBy ?? 0) - 1;
      return lines.includes(parent) ? [[line, parent]] : [];
    });
    return [{ month, lines, parents: new Map(parents), kinds: kindsOf(timeline, lines) }];
  });
}

/** A line that occasions another is like none: to move it would tell the other of another occasion. */
function kindsOf(timeline: readonly FixtureEvent[], lines: readonly number[]): Map<number, string> {
  return new Map(
    lines.map((line) => {
      const own = timeline[line]!;
      const occasions = timeline.some(({ occasionedBy }) => occasionedBy === line + 1);
      const what = "event" in own ? own.event : `${own.attempt} ${own.purpose}`;
      return [line, `${what} ${own.occasionedBy ?? ""} ${occasions ? line : ""}`];
    }),
  );
}

/**
 * In how many orders the lines of a month can stand, an occasion always before what it occasioned.
 * Each line has one occasion at most, so they form trees: all orders, by the size of the tree under
 * each line, and by the orders of those that are the same.
 */
export function countOrders(month: MonthLines): bigint {
  const { lines, kinds } = month;
  const sizes = treeSizes(month);
  const alike = new Map<string, number>();
  for (const kind of kinds.values()) alike.set(kind, (alike.get(kind) ?? 0) + 1);
  const divisor = [...sizes.values()].map(BigInt).concat([...alike.values()].map(factorial));
  return factorial(lines.length) / divisor.reduce((product, each) => product * each, 1n);
}

function factorial(number: number): bigint {
  return number < 2 ? 1n : BigInt(number) * factorial(number - 1);
}

/** How many lines go back to each line, itself included. */
function treeSizes({ lines, parents }: MonthLines): Map<number, number> {
  const sizes = new Map(lines.map((line) => [line, 1]));
  for (const line of lines.toReversed()) {
    const parent = parents.get(line);
    // An occasion stands before what it occasions, so the tree under this line is counted whole.
    if (parent !== undefined) sizes.set(parent, sizes.get(parent)! + sizes.get(line)!);
  }
  return sizes;
}

/** Every order; the first is that of the timeline. */
export function ordersOf(month: MonthLines, before: readonly number[] = []): number[][] {
  if (before.length === month.lines.length) return [[...before]];
  return nextLines(month, before).flatMap((line) => ordersOf(month, [...before, line]));
}

/** What can stand next, of those that are the same the first. */
function nextLines({ lines, parents, kinds }: MonthLines, before: readonly number[]): number[] {
  const free = lines.filter((line) => {
    const parent = parents.get(line);
    return !before.includes(line) && (parent === undefined || before.includes(parent));
  });
  return free.filter((line, at) => free.findIndex((other) => kinds.get(other) === kinds.get(line)) === at);
}

/**
 * An order drawn by chance, each as likely as any other: what stands next is drawn by the size of the
 * tree under it.
 */
export function drawnOrder(month: MonthLines, draw: (low: number, high: number) => number): number[] {
  const sizes = treeSizes(month);
  const order: number[] = [];
  while (order.length < month.lines.length) {
    const next = nextLines(month, order);
    const weights = next.map((line) => sizes.get(line)! * left(month, line, order));
    let drawn = draw(
      1,
      weights.reduce((sum, each) => sum + each, 0),
    );
    order.push(next.find((_, at) => (drawn -= weights[at]!) <= 0)!);
  }
  return order;
}

/** How many that are the same as this one still wait. */
function left({ kinds }: MonthLines, line: number, before: readonly number[]): number {
  return [...kinds].filter(([other, kind]) => kind === kinds.get(line) && !before.includes(other)).length;
}

/** The person with the lines of some months in another order; `occasionedBy` follows the lines. */
export function reordered(
  persona: Persona,
  months: readonly (readonly number[])[],
): { readonly persona: Persona; /** For each line now, the line that it was. */ readonly was: readonly number[] } {
  const was = [...persona.timeline.keys()];
  for (const order of months) {
    const first = Math.min(...order);
    for (const [at, line] of order.entries()) was[first + at] = line;
  }
  const timeline = was.map((line): FixtureEvent => {
    const own = persona.timeline[line]!;
    return own.occasionedBy === undefined ? own : { ...own, occasionedBy: was.indexOf(own.occasionedBy - 1) + 1 };
  });
  return { persona: { ...persona, timeline }, was };
}
