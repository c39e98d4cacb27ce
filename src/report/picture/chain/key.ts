import { TOLD } from "../../../model/rule.ts";
import { toldSays } from "../../wording.ts";
import { html } from "../../html/html.ts";
import { INK, PAPER, px } from "../ink.ts";
import type { Sample } from "../key.ts";
import { box } from "../shapes.ts";
import type { Box } from "./boxes.ts";
import { FILL, strokeOf, toldSign } from "./draw.ts";
import type { GraphEdge } from "./graph.ts";
import { LEVELS, ORIGIN, OWN_LIFE } from "./wording.ts";

/** Lines, outlines and fills that are in the picture, and what they mean. */
export function chainKey(boxes: readonly Box[], edges: readonly GraphEdge[]): Sample[] {
  return [
    ...LEVELS.filter(({ of }) => edges.some(({ evidence }) => of.includes(evidence))).map(({ of, says }) => ({
      width: 28,
      says,
      draw: (x: number, y: number) => strokeOf(`M${px(x)},${px(y)}H${px(x + 28)}`, of[0]!),
    })),
    ...(boxes.some(({ given }) => given)
      ? [{ width: 18, says: ORIGIN.given, draw: (x: number, y: number) => box(x, y - 5, 18, 10, PAPER, INK) }]
      : []),
    ...(boxes.some(({ given, kind }) => !given && kind !== "gap")
      ? [
          {
            width: 18,
            says: ORIGIN.led,
            draw: (x: number, y: number) =>
              html`${box(x, y - 5, 18, 10, PAPER, INK)}${box(x + 2, y - 3, 14, 6, "none", INK)}`,
          },
        ]
      : []),
    ...TOLD.filter((told) => boxes.some((each) => each.told === told)).map((told) => ({
      width: 22,
      says: toldSays(told, false),
      draw: (x: number, y: number) =>
        html`${box(x, y - 6, 22, 12, FILL[told], INK)}${toldSign(x + 11, y, told, told === "nothing" ? PAPER : INK)}`,
    })),
    ...(boxes.some(({ told, kind }) => told === null && kind !== "gap")
      ? [{ width: 22, says: OWN_LIFE, draw: (x: number, y: number) => box(x, y - 6, 22, 12, PAPER, INK) }]
      : []),
  ];
}
