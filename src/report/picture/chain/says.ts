import type { Section } from "../../section.ts";
import { monthSays } from "../../wording.ts";
import type { Box } from "./boxes.ts";
import type { GraphEdge } from "./graph.ts";
import { CHAIN_IN_WORDS, goesBack, ORIGIN, toldShort } from "./wording.ts";

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
              head: ["no.", "story time", "what", "by the rule", "given or led to", "the person", "goes back to"],
              rows: order.map((each, at) => [
                String(at + 1),
                monthSays(each.month),
                each.kind === "several" ? `${each.says} (${each.under})` : `${each.says} #${each.seq}`,
                each.rule ?? "",
                each.kind === "gap" ? "" : each.given ? ORIGIN.given : ORIGIN.led,
                each.kind === "gap" ? "" : toldShort(each.told),
                goesBack(
                  edges
                    .filter(({ to }) => to === each.key)
                    .map(({ from, evidence }) => ({ number: numberOf(from), evidence })),
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
