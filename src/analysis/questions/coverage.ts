import { decisiveLeaves } from "../../model/condition.ts";
import type { RuleId } from "../../model/rule.ts";
import type { Finding, Trace } from "../../model/trace.ts";
import type { PreparedRule } from "../../model/verdict.ts";
import { DOOR_NAMES, type Door } from "../../model/vocabulary/doors.ts";
import { LIFE_EVENT_KINDS, type LifeEventKind } from "../../model/vocabulary/events.ts";
import { type Experiment, experimentOn, type Progress } from "../experiment.ts";
import { hasLapsed } from "../harms.ts";
import type { Lab } from "../lab.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";

/** Which rules, comparisons, doors and events the lives of some personas reach. */
export interface Coverage extends Experiment<"coverage"> {
  /** In rulebook order. */
  readonly rules: readonly RuleCoverage[];
  readonly doors: { readonly tried: readonly Door[]; readonly untried: readonly Door[] };
  /** Life events that befell somebody, by the fixture or by a rule, and those that befell nobody. */
  readonly events: { readonly lived: readonly LifeEventKind[]; readonly unlived: readonly LifeEventKind[] };
}

export interface RuleCoverage {
  readonly rule: RuleId;
  /** For each persona replayed, in their order. */
  readonly reached: readonly Reach[];
  /** Its comparisons, in reading order. */
  readonly leaves: readonly LeafCoverage[];
}

/** `matched`: at least once. `consulted`: asked, and it never matched. `never`: not even asked. */
export type Reach = "matched" | "consulted" | "never";

/** How often a comparison was so when its rule was asked, in all lives together. */
export interface LeafCoverage {
  readonly held: number;
  readonly failed: number;
  /** How often the rule matched by it, and how often it did not match by it. */
  readonly decidedFor: number;
  readonly decidedAgainst: number;
  /** Whether it compares the event: a rule is asked only at events at which it could match. */
  readonly ofEvent: boolean;
}

export async function coverage(lab: Lab, progress: Progress): Promise<Coverage> {
  const prepared = await lab.ready(lab.rulebook);
  const tallies = new Map(prepared.rules.map((rule) => [rule.rule.id, new Tally(rule)]));
  const baseline: Outcome[] = [];
  const tried = new Set<Door>();
  const lived = new Set<LifeEventKind>();
  let goesOn = true;
  for (const persona of lab.personas) {
    if (!(goesOn = await progress(baseline.length, lab.personas.length))) break;
    const trace = lab.live(prepared, persona, true);
    baseline.push(outcomeOf(trace));
    noteLife(trace, tried, lived);
    for (const tally of tallies.values()) tally.begin();
    for (const { findings } of [...trace.entries, ...trace.quiet])
      for (const finding of findings) tallies.get(finding.rule)!.add(finding);
  }
  return {
    ...experimentOn("coverage", lab, baseline, {
      variants: baseline.length,
      of: lab.personas.length,
      seed: null,
      stopped: !goesOn,
    }),
    rules: [...tallies].map(([rule, { reached, leaves }]) => ({ rule, reached, leaves })),
    doors: parted(DOOR_NAMES, tried, (on, off) => ({ tried: on, untried: off })),
    events: parted(LIFE_EVENT_KINDS, lived, (on, off) => ({ lived: on, unlived: off })),
  };
}

type Counting = { -readonly [Key in keyof LeafCoverage]: LeafCoverage[Key] };

/** What became of one rule. */
class Tally {
  readonly reached: Reach[] = [];
  readonly leaves: Counting[];
  readonly #rule: PreparedRule;

  constructor(rule: PreparedRule) {
    this.#rule = rule;
    this.leaves = rule.leaves.map(({ fact }) => ({
      held: 0,
      failed: 0,
      decidedFor: 0,
      decidedAgainst: 0,
      ofEvent: fact === "event",
    }));
  }

  /** A further life begins. */
  begin(): void {
    this.reached.push("never");
  }

  add({ matched, met }: Finding): void {
    const life = this.reached.length - 1;
    if (this.reached[life] !== "matched") this.reached[life] = matched ? "matched" : "consulted";
    const holds = met.map((each) => each.holds);
    for (const [at, leaf] of this.leaves.entries()) {
      if (holds[at]) leaf.held++;
      else leaf.failed++;
    }
    for (const at of decisiveLeaves(this.#rule.rule.when, holds)) {
      if (matched) this.leaves[at]!.decidedFor++;
      else this.leaves[at]!.decidedAgainst++;
    }
  }
}

/** A door counts as tried, and an event as lived, where it did not lapse. */
function noteLife({ entries }: Trace, tried: Set<Door>, lived: Set<LifeEventKind>): void {
  for (const entry of entries) {
    if (hasLapsed(entry)) continue;
    const { happening } = entry;
    if (happening.kind === "attempt") tried.add(happening.door);
    if (happening.kind === "life-event") lived.add(happening.event);
  }
}

function parted<T, Out>(
  all: readonly T[],
  some: ReadonlySet<T>,
  as: (on: readonly T[], off: readonly T[]) => Out,
): Out {
  return as(
    all.filter((each) => some.has(each)),
    all.filter((each) => !some.has(each)),
  );
}
