import type { RuleId } from "../../model/rule.ts";
import type { EffectId, Trace } from "../../model/trace.ts";
import type { Ledger } from "../ledger.ts";
import { type Harms, type HarmCounts, type Outcome, hasHarms } from "../outcome.ts";
import type { Ablation } from "../questions/ablate.ts";
import type { ByEvidence } from "../by-evidence.ts";

/** What the questions of a worksheet are made from: one life, and what becomes of it without each rule. */
export interface Material {
  readonly trace: Trace;
  readonly ledger: Ledger;
  /** Of this person alone, and to the same month. */
  readonly ablation: Ablation;
  readonly byEvidence: ByEvidence;
  /** The entries that stand on the sheet in full, so that one can follow them. */
  readonly shown: ReadonlySet<number>;
  /** The rules that the sheet explains, in their order. */
  readonly box: readonly RuleId[];
  /** The longest line of harm as it can be told, root first: no two links read alike. */
  readonly chain: readonly EffectId[];
}

/** What a rule's absence takes away from a life, and what it adds. */
export interface Effectiveness {
  readonly gone: HarmCounts;
  readonly fresh: HarmCounts;
}

/** What becomes of the life without one rule; `null` where its absence was not tried. */
export function withoutRule(
  { ablation }: Pick<Material, "ablation">,
  rule: RuleId,
): (Effectiveness & { outcome: Outcome }) | null {
  const tried = ablation.without.find((each) => each.rule === rule);
  if (tried === undefined) return null;
  const [change] = tried.changes;
  return change === undefined
    ? { gone: NONE, fresh: NONE, outcome: ablation.baseline[0]! }
    : { gone: countOf(change.vanished), fresh: countOf(change.appeared), outcome: change.outcome };
}

export const NONE: HarmCounts = { denied: 0, months: 0, losses: 0 };

/** Whether anything but points, classes and priorities is otherwise. */
export function touches({ gone, fresh }: Effectiveness): boolean {
  return [gone, fresh].some(({ denied, months, losses }) => denied + months + losses > 0);
}

function countOf(harms: Harms): HarmCounts {
  return hasHarms(harms)
    ? { denied: harms.denials.length, months: harms.months.length, losses: harms.losses.length }
    : NONE;
}
