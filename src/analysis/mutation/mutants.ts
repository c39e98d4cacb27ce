import { type Condition, type Leaf, leavesOf, type Operator } from "../../model/condition.ts";
import { measureLevels } from "../../model/measure-levels.ts";
import type { Rule, RuleId } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { type Dial, dialsOf, mayBe, withLeaf } from "../dials.ts";
import { withoutLeaf } from "./without-leaf.ts";

export const MUTANT_KINDS = ["nudged", "flipped", "dropped"] as const;
export type MutantKind = (typeof MUTANT_KINDS)[number];

/** One small change of a rulebook. */
export type Mutant =
  /** A number moved by one step, or by a tenth of itself. */
  | {
      readonly kind: "nudged";
      /** `null` for the numbers of the scoring. */
      readonly rule: RuleId | null;
      readonly address: string;
      readonly was: number;
      readonly is: number;
    }
  /** A comparison turned into its opposite; `leaf` counts the comparisons of the rule in reading order, from 0. */
  | { readonly kind: "flipped"; readonly rule: RuleId; readonly leaf: number; readonly was: Leaf; readonly is: Leaf }
  /** A comparison taken out. */
  | { readonly kind: "dropped"; readonly rule: RuleId; readonly leaf: number; readonly was: Leaf };

/** A mutant with its rulebook, or why it is none. */
export interface Candidate {
  readonly mutant: Mutant;
  readonly variant: Rulebook | "outside-range" | "no-rulebook";
}

/** Whether the engine can decide a rule; a rule of too many cells is refused. */
export type Fits = (rule: Rule, rulebook: Rulebook) => boolean;

/** Every mutant: first of the scoring, then rule by rule. */
export function mutantsOf(rulebook: Rulebook, fits: Fits): Candidate[] {
  const dials = dialsOf(rulebook);
  const nudges = (rule: RuleId | null): Candidate[] =>
    dials.filter((dial) => dial.rule === rule).flatMap((dial) => nudged(rulebook, dial, fits));
  return [...nudges(null), ...rulebook.rules.flatMap((rule) => [...nudges(rule.id), ...asked(rulebook, rule, fits)])];
}

/** One step and a tenth, down and up; the same number once. */
function nudgesOf({ now }: Pick<Dial, "now">): number[] {
  const tenth = Math.max(1, Math.round(Math.abs(now) / 10));
  return [...new Set([now - tenth, now - 1, now + 1, now + tenth])];
}

function nudged(rulebook: Rulebook, dial: Dial, fits: Fits): Candidate[] {
  return nudgesOf(dial).map((is) => ({
    mutant: { kind: "nudged", rule: dial.rule, address: dial.address, was: dial.now, is },
    variant: mayBe(dial, is) ? sound(dial.turn(rulebook, is), dial.rule, fits) : "outside-range",
  }));
}

function asked(rulebook: Rulebook, rule: Rule, fits: Fits): Candidate[] {
  const asking = (when: Condition | null): Candidate["variant"] =>
    when === null ? "no-rulebook" : sound(withCondition(rulebook, rule.id, when), rule.id, fits);
  return leavesOf(rule.when).flatMap((was, leaf): Candidate[] => {
    const is = { ...was, operator: OPPOSITE[was.operator] };
    return [
      {
        mutant: { kind: "flipped", rule: rule.id, leaf, was, is },
        variant: asking(withLeaf(rule.when, leaf, () => is)),
      },
      { mutant: { kind: "dropped", rule: rule.id, leaf, was }, variant: asking(withoutLeaf(rule.when, leaf)) },
    ];
  });
}

/** What holds exactly where the other does not; of `null`, no order says anything. */
export const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  greaterThanInclusive: "lessThan",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  contains: "doesNotContain",
  doesNotContain: "contains",
};

function withCondition(rulebook: Rulebook, id: RuleId, when: Condition): Rulebook {
  return { ...rulebook, rules: rulebook.rules.map((rule) => (rule.id === id ? { ...rule, when } : rule)) };
}

/** What would be refused as a rulebook is none. */
function sound(variant: Rulebook, id: RuleId | null, fits: Fits): Candidate["variant"] {
  const rule = variant.rules.find((each) => each.id === id);
  if (rule === undefined) return variant;
  const asksAtAnEvent = rule.then.kind === "measure" || leavesOf(rule.when).some(({ fact }) => fact === "event");
  return asksAtAnEvent && !("cycle" in measureLevels(variant.rules)) && fits(rule, variant) ? variant : "no-rulebook";
}
