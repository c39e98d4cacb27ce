import { Graph as Sheet, layout } from "@dagrejs/dagre";
import type { Box } from "./boxes.ts";
import type { GraphEdge } from "./graph.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands. Boxes by their middle. */
export interface Laid<T extends Box = Box> {
  readonly boxes: readonly (T & Point)[];
  readonly edges: readonly (GraphEdge & { readonly points: readonly Point[] })[];
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the top to the bottom, by dagre. */
export function laid<T extends Box & Size>(boxes: readonly T[], edges: readonly GraphEdge[], ranksep: number): Laid<T> {
  const sheet = new Sheet({ directed: true, multigraph: false, compound: false });
  sheet.setGraph({ rankdir: "TB", nodesep: 16, edgesep: 10, ranksep, marginx: 2, marginy: 2 });
  sheet.setDefaultEdgeLabel(() => ({}));
  const inTime = [...boxes].sort((a, b) => a.seq - b.seq);
  for (const box of inTime) sheet.setNode(box.key, { width: box.width, height: box.height });
  for (const { from, to } of edges) sheet.setEdge(from, to, {});
  layout(sheet);
  const { width = 0, height = 0 } = sheet.graph() as Partial<Size>;
  return {
    boxes: inTime.map((box) => ({ ...box, ...(sheet.node(box.key) as Point) })),
    edges: edges.map((edge) => ({ ...edge, points: (sheet.edge(edge.from, edge.to) as { points: Point[] }).points })),
    width,
    height,
  };
}
