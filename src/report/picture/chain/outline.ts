import { html, type Html } from "../../html/html.ts";
import { INK, PAPER, px, SOFT } from "../ink.ts";
import type { Shape } from "./boxes.ts";

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the two lines of a double outline. */
const WITHIN = 3;

/** One line around what is given, two around what was led to. */
export function outlined(shape: Shape, area: Area, given: boolean, fill: string): Html {
  if (shape === "gap")
    return html`<path d="${around(shape, area)}" fill="${PAPER}" stroke="${SOFT}" stroke-width="1.2" stroke-dasharray="3 2"/>`;
  const { left, top, width, height } = area;
  const within = { left: left + WITHIN, top: top + WITHIN, width: width - 2 * WITHIN, height: height - 2 * WITHIN };
  return html`<path d="${around(shape, area)}" fill="${fill}" stroke="${INK}" stroke-width="1.2"/>${
    given ? "" : html`<path d="${around(shape, within)}" fill="none" stroke="${INK}" stroke-width="0.8"/>`
  }`;
}

/**
 * Sharp corners for what happens, and pointed sides for a class; round corners for a list and what is
 * shut by it, rounder ones for points; cut corners for a refusal, and for a loss the lower ones only.
 */
function around(shape: Shape, { left, top, width, height }: Area): string {
  const [right, bottom] = [left + width, top + height];
  switch (shape) {
    case "act":
    case "gap":
      return `M${px(left)},${px(top)}H${px(right)}V${px(bottom)}H${px(left)}Z`;
    case "class": {
      const [middle, point] = [top + height / 2, Math.min(10, width / 4)];
      return `M${px(left + point)},${px(top)}H${px(right - point)}L${px(right)},${px(middle)}L${px(right - point)},${px(bottom)}H${px(left + point)}L${px(left)},${px(middle)}Z`;
    }
    case "refusal": {
      const cut = Math.min(8, height / 4);
      return `M${px(left + cut)},${px(top)}H${px(right - cut)}l${cut},${cut}V${px(bottom - cut)}l${-cut},${cut}H${px(left + cut)}l${-cut},${-cut}V${px(top + cut)}Z`;
    }
    case "loss": {
      const cut = Math.min(10, height / 3);
      return `M${px(left)},${px(top)}H${px(right)}V${px(bottom - cut)}l${-cut},${cut}H${px(left + cut)}l${-cut},${-cut}Z`;
    }
    default: {
      const r = Math.min(shape === "points" ? 15 : 6, height / 2);
      const turn = (x: number, y: number): string => `a${px(r)},${px(r)} 0 0 1 ${px(x * r)},${px(y * r)}`;
      return `M${px(left + r)},${px(top)}H${px(right - r)}${turn(1, 1)}V${px(bottom - r)}${turn(-1, 1)}H${px(left + r)}${turn(-1, -1)}V${px(top + r)}${turn(1, -1)}Z`;
    }
  }
}
