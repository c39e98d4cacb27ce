import { leavesOf } from "../model/condition.ts";
import type { RuleId } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Month } from "../model/story-time.ts";
import type { Effect, EffectId, Entry, Trace } from "../model/trace.ts";
import { type CausalGraph, type CausalNode, graphOf } from "./graph/graph.ts";

/**
 * A refusal that came back round: a measure was imposed, or a ground entered on a list that a measure in
 * force reads, and among its causes is an earlier refusal under that measure. One an entry, however many
 * measures it imposes: splitting a measure may not change a count.
 */
export interface Turn {
  /** What came of it: the ground, or the measure. */
  readonly id: EffectId;
  readonly month: Month;
  /** The last refusal among its causes under that measure. */
  readonly refusal: EffectId;
}

type Came = Extract<Effect, { kind: "enlisted" | "imposed" }>;
type Denied = Extract<Effect, { kind: "denied" }>;

/** In order of time. */
export function turnsIn(trace: Trace): Turn[] {
  const first = trace.entries.findIndex((entry) => entry.effects.some(isDenied));
  if (first === -1) return [];
  return trace.entries.slice(first + 1).flatMap((entry): Turn[] => {
    for (const effect of entry.effects) {
      if (effect.kind !== "enlisted" && effect.kind !== "imposed") continue;
      const refusal = lastRefusal(effect.id, measuresFor(effect, entry, trace), graphOf(trace));
      if (refusal !== undefined) return [{ id: effect.id, month: entry.month, refusal }];
    }
    return [];
  });
}

/** The measure imposed; or those that were in force when a ground was entered on a list that they read. */
function measuresFor(effect: Came, { seq }: Entry, { entries, rulebook }: Trace): readonly RuleId[] {
  if (effect.kind === "imposed") return [effect.rule];
  return entries[seq - 1]!.after.measures.filter((id) =>
    leavesOf(ruleNamed(rulebook, id).when).some(
      ({ fact, value }) => (fact === "lists" && value === effect.list) || fact === `monthsOnList:${effect.list}`,
    ),
  );
}

function lastRefusal(id: EffectId, under: readonly RuleId[], graph: CausalGraph): EffectId | undefined {
  if (under.length === 0) return undefined;
  const refusals = graph.behind([id]).filter(({ effect }) => effect?.kind === "denied" && isUnder(effect, under));
  return refusals.reduce<CausalNode | undefined>(
    (last, each) => (last === undefined || each.entry.seq > last.entry.seq ? each : last),
    undefined,
  )?.id;
}

function isUnder({ measures }: Denied, under: readonly RuleId[]): boolean {
  return measures.some((measure) => under.includes(measure));
}

function isDenied({ kind }: Effect): boolean {
  return kind === "denied";
}
