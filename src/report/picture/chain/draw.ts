import type { Told } from "../../../model/rule.ts";
import { html, type Html, joined } from "../../html/html.ts";
import { brief, PAPER, WIDTH } from "../ink.ts";
import { linesAt, textAt } from "../shapes.ts";
import { ABOVE, FOOT, FOOT_LINE, type Fitted, HEAD, HEAD_LINE, SIGN, TURN } from "./fitted.ts";
import { laid, type Laid } from "./layout.ts";
import { wireAt } from "./lines.ts";
import { outlined } from "./outline.ts";
import type { Part, Passage } from "./parts.ts";
import { ringAt, signOf, toldSign, turnSign } from "./signs.ts";
import type { Place } from "./wires.ts";
import { passageSays } from "./wording.ts";

/** The darker, the less the person was told; light enough for a copier. */
export const FILL: Readonly<Record<Told, string>> = { nothing: "#c4c4c4", outcome: "#e6e6e6", reason: PAPER };

export interface DrawnPart {
  readonly content: Html;
  readonly width: number;
  readonly height: number;
}

export function drawnPart({ boxes, passages, edges, line }: Part): DrawnPart {
  const { tiles, wires, width, height }: Laid<Fitted | Passage> = laid([...boxes, ...passages], edges, line, WIDTH - 8);
  const source = (key: string): string => passages.find((passage) => passage.key === key)?.from ?? key;
  const content = [
    ...wires.map((wire) => {
      const leadsOn = passages.find(({ key }) => key === wire.to);
      const ends =
        leadsOn === undefined
          ? html`data-from="${source(wire.from)}" data-to="${wire.to}"`
          : html`data-leads-on="${leadsOn.letter}"`;
      return html`<g ${ends} data-evidence="${wire.evidence}">${wireAt(wire)}</g>`;
    }),
    ...tiles.map((tile) => ("letter" in tile ? passageAt(tile) : boxAt(tile))),
  ];
  return { content: joined(content, "\n"), width, height };
}

function boxAt(box: Fitted & Place): Html {
  const { x, y, width, height, told, shape, side, heads, feet, turn, given } = box;
  const left = x - width / 2;
  const head = y + ABOVE + 9.8;
  const small = head + (heads.length - 1) * HEAD_LINE + 12;
  const last = small + feet.length * FOOT_LINE;
  return html`<g data-effects="${box.ids.join(" ")}" data-shape="${shape}" data-told="${told ?? "own"}" data-origin="${given ? "given" : "led"}"><title>${brief(tip(box))}</title>${outlined(
    shape,
    { left, top: y, width, height },
    given,
    told === null ? PAPER : FILL[told],
  )}${signOf(shape, left + side + 4.5, head - 3.8)}${linesAt(left + side + SIGN, head, heads, HEAD_LINE, { size: HEAD, bold: true })}${linesAt(
    left + side,
    small,
    feet,
    FOOT_LINE,
    { size: FOOT },
  )}${turn === null ? "" : html`${turnSign(left + side + 4, last - 3)}${textAt(left + side + TURN, last, turn, { size: FOOT })}`}${
    told === null ? "" : toldSign(left + width - side - 2, head - 3.8, told)
  }</g>`;
}

function tip({ says, under, rule }: Fitted): string {
  return `${says} · ${rule !== null && !under.includes(rule) ? `${under} · ${rule}` : under}`;
}

function passageAt({ letter, x, y, width, seq }: Passage & Place): Html {
  return html`<g><title>${passageSays(seq)}</title>${ringAt(x, y + width / 2, width / 2, letter)}</g>`;
}
