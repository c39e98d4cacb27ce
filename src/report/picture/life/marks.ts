import { html, type Html } from "../../html/html.ts";
import { disc, numberedDisc } from "../shapes.ts";
import type { Act, Time } from "./acts.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import { type Box, isFree } from "./room.ts";

/** A place in the picture, and the times that lie there. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly times: readonly [Time, ...Time[]];
}

/** Times of one month that would lie closer than this, in pixels, share a mark. */
const NEAR = 5;

/** A mark for each time of each act; those that would fall on each other are one. */
export function marksOf(acts: readonly Act[], axis: TimeAxis, heightOf: (score: number | null) => number): Mark[] {
  const spots = new Map<string, [Time, ...Time[]]>();
  for (const time of acts.flatMap(({ times }) => times)) {
    const spot = `${time.month} ${Math.round(heightOf(time.score) / NEAR)} ${time.given}`;
    const there = spots.get(spot);
    if (there === undefined) spots.set(spot, [time]);
    else there.push(time);
  }
  return [...spots.values()].map((times) => ({
    x: xOf(axis, times[0].month),
    y: heightOf(times[0].score),
    times,
  }));
}

export function marked({ times, x, y }: Mark, draw: (x: number, y: number) => Html): Html {
  return html`<g data-entries="${times.map(({ seq }) => seq).join(" ")}">${draw(x, y)}</g>`;
}

export interface Disc extends Mark {
  /** Of the entry, where there is room for it. */
  readonly number: string | null;
  readonly box: Box;
}

const SMALL = 4;
const NUMBERED = 7;
/** Of a bold digit of the size that stands in a disc. */
const DIGIT = 5.3;

/** With their numbers, as long as no disc then hides another, or a step that is not its own. */
export function discsOf(marks: readonly Mark[], risers: readonly Riser[]): Disc[] {
  const discs = marks.map((mark): Disc => ({ ...mark, number: null, box: around(mark, SMALL) }));
  return discs.map((small, at) => {
    const { x, times } = small;
    if (times.length > 1) return small;
    const number = String(times[0].seq);
    const box = around(small, Math.max(NUMBERED, (number.length * DIGIT) / 2 + 2));
    const others = discs.filter((_, place) => place !== at).map((other) => other.box);
    const steps = risers.filter((riser) => riser.x !== x).map((riser) => riser.box);
    if (!isFree(box, [...others, ...steps])) return small;
    return (discs[at] = { ...small, number, box });
  });
}

/** Where a score moves, and what its line takes up there. */
export interface Riser {
  readonly x: number;
  readonly box: Box;
}

function around({ x, y }: Mark, half: number): Box {
  const tall = Math.min(half, NUMBERED);
  return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}

export function drawnDisc({ number, box, ...mark }: Disc): Html {
  const { given } = mark.times[0];
  return marked(mark, (x, y) =>
    number === null ? disc(x, y, given) : numberedDisc(x, y, given, number, box.right - box.left),
  );
}
