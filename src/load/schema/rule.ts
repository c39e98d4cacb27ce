import type * as z from "zod";
import { NUMBER_NAMES, TOLD } from "../../model/rule.ts";
import { effect } from "./effect.ts";
import { condition } from "./grammar.ts";
import { citations, closed, evidence, numberNote, PROSE, ruleId, text, TITLE, word } from "./words.ts";

export const told = word("told", TOLD, "degree of telling");

const shape = {
  id: ruleId.describe("pack/name; unique in a rulebook."),
  title: text(TITLE),
  when: condition,
  then: effect,
  evidence,
  citations: citations.optional().describe("May be left out only where the rule is invented."),
  numbers: closed(
    Object.fromEntries(NUMBER_NAMES.map((name) => [name, numberNote.optional()])) as Record<
      (typeof NUMBER_NAMES)[number],
      z.ZodOptional<typeof numberNote>
    >,
  )
    .optional()
    .describe("For each number of the effect, its own standing in the sources; “when” is for those of the conditions."),
  told: told
    .optional()
    .describe(
      "What the person would learn of the effect: nothing, outcome or reason. May be left out where the pack's defaults say it, and by a remark, of which nobody is told.",
    ),
  toldNote: numberNote.optional().describe("Where “told” stands in the sources; ours where absent."),
  comment: text(PROSE).optional().describe("Why the rule is as it is here."),
  caution: text(PROSE)
    .optional()
    .describe("What a reader must know before believing the effect; printed wherever the effect is."),
};

/** A rule as a pack file holds it. */
export const ruleFile = closed(shape).describe("When the conditions hold, the effect follows.");
export type RuleFile = z.infer<typeof ruleFile>;

/** Keys that a reading of a rule may amend: not what the rule is called, nor what else it could read. */
export const AMENDABLE = [
  "title",
  "when",
  "then",
  "evidence",
  "citations",
  "numbers",
  "told",
  "toldNote",
  "comment",
  "caution",
] as const;
