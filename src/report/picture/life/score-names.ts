import type { Html } from "../../html/html.ts";
import { whole } from "../../wording.ts";
import { cut, SOFT, widthOf } from "../ink.ts";
import { textAt } from "../shapes.ts";
import { type Box, digitsBox, isFree } from "./room.ts";
import type { Band, Curve } from "./score.ts";
import { classSays, POINTS } from "./wording.ts";

type Height = (score: number) => number;

/** A number beside the axis, and the height at which it stands. */
interface AxisNumber {
  readonly score: number;
  readonly at: number;
}

const NUMBER_SIZE = 9.5;
const NUMBERS_APART = 9;

/** Where a class ends, always where there is room for it; and the opening, moved a little if it has to be. */
export function axisNumbers(bands: readonly Band[], opening: number, y: Height): AxisNumber[] {
  const shown: AxisNumber[] = [];
  const add = (score: number, moves: readonly number[]): void => {
    const at = moves
      .map((move) => y(score) + move)
      .find((height) => shown.every((other) => Math.abs(other.at - height) >= NUMBERS_APART));
    if (at !== undefined && shown.every((other) => other.score !== score)) shown.push({ score, at });
  };
  for (const { limit } of bands) if (limit !== null) add(limit, [0]);
  add(opening, [0, -1.5, 1.5, -3, 3, -4.5, 4.5]);
  return shown;
}

export function drawnNumbers(numbers: readonly AxisNumber[], right: number, top: number): Html[] {
  return [
    textAt(right, top - 4, POINTS, { size: 9.5, anchor: "end", fill: SOFT }),
    ...numbers.map(({ score, at }) =>
      textAt(right, at + 3.4, whole(score), { size: NUMBER_SIZE, anchor: "end", halo: true }),
    ),
  ];
}

const NAME_LEFT = 22;
const NAME_SIZE = 9.5;
const LOWEST_NAMED = 10;

/** What each band is called, where it is high enough for a line of text; in Chinese too where all of them have room for it. */
export function bandNames(bands: readonly Band[], numbers: readonly AxisNumber[], y: Height, right: number): Html[] {
  const names = bands
    .map((band) => ({ ...band, at: (y(band.from) + y(band.to)) / 2, high: y(band.from) - y(band.to) }))
    .filter(({ high }) => high >= LOWEST_NAMED)
    .map((band) => ({ ...band, room: right - widthBeside(band.at, numbers) - NAME_LEFT }));
  const both = names.every(({ label, chinese, room }) => widthOf(`${label} ${chinese}`, NAME_SIZE) <= room);
  return names.flatMap(({ id, label, chinese, at, room }) => [
    textAt(8, at + 3.6, cut(id, NAME_LEFT - 9, 11, true), { size: 11, bold: true }),
    textAt(NAME_LEFT, at + 3.4, cut(both && chinese !== "" ? `${label} ${chinese}` : label, room, NAME_SIZE), {
      size: NAME_SIZE,
      fill: SOFT,
    }),
  ]);
}

/** What the numbers on the same line take from a name. */
function widthBeside(at: number, numbers: readonly AxisNumber[]): number {
  const beside = numbers.filter((number) => Math.abs(number.at - at) < 10);
  return Math.max(0, ...beside.map(({ score }) => widthOf(whole(score), NUMBER_SIZE) + 6));
}

/** The lowest score under its step, and the highest over its own; not where the opening or the end says it already. */
export function extremes(
  { steps, opening, closing, lowest, highest }: Curve,
  bold: boolean,
  y: Height,
  x: (month: number) => number,
  taken: readonly Box[],
): { readonly score: number; readonly content: Html; readonly box: Box }[] {
  return (
    [
      [lowest, 1],
      [highest, -1],
    ] as const
  ).flatMap(([score, side]) => {
    if (score === opening || score === closing) return [];
    const at = steps.findIndex((step) => step.score === score);
    const middle = (x(steps[at]!.month) + x(steps[at + 1]!.month)) / 2;
    const says = whole(score);
    const place = [10, 14, 18]
      .map((away) => ({
        y: y(score) + side * away,
        box: digitsBox(middle, y(score) + side * away, widthOf(says, 10, bold), 10, "middle"),
      }))
      .find(({ box }) => isFree(box, taken));
    if (place === undefined) return [];
    return [
      { score, content: textAt(middle, place.y + 3.5, says, { size: 10, bold, anchor: "middle" }), box: place.box },
    ];
  });
}

const END_HEIGHT = 23;

/** The score and the class at the end, to the right of its line; the variant's moved aside where they would meet. */
export function ends(curves: readonly Curve[], y: Height, left: number, right: number): Html[] {
  const [first] = curves;
  return curves.flatMap(({ closing: score, class: id }, at) => {
    if (at > 0 && score === first!.closing && id === first!.class) return [];
    const [own, others] = [y(score), y(first!.closing)];
    const height =
      at > 0 && Math.abs(own - others) < END_HEIGHT ? others + (own < others ? -END_HEIGHT : END_HEIGHT) : own;
    const says = whole(score);
    const bold = at === 0;
    // A number is never cut: one of many digits reaches back over the end of its line.
    const fits = widthOf(says, 10, bold) <= right - left;
    return [
      textAt(fits ? left : right, height + 3.5, says, { bold, anchor: fits ? "start" : "end", halo: !fits }),
      textAt(left, height + 14, cut(classSays(id), right - left, 9.5), { size: 9.5, fill: SOFT }),
    ];
  });
}
