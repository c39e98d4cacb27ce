import type { RuleId } from "../model/rule.ts";
import type { Effect, EffectId, Entry } from "../model/trace.ts";

/** A rulebook that has not settled by then never will. Entries that hold nothing but remarks do not count. */
export const MOST_ENTRIES = 2000;

/** The rules that keep each other going: back along the line of the last effect until a rule comes round again. */
export function cycleOf(entries: readonly Entry[]): RuleId[] {
  const line: RuleId[] = [];
  const acted = entries.flatMap(({ effects }) => effects.filter(({ kind }) => kind !== "remarked"));
  for (let id = acted.at(-1)?.id; id !== undefined;) {
    const [seq, place] = id.split(".").map(Number) as [number, number];
    const entry = entries[seq]!;
    const cause: { because: readonly EffectId[] } = place === 0 ? entry.happening : entry.effects[place - 1]!;
    const rule = place === 0 ? undefined : ruleOf(entry.effects[place - 1]!);
    if (rule !== undefined) {
      const earlier = line.indexOf(rule);
      if (earlier !== -1) return line.slice(earlier).reverse();
      line.push(rule);
    }
    id = cause.because[0];
  }
  return line.reverse();
}

/** A delay, and a state that goes on, are not a second turn of their rule. */
function ruleOf(effect: Effect): RuleId | undefined {
  if (effect.kind === "deferred" || effect.kind === "rests" || !("rule" in effect)) return undefined;
  return effect.rule ?? undefined;
}
