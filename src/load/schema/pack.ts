import * as z from "zod";
import { OPENING_POINTS, SCORE } from "../../model/ranges.ts";
import { GROUNDS_OF_ANSWERS, POWERS, SCORING_NUMBERS } from "../../model/rulebook.ts";
import { ruleFile, told } from "./rule.ts";
import { schemaKey } from "./schema-key.ts";
import {
  citations,
  closed,
  id,
  months,
  numberNote,
  patch,
  PROSE,
  selector,
  sourceKey,
  text,
  TITLE,
  whole,
  word,
} from "./words.ts";

const band = closed({
  id: z
    .string()
    .regex(/^[A-Za-z0-9]+([-+][A-Za-z0-9]+)*$|^[A-Za-z]+[+-]*$/, { error: () => "letters and digits" })
    .max(20),
  label: text(TITLE),
  chinese: text(TITLE).optional(),
  min: whole(SCORE.least, SCORE.most)
    .nullable()
    .optional()
    .describe("The lowest score in it; null or absent for the last class."),
}).describe("A class and the lowest score in it.");

export const opening = whole(OPENING_POINTS.least, OPENING_POINTS.most).describe("Points at the start, 0 to 10,000.");
export const classes = z.array(band).min(1).max(20).describe("Highest first, with strictly falling “min”.");

export const deductionsReturnAfterMonths = months
  .nullable()
  .optional()
  .describe(
    "Months (1 to 120) until a deduction returns, where its rule does not say; null, or absent: it does not come back by itself.",
  );

export const scoringFile = closed({
  opening,
  classes,
  assigned: word("assigned", ["at-once", "yearly"], "way of assigning").describe(
    "Whether the class follows each entry, or is assigned in the first month of a year.",
  ),
  deductionsReturnAfterMonths,
  floor: whole(SCORE.least, SCORE.most).optional(),
  ceiling: whole(SCORE.least, SCORE.most).optional(),
  numbers: closed(
    Object.fromEntries(SCORING_NUMBERS.map((name) => [name, numberNote.optional()])) as Record<
      (typeof SCORING_NUMBERS)[number],
      z.ZodOptional<typeof numberNote>
    >,
  ).optional(),
}).describe("How points are kept. Only one pack of a rulebook may say so.");

const source = closed({
  title: text(300),
  where: text(500).optional().describe("An address or shelf mark as printed; nothing is ever fetched."),
  seen: text(500).describe("How much of it was seen."),
  places: z
    .record(id(), text(300))
    .describe("What is cited of it, each under a name: an article, a page, a clause. Cited as “CD10:range”."),
});

const answer = closed({
  says: text(600).describe("The answer in words."),
  citations: citations.optional().describe("Which sources answer so."),
  amend: z
    .record(z.union([z.literal("scoring"), selector]), patch.nullable())
    .optional()
    .describe(
      "What this answer changes: of the rules that are meant, or of the scoring. null: under this answer the rule is not there. The default changes nothing.",
    ),
}).describe("One answer to a question on which sources differ.");

export const question = closed({
  asks: text(300),
  answers: z.record(id(), answer).describe("By label."),
  default: id().describe("The label in force."),
  chosen: word("ground", GROUNDS_OF_ANSWERS, "ground of an answer")
    .optional()
    .describe(
      "Why it is in force: an official text says so; most sources say so; all are silent, and it costs the person least; a text gives a power (“may”), and the story does not say that it is used.",
    ),
  power: word("power", POWERS, "holder of a power")
    .optional()
    .describe("Whose power the other answers would use. Given where “chosen” is “power”, and only there."),
}).describe("A question on which sources differ.");

export const sources = z.record(sourceKey, source);
export const unknowns = z.array(text(PROSE)).max(100).optional().describe("What none of the sources says.");

export const packFile = closed({
  $schema: schemaKey("pack"),
  kind: z.literal("pack"),
  id: id(),
  version: text(20),
  title: text(TITLE),
  short: text(60).optional().describe("What it is called in a sentence, for instance “the court's list”."),
  about: text(PROSE),
  asOf: text(300).describe("The time of which the pack speaks."),
  scoring: scoringFile.optional(),
  sources,
  questions: z.record(id(), question).optional(),
  unknowns,
  defaults: z
    .record(selector, closed({ told: told, toldNote: numberNote.optional() }))
    .optional()
    .describe("For the rules that are meant, what the person would learn, where a rule does not say so itself."),
  rules: z.array(ruleFile).max(500),
}).describe("One rule book as data.");

export type PackFile = z.infer<typeof packFile>;
export type ScoringFile = z.infer<typeof scoringFile>;

/** Keys of a scoring that a reading of it may amend. */
export const SCORING_AMENDABLE = [...SCORING_NUMBERS, "numbers"] as const;
