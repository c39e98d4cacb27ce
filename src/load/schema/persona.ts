import * as z from "zod";
import { CIRCUMSTANCE_NAMES, type CircumstanceName, valuesOf } from "../../model/vocabulary/circumstances.ts";
import { NAME_IDS } from "../../model/vocabulary/names.ts";
import { STORY_TIME_PATTERN } from "../../model/story-time.ts";
import { door, lifeEvent, purpose } from "./effect.ts";
import { schemaKey } from "./schema-key.ts";
import { closed, id, whole, word } from "./words.ts";

const circumstances = closed(
  Object.fromEntries(
    CIRCUMSTANCE_NAMES.map((name) => [name, word("value", valuesOf(name), `value of “${name}”`).optional()]),
  ) as Record<CircumstanceName, z.ZodOptional<z.ZodEnum<Record<string, string>>>>,
).describe("What is not said here is not-known.");

/** Of the happenings here, and of the standings that a rule test asks for. */
export const storyTime = z
  .string()
  .regex(STORY_TIME_PATTERN, { error: () => "story time, Y1-01 to Y10-12" })
  .describe("Story time, Y1-01 to Y10-12; never a date.");

const happening = closed({
  at: storyTime,
  event: lifeEvent.optional(),
  attempt: door.optional(),
  purpose: purpose.optional(),
  occasionedBy: whole(1, 48).optional().describe("The number (from 1) of an earlier line that occasioned this one."),
}).meta({
  description: "One line of the timeline: a life event, or an attempt on a door.",
  oneOf: [{ required: ["event"] }, { required: ["attempt"] }],
});

/** A persona as its file holds it: closed lists only. */
export const personaFile = closed({
  $schema: schemaKey("persona"),
  kind: z.literal("persona"),
  id: id(40),
  name: word("name", NAME_IDS).describe("One of the invented names."),
  circumstances: circumstances.optional(),
  timeline: z.array(happening).min(1).max(48).describe("In order of time."),
}).describe("An invented person. No field can hold a real one.");

export type PersonaFile = z.infer<typeof personaFile>;
