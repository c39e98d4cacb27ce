import { publishedIn } from "../analysis/knowledge.ts";
import { knownTo } from "../analysis/readers.ts";
import type { FixtureDecision } from "../model/decision.ts";
import type { Rule } from "../model/rule.ts";
import type { Effect, EffectId, Trace } from "../model/trace.ts";
import type { Note } from "./note.ts";
import { evidenceSays } from "./rule-evidence.ts";
import { toldSays } from "./wording.ts";

/** What the telling of a trace needs at hand. */
export interface Telling {
  readonly trace: Trace;
  readonly full: boolean;
  readonly published: ReadonlySet<EffectId>;
  /** Each caution is printed once in full, and then by where it stands. */
  readonly cautioned: Map<string, number>;
  /** Long lists of doors are printed once, and then by the entry where they stand. */
  readonly listedDoors: Map<string, number>;
  /** What a decision in the fixture rests on, by its line. */
  readonly decisions: ReadonlyMap<number, FixtureDecision>;
}

export function tellingOf(trace: Trace, full: boolean, decisions: readonly FixtureDecision[] = []): Telling {
  return {
    trace,
    full,
    published: publishedIn(trace),
    cautioned: new Map(),
    listedDoors: new Map(),
    decisions: new Map(decisions.map((each) => [each.line, each])),
  };
}

/** What stands beside the note of an effect that a rule decided, and who learns of it. */
export function under(
  rule: Rule,
  effect: Effect,
  telling: Telling,
): Pick<Note, "evidence" | "telling" | "published" | "knownTo"> {
  const published = telling.published.has(effect.id);
  return {
    evidence: evidenceSays(rule),
    telling: toldSays(effect.told, published, rule),
    published,
    knownTo: knownTo(effect),
  };
}
