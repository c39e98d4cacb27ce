import { harmless } from "../../harmless.ts";
import { SANS, SERIF } from "../fonts/css.ts";
import { BASE } from "./base.ts";
import { PHONE } from "./phone.ts";
import { PRINT } from "./print.ts";
import { TRACE } from "./trace.ts";

export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];

/** What stands in the margins of paper, on every sheet. */
export interface Running {
  /** At the head, left and right. */
  readonly head: readonly [string, string];
  /** At the foot, beside the page number. */
  readonly foot: string;
  /** Parts with a head of their own: elements of the class `name`. Letters and digits only. */
  readonly parts?: readonly { readonly name: string; readonly head: readonly [string, string] }[];
}

/** The style sheet of every page: on a screen, on a phone, on paper. Its hash stands ready in `hash.ts`. */
export const PAGE_CSS = `
:root{--sans:${SANS};--serif:${SERIF};--ink:#1a1a1a;--soft:#545454;--ruled:#c4c4c4;--faint:#f1f0ec;--red:#8f1414}
${BASE}
${TRACE}
${PHONE}
${PRINT}`;

/** How tall a picture may be, in millimetres: any, and one that shares a page with the head of a life. */
const ROOM: Readonly<Record<Paper, { readonly picture: number; readonly first: number }>> = {
  a4: { picture: 225, first: 156 },
  letter: { picture: 205, first: 140 },
};

/** The size of the paper, and what stands in its margins: different for each page. */
export function paperCss(paper: Paper, { head, foot, parts = [] }: Running): string {
  const room = ROOM[paper];
  return `
@page{size:${paper === "a4" ? "A4" : "letter"};margin:19mm 17mm 20mm;
${box("top-left", quoted(head[0]))}${box("top-right", quoted(head[1]))}${box("bottom-left", quoted(foot))}${box("bottom-right", 'counter(page) " / " counter(pages)')}}
@media print{figure svg{max-height:${room.picture}mm}.line svg{max-height:${room.first}mm}}
@page :first{${box("top-left", '""')}${box("top-right", '""')}}
${parts
  .map(
    (part) =>
      `@page ${part.name}{${box("top-left", quoted(part.head[0]))}${box("top-right", quoted(part.head[1]))}}\n@media print{.${part.name}{page:${part.name}}}\n`,
  )
  .join("")}`;
}

/** The boxes of a margin share its width as their texts ask for; the longer ones may take two lines. */
function box(where: string, content: string): string {
  const align = where.endsWith("left") ? "left" : "right";
  const edge = where.startsWith("top")
    ? "vertical-align:bottom;padding-bottom:3.5mm"
    : "vertical-align:top;padding-top:3.5mm";
  return `@${where}{content:${content};font:7.5pt/1.3 ${SANS};color:#545454;text-align:${align};${edge}}\n`;
}

/** A string of CSS: every character that is no letter, digit or blank is spelt out. */
export function quoted(text: string): string {
  const short = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return `"${harmless(short.replaceAll(/\s+/g, " ")).replaceAll(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  )}"`;
}
