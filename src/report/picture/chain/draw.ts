import { html, type Html } from "../../html/html.ts";
import type { Evidence } from "../../../model/evidence.ts";
import type { Told } from "../../../model/rule.ts";
import { brief, INK, PAPER, plain, px, SOFT, widthOf, wrapped } from "../ink.ts";
import { cross, linesAt, loss } from "../shapes.ts";
import type { Box } from "./boxes.ts";
import type { Laid, Point, Size } from "./layout.ts";

const HEAD = 10.5;
const FOOT = 9;
const PAD = 9;
const SIGN = 12;
const HEAD_LINE = 12.5;
const FOOT_LINE = 10.8;
const WIDEST = 202;

/** The darker, the less the person was told. */
export const FILL: Readonly<Record<Told, string>> = { nothing: "#3f3f3f", outcome: "#d4d4d4", reason: PAPER };

/** How good the ground for a step is, by its line. */
const DASH: Readonly<Record<Evidence, string>> = {
  documented: "none",
  reported: "none",
  contested: "7 2 1.5 2",
  inferred: "4.5 3",
  invented: "0.1 3",
};

/** A box, and its texts as they fit into it. */
export interface Fitted extends Box, Size {
  readonly heads: readonly string[];
  readonly feet: readonly string[];
}

/** `roomy`: there is room for a second line of small print. */
export function fitted(box: Box, roomy: boolean): Fitted {
  const sign = signOf(box);
  const wanted = Math.max(widthOf(box.says, HEAD, true) + sign + 13, widthOf(plain(box.under.slice(0, 200)), FOOT));
  const width = Math.ceil(Math.min(WIDEST, Math.max(84, wanted + 2 * PAD)));
  const heads = wrapped(box.says, width - 2 * PAD - sign - 12, HEAD, 2, true);
  const feet = box.under === "" ? [] : wrapped(box.under, width - 2 * PAD, FOOT, roomy ? 2 : 1);
  return { ...box, width, height: 6 + heads.length * HEAD_LINE + feet.length * FOOT_LINE, heads, feet };
}

function signOf({ shape }: Box): number {
  return shape === "refusal" || shape === "loss" ? SIGN : 0;
}

export function boxAt(box: Fitted & Point): Html {
  const { x, y, width, height, told, shape, heads, feet } = box;
  const [left, top] = [x - width / 2, y - height / 2];
  const fill = told === null ? PAPER : FILL[told];
  const ink = told === "nothing" ? PAPER : INK;
  const sign = signOf(box);
  const head = top + 12.8;
  return html`<g data-effects="${box.ids.join(" ")}" data-told="${told ?? "own"}" data-origin="${box.given ? "given" : "led"}"><title>${brief(tip(box))}</title>${outline(box, left, top, fill)}${
    shape === "refusal"
      ? cross(left + PAD + 3, head - 3.8, 3.2)
      : shape === "loss"
        ? loss(left + PAD + 3.5, head - 3.8)
        : ""
  }${linesAt(left + PAD + sign, head, heads, HEAD_LINE, { size: HEAD, bold: true, fill: ink })}${linesAt(
    left + PAD,
    head + (heads.length - 1) * HEAD_LINE + 11.2,
    feet,
    FOOT_LINE,
    { size: FOOT, fill: ink },
  )}${told === null || shape === "gap" ? "" : toldSign(left + width - 10, top + 9.5, told, ink)}</g>`;
}

function tip({ says, under, rule }: Box): string {
  return `${says} · ${rule !== null && !under.includes(rule) ? rule : under}`;
}

/** Sharp corners for what happens, round ones for what is decided, cut ones for a refusal; a second line within for what was led to. */
function outline({ shape, given, width, height }: Box & Size, left: number, top: number, fill: string): Html {
  if (shape === "gap") return dashed(left, top, width, height, fill);
  const inner = given
    ? ""
    : frame(shape, left + 2.6, top + 2.6, width - 5.2, height - 5.2, "none", fill === FILL.nothing ? PAPER : INK, 0.6);
  return html`${frame(shape, left, top, width, height, fill, INK, 1.1)}${inner}`;
}

function frame(
  shape: Box["shape"],
  left: number,
  top: number,
  width: number,
  height: number,
  fill: string,
  stroke: string,
  line: number,
): Html {
  if (shape === "refusal") {
    const c = Math.min(7, height / 4);
    const d = `M${px(left + c)},${px(top)}H${px(left + width - c)}L${px(left + width)},${px(top + c)}V${px(top + height - c)}L${px(left + width - c)},${px(top + height)}H${px(left + c)}L${px(left)},${px(top + height - c)}V${px(top + c)}Z`;
    return html`<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${line}"/>`;
  }
  return html`<rect x="${px(left)}" y="${px(top)}" width="${px(width)}" height="${px(height)}" rx="${shape === "decision" ? 8 : 0}" fill="${fill}" stroke="${stroke}" stroke-width="${line}"/>`;
}

function dashed(left: number, top: number, width: number, height: number, fill: string): Html {
  return html`<rect x="${px(left)}" y="${px(top)}" width="${px(width)}" height="${px(height)}" rx="3" fill="${fill}" stroke="${SOFT}" stroke-dasharray="3 2"/>`;
}

/** Nothing: an empty ring. Outcome: half full. With the reason: full. */
export function toldSign(x: number, y: number, told: Told, ink: string): Html {
  const r = 3.6;
  const ring = html`<circle cx="${px(x)}" cy="${px(y)}" r="${r}" fill="${told === "reason" ? ink : "none"}" stroke="${ink}" stroke-width="1"/>`;
  return told === "outcome"
    ? html`${ring}<path d="M${px(x)},${px(y - r)}A${r},${r} 0 0 0 ${px(x)},${px(y + r)}Z" fill="${ink}"/>`
    : ring;
}

/** A step as a line whose style says how good its ground is, with a point at its end. */
export function stepAlong({ from, to, evidence, points }: Laid["edges"][number]): Html {
  const end = points.at(-1)!;
  const before = points.at(-2) ?? end;
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const foot = { x: end.x - 5 * Math.cos(angle), y: end.y - 5 * Math.sin(angle) };
  const wing = (turn: number): string =>
    `${px(end.x - 6 * Math.cos(angle + turn))},${px(end.y - 6 * Math.sin(angle + turn))}`;
  return html`<g data-from="${from}" data-to="${to}" data-evidence="${evidence}">${lineThrough([...points.slice(0, -1), foot], evidence)}<path d="M${px(end.x)},${px(end.y)}L${wing(0.45)}L${wing(-0.45)}Z" fill="${INK}"/></g>`;
}

function lineThrough(points: readonly Point[], evidence: Evidence): Html {
  const [first, ...rest] = points;
  const at = ({ x, y }: Point): string => `${px(x)},${px(y)}`;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!;
    const middle = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(middle)}`;
  });
  const d = `M${at(first!)}${rest.length === 1 ? `L${at(rest[0]!)}` : bends.join("")}`;
  return strokeOf(d, evidence);
}

export function strokeOf(d: string, evidence: Evidence): Html {
  return html`<path d="${d}" fill="none" stroke="${INK}" stroke-width="1.6"${
    DASH[evidence] === "none" ? "" : html` stroke-dasharray="${DASH[evidence]}"`
  }${evidence === "invented" ? html` stroke-linecap="round"` : ""}/>`;
}
