import { type CausalGraph, graphOf } from "./graph/graph.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Measure } from "../model/rule.ts";
import type { Month } from "../model/story-time.ts";
import type { Effect, EffectId, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";

/** What measures did at the end of one month. */
export interface MonthEnd {
  readonly month: Month;
  /** For each door shut, the effects on which its measures rest. */
  readonly shut: ReadonlyMap<Door, readonly EffectId[]>;
  /** Doors shut by nothing but what rests on a term that no source gives: it may have ended before. */
  readonly upTo: ReadonlySet<Door>;
  readonly scrutinised: ReadonlySet<Door>;
  readonly preferred: ReadonlySet<Door>;
}

/**
 * The months of a trace, each as it stood at its end: a door shut in `Y1-06` and opened in `Y1-09`
 * was shut for three months. Several measures on one door count once.
 */
export function monthEnds(trace: Trace): MonthEnd[] {
  const inForce = new Map<string, EffectId>();
  const unknown = new Set<EffectId>();
  const ends: MonthEnd[] = [];
  const graph = graphOf(trace);
  let next = 0;
  let doors = doorsUnder(trace, inForce, unknown);
  for (let month = 0; month <= trace.until; month++) {
    let changed = false;
    for (; trace.entries[next] !== undefined && trace.entries[next]!.month <= month; next++) {
      for (const effect of trace.entries[next]!.effects) {
        if (restsOnUnknown(effect, graph, unknown)) unknown.add(effect.id);
        const renewed = effect.kind === "imposed" || (effect.kind === "rests" && effect.on === "measure");
        if (renewed) inForce.set(effect.rule, effect.id);
        if (effect.kind === "lifted") inForce.delete(effect.rule);
        changed ||= renewed || effect.kind === "lifted";
      }
    }
    if (changed) doors = doorsUnder(trace, inForce, unknown);
    ends.push({ month, ...doors });
  }
  return ends;
}

/** An enlisting for a term that no source gives, and whatever holds because somebody is still on that list. */
function restsOnUnknown(effect: Effect, graph: CausalGraph, unknown: ReadonlySet<EffectId>): boolean {
  if (effect.kind === "enlisted") return effect.until === "unknown";
  return (
    (effect.kind === "imposed" || effect.kind === "rests") && graph.node(effect.id).causes.some((id) => unknown.has(id))
  );
}

function doorsUnder(
  trace: Trace,
  inForce: ReadonlyMap<string, EffectId>,
  unknown: ReadonlySet<EffectId>,
): Omit<MonthEnd, "month"> {
  const shut = new Map<Door, EffectId[]>();
  const scrutinised = new Set<Door>();
  const preferred = new Set<Door>();
  for (const [rule, id] of inForce) {
    const measure = ruleNamed(trace.rulebook, rule).then as Measure;
    for (const door of measure.closes ?? []) shut.set(door, [...(shut.get(door) ?? []), id]);
    for (const door of measure.scrutinises ?? []) scrutinised.add(door);
    for (const door of measure.prefers ?? []) preferred.add(door);
  }
  const upTo = new Set([...shut].flatMap(([door, ids]) => (ids.every((id) => unknown.has(id)) ? [door] : [])));
  return { shut, upTo, scrutinised, preferred };
}
