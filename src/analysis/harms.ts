import type { EffectId, Entry, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { eventKind, type LifeEventKind } from "../model/vocabulary/events.ts";
import { type CausalGraph, graphOf, isDerived, orderOf } from "./graph/graph.ts";

/** A denied attempt or a derived loss. Months under a restriction are counted apart; the kinds are never added together. */
export type Harm = {
  readonly id: EffectId;
  readonly seq: number;
  readonly roots: readonly EffectId[];
  readonly order: number;
} & ({ readonly kind: "denied"; readonly door: Door } | { readonly kind: "loss"; readonly event: LifeEventKind });

export function harmsOf(trace: Trace): Harm[] {
  const graph = graphOf(trace);
  return trace.entries.flatMap((entry) => [
    ...entry.effects.flatMap((effect) =>
      effect.kind === "denied"
        ? [{ kind: "denied", door: effect.door, ...provenance(graph, effect.id, entry) } as const]
        : [],
    ),
    ...lossOf(entry, graph),
  ]);
}

function lossOf(entry: Entry, graph: CausalGraph): Harm[] {
  const event = lossAt(entry);
  return event === null ? [] : [{ kind: "loss", event, ...provenance(graph, `${entry.seq}.0`, entry) }];
}

/** The loss that a rule led to at this entry, if it came about. */
export function lossAt(entry: Entry): LifeEventKind | null {
  const { happening } = entry;
  if (happening.kind !== "life-event" || !isDerived(happening) || hasLapsed(entry)) return null;
  return eventKind(happening.event).group === "loss" ? happening.event : null;
}

/** Whether what was due did not come about. */
export function hasLapsed({ effects }: Entry): boolean {
  return effects[0]?.kind === "lapsed" && effects[0].rule === null;
}

function provenance(graph: CausalGraph, id: EffectId, entry: Entry) {
  return {
    id,
    seq: entry.seq,
    roots: [...graph.roots(id)],
    order: orderOf(graph.line(id)),
  };
}
