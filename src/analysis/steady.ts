import { type Leaf, leavesOf } from "../model/condition.ts";
import type { Month } from "../model/story-time.ts";
import type { Effect, Trace } from "../model/trace.ts";
import { Bounds } from "./bounds.ts";
import type { Dial } from "./dials.ts";
import type { Lived } from "./lab.ts";
import { keepScores, type Stretch, type Turnable } from "./steady-scores.ts";

/** Numbers between which a dial may stand, both included. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * How far a dial can be turned from where it stands without any comparison in this life answering
 * otherwise, so that nothing but the score can change. Exact, and careful: where it cannot be told
 * from the trace, the interval is the number alone. The trace must be of the rulebook so turned.
 */
export function steadyAround(dial: Dial, number: number, trace: Trace, { matched }: Pick<Lived, "matched">): Interval {
  const { entries, until } = trace;
  const bounds = steadiness([dial], [number], { trace, entries, until, matched });
  return {
    from: Math.max(dial.range.least, number - bounds.reach([number], 0, -1)),
    to: Math.min(dial.range.most, number + bounds.reach([number], 0, 1)),
  };
}

/** The same for several dials that are turned together. `values`: where they stand. */
export function steadiness(dials: readonly Turnable[], values: readonly number[], stretch: Stretch): Bounds {
  const bounds = new Bounds(values);
  keepScores(bounds, dials, stretch);
  for (const [at, dial] of dials.entries()) {
    const now = values[at]!;
    const held = apart(dial, now, stretch);
    if (held !== null) bounds.keep({ now, by: dials.map((_, each) => (each === at ? 1 : 0)) }, held.from, held.to);
  }
  return bounds;
}

/** How far a dial can be turned, apart from points, which are kept already; `null` where nothing holds it. */
function apart({ part, rule, range }: Turnable, now: number, stretch: Stretch): Interval | null {
  const { matched, entries, until, trace } = stretch;
  /** Where something counts months from some moments, and none of them ends in this stretch: all the longer times. */
  const beyond = (moments: readonly Month[]): Interval | null => {
    if (moments.length === 0) return null;
    const first = Math.min(...moments);
    return first + now > until ? { from: until - first + 1, to: range.most } : { from: now, to: now };
  };
  const whenOf = (wanted: (effect: Effect) => boolean): Month[] =>
    entries.flatMap(({ month, effects }) => (effects.some(wanted) ? [month] : []));
  switch (part.kind) {
    case "drop":
      // What a dropped rule would have done cannot be told from a life without it.
      return now === 1 || matched.has(rule!) ? { from: now, to: now } : null;
    case "afterMonths": {
      if (!matched.has(rule!)) return null;
      const waiting = whenOf((effect) => (effect.kind === "deferred" || effect.kind === "led") && effect.rule === rule);
      // One that takes effect at once may leave no trace.
      return waiting.length === 0 ? { from: now, to: now } : beyond(waiting);
    }
    case "termMonths":
      return beyond(whenOf((effect) => effect.kind === "enlisted" && effect.rule === rule));
    case "expiresAfterMonths":
      return beyond(whenOf((effect) => isPosted(effect) && effect.rule === rule));
    case "deductionsReturnAfterMonths": {
      const own = new Set(trace.rulebook.rules.flatMap(({ id, then }) => (hasOwnReturn(then) ? [id] : [])));
      return beyond(whenOf((effect) => isPosted(effect) && effect.points < 0 && !own.has(effect.rule)));
    }
    case "when": {
      const { fact } = leavesOf(trace.rulebook.rules.find(({ id }) => id === rule)!.when)[part.leaf]!;
      return fact === "score" || fact === "points" ? null : counted(fact, now, range, stretch);
    }
    default:
      return null;
  }
}

/** A count that the fact cannot reach in this stretch is as good as any greater one. */
function counted(fact: Leaf["fact"], now: number, range: Turnable["range"], { entries, until }: Stretch): Interval {
  const highest = fact === "priorCount" ? entries.filter(({ effects }) => effects.some(isPosted)).length : until;
  return now > highest ? { from: highest + 1, to: range.most } : { from: now, to: now };
}

function hasOwnReturn(then: Trace["rulebook"]["rules"][number]["then"]): boolean {
  return then.kind === "post" && then.expiresAfterMonths !== undefined;
}

type Posted = Extract<Effect, { kind: "posting" }>;

function isPosted(effect: Effect): effect is Posted {
  return effect.kind === "posting" && effect.reason === "rule";
}
