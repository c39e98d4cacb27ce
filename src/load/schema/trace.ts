import * as z from "zod";
import { HORIZON } from "../../model/story-time.ts";
import { NOTICE } from "../../model/notice.ts";
import { TOLD } from "../../model/rule.ts";
import { TRACE_VERSION } from "../../model/trace.ts";
import { CIRCUMSTANCE_NAMES, valuesOf } from "../../model/vocabulary/circumstances.ts";
import { DOOR_NAMES, PURPOSE_NAMES } from "../../model/vocabulary/doors.ts";
import { INTERNAL_EVENTS, type InternalEventKind, LIFE_EVENT_KINDS } from "../../model/vocabulary/events.ts";
import { LIST_IDS } from "../../model/vocabulary/lists.ts";
import { NAME_IDS } from "../../model/vocabulary/names.ts";
import { packFile, question, scoringFile } from "./pack.ts";
import { ruleFile } from "./rule.ts";
import { citations, evidence, id, patch, ruleId } from "./words.ts";

/*
 * The shape of a trace as JSON. Every object is closed, and everything that speaks of the person
 * comes from a closed list, so that a saved trace has no more room for a real one than a fixture.
 */
const object = z.strictObject;

const month = z.int().min(0).max(HORIZON).describe("A month of story time, from 0 (Y1-01) to 119 (Y10-12).");
const due = z
  .int()
  .min(0)
  .max(10 * HORIZON)
  .describe("A month; it may lie after the end of the story.");
const effectId = z
  .string()
  .regex(/^\d{1,5}\.\d{1,4}$/)
  .describe("“15.4”: effect 4 of entry 15; “15.0” is what happened there.");
const because = z.array(effectId).describe("What it goes back to, the trigger first.");
const event = z.enum(LIFE_EVENT_KINDS);
const internal = z.enum(Object.keys(INTERNAL_EVENTS) as [InternalEventKind, ...InternalEventKind[]]);
const door = z.enum(DOOR_NAMES);
const purpose = z.enum(PURPOSE_NAMES);
const list = z.enum(LIST_IDS);
const band = z.string().max(20);

const circumstances = object(
  Object.fromEntries(CIRCUMSTANCE_NAMES.map((name) => [name, z.enum(valuesOf(name) as [string, ...string[]])])),
);

const standing = object({
  score: z.int().nullable(),
  class: band.nullable(),
  lists: z.array(object({ list, since: month })),
  measures: z.array(ruleId),
  circumstances,
});

const origin = z.discriminatedUnion("kind", [
  object({ kind: z.literal("exogenous"), line: z.int().min(1), occasionedBy: z.int().min(1).nullable() }),
  object({ kind: z.literal("derived") }),
]);

const subject = object({
  list: list.optional(),
  measure: ruleId.optional(),
  conduct: event.nullable().optional(),
  points: z.int().optional(),
  previousClass: band.optional(),
  told: z.enum(TOLD).optional(),
});

const happening = z.discriminatedUnion("kind", [
  object({ kind: z.literal("opening"), because }),
  object({ kind: z.literal("life-event"), event, origin, own: z.boolean(), because }),
  object({ kind: z.literal("attempt"), door, purpose, origin, because }),
  object({ kind: z.literal("internal"), event: internal, subject, because }),
  object({ kind: z.literal("deferred"), rule: ruleId, because }),
  object({ kind: z.literal("term"), what: z.enum(["points", "list"]), because }),
  object({ kind: z.literal("classification"), because }),
  object({ kind: z.literal("runaway"), cycle: z.array(ruleId), because }),
]);

const ledTo = z.union([object({ event }), object({ attempt: door, purpose })]);
const every = { id: effectId, because, told: z.enum(TOLD) };

