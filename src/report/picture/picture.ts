import { FONT_CSS } from "../html/fonts/faces.ts";
import { html, type Html, joined, style } from "../html/html.ts";
import type { Section } from "../section.ts";
import { brief, FONT, INK, PAPER, plain, px, SOFT, WIDTH, wrapped } from "./ink.ts";
import { linesAt } from "./shapes.ts";

/** A drawing, and the same in words. */
export interface Picture {
  readonly svg: Html;
  readonly title: string;
  /** In CSS pixels, as drawn; it may be shown at any size. */
  readonly width: number;
  readonly height: number;
  readonly says: readonly Section[];
}

export interface Frame {
  /** Begins every id in the drawing, so that several can stand in one page: small letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What a reader who does not see it should know at once; the rest is in `says`. */
  readonly about: string;
  readonly width?: number;
  readonly height: number;
  readonly defs?: readonly Html[];
  readonly content: readonly Html[];
  readonly says: readonly Section[];
}

/** Puts a drawing into its frame: named, described, on paper of its own. */
export function framed({ id, title, about, width = WIDTH, height, defs = [], content, says }: Frame): Picture {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Error(`“${id}” cannot begin the ids of a picture`);
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-about" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" font-family="${FONT}">
<title id="${id}-title">${brief(title)}</title>
<desc id="${id}-about">${plain(about)}</desc>
${defs.length === 0 ? "" : html`<defs>${defs}</defs>`}<rect width="100%" height="100%" fill="${PAPER}"/>
${joined(content, "\n")}
</svg>`;
  return { svg, title, width, height, says };
}

/** What a picture that leaves its page must still say. */
export interface Label {
  readonly notice: string;
  readonly warning: string | null;
  readonly rulebook: string;
  /** The command that draws it again. */
  readonly again: string;
}

/** Pictures as a file of their own, below each other, each with its title over it, and the notice under all. */
export function svgFile(pictures: readonly Picture[], label: Label): string {
  const parts: Html[] = [];
  let y = 8;
  for (const { svg, title, width, height } of pictures) {
    const head = wrapped(title, WIDTH - 16, 14, 3, true);
    parts.push(linesAt(8, y + 16, head, 19, { size: 14, bold: true }));
    y += head.length * 19 + 10;
    parts.push(
      html`<svg x="${px((WIDTH - width) / 2)}" y="${px(y)}" width="${px(width)}" height="${px(height)}">${svg}</svg>`,
    );
    y += height + 24;
  }
  for (const [text, how] of [
    [label.notice, { bold: true, size: 11, fill: INK }],
    ...(label.warning === null ? [] : [[label.warning, { size: 10, fill: INK }] as const]),
    [label.rulebook, { size: 10, fill: SOFT }],
    [label.again, { size: 10, fill: SOFT }],
  ] as const) {
    const lines = wrapped(text, WIDTH - 16, how.size, 6);
    parts.push(linesAt(8, y + 10, lines, 14, how));
    y += lines.length * 14 + 4;
  }
  const name = pictures.map(({ title }) => title).join("; ");
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${px(y + 8)}" width="${WIDTH}" height="${px(y + 8)}" font-family="${FONT}">
<title>${brief(name)}</title>
<style>${style(OWN_FONTS)}</style>
<rect width="100%" height="100%" fill="${PAPER}"/>
${joined(parts, "\n")}
</svg>
`.text;
}

/** Those faces that pictures are set in. */
const OWN_FONTS = FONT_CSS.split(/(?=@font-face)/)
  .filter((face) => /"Demerit (?:Sans|Han)"/.test(face) && face.includes("font-style:normal"))
  .join("");
