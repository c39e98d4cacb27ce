import type { Evidence } from "../../../model/evidence.ts";
import type { EffectId } from "../../../model/trace.ts";
import type { Upstream } from "./upstream.ts";

/** A node stands for one effect or happening, or for several of a kind. */
export interface GraphNode {
  readonly key: string;
  readonly ids: readonly EffectId[];
  /** `gap`: a part of a line that is left out. */
  readonly kind: "one" | "several" | "gap";
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly evidence: Evidence;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** What fits on a page from top to bottom, and from side to side. */
const MOST_RANKS = 20;
const MOST_BESIDE = 3;
/** More causes of one kind than these are one node. */
const MOST_APART = 2;

/** A graph that grows only as long as it fits. */
export class Growing {
  readonly #upstream: Upstream;
  #nodes: GraphNode[] = [];
  #edges: GraphEdge[] = [];

  constructor(upstream: Upstream) {
    this.#upstream = upstream;
  }

  graph(): Graph {
    return { nodes: this.#nodes, edges: this.#edges };
  }

  has(id: EffectId): boolean {
    return this.#nodes.some(({ ids, kind }) => kind === "one" && ids[0] === id);
  }

  /** The first line, whole or with its middle left out; says how many steps that are. */
  begin(line: readonly EffectId[]): number {
    const left = Math.max(0, line.length - MOST_RANKS);
    const half = Math.floor((MOST_RANKS - 1) / 2);
    if (left === 0) {
      this.#add(line.map(one));
      return 0;
    }
    const [head, tail] = [line.slice(0, half), line.slice(line.length - (MOST_RANKS - 1 - half))];
    const middle = line.slice(half, line.length - tail.length);
    const gap: GraphNode = { key: `gap-${middle[0]!}`, ids: middle, kind: "gap" };
    this.#add([...head.map(one), gap, ...tail.map(one)]);
    this.#edges.push(
      { from: head.at(-1)!, to: gap.key, evidence: this.#evidence(head.at(-1)!, middle[0]!) },
      { from: gap.key, to: tail[0]!, evidence: this.#evidence(middle.at(-1)!, tail[0]!) },
    );
    return middle.length;
  }

  /** What else each node goes back to; says how many causes found no room. */
  join(): number {
    let left = 0;
    // Adding makes a new list, so what is added is not joined in its turn.
    for (const { ids, kind, key } of this.#nodes) {
      if (kind !== "one") continue;
      const absent = this.#upstream.steps(ids[0]!).filter(({ from }) => !this.has(from) && !this.#folds(from));
      for (const group of byKind(
        absent.map(({ from }) => from),
        this.#upstream,
      )) {
        if (group.length > MOST_APART) {
          const several: GraphNode = { key: `several-${group[0]!}-${key}`, ids: group, kind: "several" };
          const evidence = this.#evidence(group[0]!, ids[0]!);
          if (!this.#try([several], [{ from: several.key, to: key, evidence }])) left += group.length;
          continue;
        }
        for (const id of group) {
          const line = this.#upstream.line(id);
          if (
            !this.#try(line.filter((each) => !this.has(each) && !this.#folds(each)).map(one)) &&
            !this.#try([one(id)])
          )
            left++;
        }
      }
    }
    return left;
  }

  /** A further line, if it fits. */
  branch(line: readonly EffectId[]): boolean {
    const fresh = line.filter((id) => !this.has(id));
    return fresh.length === 0 || this.#try(fresh.map(one));
  }

  #folds(id: EffectId): boolean {
    return this.#nodes.some(({ ids, kind }) => kind === "gap" && ids.includes(id));
  }

  #evidence(from: EffectId, to: EffectId): Evidence {
    return this.#upstream.steps(to).find((step) => step.from === from)?.evidence ?? "documented";
  }

  /** Adds nodes with every step between them and what is there. */
  #add(nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): void {
    this.#nodes = [...this.#nodes, ...nodes];
    this.#edges = [...this.#edges.filter((edge) => edge.from.includes("-") || edge.to.includes("-")), ...edges];
    for (const { ids, kind } of this.#nodes) {
      if (kind !== "one") continue;
      for (const { from, evidence } of this.#upstream.steps(ids[0]!))
        if (this.has(from)) this.#edges.push({ from, to: ids[0]!, evidence });
    }
  }

  #try(nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): boolean {
    const [before, steps] = [this.#nodes, this.#edges];
    this.#add(nodes, edges);
    if (fits(this.graph())) return true;
    [this.#nodes, this.#edges] = [before, steps];
    return false;
  }
}

function one(id: EffectId): GraphNode {
  return { key: id, ids: [id], kind: "one" };
}

/** Causes of one kind, of which the person was told the same, together. */
function byKind(ids: readonly EffectId[], { causes }: Upstream): EffectId[][] {
  const groups = new Map<string, EffectId[]>();
  for (const id of ids) {
    const { effect } = causes.link(id);
    const kind = effect === null ? "happening" : `${effect.kind} ${effect.told}`;
    groups.set(kind, [...(groups.get(kind) ?? []), id]);
  }
  return [...groups.values()];
}

/** Whether a graph fits a page: so many below, so many beside each other; a step that passes a rank takes room there too. */
function fits({ nodes, edges }: Graph): boolean {
  const ranks = ranksOf({ nodes, edges });
  const beside = new Map<number, number>();
  for (const rank of ranks.values()) beside.set(rank, (beside.get(rank) ?? 0) + 1);
  for (const { from, to } of edges)
    for (let rank = ranks.get(from)! + 1; rank < ranks.get(to)!; rank++)
      beside.set(rank, (beside.get(rank) ?? 0) + 0.15);
  return beside.size <= MOST_RANKS && [...beside.values()].every((count) => count <= MOST_BESIDE + 0.1);
}

/** How far down each node stands: one below the lowest of what it goes back to, and no further from what follows than need be. */
export function ranksOf({ nodes, edges }: Graph): Map<string, number> {
  const ranks = new Map<string, number>();
  const rankOf = (key: string): number => {
    const known = ranks.get(key);
    if (known !== undefined) return known;
    const rank = edges.reduce((most, { from, to }) => (to === key ? Math.max(most, rankOf(from) + 1) : most), 0);
    ranks.set(key, rank);
    return rank;
  };
  for (const { key } of nodes) rankOf(key);
  for (const { key } of nodes)
    if (edges.every(({ to }) => to !== key)) {
      const next = edges.flatMap(({ from, to }) => (from === key ? [ranks.get(to)!] : []));
      if (next.length > 0) ranks.set(key, Math.min(...next) - 1);
    }
  return ranks;
}
