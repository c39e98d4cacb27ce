import * as z from "zod";
import { schemaKey } from "./schema-key.ts";
import { citations, closed, evidence, id, text, TITLE, word } from "./words.ts";

const stated = {
  evidence: evidence.describe("How good the ground is for there being such a thing."),
  citations: citations.optional().describe("May be left out only where it is invented."),
};

const values = z.array(id()).min(1).max(20);

const event = closed({
  group: word("group", ["conduct", "circumstance", "decision", "loss"], "group of events").describe(
    "What a person does or is recorded as doing; a change of circumstance; what an institution decides; harm done.",
  ),
  says: text(TITLE).describe("A clause in the present tense; with a small letter it is said of the person."),
  noun: text(TITLE),
  needs: z.record(id(), values).optional().describe("By circumstance, the values with which it may happen."),
  sets: z.record(id(), id()).optional().describe("By circumstance, what holds after it."),
  own: z.literal(true).optional().describe("Chosen by the person under a restriction."),
  ...stated,
});

/** The words of a life: what may happen, be tried, listed and be so. */
export const vocabularyFile = closed({
  $schema: schemaKey("words"),
  kind: z.literal("words"),
  events: z.record(id(), event).describe("What may happen in a life."),
  internal: z
    .record(id(), closed({ noun: text(TITLE), says: text(TITLE) }))
    .describe("Changes of standing, which the replay itself announces."),
  doors: z
    .record(id(), closed({ name: text(TITLE), short: text(60), ...stated }))
    .describe("Something a person may try: “name” completes “tries for …”."),
  purposes: z
    .record(id(), closed({ says: z.string().max(60), needs: z.record(id(), values).optional() }))
    .describe("What an attempt is for."),
  lists: z
    .record(id(), closed({ title: text(TITLE), chinese: z.string().max(TITLE), published: z.boolean(), ...stated }))
    .describe("Lists that a person may be put on; anybody can read a published one."),
  circumstances: z
    .record(id(), closed({ values, ordered: z.literal(true).optional() }))
    .describe(
      "What may be said of a person, and the values; “ordered”: before a court orders or allows it there is none.",
    ),
}).describe("The words that rules and lives may use. Nobody can be named in them.");

export type VocabularyFile = z.infer<typeof vocabularyFile>;
