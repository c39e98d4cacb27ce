import type { Measure } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { Month } from "../../../model/story-time.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { DOOR_NAMES, type Door } from "../../../model/vocabulary/doors.ts";
import { LIST_IDS, type ListId } from "../../../model/vocabulary/lists.ts";

/** From the month in which it began up to, and not with, the month in which it ended; the end of the trace where it did not. */
export interface Span {
  readonly from: Month;
  readonly to: Month;
}

/** What measures do to a door, worst first. */
export const KINDS = ["closes", "scrutinises", "prefers"] as const;
export type Kind = (typeof KINDS)[number];

/** When each door was under measures of one kind, as the union of the measures: how a rulebook cuts them does not show. */
export function doorSpans(trace: Trace, kind: Kind): Map<Door, Span[]> {
  const inForce = new Map<Door, Set<string>>();
  const changes = trace.entries.flatMap(({ month, effects }) =>
    effects.flatMap((effect) => {
      if (effect.kind !== "imposed" && effect.kind !== "lifted") return [];
      const doors = (ruleNamed(trace.rulebook, effect.rule).then as Measure)[kind] ?? [];
      return doors.map((door) => ({ what: door, month, by: effect.rule, on: effect.kind === "imposed" }));
    }),
  );
  return spansOf(changes, inForce, trace.until, DOOR_NAMES);
}

/** When the person was on each list that is more than a publication of points. */
export function listSpans(trace: Trace): Map<ListId, Span[]> {
  const changes = trace.entries.flatMap(({ month, effects }) =>
    effects.flatMap((effect) =>
      effect.kind === "enlisted" || (effect.kind === "delisted" && effect.last)
        ? [{ what: effect.list, month, by: "list", on: effect.kind === "enlisted" }]
        : [],
    ),
  );
  return spansOf(
    changes,
    new Map(),
    trace.until,
    LIST_IDS.filter((list) => list !== "published-entries"),
  );
}

interface Change<T> {
  readonly what: T;
  readonly month: Month;
  readonly by: string;
  readonly on: boolean;
}

function spansOf<T>(
  changes: readonly Change<T>[],
  inForce: Map<T, Set<string>>,
  until: Month,
  order: readonly T[],
): Map<T, Span[]> {
  const spans = new Map<T, { from: Month; to: Month }[]>();
  for (const { what, month, by, on } of changes) {
    const by_ = inForce.get(what) ?? new Set<string>();
    inForce.set(what, by_);
    const was = by_.size > 0;
    if (on) by_.add(by);
    else by_.delete(by);
    const mine = spans.get(what) ?? [];
    spans.set(what, mine);
    const last = mine.at(-1);
    // What ends and begins again in one month has not been open at any month's end.
    if (!was && by_.size > 0) {
      if (last?.to === month) last.to = until + 1;
      else mine.push({ from: month, to: until + 1 });
    }
    if (was && by_.size === 0) last!.to = month;
  }
  return new Map(order.flatMap((what) => (spans.has(what) ? [[what, spans.get(what)!] as const] : [])));
}

/** A refused attempt. */
export interface Refusal {
  readonly id: EffectId;
  readonly seq: number;
  readonly month: Month;
  readonly door: Door;
}

/** An attempt on a door that was shut, which a rule let through. */
export interface Passage extends Refusal {
  /** The title of the rule. */
  readonly by: string;
}

export function passagesIn({ entries, rulebook }: Trace): Passage[] {
  return entries.flatMap(({ seq, month, effects }) => {
    const permitted = effects.find((effect) => effect.kind === "permitted");
    if (permitted === undefined || effects.some(({ kind }) => kind === "denied")) return [];
    return [{ id: permitted.id, seq, month, door: permitted.door, by: ruleNamed(rulebook, permitted.rule).title }];
  });
}

export function refusalsIn(trace: Trace): Refusal[] {
  return trace.entries.flatMap(({ seq, month, effects }) =>
    effects.flatMap((effect) => (effect.kind === "denied" ? [{ id: effect.id, seq, month, door: effect.door }] : [])),
  );
}
