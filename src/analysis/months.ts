import { ruleNamed } from "../model/rulebook.ts";
import type { Measure, RuleId } from "../model/rule.ts";
import type { Month } from "../model/story-time.ts";
import type { Effect, EffectId, Standing, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { graphOf } from "./graph/graph.ts";

/** Months in a row, both included, at whose ends all stood alike. */
export interface Spell {
  readonly from: Month;
  readonly to: Month;
  readonly standing: Standing;
  /** For each measure in force the effect on which it rests; the same as before where none changed. */
  readonly inForce: ReadonlyMap<RuleId, EffectId>;
}

/** Walks the months of a trace, from the first to the last that was replayed. */
export function spellsOf({ opening, entries, until }: Trace): Spell[] {
  const spells: Spell[] = [];
  let now: Omit<Spell, "to"> = { from: 0, standing: opening, inForce: new Map() };
  for (const { month, effects, after } of entries) {
    if (month > now.from) spells.push({ ...now, to: month - 1 });
    now = { from: month, standing: after, inForce: inForceAfter(effects, now.inForce) };
  }
  return [...spells, { ...now, to: until }];
}

function inForceAfter(effects: readonly Effect[], before: Spell["inForce"]): Spell["inForce"] {
  let after: Map<RuleId, EffectId> | undefined;
  for (const effect of effects) {
    const renewed = effect.kind === "imposed" || (effect.kind === "rests" && effect.on === "measure");
    if (renewed) (after ??= new Map(before)).set(effect.rule, effect.id);
    if (effect.kind === "lifted") (after ??= new Map(before)).delete(effect.rule);
  }
  return after ?? before;
}

/** How it stood at the end of each month. */
export function standingsOf(trace: Trace): Standing[] {
  return spellsOf(trace).flatMap(({ from, to, standing }) => Array.from({ length: to - from + 1 }, () => standing));
}

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
  const openEnded = restingOnUnknown(trace);
  return spellsOf(trace).flatMap(({ from, to, inForce }) => {
    const doors = doorsUnder(trace, inForce, openEnded);
    return Array.from({ length: to - from + 1 }, (_, at) => ({ month: from + at, ...doors }));
  });
}

/** Enlistings for a term that no source gives, and whatever holds because somebody is still on that list. */
function restingOnUnknown(trace: Trace): ReadonlySet<EffectId> {
  const unknown = new Set<EffectId>();
  for (const effect of trace.entries.flatMap(({ effects }) => effects)) {
    const isUnknown =
      effect.kind === "enlisted"
        ? effect.until === "unknown"
        : (effect.kind === "imposed" || effect.kind === "rests") &&
          graphOf(trace)
            .node(effect.id)
            .causes.some((id) => unknown.has(id));
    if (isUnknown) unknown.add(effect.id);
  }
  return unknown;
}

function doorsUnder(
  { rulebook }: Trace,
  inForce: Spell["inForce"],
  openEnded: ReadonlySet<EffectId>,
): Omit<MonthEnd, "month"> {
  const shut = new Map<Door, EffectId[]>();
  const scrutinised = new Set<Door>();
  const preferred = new Set<Door>();
  for (const [rule, id] of inForce) {
    const { closes = [], scrutinises = [], prefers = [] } = ruleNamed(rulebook, rule).then as Measure;
    for (const door of closes) shut.set(door, [...(shut.get(door) ?? []), id]);
    for (const door of scrutinises) scrutinised.add(door);
    for (const door of prefers) preferred.add(door);
  }
  const upTo = new Set([...shut].flatMap(([door, ids]) => (ids.every((id) => openEnded.has(id)) ? [door] : [])));
  return { shut, upTo, scrutinised, preferred };
}
