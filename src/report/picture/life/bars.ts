import { html, type Html } from "../../html/html.ts";
import { cut, INK, px, SOFT, widthOf } from "../ink.ts";
import { spoken, textAt } from "../shapes.ts";
import type { TimeAxis } from "./axis.ts";
import { barAt, dateIn, extentOf, fillOf, type Look } from "./bar.ts";
import { yearLines } from "./panel.ts";
import { passageMarks, refusalMarks } from "./refusals.ts";
import type { Row } from "./rows.ts";
import type { Part } from "./score-part.ts";
import type { Span } from "./spans.ts";
import { rowSays, SAYS_OF_KIND } from "./wording.ts";

const SIZE = 10;
const HEAD = 14;
const BELOW = 1;

/** How high a row is, and where in it the bars lie: of a pair the second is lower, and close beneath the first. */
const ALONE = { row: 14, own: [1.5, 12.5], pale: null } as const;
const PAIRED = { row: 16, own: [0.5, 7], pale: [8, 12.5] } as const;
const PAIRED_CROSS = 2.3;
type Way = typeof ALONE | typeof PAIRED;

/** What rows are drawn on. */
interface Ground {
  readonly axis: TimeAxis;
  readonly top: number;
  /** Begins the names of the patterns. */
  readonly id: string;
  /** The last month of the replay. */
  readonly until: number;
}

/** Rows under a head for each kind, with their names to the left; with a variant, its bars close beneath the others. */
export function barsPart(rows: readonly Row[], compared: boolean, ground: Ground): Part {
  const way = compared ? PAIRED : ALONE;
  const content: Html[] = [];
  let y = ground.top;
  for (const kind of ["list", "closes", "scrutinises", "prefers"] as const) {
    const mine = rows.filter((row) => row.kind === kind);
    if (mine.length === 0) continue;
    const from = y + HEAD;
    const to = from + mine.length * way.row;
    content.push(
      headOf(kind, y + 10.5),
      ...yearLines(ground.axis, from, to),
      ...mine.flatMap((row, at) => rowAt(row, from + at * way.row, way, ground)),
    );
    y = to + BELOW;
  }
  return { content, height: y - ground.top };
}

/** One text, so that what it means follows its name at the same distance in any font. */
function headOf(kind: Row["kind"], y: number): Html {
  const { head, means } = SAYS_OF_KIND[kind];
  return html`<text x="8" y="${px(y)}" font-size="${SIZE}" fill="${SOFT}"><tspan fill="${INK}" font-weight="700">${spoken(head)}</tspan>${means === "" ? "" : `: ${means}`}</text>`;
}

/** Bars, crosses where somebody tried, and their number. */
function rowAt(row: Row, y: number, way: Way, { axis, id, until }: Ground): Html[] {
  const fill = fillOf(row.kind, id);
  const bars = (spans: readonly Span[], [top, bottom]: readonly [number, number], look: Look): Html[] =>
    spans.map((span) => {
      const [from, to] = extentOf(span, axis);
      return barAt(from, y + top, to - from, bottom - top, fill, look);
    });
  const middle = ([top, bottom]: readonly [number, number]): number => y + (top + bottom) / 2;
  return [
    textAt(axis.left - 8, y + way.row / 2 + 3, label(row, axis.left - 16), { size: SIZE, anchor: "end" }),
    ...bars(row.spans, way.own, "own"),
    ...(way.pale === null
      ? row.spans.flatMap((span) => dateIn(span, row, axis, y, until))
      : bars(row.variantSpans, way.pale, "pale")),
    ...(way.pale === null
      ? [
          ...passageMarks(row.passages, axis, middle(way.own)),
          ...refusalMarks(row.refusals, axis, middle(way.own), { total: middle(way.own) }),
        ]
      : [
          ...passageMarks(row.passages, axis, middle(way.own), PAIRED_CROSS),
          ...passageMarks(row.variantPassages, axis, middle(way.pale), PAIRED_CROSS),
          ...refusalMarks(row.refusals, axis, middle(way.own), { total: y + 4.1, largest: PAIRED_CROSS }),
          ...refusalMarks(row.variantRefusals, axis, middle(way.pale), { total: y + 11.5, largest: PAIRED_CROSS }),
        ]),
  ];
}

/** How many more is never cut. */
function label(row: Row, width: number): string {
  const { name, more } = rowSays(row, (text) => widthOf(text, SIZE) <= width);
  return `${cut(name, width - widthOf(more, SIZE), SIZE)}${more}`;
}
