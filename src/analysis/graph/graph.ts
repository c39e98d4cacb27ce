import { type Evidence, weakest } from "../../model/evidence.ts";
import type { Rule } from "../../model/rule.ts";
import { boundsEvidence, ruleNamed } from "../../model/rulebook.ts";
import type { Caused, Effect, EffectId, Entry, Happening, Trace } from "../../model/trace.ts";

/** A node of the graph: an effect, or what happened at an entry. */
export interface CausalNode {
  readonly id: EffectId;
  readonly entry: Entry;
  /** `null` for the happening itself. */
  readonly effect: Effect | null;
  /** What it goes back to in one step, the first cause first; empty for a root. */
  readonly causes: readonly EffectId[];
}

/** A rule's decision that something shall happen. */
type Lead = CausalNode & { readonly effect: Extract<Effect, { kind: "led" }> };

/** What a node rests on, beside its causes: the rules that made it, and of a class how well its bounds are known. */
export interface Ground {
  readonly rules: readonly Rule[];
  readonly bounds: Evidence | null;
}

/** From one node back to another, and how good the ground for that is. */
export interface Step {
  readonly from: EffectId;
  readonly evidence: Evidence;
}

/** A page asks for the same many times. */
const GRAPHS = new WeakMap<Trace, CausalGraph>();

/** What goes back to what in a trace. */
export function graphOf(trace: Trace): CausalGraph {
  const known = GRAPHS.get(trace) ?? new CausalGraph(trace);
  GRAPHS.set(trace, known);
  return known;
}

/**
 * The causes of a trace, read backwards: whatever says what a thing goes back to reads it here. No
 * walk recurs, since of a rulebook that never settles a chain has thousands of links.
 */
export class CausalGraph {
  readonly trace: Trace;
  readonly #roots = new Map<EffectId, ReadonlySet<EffectId>>();

  constructor(trace: Trace) {
    this.trace = trace;
  }

  node(id: EffectId): CausalNode {
    const [seq, place] = id.split(".").map(Number) as [number, number];
    const entry = this.trace.entries[seq]!;
    const effect = place === 0 ? null : entry.effects[place - 1]!;
    return { id, entry, effect, causes: (effect ?? entry.happening).because };
  }

  nodes(ids: readonly EffectId[]): CausalNode[] {
    return ids.map((id) => this.node(id));
  }

  /** What happened at an entry. */
  happening({ seq }: Entry): CausalNode {
    return this.node(`${seq}.0`);
  }

  /** The first cause; `null` for a root. */
  first({ causes: [first] }: CausalNode): CausalNode | null {
    return first === undefined ? null : this.node(first);
  }

  /** What it goes back to in the end: things that happened of themselves, or the opening. In order of time. */
  roots(id: EffectId): ReadonlySet<EffectId> {
    return fromCauses(id, this.#roots, (next) => {
      const { causes } = this.node(next);
      return [
        causes,
        (known) => new Set(causes.length === 0 ? [next] : inTime(causes.flatMap((cause) => [...known.get(cause)!]))),
      ];
    });
  }

  /** The line of a harm: the first cause, its first cause, and so on, root first. */
  line(id: EffectId): CausalNode[] {
    const line: CausalNode[] = [];
    for (let next: CausalNode | null = this.node(id); next !== null; next = this.first(next)) line.push(next);
    return line.reverse();
  }

  /** These and all that they go back to, each once; `firstOnly`: along their first causes. */
  behind(ids: readonly EffectId[], firstOnly = false): CausalNode[] {
    const seen = new Set(ids);
    const nodes: CausalNode[] = [];
    // A set is walked to its end while it grows.
    for (const id of seen) {
      const node = this.node(id);
      nodes.push(node);
      for (const cause of firstOnly ? node.causes.slice(0, 1) : node.causes) seen.add(cause);
    }
    return nodes;
  }

  /** The leads by which rules brought an entry about; none for what the fixture gives. */
  leadsTo(entry: Entry): Lead[] {
    if (!isDerived(entry.happening)) return [];
    return this.nodes(this.happening(entry).causes).filter((node): node is Lead => node.effect?.kind === "led");
  }

  /** The entry at which a reader finds it: an internal event stands for the change that queued it. */
  seenAt(entry: Entry): number {
    const change = entry.happening.kind === "internal" ? this.first(this.happening(entry)) : null;
    return (change?.entry ?? entry).seq;
  }

  /** What in the fixture occasioned an entry, what occasioned that, and so on: told, and no cause. */
  occasionsOf(entry: Entry): Entry[] {
    const occasions: Entry[] = [];
    for (let at: Entry | undefined = entry; at !== undefined;) {
      const line: number | null = givenAs(at)?.occasionedBy ?? null;
      at = line === null ? undefined : this.trace.entries.find((each) => givenAs(each)?.line === line);
      if (at !== undefined) occasions.push(at);
    }
    return occasions;
  }

  ground({ effect }: CausalNode): Ground {
    const { rulebook } = this.trace;
    const ids =
      effect === null
        ? []
        : effect.kind === "denied"
          ? effect.measures
          : "rule" in effect && effect.rule !== null
            ? [effect.rule]
            : [];
    return {
      rules: ids.map((id) => ruleNamed(rulebook, id)),
      bounds: effect?.kind === "class-moved" && rulebook.scoring !== null ? boundsEvidence(rulebook.scoring) : null,
    };
  }
}

