import type { Trace } from "../../model/trace.ts";
import { html, type Html, joined } from "../html/html.ts";
import { boxOf } from "./chain/boxes.ts";
import { choose } from "./chain/choose.ts";
import { drawnPart, type DrawnPart } from "./chain/draw.ts";
import { fitted } from "./chain/fitted.ts";
import { chainKey } from "./chain/key.ts";
import type { Part } from "./chain/parts.ts";
import { APART, besideEachOther, planned } from "./chain/plan.ts";
import { ranksOf } from "./chain/ranks.ts";
import { chainSays } from "./chain/says.ts";
import { chainTitle, drawnSays } from "./chain/wording.ts";
import { px, SOFT, WIDTH, wrapped } from "./ink.ts";
import { keyRows } from "./key.ts";
import { framed, type Picture } from "./picture.ts";
import { linesAt } from "./shapes.ts";

/**
 * The longest line of harm from the act downwards, with what joins it, and a harm of each other sort
 * as far as there is room: one drawing, or several where it is long. What the marks mean stands
 * beneath each. The first carries the whole in words.
 */
export function chainOfHarm(trace: Trace, { id }: { readonly id: string }): Picture[] {
  const chosen = choose(trace);
  const sentences = drawnSays(chosen);
  const ranks = [...ranksOf(chosen, chosen.line.at(-1) ?? "").values()];
  const boxes = chosen.nodes.map((node, at) =>
    fitted(boxOf(node, chosen.shown), ranks.filter((rank) => rank === ranks[at]).length === 1),
  );
  const parts = boxes.length === 0 ? [] : planned(chosen, boxes).map((part) => ({ part, ...drawnPart(part) }));
  const drawings = parts.length === 0 ? [[]] : besideEachOther(parts);
  return drawings.map((drawing, at) => {
    const last = at === drawings.length - 1;
    const { content, height } = drawn(drawing, last ? sentences : []);
    return framed({
      id: at === 0 ? id : `${id}-${at + 1}`,
      title: chainTitle(trace, chosen.harms, at + 1, drawings.length),
      about: sentences.join(" "),
      height,
      content,
      says: at === 0 ? chainSays(boxes, chosen.edges, sentences) : [],
    });
  });
}

/** Parts beside each other, what their marks mean, and the sentences beneath. */
function drawn(
  parts: readonly (DrawnPart & { readonly part: Part })[],
  sentences: readonly string[],
): { readonly content: readonly Html[]; readonly height: number } {
  const content: Html[] = [];
  const width = parts.reduce((sum, part) => sum + part.width + APART, -APART);
  let left = (WIDTH - width) / 2;
  for (const part of parts) {
    content.push(html`<g transform="translate(${px(left)},4)">${part.content}</g>`);
    left += part.width + APART;
  }
  let y = 4;
  if (parts.length > 0) {
    y += Math.max(...parts.map(({ height }) => height)) + 14;
    const key = keyRows(chainKey(parts.map(({ part }) => part)), 8, y, WIDTH - 16);
    content.push(key.content);
    y += key.height + 6;
  }
  for (const sentence of sentences) {
    const lines = wrapped(sentence, WIDTH - 16, 9.5, 3);
    content.push(linesAt(8, y + 10, lines, 13, { size: 9.5, fill: SOFT }));
    y += lines.length * 13;
  }
  return { content: [joined(content, "\n")], height: y + 8 };
}
