import type { Effect, EffectId, Trace } from "../model/trace.ts";
import { LISTS } from "../model/vocabulary/lists.ts";
import type { Causes } from "./causes.ts";

/** How much the person was told of the decisions on them. `couldBeKnown` counts those told nothing of, but published. */
export interface Knowledge {
  readonly decisions: number;
  readonly reason: number;
  readonly outcome: number;
  readonly nothing: number;
  readonly couldBeKnown: number;
}

export function knowledgeOf(trace: Trace, causes: Causes): Knowledge {
  const decisions = trace.entries.flatMap((entry) => entry.effects.filter(isDecision));
  const published = publishedIn(trace, causes);
  const told = (what: Effect["told"]): Effect[] => decisions.filter((effect) => effect.told === what);
  return {
    decisions: decisions.length,
    reason: told("reason").length,
    outcome: told("outcome").length,
    nothing: told("nothing").length,
    couldBeKnown: told("nothing").filter((effect) => published.has(effect.id)).length,
  };
}

/** Decisions on a person: entries of points by a rule, lists, classes, measures, refusals. Returns and life itself are not. */
export function isDecision(effect: Effect): boolean {
  switch (effect.kind) {
    case "posting": return effect.reason === "rule";
    case "enlisted": return effect.list !== "published-entries";
    case "delisted": return effect.list !== "published-entries" && effect.rule !== null;
    case "struck": case "class-moved": case "imposed": case "lifted": case "denied": return true;
    case "rests": case "led": case "deferred": case "lapsed": return false;
  }
}

/** Effects whose reason could be read by anyone: a published list's own entries, and the postings that were published. */
export function publishedIn(trace: Trace, causes: Causes): ReadonlySet<EffectId> {
  const published = new Set<EffectId>();
  for (const effect of trace.entries.flatMap((entry) => entry.effects)) {
    if (effect.kind !== "enlisted" || !LISTS[effect.list].published) continue;
    published.add(effect.id);
    const posting = causes.line(effect.id).findLast((link) => link.effect?.kind === "posting");
    if (effect.list === "published-entries" && posting !== undefined) published.add(posting.id);
  }
  return published;
}
