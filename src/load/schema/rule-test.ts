import * as z from "zod";
import { MOST_TEST_EVENTS } from "../../model/rule-test.ts";
import { DOOR_NAMES } from "../../model/vocabulary/doors.ts";
import { eventKind, LIFE_EVENT_KINDS } from "../../model/vocabulary/events.ts";
import { LIST_IDS } from "../../model/vocabulary/lists.ts";
import type { Fault } from "../fault.ts";
import { door, lifeEvent, purpose } from "./effect.ts";
import { storyTime } from "./persona.ts";
import { schemaKey } from "./schema-key.ts";
import { closed, id, text, TITLE, whole, word } from "./words.ts";

const happening = closed({
  at: storyTime,
  event: lifeEvent.optional(),
  attempt: door.optional(),
  purpose: purpose.optional(),
}).meta({
  description: "A life event, or an attempt on a door.",
  oneOf: [{ required: ["event"] }, { required: ["attempt"] }],
});

const NINTH: Fault = {
  code: "rule-test/too-many-events",
  path: [],
  message: `This is event ${MOST_TEST_EVENTS + 1}; an unnamed life has at most ${MOST_TEST_EVENTS}, enough for a rule and too few for anybody's years.`,
  advice: "Split the test, or name a persona.",
};

const events = z
  .array(happening)
  .min(1)
  .superRefine((all, context) => {
    if (all.length > MOST_TEST_EVENTS)
      context.addIssue({ code: "custom", path: [MOST_TEST_EVENTS], message: "too many", params: { fault: NINTH } });
  })
  .meta({
    description: "Up to eight events in order of time. They befall nobody in particular: no name, no circumstances.",
    maxItems: MOST_TEST_EVENTS,
  });

const LOSSES = LIFE_EVENT_KINDS.filter((kind) => eventKind(kind).group === "loss");
const className = text(20);
const counted = whole(0, 2000);

const expectation = closed({
  at: storyTime
    .optional()
    .describe("Compare as things stand at the end of this month of story time; at the end of ten years where absent."),
  points: whole(-100_000, 100_000).optional().describe("Points at that time."),
  class: className.optional().describe("The class at that time, by its id."),
  worstClass: className.optional().describe("The lowest class up to then, by its id."),
  lists: z
    .array(word("list", LIST_IDS))
    .max(LIST_IDS.length)
    .optional()
    .describe("The lists one is on at that time, in any order."),
  denied: z
    .array(word("door", DOOR_NAMES))
    .max(200)
    .optional()
    .describe("The doors at which an attempt was denied up to then, in order of time, with repeats."),
  denials: counted.optional().describe("How many attempts were denied up to then."),
  losses: z
    .array(word("loss", LOSSES))
    .max(200)
    .optional()
    .describe("The losses that rules led to up to then, in order of time."),
  monthsShut: whole(0, 120).optional().describe("Months up to then at whose end some door was shut."),
}).meta({
  description: "What is named is compared exactly; what is left out may be anything.",
  minProperties: 1,
});

const ruleTest = closed({
  title: text(TITLE).describe("What the rules are expected to do; nothing about anybody."),
  persona: id(40).optional().describe("A persona of the package, or seed-N: one drawn from seed N."),
  events: events.optional(),
  expect: expectation,
}).meta({
  description: "One life under the rulebook, and what is expected of it.",
  oneOf: [{ required: ["persona"] }, { required: ["events"] }],
});

/** What stands in a `*.test.jsonc`: tests of rules, never of people. */
export const ruleTestFile = closed({
  $schema: schemaKey("test"),
  kind: z.literal("rule-test"),
  rulebook: text(500)
    .optional()
    .describe(
      "A rulebook expression; files in it are looked for from the folder of this file. The default rulebook where absent.",
    ),
  tests: z.array(ruleTest).max(100).meta({ minItems: 1 }),
}).describe("Tests for rules.");

export type RuleTestFile = z.infer<typeof ruleTestFile>;
