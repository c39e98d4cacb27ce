import { html, type Html } from "../../html/html.ts";
import { cut, RULED, widthOf } from "../ink.ts";
import { lineFrom, textAt } from "../shapes.ts";
import type { Act, Time } from "./acts.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import type { Flag, Hung } from "./flags.ts";
import { actSays } from "./wording.ts";

const FLAG_LINE = 13;
const SIZE = 10;
const WIDEST = 250;

/** More are not even tried. */
const MOST_FLAGS = 40;

export interface ActFlag extends Flag {
  readonly act: Act;
}

/** The weightiest acts, each with its text. */
export function flagsOf(acts: readonly Act[], axis: TimeAxis): ActFlag[] {
  const weight = ({ times }: Act): number => times.reduce((sum, { points }) => sum + Math.abs(points), 0);
  const flags = acts.map((act) => ({
    act,
    x: xOf(axis, act.times[0]!.month),
    width: Math.min(WIDEST, widthOf(actSays(act), SIZE) + 4),
    weight: weight(act),
  }));
  if (flags.length <= MOST_FLAGS) return flags;
  const least = [...flags].sort((a, b) => b.weight - a.weight)[MOST_FLAGS - 1]!.weight;
  return flags.filter((flag) => flag.weight >= least).slice(0, MOST_FLAGS);
}

/** How many acts came without a text. */
export function leftOut(acts: readonly Act[], hung: readonly Hung<ActFlag>[]): number {
  return acts.length - hung.length;
}

export function heightOfFlags(hung: readonly Hung<Flag>[]): number {
  return hung.reduce((most, { row }) => Math.max(most, row + 1), 0) * FLAG_LINE;
}

/** Texts above (`-1`) or below (`1`) the line at `base`, each with a line of its own to its mark. */
export function flagLines(
  hung: readonly Hung<ActFlag>[],
  base: number,
  heightOf: (score: number | null) => number,
  direction: -1 | 1,
): Html[] {
  return hung.flatMap(({ flag: { act, x }, row, side, room }) => {
    const foot = direction === -1 ? base - 5 - row * FLAG_LINE : base + 8 + row * FLAG_LINE;
    const mark = heightOf(act.times[0]!.score);
    const says = cut(actSays(act), Math.max(24, room), SIZE);
    return [
      lineFrom(x, direction === -1 ? foot - 8 : foot, x, mark, RULED, 0.8),
      html`<g data-entries="${act.times.map(({ seq }) => seq).join(" ")}">${textAt(
        side === "right" ? x + 3 : x - 3,
        foot,
        says,
        { size: SIZE, anchor: side === "right" ? "start" : "end", halo: true },
      )}</g>`,
    ];
  });
}

/** Marks of one month that would stand closer than this, in pixels, are one. */
const NEAR = 5;

/** A mark for each time of each act; those that would fall on each other are one. */
export function markEach(
  acts: readonly Act[],
  axis: TimeAxis,
  heightOf: (score: number | null) => number,
  draw: (time: Time, x: number, y: number) => Html,
): Html[] {
  const spots = new Map<string, { readonly times: Time[] }>();
  for (const { times } of acts)
    for (const time of times) {
      const spot = `${time.month} ${Math.round(heightOf(time.score) / NEAR)} ${time.given}`;
      const there = spots.get(spot);
      if (there === undefined) spots.set(spot, { times: [time] });
      else there.times.push(time);
    }
  return [...spots.values()].map(({ times: [first, ...rest] }) => {
    const time = first!;
    return html`<g data-entries="${[time, ...rest].map(({ seq }) => seq).join(" ")}">${draw(
      time,
      xOf(axis, time.month),
      heightOf(time.score),
    )}</g>`;
  });
}
