import type { Trace } from "../../model/trace.ts";
import type { Html } from "../html/html.ts";
import { boxOf } from "./chain/boxes.ts";
import { choose } from "./chain/choose.ts";
import { boxAt, fitted, stepAlong } from "./chain/draw.ts";
import { ranksOf } from "./chain/graph.ts";
import { chainKey } from "./chain/key.ts";
import { laid } from "./chain/layout.ts";
import { chainSays } from "./chain/says.ts";
import { chainTitle, drawnSays } from "./chain/wording.ts";
import { html, joined } from "../html/html.ts";
import { px, SOFT, WIDTH, wrapped } from "./ink.ts";
import { keyTo } from "./key.ts";
import { framed, type Picture } from "./picture.ts";
import { linesAt } from "./shapes.ts";

/** So many boxes below each other still leave room for small print of two lines. */
const MOST_ROOMY = 13;

/**
 * The longest line of harm from the act downwards, with what joins it, and a harm of each other sort
 * as far as a page has room. Lines, outlines and fills are explained beneath it.
 */
export function chainOfHarm(trace: Trace, { id }: { readonly id: string }): Picture {
  const chosen = choose(trace);
  const ranks = new Set(ranksOf(chosen).values()).size;
  const boxes = chosen.nodes.map((node) => fitted(boxOf(node, chosen.upstream), ranks <= MOST_ROOMY));
  const graph = laid(boxes, chosen.edges, ranks <= MOST_ROOMY ? 24 : 18);
  const sentences = drawnSays(chosen);
  const scale = Math.min(1, (WIDTH - 8) / Math.max(1, graph.width));
  const content: Html[] = [];
  let y = 4;
  if (boxes.length > 0) {
    const [left, top] = [(WIDTH - graph.width * scale) / 2, y];
    content.push(
      html`<g transform="translate(${px(left)},${px(top)})${scale < 1 ? ` scale(${scale.toFixed(4)})` : ""}">${joined(
        [...graph.edges.map(stepAlong), ...graph.boxes.map(boxAt)],
        "\n",
      )}</g>`,
    );
    y += graph.height * scale + 8;
    const key = keyTo(chainKey(boxes, chosen.edges), 8, y, WIDTH - 16);
    content.push(key.content);
    y += key.height + 4;
  }
  for (const sentence of sentences) {
    const lines = wrapped(sentence, WIDTH - 16, 9.5, 3);
    content.push(linesAt(8, y + 10, lines, 13, { size: 9.5, fill: SOFT }));
    y += lines.length * 13;
  }
  return framed({
    id,
    title: chainTitle(trace, chosen.harms),
    about: sentences.join(" "),
    height: y + 8,
    content,
    says: chainSays(boxes, chosen.edges, sentences),
  });
}
