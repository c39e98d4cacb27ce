import type { Evidence } from "../../model/evidence.ts";
import type { RuleId } from "../../model/rule.ts";
import type { EffectId } from "../../model/trace.ts";
import type { HarmCounts } from "../outcome.ts";
import type { Effectiveness } from "./material.ts";

export const TOPICS = ["order", "compounding", "evidence", "alternatives"] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * A question of a worksheet with its answer, both as computed and before any words. Where `right`
 * stands, it is the place of the answer among the options, from 0.
 */
export type Question =
  /** Links of the longest line of harm, out of order. `places`: for each the place where it belongs, from 1. */
  | {
      readonly kind: "chain";
      readonly topic: "order";
      readonly links: readonly EffectId[];
      readonly places: readonly number[];
    }
  /** Where one ends who follows the causes of a harm back. */
  | { readonly kind: "root"; readonly topic: "order"; readonly harm: EffectId; readonly roots: readonly EffectId[] }
  /** How many of the refusals go back to one root. */
  | {
      readonly kind: "share";
      readonly topic: "compounding";
      readonly root: EffectId;
      readonly denied: number;
      readonly of: number;
    }
  /** How many points had been taken, and not come back, before the one entry that moved the class. */
  | {
      readonly kind: "outstanding";
      readonly topic: "compounding";
      readonly moved: EffectId;
      readonly points: number;
      readonly entries: number;
    }
  /** How many points are taken in all by deductions, and how many of them come back. */
  | { readonly kind: "taken"; readonly topic: "compounding"; readonly lost: number; readonly returned: number }
  /** For how many months something that was put first at the opening no longer is. */
  | { readonly kind: "priority"; readonly topic: "compounding"; readonly months: number }
  /** How much of the harm would be there if only one rule at a time were in force. */
  | {
      readonly kind: "one-rule";
      readonly topic: "compounding";
      readonly all: HarmCounts;
      readonly underOneRule: HarmCounts;
    }
  /** How many of the rules explained rest on evidence of one level. */
  | {
      readonly kind: "level";
      readonly topic: "evidence";
      readonly level: Evidence;
      readonly rules: readonly RuleId[];
      readonly of: number;
    }
  /** The weakest rule on the line of a harm; several where they are equally weak. */
  | {
      readonly kind: "weakest";
      readonly topic: "evidence";
      readonly harm: EffectId;
      readonly level: Evidence;
      readonly rules: readonly RuleId[];
    }
  /** Whether there would be fewer harms without the rules that are invented. */
  | {
      readonly kind: "without-invented";
      readonly topic: "evidence";
      readonly rules: number;
      readonly before: HarmCounts;
      readonly after: HarmCounts;
    }
  /** What becomes of the life without one rule. */
  | {
      readonly kind: "without-rule";
      readonly topic: "alternatives";
      readonly rule: RuleId;
      readonly options: readonly Effectiveness[];
      readonly right: number;
    }
  /** Without which of these most harm of one kind would be gone. */
  | {
      readonly kind: "most";
      readonly topic: "alternatives";
      readonly of: keyof HarmCounts;
      readonly rules: readonly RuleId[];
      readonly gone: readonly number[];
      readonly right: number;
    }
  /** Without which of these harm would be there that was not. */
  | {
      readonly kind: "worse";
      readonly topic: "alternatives";
      readonly rules: readonly RuleId[];
      readonly fresh: HarmCounts;
      readonly right: number;
    }
  /** How few points would have been enough to move the class at one entry that took `taken`. */
  | {
      readonly kind: "enough";
      readonly topic: "alternatives";
      readonly moved: EffectId;
      readonly taken: number;
      readonly points: number;
    }
  /** How low the class would sink without one rule. */
  | {
      readonly kind: "worst-class";
      readonly topic: "alternatives";
      readonly rule: RuleId;
      readonly before: string;
      readonly after: string;
    };

export type QuestionKind = Question["kind"];
