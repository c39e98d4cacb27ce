import { TOLD } from "../../../model/rule.ts";
import { html, type Html } from "../../html/html.ts";
import { toldSays } from "../../wording.ts";
import { PAPER, px } from "../ink.ts";
import type { KeyRow, Sample } from "../key.ts";
import { type Shape, SHAPES } from "./boxes.ts";
import { FILL } from "./draw.ts";
import { KEY, LEVELS, ORIGIN, OWN_LIFE, PASSAGE, SHAPE_SAYS } from "./key-wording.ts";
import { strokeOf } from "./lines.ts";
import { outlined } from "./outline.ts";
import type { Part } from "./parts.ts";
import { ringAt, signOf, toldSign } from "./signs.ts";

/** What the marks of these parts mean, and no others. */
export function chainKey(parts: readonly Part[]): KeyRow[] {
  const boxes = parts.flatMap((part) => part.boxes).filter(({ shape }) => shape !== "gap");
  const edges = parts.flatMap((part) => part.edges);
  const rows: KeyRow[] = [
    {
      head: KEY.boxes,
      samples: SHAPES.filter((shape) => boxes.some((box) => box.shape === shape)).map((shape) =>
        sampleOf(SHAPE_SAYS[shape], 26, (x, y) => html`${frame(x, y, 26, { shape })}${signOf(shape, x + 13, y)}`),
      ),
    },
    {
      head: KEY.shade,
      samples: [
        ...(boxes.some(({ told }) => told === null) ? [sampleOf(OWN_LIFE, 18, (x, y) => frame(x, y, 18))] : []),
        ...TOLD.filter((told) => boxes.some((box) => box.told === told)).map((told) =>
          sampleOf(
            toldSays(told, false),
            18,
            (x, y) => html`${frame(x, y, 18, { fill: FILL[told] })}${toldSign(x + 9, y, told)}`,
          ),
        ),
      ],
    },
    {
      head: KEY.outline,
      samples: [true, false]
        .filter((given) => boxes.some((box) => box.given === given))
        .map((given) => sampleOf(ORIGIN[given ? "given" : "led"], 18, (x, y) => frame(x, y, 18, { given }))),
    },
    {
      head: KEY.lines,
      samples: [
        ...LEVELS.filter(({ of }) => edges.some(({ evidence }) => of.includes(evidence))).map(({ of, says }) =>
          sampleOf(says, 26, (x, y) => strokeOf(`M${px(x)},${px(y)}h26`, of[0]!)),
        ),
        ...(parts.some(({ passages }) => passages.length > 0)
          ? [sampleOf(PASSAGE, 14, (x, y) => ringAt(x + 7, y, 7, "A"))]
          : []),
      ],
    },
  ];
  return rows.filter(({ samples }) => samples.length > 0);
}

function sampleOf(says: string, width: number, draw: Sample["draw"]): Sample {
  return { width, says, draw };
}

function frame(
  x: number,
  y: number,
  width: number,
  { shape = "act", given = true, fill = PAPER }: { shape?: Shape; given?: boolean; fill?: string } = {},
): Html {
  return outlined(shape, { left: x, top: y - 6.5, width, height: 13 }, given, fill);
}
