import { TOLD, type Told } from "../model/rule.ts";
import type { Effect, EffectId, Trace } from "../model/trace.ts";
import { LISTS } from "../model/vocabulary/lists.ts";
import { graphOf } from "./graph/graph.ts";

/** How much the person was told of the decisions on them. `couldBeKnown` counts those told nothing of, but published. */
export interface Knowledge {
  readonly decisions: number;
  readonly reason: number;
  readonly outcome: number;
  readonly nothing: number;
  readonly couldBeKnown: number;
}

export function knowledgeOf(trace: Trace): Knowledge {
  const decisions = decisionsIn(trace).map(({ effects, published }) => ({
    told: mostOf(effects.map(({ told }) => told)),
    published,
  }));
  const count = (told: Told): number => decisions.filter((decision) => decision.told === told).length;
  return {
    decisions: decisions.length,
    reason: count("reason"),
    outcome: count("outcome"),
    nothing: count("nothing"),
    couldBeKnown: decisions.filter((decision) => decision.told === "nothing" && decision.published).length,
  };
}

/** One decision on the person: an effect, or all measures that one entry imposes or lifts, or all permits for one attempt. */
export interface Decision {
  readonly effects: readonly Effect[];
  /** Its reason could be read by anyone. */
  readonly published: boolean;
}

export function decisionsIn(trace: Trace): Decision[] {
  const published = publishedIn(trace);
  return trace.entries.flatMap((entry) => [
    ...entry.effects.filter(isDecision).map((effect) => ({ effects: [effect], published: published.has(effect.id) })),
    // One decision each: splitting a rule must not change a count.
    ...(["imposed", "lifted", "permitted"] as const)
      .map((kind) => ({ effects: entry.effects.filter((effect) => effect.kind === kind), published: false }))
      .filter(({ effects }) => effects.length > 0),
  ]);
}

/** The most that any of them says; `nothing` for none. */
export function mostOf(levels: readonly Told[]): Told {
  return TOLD.findLast((each) => levels.includes(each)) ?? "nothing";
}

/** Decisions on a person, apart from measures and permits: entries of points by a rule, lists, classes, refusals. Returns and life itself are not. */
export function isDecision(effect: Effect): boolean {
  switch (effect.kind) {
    case "posting":
      return effect.reason === "rule";
    case "enlisted":
      return effect.list !== "published-entries";
    case "delisted":
      return effect.list !== "published-entries" && effect.rule !== null;
    case "struck":
    case "class-moved":
    case "denied":
      return true;
    case "permitted":
    case "imposed":
    case "lifted":
    case "rests":
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return false;
  }
}

/** Effects whose reason could be read by anyone: a published list's own entries, and the postings that were published. */
export function publishedIn(trace: Trace): ReadonlySet<EffectId> {
  const known = PUBLISHED.get(trace);
  if (known !== undefined) return known;
  const published = new Set<EffectId>();
  PUBLISHED.set(trace, published);
  for (const effect of trace.entries.flatMap((entry) => entry.effects)) {
    if (effect.kind !== "enlisted" || !LISTS[effect.list].published) continue;
    published.add(effect.id);
    const posting = graphOf(trace)
      .line(effect.id)
      .findLast((link) => link.effect?.kind === "posting");
    if (effect.list === "published-entries" && posting !== undefined) published.add(posting.id);
  }
  return published;
}

/** A page asks several times. */
const PUBLISHED = new WeakMap<Trace, ReadonlySet<EffectId>>();
