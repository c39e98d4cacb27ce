import { harmsOf } from "../../../analysis/harms.ts";
import type { Harm } from "../../../analysis/harms.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { longestHarm } from "../../in-short.ts";
import { type Graph, Growing } from "./graph.ts";
import { isDrawn, Upstream } from "./upstream.ts";

/** What is drawn of a trace, and what not. */
export interface Chosen extends Graph {
  /** Harms drawn, of how many; joins of the drawn lines that found no room. */
  readonly drawn: number;
  readonly harms: number;
  readonly joinsLeft: number;
  /** Steps of the longest line that are folded into one mark. */
  readonly folded: number;
  readonly upstream: Upstream;
}

/** The longest line of harm; what joins it; then a harm of each other sort: as long as all fits on a page. */
export function choose(trace: Trace): Chosen {
  const upstream = new Upstream(trace);
  const harms = harmsOf(trace, upstream.causes);
  const longest = longestHarm(trace, { harms });
  const end = longest?.id ?? longestOther(trace, upstream);
  const growing = new Growing(upstream);
  if (end === null) return { ...growing.graph(), drawn: 0, harms: 0, joinsLeft: 0, folded: 0, upstream };
  const folded = growing.begin(upstream.line(end));
  growing.join();
  for (const sort of bySort(harms))
    if (!sort.some(({ id }) => growing.has(id)))
      branchShortest(
        sort.map(({ id }) => upstream.line(id)),
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
    upstream,
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
function longestOther(trace: Trace, upstream: Upstream): EffectId | null {
  let longest: { readonly id: EffectId; readonly length: number } | null = null;
  for (const { id } of trace.entries.flatMap(({ effects }) => effects)) {
    const link = upstream.causes.link(id);
    if (!isDrawn(link) || link.effect?.kind === "delisted") continue;
    const { length } = upstream.line(id);
    if (upstream.causes.roots(id).has("0.0") || length < 2) continue;
    if (longest === null || length > longest.length) longest = { id, length };
  }
  return longest?.id ?? null;
}