/** The graph with some of its nodes only: a step leads back over all others to the next that is shown. */
export class ShownGraph {
  readonly graph: CausalGraph;
  readonly #isShown: (node: CausalNode) => boolean;
  readonly #steps = new Map<EffectId, readonly Step[]>();

  constructor(graph: CausalGraph, isShown: (node: CausalNode) => boolean) {
    this.graph = graph;
    this.#isShown = isShown;
  }

  /** What it goes back to, the first cause first; empty for a root. */
  steps(id: EffectId): readonly Step[] {
    return fromCauses(id, this.#steps, (next) => {
      const node = this.graph.node(next);
      const causes = this.graph.nodes(node.causes);
      return [
        causes.filter((cause) => !this.#isShown(cause)).map(({ id: cause }) => cause),
        (known) => {
          const found = new Map<EffectId, Evidence>();
          for (const [at, cause] of causes.entries()) {
            const own = this.#levels(node, at);
            const steps: readonly Step[] = this.#isShown(cause)
              ? [{ from: cause.id, evidence: "documented" }]
              : known.get(cause.id)!;
            for (const { from, evidence } of steps) if (!found.has(from)) found.set(from, weakest([...own, evidence]));
          }
          return [...found].map(([from, evidence]) => ({ from, evidence }));
        },
      ];
    });
  }

  /** What the step to one cause rests on: of a refusal the measure that it leads to, since each shuts the door by itself. */
  #levels(node: CausalNode, at: number): Evidence[] {
    const { rules, bounds } = this.graph.ground(node);
    const levels = rules.map(({ evidence }) => evidence);
    if (node.effect?.kind === "denied") return [levels[at]!];
    return bounds === null ? levels : [...levels, bounds];
  }

  /** The line of first causes, root first, as far as it is shown; `id` itself last. */
  line(id: EffectId): EffectId[] {
    const line = [id];
    for (let next = this.steps(id)[0]; next !== undefined; next = this.steps(next.from)[0]) line.push(next.from);
    return line.reverse();
  }
}

/** What is worked out of a node once it is known of those that it needs; kept in `known`. */
function fromCauses<T>(
  id: EffectId,
  known: Map<EffectId, T>,
  plan: (id: EffectId) => [needs: readonly EffectId[], make: (known: ReadonlyMap<EffectId, T>) => T],
): T {
  const waiting = [id];
  for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
    const [needs, make] = plan(next);
    const unknown = known.has(next) ? [] : needs.filter((each) => !known.has(each));
    waiting.push(...unknown);
    if (unknown.length > 0) continue;
    waiting.pop();
    if (!known.has(next)) known.set(next, make(known));
  }
  return known.get(id)!;
}

function inTime(ids: readonly EffectId[]): EffectId[] {
  return [...ids].sort((one, other) => seqOf(one) - seqOf(other));
}

/** The number of the entry at which an effect stands. */
export function seqOf(id: EffectId): number {
  return Number(id.split(".")[0]);
}

/** What happened, or an effect, apart from what it goes back to. */
export function apart<T extends Caused>({ because: _because, ...itself }: T): Omit<T, "because"> {
  return itself;
}

/** 1 and the life events on the line that a rule led to. Depends on how finely a rulebook cuts its leads. */
export function orderOf(line: readonly CausalNode[]): number {
  return 1 + line.filter(({ effect, entry }) => effect === null && isDerived(entry.happening)).length;
}

export function isDerived(happening: Happening): boolean {
  return "origin" in happening && happening.origin.kind === "derived";
}

/** Where it stands in the fixture; `null` for what is not in it. */
export function givenAs({ happening }: Entry) {
  return "origin" in happening && happening.origin.kind === "exogenous" ? happening.origin : null;
}
