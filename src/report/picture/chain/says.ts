import type { Section } from "../../section.ts";
import { monthSays } from "../../wording.ts";
import type { Box } from "./boxes.ts";
import type { GraphEdge } from "./graph.ts";
import { againSays, CHAIN_HEAD, CHAIN_IN_WORDS, goesBack, ORIGIN_SHORT, toldShort } from "./wording.ts";

/** The graph as a numbered list in order of time; each says to which it goes back, and how good the ground for that is. */
export function chainSays(boxes: readonly Box[], edges: readonly GraphEdge[], sentences: readonly string[]): Section[] {
  const order = [...boxes].sort(inTime);
  const numberOf = (key: string): number => order.findIndex((each) => each.key === key) + 1;
  return [
    {
      heading: CHAIN_IN_WORDS,
      sentences,
      table:
        order.length === 0
          ? null
          : {
              head: CHAIN_HEAD,
              rows: order.map((each, at) => [
                String(at + 1),
                monthSays(each.month),
                each.kind === "several"
                  ? `${each.says} (${each.under})`
                  : `${each.says} #${each.seq}${each.again === null ? "" : `, ${againSays(each.again)}`}`,
                each.rule ?? "",
                each.kind === "gap" ? "" : each.given ? ORIGIN_SHORT.given : ORIGIN_SHORT.led,
                each.kind === "gap" ? "" : toldShort(each.told),
                goesBack(
                  edges
                    .filter(({ to }) => to === each.key)
                    .map(({ from, evidence, some }) => ({ number: numberOf(from), evidence, some })),
                ),
              ]),
              words: 7,
            },
    },
  ];
}

function inTime(a: Box, b: Box): number {
  return a.seq - b.seq || Number(a.ids[0]!.split(".")[1]) - Number(b.ids[0]!.split(".")[1]);
}
