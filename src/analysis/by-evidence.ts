import { EVIDENCE, type Evidence } from "../model/evidence.ts";
import type { Rule } from "../model/rule.ts";
import { boundsEvidence, classOf, type Rulebook, type Scoring } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import { replay } from "../replay/replay.ts";
import { type Sums, sumsOf } from "./ledger.ts";
import { denialKey, HARM_KINDS, type HarmKind, lossKey, monthsOf, outcomeOf } from "./outcome.ts";

/** What is left of the harms when what rests on weak evidence is taken out, and the life is lived again. */
export interface Remaining extends Sums {
  /** The levels that are gone. */
  readonly without: readonly Evidence[];
  readonly rules: number;
}

/**
 * How good the ground of each harm is: the best level at which it still comes about when all that is
 * weaker is taken out and the same life is lived again. Taken out are rules that post, enlist, shut a
 * door or lead on, never those that end or open something; and the bounds of the classes, so that
 * nobody leaves the class of the opening. A number or a delay that is weaker than its rule takes
 * nothing out, and is named beside it.
 *
 * So a harm stands at the weakest rule or bound among all its causes, those of the attempt included;
 * better, where another cause would have held it; and worse, where something weak kept off what would
 * have spared it.
 */
export interface ByEvidence {
  /** Refusals, months with a door shut and losses, each kind in order of time. */
  readonly levels: Readonly<Record<HarmKind, readonly Evidence[]>>;
  /** With all rules; then each step at which there is more to take out, weakest first. */
  readonly remaining: readonly Remaining[];
}

/** `prepare` is the engine. */
export async function byEvidence(
  trace: Trace,
  prepare: (rulebook: Rulebook) => Promise<Prepared>,
): Promise<ByEvidence> {
  const found = new Map<string, Evidence>();
  const remaining: Remaining[] = [];
  let lived = trace;
  let rulebook = trace.rulebook;
  for (const [at, level] of [...EVIDENCE.entries()].reverse()) {
    const without = EVIDENCE.slice(at + 1);
    const left = without.length === 0 ? rulebook : withoutLevel(rulebook, without[0]!);
    if (left !== rulebook) lived = replay(await prepare(left), trace.persona, { until: trace.until, findings: false });
    if (left !== rulebook || without.length === 0)
      remaining.push({ without, rules: left.rules.length, ...sumsOf(lived) });
    rulebook = left;
    for (const key of Object.values(harmKeys(lived)).flat()) found.set(key, level);
  }
  const keys = harmKeys(trace);
  const levels = HARM_KINDS.map((kind) => [kind, keys[kind].map((key) => found.get(key)!)]);
  return { levels: Object.fromEntries(levels) as ByEvidence["levels"], remaining };
}

/** What tells one harm from another, in this life and in the same life under other rules. */
function harmKeys(life: Trace): Record<HarmKind, string[]> {
  const outcome = outcomeOf(life);
  return {
    denied: outcome.denials.map(denialKey),
    months: monthsOf(outcome).map(String),
    losses: outcome.losses.map(lossKey),
  };
}

/** The same rulebook where there is nothing to take out. */
function withoutLevel(rulebook: Rulebook, level: Evidence): Rulebook {
  const rules = rulebook.rules.filter((rule) => !burdens(rule) || rule.evidence !== level);
  const bounded = rulebook.scoring !== null && boundsEvidence(rulebook.scoring) === level;
  if (rules.length === rulebook.rules.length && !bounded) return rulebook;
  return { ...rulebook, rules, scoring: bounded ? withoutBounds(rulebook.scoring) : rulebook.scoring };
}

/** Enters points, puts on a list, shuts a door or leads on. */
function burdens({ then }: Rule): boolean {
  if (then.kind === "measure") return then.closes !== undefined;
  return then.kind === "post" || then.kind === "enlist" || then.kind === "lead";
}

/** Whatever the score, the class is that of the opening. */
function withoutBounds(scoring: Scoring): Scoring {
  const own = scoring.classes.findIndex(({ id }) => id === classOf(scoring, scoring.opening));
  return {
    ...scoring,
    classes: scoring.classes.map((band, at) => ({ ...band, min: at < own ? Number.MAX_SAFE_INTEGER : null })),
  };
}
