import { WIDTH } from "../ink.ts";
import { alongLine, type PlaceOf } from "./along.ts";
import type { Shape } from "./boxes.ts";
import type { Fitted } from "./fitted.ts";
import type { Graph } from "./graph.ts";
import { BELOW } from "./layout.ts";
import { BESIDE } from "./order.ts";
import { cutBehind, type Part, RING } from "./parts.ts";
import { ranksOf } from "./ranks.ts";

/** In one piece a drawing may be so high, in pixels; of letter paper, headings leave 800. In several pieces, rather no higher than half a page or a little over. */
const MOST_HIGH = { whole: 640, piece: 520 } as const;
/** Parts that stand side by side are so far apart. */
export const APART = 34;
/** A part ends where something is reached, if it can: not between points and the class, or a list and what it shuts. */
const STAGES: readonly Shape[] = ["act", "class", "loss"];
const MOST_PARTS = 3;
/** What things cost, in pixels: a further drawing with its title and key; a step that leads over to another part; each pixel of blank paper below a part, and each above what a piece should be high. */
const COST = { drawing: 90, passage: 60, blank: 0.2, tooHigh: 6 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The graph in one part; or, where that is too high, cut in two or three where it takes the least paper. */
export function planned(graph: Graph, boxes: readonly Fitted[]): Part[] {
  const { line } = graph;
  const placeOf = alongLine(graph);
  const sizeOf = measure(graph, boxes, placeOf);
  const last = line.length - 1;
  if (sizeOf(0, last).height <= MOST_HIGH.whole) return cutBehind([], graph, boxes, placeOf);
  const steps = graph.edges.map(({ from, to }) => ({ from, leaves: placeOf(from), arrives: placeOf(to) }));
  const passages = line
    .slice(0, -1)
    .map(
      (_, at) =>
        new Set(steps.flatMap(({ from, leaves, arrives }) => (leaves <= at && arrives > at ? [from] : []))).size,
    );
  const fewest = Math.min(...passages);
  const places = passages.flatMap((count, at) => (count <= fewest + 1 ? [at] : []));
  const stages = places.filter((at) => STAGES.includes(boxes.find(({ key }) => key === line[at])!.shape));
  const fit = stages.length < MOST_PARTS ? places : stages;
  const ways = [...fit.map((one) => [one]), ...fit.flatMap((one, at) => fit.slice(at + 1).map((two) => [one, two]))];
  const costOf = (cuts: readonly number[]): number => {
    const ends = [...cuts, last];
    const sizes = ends.map((end, part) => sizeOf(part === 0 ? 0 : ends[part - 1]! + 1, end));
    return (
      besideEachOther(sizes).reduce((sum, drawing) => sum + costOfDrawing(drawing), 0) +
      cuts.reduce((sum, cut) => sum + passages[cut]! * COST.passage, 0)
    );
  };
  const costs = ways.map(costOf);
  return cutBehind(ways[costs.indexOf(Math.min(...costs))]!, graph, boxes, placeOf);
}

function costOfDrawing(sizes: readonly Size[]): number {
  const height = Math.max(...sizes.map((size) => size.height));
  const blank = sizes.reduce((sum, size) => sum + height - size.height, 0);
  return height + COST.drawing + COST.blank * blank + COST.tooHigh * Math.max(0, height - MOST_HIGH.piece);
}

/** Parts in their order, as many beside each other as a page is wide. */
export function besideEachOther<T extends { readonly width: number }>(parts: readonly T[]): T[][] {
  const drawings: T[][] = [];
  for (const part of parts) {
    const last = drawings.at(-1);
    const wide = (last ?? []).reduce((sum, { width }) => sum + width + APART, part.width);
    if (last === undefined || wide > WIDTH - 8) drawings.push([part]);
    else last.push(part);
  }
  return drawings;
}

/** About how large what belongs to the line between two of its places comes out. */
function measure(graph: Graph, boxes: readonly Fitted[], placeOf: PlaceOf): (first: number, last: number) => Size {
  const ranks = ranksOf(graph, graph.line.at(-1)!);
  const placed = boxes.map(({ key, width, height }) => ({ width, height, rank: ranks.get(key)!, place: placeOf(key) }));
  const known = new Map<string, Size>();
  const measured = (first: number, last: number): Size => {
    const rows: { width: number; height: number }[] = [];
    for (const { width, height, rank, place } of placed) {
      if (place < first || place > last) continue;
      const row = (rows[rank] ??= { width: -BESIDE, height: 0 });
      row.width += width + BESIDE;
      row.height = Math.max(row.height, height);
    }
    const passages = (first === 0 ? 0 : 1) + (last === graph.line.length - 1 ? 0 : 1);
    const through = passages * (RING + BELOW.straight) - BELOW.straight;
    return Object.values(rows).reduce(
      (size, row) => ({ width: Math.max(size.width, row.width), height: size.height + row.height + BELOW.straight }),
      { width: 0, height: through },
    );
  };
  return (first, last) => {
    const key = `${first} ${last}`;
    if (!known.has(key)) known.set(key, measured(first, last));
    return known.get(key)!;
  };
}
