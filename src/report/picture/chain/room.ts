import type { Graph } from "./graph.ts";
import { ranksOf } from "./ranks.ts";

/** Below each other: more would not go into two drawings of half a page or a little over. */
export const MOST_RANKS = 20;
/** Beside each other: more would be wider than a page. */
const MOST_BESIDE = 3;
/** A step that passes a rank takes room there too; there is some for one. */
const PASSING = { step: 0.15, room: 0.2 } as const;

/** Whether a graph fits, from top to bottom and from side to side. */
export function fits(graph: Graph): boolean {
  const ranks = ranksOf(graph, graph.line.at(-1)!);
  const beside = new Map<number, number>();
  const take = (rank: number, room: number): unknown => beside.set(rank, (beside.get(rank) ?? 0) + room);
  for (const rank of ranks.values()) take(rank, 1);
  for (const { from, to } of graph.edges)
    for (let rank = ranks.get(from)! + 1; rank < ranks.get(to)!; rank++) take(rank, PASSING.step);
  return beside.size <= MOST_RANKS && [...beside.values()].every((room) => room <= MOST_BESIDE + PASSING.room);
}
