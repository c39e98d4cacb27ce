import { harmless } from "../harmless.ts";

/*
 * Sizes in CSS pixels; a picture is as wide as the text of an A4 page with 20 mm margins, so that
 * what is 10 here is 7.5 points on paper. Greys carry the meaning; the one red only repeats it.
 */

export const WIDTH = 640;

export const INK = "#1a1a1a";
/** On white 7.5 : 1. */
export const SOFT = "#545454";
export const RULED = "#c4c4c4";
export const PAPER = "#ffffff";
/** In grey as dark as ink nearly, and beside a mark wherever it is used. */
export const RED = "#8f1414";

/** The fonts of the pages; a picture alone carries them with it, since its boxes are measured for them. */
export { SANS as FONT } from "../html/fonts/css.ts";

/** Thousandths of the font size, for a sans of ordinary width; a little too wide rather than too narrow. */
const WIDTHS: readonly (readonly [number, RegExp])[] = [
  [0, /\p{Mn}|\p{Me}|[\u200b-\u200d]/u],
  [270, /[iljI.,:;'|!()[\] ‘’·]/],
  [400, /[frtJ"“”*/\\{}-]/],
  [500, /[csvxyzk?_]/],
  [940, /[mwMW@%…✗→]/],
  [720, /[A-Z&]/],
  [600, /[\u0020-\u024f\u2000-\u206f\u2212]/],
  [700, /[\u0250-\u10ff]/],
];

const BREADTHS = new Map<string, number>();

function breadth(character: string): number {
  const known = BREADTHS.get(character);
  if (known !== undefined) return known;
  const found = WIDTHS.find(([, kind]) => kind.test(character))?.[0] ?? 1_040;
  BREADTHS.set(character, found);
  return found;
}

/** How wide a text comes out, about. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += breadth(character);
  return (sum / 1_000) * size * (bold ? 1.07 : 1);
}

/** Text fit for a picture: harmless, on one line, and with no tower of accents that would reach into the next. */
export function plain(text: string): string {
  return harmless(text.replaceAll(/\s+/g, " ").trim()).replaceAll(/(\p{M}{2})\p{M}+/gu, "$1");
}

/** Long enough for anybody who hovers or listens; the whole stands in the text beside the picture. */
export function brief(text: string): string {
  return text.length <= 300 ? plain(text) : `${plain(text.slice(0, 300))}…`;
}

/** As much of a text as is at most so wide; what is missing is marked by “…”. */
export function cut(text: string, width: number, size: number, bold = false): string {
  const whole = plain(text.length > 400 ? text.slice(0, 400) : text);
  if (widthOf(whole, size, bold) <= width && text.length <= 400) return whole;
  const room = width - widthOf("…", size, bold);
  let sum = 0;
  let kept = "";
  for (const character of whole) {
    sum += widthOf(character, size, bold);
    if (sum > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in at most so many lines, each at most so wide; broken at spaces where there are some. */
export function wrapped(text: string, width: number, size: number, most: number, bold = false): string[] {
  const lines: string[] = [];
  let rest = text.length > 4_000 ? `${text.slice(0, 4_000)}…` : text;
  rest = plain(rest);
  while (rest !== "" && lines.length < most - 1 && widthOf(rest, size, bold) > width) {
    const fitting = cut(rest, width, size, bold).slice(0, -1);
    const space = fitting.length === rest.length ? -1 : (fitting + rest[fitting.length]!).lastIndexOf(" ");
    const at = space > fitting.length / 3 ? space : Math.max(1, fitting.length);
    lines.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === "" ? lines : [...lines, cut(rest, width, size, bold)];
}

/** A number as it stands in an attribute. */
export function px(number: number): string {
  return String(Math.round(number * 100) / 100);
}
