import type { Evidence } from "../model/evidence.ts";
import { evidenceOf, type Rule } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import { replay } from "../replay/replay.ts";
import { type Sums, sumsOf } from "./ledger.ts";

/** What is left of the harms when the rules that rest on weak evidence are taken out, and the life is lived again. */
export interface Remaining extends Sums {
  /** Levels whose rules are gone, but for those that end or open something. */
  readonly without: readonly Evidence[];
  readonly rules: number;
}

const STEPS: readonly (readonly Evidence[])[] = [
  [],
  ["invented"],
  ["invented", "inferred"],
  ["invented", "inferred", "contested", "reported"],
];

/**
 * A counterfactual, not a provenance: each step replays the same life under the rules that remain. What
 * ends or opens something remains, however weak: else a harm that only its absence brings would stand
 * as one of the better rules.
 * `prepare` is the engine.
 */
export async function remainingOf(
  trace: Trace,
  prepare: (rulebook: Rulebook) => Promise<Prepared>,
): Promise<Remaining[]> {
  const steps: Remaining[] = [];
  for (const without of STEPS) {
    const rules = trace.rulebook.rules.filter((rule) => !burdens(rule) || !without.includes(evidenceOf(rule)));
    const lived =
      without.length === 0
        ? trace
        : replay(await prepare({ ...trace.rulebook, rules }), trace.persona, { until: trace.until, findings: false });
    steps.push({ without, rules: rules.length, ...sumsOf(lived) });
  }
  return steps;
}

/** Enters points, puts on a list, shuts a door or leads on. */
function burdens({ then }: Rule): boolean {
  if (then.kind === "measure") return then.closes !== undefined;
  return then.kind === "post" || then.kind === "enlist" || then.kind === "lead";
}
