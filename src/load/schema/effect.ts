import * as z from "zod";
import { DELAY, POINTS_MOVED } from "../../model/ranges.ts";
import { DOOR_NAMES, PURPOSE_NAMES } from "../../model/vocabulary/doors.ts";
import { LIFE_EVENT_KINDS } from "../../model/vocabulary/events.ts";
import { LIST_IDS } from "../../model/vocabulary/lists.ts";
import { closed, months, REMARK, ruleId, text, whole, word } from "./words.ts";

export const door = word("door", DOOR_NAMES).describe("Something a person may try.");
export const lifeEvent = word("event", LIFE_EVENT_KINDS).describe("Something that may happen in a life here.");
export const purpose = word("purpose", PURPOSE_NAMES).describe("What an attempt is for; none where left out.");
const list = word("list", LIST_IDS).describe("A list that a person may be put on.");

const afterMonths = whole(DELAY.least, DELAY.most)
  .optional()
  .describe("Months to wait before it takes effect, 0 to 120; at once where absent.");
const points = whole(POINTS_MOVED.least, POINTS_MOVED.most)
  .superRefine((value, context) => {
    if (value === 0) context.addIssue({ code: "custom", message: "points", params: { fault: NO_POINTS } });
  })
  .meta({ description: "−1,000 to 1,000, not 0.", not: { const: 0 } });

const NO_POINTS = {
  code: "rule/no-points",
  path: [],
  message: "0 points would be an entry that enters nothing.",
  advice: "Write a number from −1000 to 1000 other than 0.",
};

const post = closed({
  kind: z.literal("post"),
  points,
  expiresAfterMonths: months.optional().describe("Months (1 to 120) until what is outstanding is reversed."),
  afterMonths,
}).describe("Moves points.");

const strike = closed({
  kind: z.literal("strike"),
  of: lifeEvent.describe("The conduct whose entries are reversed."),
  afterMonths,
}).describe("Reverses what is outstanding of the entries for one kind of conduct.");

export const TERM = "a whole number of months from 1 to 120, or “unknown”";

const enlist = closed({
  kind: z.literal("enlist"),
  list,
  termMonths: z
    .union([months, z.literal("unknown")])
    .optional()
    .describe(
      "Months (1 to 120) on the list; no end where absent; “unknown” where there is a term and no source gives it: it stands until something ends it.",
    ),
  lengthens: z
    .literal(true)
    .optional()
    .describe(
      "Counted from the latest end of a term that runs on the list, and not from now; from now where none runs.",
    ),
  afterMonths,
}).describe("Puts on a list.");

const delist = closed({
  kind: z.literal("delist"),
  list,
  ground: ruleId.optional().describe("The rule that entered the grounds to be ended; all of them where absent."),
  afterMonths,
}).describe("Ends grounds of a list; with the last one it is left.");

const doors = z.array(door).min(1).max(DOOR_NAMES.length);
const measure = closed({
  kind: z.literal("measure"),
  closes: doors.optional().describe("Doors at which every attempt is denied."),
  scrutinises: doors.optional().describe("Doors at which one is looked at more closely; denies nothing."),
  prefers: doors.optional().describe("Doors at which one is put first; denies nothing."),
}).describe("Holds while the conditions hold.");

const lead = closed({
  kind: z.literal("lead"),
  event: lifeEvent.optional(),
  attempt: door.optional(),
  purpose: purpose.optional(),
  afterMonths,
}).meta({
  description: "Leads to a further life event, or to an attempt on a door.",
  oneOf: [{ required: ["event"] }, { required: ["attempt"] }],
});

const remark = closed({
  kind: z.literal("remark"),
  says: text(REMARK).describe("What the text has to say of it, for instance that it would not allow this."),
  once: z.boolean().optional().describe("Whether it is said only the first time in a life."),
}).describe("Changes nothing: says a sentence to whoever audits, beside its sources.");

const permit = closed({
  kind: z.literal("permit"),
  door,
  purpose: purpose.optional().describe("What the attempt is for; any purpose where left out."),
  lifts: closed({
    list: list.optional().describe("The measures of this door whose conditions read the list."),
    measures: z.array(ruleId).min(1).max(100).optional().describe("These measures."),
  }).meta({
    description: "What does not deny the attempt; whatever else shuts the door still does.",
    oneOf: [{ required: ["list"] }, { required: ["measures"] }],
  }),
}).describe("Lets an attempt on a door through although measures shut it.");

export const effect = z
  .discriminatedUnion("kind", [post, strike, enlist, delist, measure, lead, remark, permit])
  .describe("What follows: one effect.");

export const EFFECT_KINDS = ["post", "strike", "enlist", "delist", "measure", "lead", "remark", "permit"] as const;
