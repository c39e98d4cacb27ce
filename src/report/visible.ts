import { hasLapsed } from "../analysis/harms.ts";
import { apart, graphOf, isDerived } from "../analysis/graph/graph.ts";
import type { Effect, Entry, Trace } from "../model/trace.ts";

/**
 * What is shown where not everything is: everything in the fixture, every loss, and every entry that changed the
 * person's standing. It hides publication, quiet returns of points, and links without effects.
 */
function isVisible(entry: Entry, full: boolean): boolean {
  if (full) return true;
  const { happening } = entry;
  switch (happening.kind) {
    case "opening":
    case "classification":
    case "runaway":
      return true;
    case "life-event":
    case "attempt":
      return !(isDerived(happening) && hasLapsed(entry));
    case "internal":
    case "deferred":
      return entry.effects.some((effect) => changesStanding(effect) || effect.kind === "remarked");
    case "term":
      return entry.effects.some((effect) => changesStanding(effect) && effect.kind !== "posting");
  }
}

function changesStanding(effect: Effect): boolean {
  switch (effect.kind) {
    case "posting":
    case "struck":
    case "class-moved":
    case "imposed":
    case "lifted":
    case "denied":
    case "permitted":
      return true;
    case "enlisted":
    case "delisted":
      return effect.list !== "published-entries";
    case "rests":
      return effect.on === "list" && effect.list !== "published-entries";
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return false;
  }
}

/** An entry with what followed from it in the same month. */
export interface Episode {
  readonly entries: readonly Entry[];
  /** The first entry of an earlier episode that went just so, if there was one. */
  readonly asIn: number | null;
}

/** Visible entries in order, gathered so that repeats can be folded: “then as in #16”. */
export function episodes(trace: Trace, full: boolean): Episode[] {
  const gathered: Entry[][] = [];
  for (const entry of trace.entries.filter((each) => isVisible(each, full))) {
    const home = full ? undefined : gathered.findLast((episode) => follows(trace, entry, episode[0]!));
    if (home !== undefined && !movesPoints(gathered.slice(gathered.indexOf(home) + 1))) home.push(entry);
    else gathered.push([entry]);
  }
  const first = new Map<string, number>();
  return gathered.map((entries) => {
    const shape = JSON.stringify(entries.map((entry) => shapeOf(entry, trace)));
    const asIn = full ? null : (first.get(shape) ?? null);
    if (asIn === null) first.set(shape, entries[0]!.seq);
    return { entries, asIn };
  });
}

/** What moves points stays in its order, so that a reader can add up down the page. */
function movesPoints(gathered: readonly (readonly Entry[])[]): boolean {
  return gathered.some((entries) => entries.some((entry) => entry.effects.some((effect) => effect.kind === "posting")));
}

/** Whether the line of what happened leads back to `start` within the month. */
function follows(trace: Trace, entry: Entry, start: Entry): boolean {
  const graph = graphOf(trace);
  for (let at = entry; at.month === start.month;) {
    const cause = graph.first(graph.happening(at));
    if (cause === null) return false;
    if (cause.entry.seq === start.seq) return true;
    if (cause.effect === null) return false;
    at = cause.entry;
  }
  return false;
}

/**
 * What makes two entries alike: what happened, by which rules it was led to, and what came of it,
 * but not when. A refusal is like another only if it rests on the same grounds. What became of class
 * and measures, and a remark, does not count: it is told beside a folded repeat.
 */
function shapeOf(entry: Entry, trace: Trace): unknown {
  const graph = graphOf(trace);
  const { happening, effects } = entry;
  const told = effects
    .filter((effect) => !isNews(effect))
    .map((effect) => ({
      ...apart(effect),
      id: 0,
      ...("expires" in effect ? { expires: 0, of: 0 } : {}),
      ...("due" in effect ? { due: 0 } : {}),
      ...("until" in effect ? { until: 0 } : {}),
      ...(effect.kind === "denied" ? { grounds: graph.node(effect.id).causes } : {}),
    }));
  return [
    { ...apart(happening), ...("origin" in happening ? { origin: happening.origin.kind } : {}) },
    graph.nodes(graph.happening(entry).causes).map(({ effect }) => (effect?.kind === "led" ? effect.rule : null)),
    told,
  ];
}

function isNews({ kind }: Effect): boolean {
  return kind === "class-moved" || kind === "imposed" || kind === "lifted" || kind === "rests" || kind === "remarked";
}
