import * as z from "zod";
import { DECIDERS, type Decider, STANDINGS } from "../../model/decision.ts";
import { lifeEvent } from "./effect.ts";
import { citations, closed, id, whole, word } from "./words.ts";

const decision = closed({
  line: whole(1, 48).describe("The number (from 1) of a line of the persona's timeline."),
  event: lifeEvent,
  by: word("decider", Object.keys(DECIDERS) as Decider[]),
  standing: word("standing", STANDINGS),
  citations: citations.optional(),
});

/** What the decisions in the fixtures rest on, persona by persona. */
export const decisionsFile = closed({
  kind: z.literal("decisions"),
  lives: z.record(id(40), z.array(decision).max(48)),
});

export type DecisionsFile = z.infer<typeof decisionsFile>;
