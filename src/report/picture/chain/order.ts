import { Graph as Sheet, layout } from "@dagrejs/dagre";
import type { Slot, Tile } from "./slots.ts";
import type { GraphEdge } from "./graph.ts";
import type { Place } from "./wires.ts";

/** Between boxes; between a box and a line that passes it. */
export const BESIDE = 18;
const PASSING = 13;

type RankOf = (key: string) => number;

/** The rows of boxes and of lines that pass them, each from the left to the right, so that few lines cross. */
export function inOrder(tiles: readonly Tile[], edges: readonly GraphEdge[], rankOf: RankOf): Slot[][] {
  const [above, below] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const rows: Omit<Slot, "x">[][] = [];
  const add = (slot: Pick<Slot, "key" | "width" | "gap" | "aim">, rank: number): void => {
    const { key } = slot;
    for (const side of [above, below]) if (!side.has(key)) side.set(key, []);
    (rows[rank] ??= []).push({ ...slot, above: above.get(key)!, below: below.get(key)! });
  };
  const inTime = [...tiles].sort((a, b) => a.seq - b.seq);
  for (const { key, width } of inTime) add({ key, width, gap: BESIDE }, rankOf(key));
  for (const edge of edges) {
    const through = stations(edge, rankOf);
    through
      .slice(1, -1)
      .forEach((key, at) => add({ key, width: 1, gap: PASSING, aim: edge.to }, rankOf(edge.from) + at + 1));
    through.slice(1).forEach((key, at) => {
      above.get(key)!.push(through[at]!);
      below.get(through[at]!)!.push(key);
    });
  }
  // Lines can cross between two rows that have several slots each, and nowhere else.
  const crowded = rows.map((row, at) => row.length > 1 && (rows[at + 1]?.length ?? 0) > 1);
  const mayCross = ({ from, to }: GraphEdge): boolean => crowded.slice(rankOf(from), rankOf(to)).includes(true);
  const crossing = edges.filter(mayCross);
  const ends = new Set(crossing.flatMap(({ from, to }) => [from, to]));
  const amid = (rank: number): boolean => crowded[rank]! || (rank > 0 && crowded[rank - 1]!);
  const places = byDagre(
    inTime.filter(({ key }) => ends.has(key) || amid(rankOf(key))),
    crossing,
    rankOf,
  );
  return rows.map((row) =>
    row.map((slot, at) => ({ ...slot, x: places.get(slot.key) ?? at })).sort((a, b) => a.x - b.x),
  );
}

/** The box that a step leaves, its own places in the rows that it passes, and the box where it arrives. */
export function stations({ from, to }: GraphEdge, rankOf: RankOf): string[] {
  const passed = Array.from({ length: rankOf(to) - rankOf(from) - 1 }, (_, at) => `${from} ${to} ${at}`);
  return [from, ...passed, to];
}

/** Where dagre puts boxes and passing lines; turned round where that brings what comes later to the right. */
function byDagre(tiles: readonly Tile[], edges: readonly GraphEdge[], rankOf: RankOf): ReadonlyMap<string, number> {
  if (edges.length === 0) return new Map();
  const sheet = new Sheet({ directed: true, multigraph: false, compound: false });
  sheet.setGraph({ rankdir: "TB", nodesep: BESIDE, edgesep: PASSING, ranker: "tight-tree" });
  sheet.setDefaultEdgeLabel(() => ({}));
  for (const { key, width, height } of tiles) sheet.setNode(key, { width, height });
  for (const { from, to } of edges) sheet.setEdge(from, to, { minlen: rankOf(to) - rankOf(from) });
  layout(sheet);
  const xOf = (key: string): number => (sheet.node(key) as Place).x;
  const middle = tiles.reduce((sum, { seq }) => sum + seq, 0) / tiles.length;
  const later = tiles.reduce((sum, { key, seq }) => sum + (seq - middle) * xOf(key), 0);
  const way = later < 0 ? -1 : 1;
  const places = new Map(tiles.map(({ key }) => [key, way * xOf(key)]));
  for (const edge of edges) {
    const { points } = sheet.edge(edge.from, edge.to) as { readonly points: readonly Place[] };
    // Dagre bends a line at each row and half-way between rows; the first point is where it leaves.
    stations(edge, rankOf)
      .slice(1, -1)
      .forEach((key, at) => places.set(key, way * points[2 * (at + 1)]!.x));
  }
  return places;
}
