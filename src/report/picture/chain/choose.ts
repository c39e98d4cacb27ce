import { type CausalNode, graphOf, ShownGraph } from "../../../analysis/graph/graph.ts";
import { harmsOf } from "../../../analysis/harms.ts";
import type { Harm } from "../../../analysis/harms.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { longestHarm } from "../../in-short.ts";
import type { Graph } from "./graph.ts";
import { Growing } from "./growing.ts";

/** What is drawn of a trace, and what not. */
export interface Chosen extends Graph {
  /** Harms drawn, of how many; joins of the drawn lines that found no room. */
  readonly drawn: number;
  readonly harms: number;
  readonly joinsLeft: number;
  /** Steps of the longest line that are folded into one mark. */
  readonly folded: number;
  readonly shown: ShownGraph;
}

/** The longest line of harm; what joins it; then a harm of each other sort: as long as all fits on a page. */
export function choose(trace: Trace): Chosen {
  const shown = new ShownGraph(graphOf(trace), isDrawn);
  const harms = harmsOf(trace);
  const longest = longestHarm(trace, { harms });
  const end = longest?.id ?? longestOther(shown);
  const growing = new Growing(shown);
  if (end === null) return { ...growing.graph(), drawn: 0, harms: 0, joinsLeft: 0, folded: 0, shown };
  const folded = growing.begin(shown.line(end));
  growing.join();
  for (const sort of bySort(harms))
    if (!sort.some(({ id }) => growing.has(id)))
      branchShortest(
        sort.map(({ id }) => shown.line(id)),
        growing,
      );
  // What was added last goes back to more, too.
  const joinsLeft = growing.join();
  return {
    ...growing.graph(),
    drawn: harms.filter(({ id }) => growing.has(id)).length,
    harms: harms.length,
    joinsLeft,
    folded,
    shown,
  };
}

/** Those of one sort together. */
function bySort(harms: readonly Harm[]): Harm[][] {
  const sorts = new Map<string, Harm[]>();
  for (const harm of harms) {
    const sort = harm.kind === "denied" ? harm.door : harm.event;
    sorts.set(sort, [...(sorts.get(sort) ?? []), harm]);
  }
  return [...sorts.values()];
}

/** Adds that line which needs the fewest boxes beside what is there. */
function branchShortest(lines: readonly EffectId[][], growing: Growing): void {
  const wants = lines.map((line) => growing.wants(line));
  growing.branch(lines[wants.indexOf(Math.min(...wants))]!);
}

/** Where there is no harm: the effect at the end of the longest line, so that one sees what there is. */
function longestOther(shown: ShownGraph): EffectId | null {
  const { graph } = shown;
  let longest: { readonly id: EffectId; readonly length: number } | null = null;
  for (const { id } of graph.trace.entries.flatMap(({ effects }) => effects)) {
    const node = graph.node(id);
    if (!isDrawn(node) || node.effect?.kind === "delisted") continue;
    const { length } = shown.line(id);
    if (graph.roots(id).has("0.0") || length < 2) continue;
    if (longest === null || length > longest.length) longest = { id, length };
  }
  return longest?.id ?? null;
}

/** What has a node of its own. */
function isDrawn({ effect, entry }: CausalNode): boolean {
  if (effect === null) return entry.happening.kind === "life-event" || entry.happening.kind === "opening";
  switch (effect.kind) {
    case "posting":
      return effect.reason === "rule";
    case "enlisted":
    case "delisted":
    case "class-moved":
    case "imposed":
    case "denied":
    case "struck":
      return true;
    case "lifted":
    case "permitted":
    case "rests":
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return false;
  }
}