const effect = z.union([
  object({
    ...every,
    kind: z.literal("posting"),
    points: z.int(),
    reason: z.enum(["rule", "expiry", "strike", "floor", "ceiling"]),
    rule: ruleId,
    of: effectId.nullable(),
    expires: due.nullable(),
    conduct: event.nullable(),
  }),
  object({ ...every, kind: z.literal("struck"), rule: ruleId, of: event }),
  object({
    ...every,
    kind: z.literal("enlisted"),
    rule: ruleId,
    list,
    until: z.union([due, z.null(), z.literal("unknown")]),
    first: z.boolean(),
  }),
  object({
    ...every,
    kind: z.literal("delisted"),
    rule: ruleId.nullable(),
    list,
    ground: ruleId.nullable().describe("The rule whose grounds ended; null for all."),
    last: z.boolean().describe("Whether the list is left with it."),
  }),
  object({ ...every, kind: z.literal("class-moved"), from: band, to: band }),
  object({ ...every, kind: z.literal("imposed"), rule: ruleId }),
  object({ ...every, kind: z.literal("lifted"), rule: ruleId }),
  object({ ...every, kind: z.literal("rests"), on: z.literal("list"), list }),
  object({ ...every, kind: z.literal("rests"), on: z.literal("class"), class: band }),
  object({ ...every, kind: z.literal("rests"), on: z.literal("measure"), rule: ruleId }),
  object({ ...every, kind: z.literal("denied"), door, measures: z.array(ruleId) }),
  object({ ...every, kind: z.literal("permitted"), rule: ruleId, door, measures: z.array(ruleId) }),
  object({ ...every, kind: z.literal("led"), rule: ruleId, to: ledTo, due }),
  object({ ...every, kind: z.literal("remarked"), rule: ruleId }),
  object({ ...every, kind: z.literal("deferred"), rule: ruleId, due }),
  object({
    ...every,
    kind: z.literal("lapsed"),
    rule: ruleId.nullable(),
    to: ledTo,
    why: z.enum(["needs", "unchanged", "already"]),
  }),
]);

const factValue = z.union([z.string().max(80), z.int(), z.boolean(), z.null(), z.array(z.string().max(80))]);
const finding = object({
  rule: ruleId,
  matched: z.boolean(),
  met: z
    .array(object({ actual: factValue, holds: z.boolean() }))
    .describe("For each comparison of the rule, in reading order."),
});

const entry = object({
  seq: z.int().min(0),
  month,
  happening,
  findings: z.array(finding),
  effects: z.array(effect),
  after: standing,
});

const persona = object({
  id: id(40),
  name: z.enum(NAME_IDS),
  circumstances,
  timeline: z.array(
    z.union([
      object({ month, occasionedBy: z.int().min(1).optional(), event }),
      object({ month, occasionedBy: z.int().min(1).optional(), attempt: door, purpose }),
    ]),
  ),
});

const {
  $schema: _schema,
  kind: _kind,
  scoring: _scoring,
  defaults: _defaults,
  sources,
  questions: _questions,
  rules: _rules,
  ...heading
} = packFile.shape;
const { asOf, about, version, title } = heading;

const readings = <A extends z.ZodType>(amend: A) =>
  z.array(object({ question: id(), label: id(), amend, citations })).optional();

const rule = ruleFile.extend({ pack: id(), citations, told: z.enum(TOLD), readings: readings(patch.nullable()) });

const rulebook = object({
  id: z.string().max(2000),
  title: z.string().max(4000),
  warning: z.string().max(10_000).nullable(),
  packs: z.array(
    object({
      id: id(),
      version,
      title,
      about,
      asOf,
      short: z.string().optional(),
      unknowns: z.array(z.string()),
      rests: object({ evidence, citations }).optional(),
    }),
  ),
  scoring: scoringFile.extend({ readings: readings(patch) }).nullable(),
  sources,
  questions: z.record(id(), question.extend({ answers: z.record(id(), z.string()) })),
  rules: z.array(
    rule.extend({
      amended: object({
        by: z.array(id()).min(1).describe("The overlays that changed it, in their order."),
        was: rule,
      }).optional(),
    }),
  ),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export const traceFile = object({
  traceVersion: z.literal(TRACE_VERSION),
  notice: z.literal(NOTICE),
  rulebook,
  persona,
  until: month,
  opening: standing,
  entries: z.array(entry).describe("In order of time; entry 0 is the opening."),
  quiet: z
    .array(object({ month, after: z.int().min(0), event: internal, subject, findings: z.array(finding) }))
    .describe("Moments at which rules were consulted and nothing came of it."),
}).describe("One invented person's life, read through one rulebook.");
