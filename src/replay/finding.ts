import type { Finding } from "../model/trace.ts";
import type { FactRecord, PreparedRule, Verdict } from "../model/verdict.ts";

/** The verdict with the values that were actually met. */
export function finding({ rule, leaves }: PreparedRule, { matched, holds }: Verdict, facts: FactRecord): Finding {
  return { rule: rule.id, matched, met: leaves.map((leaf, index) => ({ actual: facts[leaf.fact], holds: holds[index]! })) };
}
