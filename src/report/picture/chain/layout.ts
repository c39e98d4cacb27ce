import { columnsOf } from "./columns.ts";
import type { GraphEdge } from "./graph.ts";
import { inOrder, stations } from "./order.ts";
import { ranksOf } from "./ranks.ts";
import type { Tile } from "./slots.ts";
import { type Place, spread, type Wire, wireOf } from "./wires.ts";

export interface Laid<T extends Tile> {
  readonly tiles: readonly (T & Place)[];
  readonly wires: readonly Wire[];
  readonly width: number;
  readonly height: number;
}

/** Between rows: where all lines go straight down, where one goes aside, and where one goes far. */
export const BELOW = { straight: 19, bent: 25, far: 30 } as const;
const FAR = 160;

/** From the top to the bottom, no wider than the room. */
export function laid<T extends Tile>(
  tiles: readonly T[],
  edges: readonly GraphEdge[],
  line: readonly string[],
  room: number,
): Laid<T> {
  const ranks = ranksOf({ nodes: tiles, edges }, line.at(-1)!);
  const rankOf = (key: string): number => ranks.get(key)!;
  const tileOf = new Map(tiles.map((tile) => [tile.key, tile]));
  const slots = inOrder(tiles, edges, rankOf);
  const places = columnsOf(slots, new Set(line), room);
  const xOf = (key: string): number => places.get(key)!;
  const courses = spread(
    edges.map((edge) => ({ edge, rank: rankOf(edge.from), xs: stations(edge, rankOf).map(xOf) })),
    (key) => tileOf.get(key)!.width,
  );
  const { tops, feet } = heights(
    slots.map((row) => Math.max(0, ...row.map(({ key }) => tileOf.get(key)?.height ?? 0))),
    (row) =>
      Math.max(
        0,
        ...courses.map(({ rank, xs }) =>
          row >= rank && row - rank < xs.length - 1 ? Math.abs(xs[row - rank]! - xs[row - rank + 1]!) : 0,
        ),
      ),
  );
  const ends = slots.flat().map(({ key, width }) => [xOf(key) - width / 2, xOf(key) + width / 2] as const);
  const left = Math.min(...ends.map(([from]) => from));
  return {
    tiles: tiles.map((tile) => ({ ...tile, x: xOf(tile.key) - left, y: tops[rankOf(tile.key)]! })),
    wires: courses.map((course) =>
      wireOf(
        { ...course, xs: course.xs.map((x) => x - left) },
        tops[course.rank]! + tileOf.get(course.edge.from)!.height,
        tops,
        feet,
      ),
    ),
    width: Math.max(...ends.map(([, to]) => to)) - left,
    height: feet.at(-1)!,
  };
}

/** Where rows begin and end, each as high as its highest box; the further a line goes aside beneath a row, the more room it gets. */
function heights(
  rows: readonly number[],
  aside: (below: number) => number,
): { readonly tops: readonly number[]; readonly feet: readonly number[] } {
  const [tops, feet]: [number[], number[]] = [[], []];
  let y = 0;
  rows.forEach((height, row) => {
    tops.push(y);
    feet.push(y + height);
    const far = aside(row);
    y += height + BELOW[far <= 1 ? "straight" : far <= FAR ? "bent" : "far"];
  });
  return { tops, feet };
}
