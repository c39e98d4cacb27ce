import type { ShownGraph, Step } from "../../../analysis/graph/graph.ts";
import { weakest } from "../../../model/evidence.ts";
import type { EffectId } from "../../../model/trace.ts";
import type { Graph, GraphEdge, GraphNode } from "./graph.ts";
import { fits, MOST_RANKS } from "./room.ts";

/** Of more causes of one kind than these, the first stands for itself, and the others together. */
const MOST_APART = 2;

/** A graph that grows only as long as it fits. */
export class Growing {
  readonly #shown: ShownGraph;
  #nodes: readonly GraphNode[] = [];
  /** Where each effect or happening is drawn, by itself or among others. */
  #holders: ReadonlyMap<EffectId, string> = new Map();
  #edges: readonly GraphEdge[] = [];
  #line: readonly string[] = [];

  constructor(shown: ShownGraph) {
    this.#shown = shown;
  }

  graph(): Graph {
    return { nodes: this.#nodes, edges: this.#edges, line: this.#line };
  }

  has(id: EffectId): boolean {
    return this.#holders.get(id) === id;
  }

  /** The first line, whole or with its middle left out; says how many steps that are. */
  begin(line: readonly EffectId[]): number {
    const half = Math.floor((MOST_RANKS - 1) / 2);
    const [head, tail] = [line.slice(0, half), line.slice(half - MOST_RANKS + 1)];
    const middle = line.slice(half, line.length - tail.length);
    const whole = line.length <= MOST_RANKS;
    this.#add(
      whole
        ? line.map(one)
        : [...head.map(one), { key: `gap-${middle[0]!}`, ids: middle, kind: "gap" }, ...tail.map(one)],
    );
    this.#line = this.#nodes.map(({ key }) => key);
    return whole ? 0 : middle.length;
  }

  /** What else each node goes back to; says how many causes found no room. */
  join(): number {
    const left = new Set<EffectId>();
    // Adding makes a new list, so what is added is not joined in its turn.
    for (const { ids, kind, key } of this.#nodes) {
      if (kind !== "one") continue;
      const absent = this.#shown.steps(ids[0]!).flatMap(({ from }) => (!this.#holders.has(from) ? [from] : []));
      for (const group of byKind(absent, this.#shown)) {
        const apart = group.length > MOST_APART ? 1 : group.length;
        for (const id of group.slice(0, apart))
          if (!this.branch(this.#shown.line(id)) && !this.#try([one(id)])) left.add(id);
        // The line of the first may have led through others.
        const rest = group.slice(apart).filter((id) => !this.#holders.has(id));
        if (rest.length > 0 && !this.#try([together(rest, key)])) for (const id of rest) left.add(id);
      }
    }
    return left.size;
  }

  /** A further line, from where it leaves what is drawn, if it fits. */
  branch(line: readonly EffectId[]): boolean {
    const fresh = this.#fresh(line);
    return fresh.length === 0 || this.#try(fresh.map(one));
  }

  /** How many boxes a line would add. */
  wants(line: readonly EffectId[]): number {
    return this.#fresh(line).length;
  }

  #fresh(line: readonly EffectId[]): readonly EffectId[] {
    return line.slice(line.findLastIndex((id) => this.#holders.has(id)) + 1);
  }

  /** Adds nodes, with every step between all that is there. */
  #add(nodes: readonly GraphNode[]): void {
    this.#nodes = [...this.#nodes, ...nodes];
    this.#holders = new Map(this.#nodes.flatMap(({ key, ids }) => ids.map((id) => [id, key] as const)));
    const edges = new Map<string, GraphEdge>();
    for (const { key: to, ids, kind } of this.#nodes) {
      if (kind === "several") continue;
      const steps = this.#shown.steps(ids[0]!);
      for (const { from: cause } of steps) {
        const from = this.#holders.get(cause);
        if (from !== undefined && !edges.has(`${from} ${to}`)) edges.set(`${from} ${to}`, this.#edge(from, to, steps));
      }
    }
    this.#edges = [...edges.values()];
  }

  /** One step for all causes that a node holds, as good as the weakest of them. */
  #edge(from: string, to: string, steps: readonly Step[]): GraphEdge {
    const held = steps.filter(({ from: cause }) => this.#holders.get(cause) === from);
    const { kind, ids } = this.#nodes.find(({ key }) => key === from)!;
    return {
      from,
      to,
      evidence: weakest(held.map(({ evidence }) => evidence)),
      some: kind === "several" && held.length < ids.length ? { causes: held.length, of: ids.length } : null,
    };
  }

  #try(nodes: readonly GraphNode[]): boolean {
    const before = [this.#nodes, this.#holders, this.#edges] as const;
    this.#add(nodes);
    if (fits(this.graph())) return true;
    [this.#nodes, this.#holders, this.#edges] = before;
    return false;
  }
}

function one(id: EffectId): GraphNode {
  return { key: id, ids: [id], kind: "one" };
}

function together(ids: readonly EffectId[], key: string): GraphNode {
  return ids.length === 1 ? one(ids[0]!) : { key: `several-${ids[0]!}-${key}`, ids, kind: "several" };
}

/** Causes of one kind, of which the person was told the same, together; each group in order of time. */
function byKind(ids: readonly EffectId[], { graph }: ShownGraph): EffectId[][] {
  const groups = new Map<string, EffectId[]>();
  for (const id of ids) {
    const { effect } = graph.node(id);
    const kind = effect === null ? "happening" : `${effect.kind} ${effect.told}`;
    groups.set(kind, [...(groups.get(kind) ?? []), id]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => graph.node(a).entry.seq - graph.node(b).entry.seq));
}
