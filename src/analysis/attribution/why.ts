import type { RuleId } from "../../model/rule.ts";
import { withoutRules } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { type HarmCounts, harmCounts, type HarmKind, harmsLess } from "../outcome.ts";

/**
 * Why a rule's share is not what vanishes when it alone is left out.
 * - `same`: it is.
 * - `shared`: the share is smaller; what it does needs other rules too, each of which alone prevents it.
 * - `backup`: the share is larger; without it other rules do the same.
 * - `turns`: the one is harm done and the other harm spared; it acts otherwise where other rules are missing.
 * - `unclear`: the share was drawn by chance, and may well be the same.
 */
export interface Why {
  readonly kind: "same" | "shared" | "backup" | "turns" | "unclear";
  /** Rules without any one of which the rule's own absence takes away less, or more; those that matter most first. */
  readonly others: readonly { readonly rule: RuleId; readonly takesThen: number }[];
}

/** For each other rule: what a rule's absence takes away once that one is gone. */
export type TakenWithout = ReadonlyMap<RuleId, HarmCounts>;

/**
 * Leaves out each other rule together with one. Only rules that match with it, or without it, can
 * make a difference to what its absence does.
 */
export async function takenWithout(lab: Lab, person: number, rule: RuleId): Promise<TakenWithout> {
  const life = await lab.lifeUnder(lab.rulebook, person);
  const without = await lab.lifeUnder(withoutRules(lab.rulebook, [rule]), person);
  const taken = new Map<RuleId, HarmCounts>();
  for (const { id } of lab.rulebook.rules) {
    if (id === rule || !(life.matched.has(id) || without.matched.has(id))) continue;
    const one = await lab.lifeUnder(withoutRules(lab.rulebook, [id]), person);
    const both = await lab.lifeUnder(withoutRules(lab.rulebook, [id, rule]), person);
    taken.set(id, harmsLess(harmCounts(one.outcome), harmCounts(both.outcome)));
  }
  return taken;
}

/** `share` less `alone` has the sign `differs`; `null` where chance may have made the difference. */
export function whyOf(
  kind: HarmKind,
  share: number,
  alone: number,
  differs: -1 | 0 | 1 | null,
  taken: TakenWithout,
): Why {
  if (differs === null) return { kind: "unclear", others: [] };
  if (differs === 0) return { kind: "same", others: [] };
  const others = [...taken].flatMap(([rule, harms]) =>
    Math.sign(harms[kind] - alone) === differs ? [{ rule, takesThen: harms[kind] }] : [],
  );
  others.sort((a, b) => Math.abs(b.takesThen - alone) - Math.abs(a.takesThen - alone));
  const turns = share * alone < 0;
  return { kind: turns ? "turns" : Math.abs(share) < Math.abs(alone) ? "shared" : "backup", others };
}
