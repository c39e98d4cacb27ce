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
  const joinsLeft = growing.join();
  for (const harm of oneOfEachSort(harms)) growing.branch(upstream.line(harm.id));
  return {
    ...growing.graph(),
    drawn: harms.filter(({ id }) => growing.has(id)).length,
    harms: harms.length,
    joinsLeft,
    folded,
    upstream,
  };
}

function oneOfEachSort(harms: readonly Harm[]): Harm[] {
  const sort = (harm: Harm): string => (harm.kind === "denied" ? harm.door : harm.event);
  return harms.filter((harm, at) => harms.findIndex((each) => sort(each) === sort(harm)) === at);
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
