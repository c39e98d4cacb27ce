import type { PlaceOf } from "./along.ts";
import type { Graph, GraphEdge } from "./graph.ts";
import type { Fitted } from "./fitted.ts";
import type { Tile } from "./slots.ts";

/** Where a step leads over to another part: both ends carry the same letter. */
export interface Passage extends Tile {
  readonly letter: string;
  /** The box that it comes from; its number in the trace is `seq`. */
  readonly from: string;
}

/** A piece of the graph that is drawn from the top to the bottom. */
export interface Part {
  readonly boxes: readonly Fitted[];
  readonly passages: readonly Passage[];
  readonly edges: readonly GraphEdge[];
  /** What of the line is in this part, with the passages at its ends. */
  readonly line: readonly string[];
}

/** A passage is drawn as a ring. */
export const RING = 18;

/** Cuts a graph behind those places of its line. */
export function cutBehind(cuts: readonly number[], graph: Graph, boxes: readonly Fitted[], placeOf: PlaceOf): Part[] {
  const { line, edges } = graph;
  const partOf = (key: string): number => cuts.filter((cut) => placeOf(key) > cut).length;
  const crossing = edges.filter(({ from, to }) => partOf(from) !== partOf(to));
  const steps = [...new Set(crossing.map(({ from, evidence }) => `${from} ${evidence}`))];
  const letterOf = ({ from, evidence }: GraphEdge): string => LETTERS[steps.indexOf(`${from} ${evidence}`)] ?? "…";
  return Array.from({ length: cuts.length + 1 }, (_, part) => {
    const inside = boxes.filter(({ key }) => partOf(key) === part);
    const passages = new Map<string, Passage>();
    const through = (edge: GraphEdge, way: "in" | "out"): string => {
      const letter = letterOf(edge);
      const key = `${way}-${letter}`;
      const { seq } = boxes.find((box) => box.key === edge.from)!;
      passages.set(key, { key, letter, from: edge.from, width: RING, height: RING, seq });
      return key;
    };
    const own = edges.flatMap((edge): GraphEdge[] => {
      const [leaves, arrives] = [partOf(edge.from) === part, partOf(edge.to) === part];
      if (leaves && arrives) return [edge];
      if (leaves) return [{ ...edge, to: through(edge, "out") }];
      return arrives ? [{ ...edge, from: through(edge, "in") }] : [];
    });
    // Two steps from one box leave by one ring.
    const single = new Map(own.map((edge) => [`${edge.from} ${edge.to}`, edge]));
    const along = line.filter((key) => partOf(key) === part);
    const into = own.find(({ from, to }) => to === along[0] && passages.has(from));
    const out = own.find(({ from, to }) => from === along.at(-1) && passages.has(to));
    return {
      boxes: inside,
      passages: [...passages.values()],
      edges: [...single.values()],
      line: [...(into === undefined ? [] : [into.from]), ...along, ...(out === undefined ? [] : [out.to])],
    };
  });
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
