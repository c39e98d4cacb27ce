import { html, type Html } from "../../html/html.ts";
import { cut, widthOf } from "../ink.ts";
import { textAt } from "../shapes.ts";
import type { Act } from "./acts.ts";
import { type TimeAxis, xOf } from "./axis.ts";
import type { Flag, Hung } from "./flags.ts";
import { actSays } from "./wording.ts";

const FLAG_LINE = 12;
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

/** A line from a flag to its mark. */
interface Stalk {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** Of each flag the line to its mark. Flags stand above (`-1`) or below (`1`) the line at `base`. */
export function stalksOf(
  hung: readonly Hung<ActFlag>[],
  base: number,
  heightOf: (score: number | null) => number,
  direction: -1 | 1,
): Stalk[] {
  return hung.map(({ flag: { act, x }, row }) => ({
    x,
    from: direction === -1 ? footOf(row, base, direction) - 8 : footOf(row, base, direction),
    to: heightOf(act.times[0]!.score),
  }));
}

/** Of each flag its text, to one side of its line. */
export function flagTexts(hung: readonly Hung<ActFlag>[], base: number, direction: -1 | 1): Html[] {
  return hung.map(({ flag: { act, x }, row, side, room }) => {
    const says = cut(actSays(act), Math.max(24, room), SIZE);
    return html`<g data-entries="${act.times.map(({ seq }) => seq).join(" ")}">${textAt(
      side === "right" ? x + 3 : x - 3,
      footOf(row, base, direction),
      says,
      { size: SIZE, anchor: side === "right" ? "start" : "end" },
    )}</g>`;
  });
}

function footOf(row: number, base: number, direction: -1 | 1): number {
  return direction === -1 ? base - 5 - row * FLAG_LINE : base + 8 + row * FLAG_LINE;
}
