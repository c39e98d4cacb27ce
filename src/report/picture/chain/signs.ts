import type { Told } from "../../../model/rule.ts";
import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, px } from "../ink.ts";
import { cross, disc, loss, textAt } from "../shapes.ts";
import type { Shape } from "./boxes.ts";

/** A small sign for each kind of box, about ten pixels high and wide, by its middle; the same as in the life line where that has one. */
export function signOf(shape: Shape, x: number, y: number): Html {
  const at = (dx: number, dy: number): string => `${px(x + dx)},${px(y + dy)}`;
  switch (shape) {
    case "act":
      return disc(x, y, true);
    case "points":
      return html`<path d="M${at(-5, -3.5)}h5v7h5" fill="none" stroke="${INK}" stroke-width="2"/>`;
    case "class":
      return html`<path d="M${at(-5, -3.6)}h10M${at(-5, -0.2)}h10" fill="none" stroke="${INK}" stroke-width="1"/><path d="M${at(-5, 3.4)}h10" fill="none" stroke="${INK}" stroke-width="2.8"/>`;
    case "list":
      return html`<path d="M${at(-4, -5)}h8v10h-8Z" fill="${PAPER}" stroke="${INK}" stroke-width="1"/><path d="M${at(-2.2, -2.4)}h4.4m-4.4,2.4h4.4m-4.4,2.4h4.4" fill="none" stroke="${INK}" stroke-width="0.9"/>`;
    case "restriction":
      return html`<circle cx="${px(x)}" cy="${px(y)}" r="5" fill="${INK}"/><path d="M${at(-3, 0)}h6" fill="none" stroke="${PAPER}" stroke-width="2"/>`;
    case "priority":
      return html`<path d="M${at(-4, 3.5)}h8l-4,-7.5Z" fill="${PAPER}" stroke="${INK}" stroke-width="1.2"/>`;
    case "refusal":
      return cross(x, y, 3.4);
    case "loss":
      return loss(x, y);
    case "gap":
      return html`<path d="M${at(0, -4)}v8.2" fill="none" stroke="${INK}" stroke-width="2" stroke-linecap="round" stroke-dasharray="0.1 3.9"/>`;
  }
}

/** Nothing: an empty ring. Outcome: half full. With the reason: full. */
export function toldSign(x: number, y: number, told: Told): Html {
  const r = 3.8;
  const ring = html`<circle cx="${px(x)}" cy="${px(y)}" r="${r}" fill="${told === "reason" ? INK : PAPER}" stroke="${INK}" stroke-width="1.1"/>`;
  return told === "outcome"
    ? html`${ring}<path d="M${px(x)},${px(y - r)}a${r},${r} 0 0 0 0,${2 * r}Z" fill="${INK}"/>`
    : ring;
}

/** Met again: an arrow that goes back to where it began. */
export function turnSign(x: number, y: number): Html {
  const r = 3.3;
  return html`<path d="M${px(x - r)},${px(y)}a${r},${r} 0 1 0 ${r},${-r}" fill="none" stroke="${INK}" stroke-width="1.3"/><path d="M${px(x - 3)},${px(y - r)}l3.6,-2.6v5.2Z" fill="${INK}"/>`;
}

/** Where a line leaves for another part or comes from one: a letter in a ring, by its middle. */
export function ringAt(x: number, y: number, r: number, letter: string): Html {
  const size = r * 1.2;
  return html`<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" fill="${PAPER}" stroke="${INK}" stroke-width="1.5"/>${textAt(
    x,
    y + size * 0.36,
    letter,
    { size, bold: true, anchor: "middle" },
  )}`;
}
