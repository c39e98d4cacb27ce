import { TOLD, type Told } from "../model/rule.ts";
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
  const published = publishedIn(trace, causes);
  const decisions = trace.entries.flatMap((entry) => [
    ...entry.effects.filter(isDecision).map((effect) => ({ told: effect.told, published: published.has(effect.id) })),
    ...(["imposed", "lifted"] as const).flatMap((kind) => together(entry.effects.filter((effect) => effect.kind === kind))),
  ]);
  const count = (told: Told): number => decisions.filter((decision) => decision.told === told).length;
  return {
    decisions: decisions.length,
    reason: count("reason"),
    outcome: count("outcome"),
    nothing: count("nothing"),
    couldBeKnown: decisions.filter((decision) => decision.told === "nothing" && decision.published).length,
  };
}

/** Measures that one entry imposes, or lifts, are one decision: splitting a rule must not change a count. */
function together(effects: readonly Effect[]): { told: Told; published: boolean }[] {
  if (effects.length === 0) return [];
  const told = TOLD.findLast((each) => effects.some((effect) => effect.told === each))!;
  return [{ told, published: false }];
}

/** Decisions on a person, apart from measures: entries of points by a rule, lists, classes, refusals. Returns and life itself are not. */
export function isDecision(effect: Effect): boolean {
  switch (effect.kind) {
    case "posting": return effect.reason === "rule";
    case "enlisted": return effect.list !== "published-entries";
    case "delisted": return effect.list !== "published-entries" && effect.rule !== null;
    case "struck": case "class-moved": case "denied": return true;
    case "imposed": case "lifted": case "rests": case "led": case "deferred": case "lapsed": return false;
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
