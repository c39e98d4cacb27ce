import { html, type Html, joined } from "../html/html.ts";
import { INK, PAPER, px, RED, SOFT, widthOf } from "./ink.ts";

/** How a text stands. `halo`: with paper beneath it, where it may cross a line. */
export interface Lettering {
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  readonly halo?: boolean;
}

export function textAt(x: number, y: number, text: string, how: Lettering = {}): Html {
  const { size = 10, fill = INK, bold = false, anchor = "start", halo = false } = how;
  return html`${halo ? clearing(x, y, text, how) : ""}<text x="${px(x)}" y="${px(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${
    bold ? html` font-weight="700"` : ""
  }>${spoken(text)}</text>`;
}

/** Paper beneath a text. A stroke around its letters would look finer, but a PDF holds stroked text twice over. */
function clearing(x: number, y: number, text: string, { size = 10, bold = false, anchor = "start" }: Lettering): Html {
  // Widths are estimates on the large side.
  const width = widthOf(text, size, bold) * 0.93 + 2;
  const left = anchor === "start" ? x - 1 : anchor === "end" ? x - width + 1 : x - width / 2;
  return html`<rect x="${px(left)}" y="${px(y - size * 0.8)}" width="${px(width)}" height="${px(size * 1.02)}" fill="${PAPER}" fill-opacity="0.88"/>`;
}

/** Chinese is marked as such, so that it gets its own glyphs and voice. */
export function spoken(text: string): Html {
  // Most texts hold nothing that could be Chinese, and need no closer look.
  if (!/[\u2e80-\uffff]/.test(text)) return html`${text}`;
  return joined(
    text
      .split(/(\p{Script=Han}+)/u)
      .map((part, at) => (at % 2 === 1 ? html`<tspan lang="zh">${part}</tspan>` : html`${part}`)),
  );
}

/** Lines of text below each other, the first with its foot at `y`. */
export function linesAt(x: number, y: number, lines: readonly string[], step: number, how: Lettering = {}): Html {
  return joined(lines.map((line, at) => textAt(x, y + at * step, line, how)));
}

/** The mark of a refusal: a cross with paper around it, so that it stands out on a bar as on paper. */
export function cross(x: number, y: number, r = 3.4, halo = 4.6): Html {
  const d = `M${px(x - r)},${px(y - r)}L${px(x + r)},${px(y + r)}M${px(x - r)},${px(y + r)}L${px(x + r)},${px(y - r)}`;
  return html`<path d="${d}" stroke="${PAPER}" stroke-width="${halo}" stroke-linecap="round" fill="none"/><path d="${d}" stroke="${RED}" stroke-width="2" stroke-linecap="round" fill="none"/>`;
}

/** An act: full where the story gives it, a ring where a rule led to it. */
export function disc(x: number, y: number, given: boolean): Html {
  return given
    ? html`<circle cx="${px(x)}" cy="${px(y)}" r="3" fill="${INK}" stroke="${PAPER}" stroke-width="1"/>`
    : html`<circle cx="${px(x)}" cy="${px(y)}" r="2.8" fill="${PAPER}" stroke="${INK}" stroke-width="1.4"/>`;
}

/** The same with a number in it, so wide. */
export function numberedDisc(x: number, y: number, given: boolean, number: string, width: number): Html {
  const [half, height] = [Math.max(0.1, (width - 14) / 2), 14];
  const d = `M${px(x - half)},${px(y)}L${px(x + half)},${px(y)}`;
  const pill = (stroke: string, thick: number): Html =>
    html`<path d="${d}" stroke="${stroke}" stroke-width="${thick}" stroke-linecap="round" fill="none"/>`;
  return html`${pill(PAPER, height + 1)}${pill(INK, height - 1)}${given ? "" : pill(PAPER, height - 3.6)}${textAt(x, y + 3.2, number, { size: 9.5, bold: true, anchor: "middle", fill: given ? PAPER : INK })}`;
}

/** A loss: a triangle that points down. */
export function loss(x: number, y: number): Html {
  return html`<path d="${triangle(x, y, 4)}" fill="${INK}" stroke="${PAPER}" stroke-width="1"/>`;
}

/** One that belongs to what is drawn beside. */
export function hollowLoss(x: number, y: number): Html {
  return html`<path d="${triangle(x, y, 3.2)}" fill="${PAPER}" stroke="${INK}" stroke-width="1"/>`;
}

function triangle(x: number, y: number, half: number): string {
  return `M${px(x - half)},${px(y + 0.5 - half)}L${px(x + half)},${px(y + 0.5 - half)}L${px(x)},${px(y + half)}Z`;
}

export function lineFrom(x1: number, y1: number, x2: number, y2: number, stroke = SOFT, width = 0.7): Html {
  return html`<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${stroke}" stroke-width="${width}"/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, stroke = "none", rx = 0): Html {
  return html`<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${rx}" fill="${fill}" stroke="${stroke}"/>`;
}

/** Stripes for a fill, under a name of this picture's own. */
export function stripes(id: string): Html {
  return html`<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${PAPER}"/><rect width="1.8" height="5" fill="${SOFT}"/></pattern>`;
}

export function dots(id: string): Html {
  return html`<pattern id="${id}" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="${PAPER}"/><circle cx="1.2" cy="1.2" r="0.9" fill="${INK}"/><circle cx="3.2" cy="3.2" r="0.9" fill="${INK}"/></pattern>`;
}
