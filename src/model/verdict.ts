import type { Leaf, FactName } from "./condition.ts";
import type { FactValue } from "./facts.ts";
import type { Rule } from "./rule.ts";
import type { Rulebook } from "./rulebook.ts";
import type { EventName } from "./vocabulary/events.ts";

/** The facts in hand. Complete for every fact that the rulebook's rules read. */
export type FactRecord = Record<FactName, FactValue>;

/** What json-rules-engine answered for one rule in one cell: everywhere between two neighbouring constants it is the same. */
export interface Verdict {
  readonly matched: boolean;
  /** For each comparison, in reading order, whether it held. */
  readonly holds: readonly boolean[];
  /** The comparisons that decided it. */
  readonly decisive: readonly number[];
}

/** A rule whose every verdict has been asked for. */
export interface PreparedRule {
  readonly rule: Rule;
  /** Place in the rulebook, from 0. */
  readonly index: number;
  readonly leaves: readonly Leaf[];
  /** The number of the cell in which the facts lie. */
  readonly cellOf: (facts: FactRecord) => number;
  readonly verdicts: readonly Verdict[];
  /** The events at which the rule could match at all; at others it is not consulted. */
  readonly consultedAt: ReadonlySet<EventName>;
  /** For each elapsed time that the rule reads, the months after its start in which its cell changes. */
  readonly changesAfter: ReadonlyMap<FactName, readonly number[]>;
}

/** A rulebook made ready: from here on a replay only looks up. */
export interface Prepared {
  readonly rulebook: Rulebook;
  readonly rules: readonly PreparedRule[];
  /** The facts that at least one rule reads. */
  readonly factsRead: readonly FactName[];
  /** How many questions were put to json-rules-engine. */
  readonly questions: number;
}
