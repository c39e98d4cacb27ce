import * as z from "zod";
import { classes, deductionsReturnAfterMonths, opening, sources, unknowns } from "./pack.ts";
import { AMENDABLE, ruleFile } from "./rule.ts";
import { overlaySchemaKey } from "./schema-key.ts";
import { citations, closed, evidence, id, numberNote, PROSE, selector, text, TITLE } from "./words.ts";

/** What may be amended of a rule. What a patch makes of it is checked when it is laid over the rule. */
const patch = closed(
  Object.fromEntries(AMENDABLE.map((name) => [name, z.unknown().optional()])) as Record<
    (typeof AMENDABLE)[number],
    z.ZodOptional<z.ZodUnknown>
  >,
).describe(
  "A JSON Merge Patch (RFC 7396): what stands here replaces what stands there; null takes a key out; arrays are replaced whole.",
);

/** The numbers of a scoring that an overlay may change. */
export const OVERLAID = ["opening", "classes", "deductionsReturnAfterMonths"] as const;

export const overlayFile = closed({
  $schema: overlaySchemaKey,
  kind: z.literal("overlay"),
  id: id(),
  version: text(20),
  title: text(TITLE),
  about: text(PROSE).describe("What is changed, and why."),
  asOf: text(300).describe("The time of which the overlay speaks."),
  extends: text(1000).describe(
    "What it edits: the id of a shipped pack, rulebook or overlay, or the path of a file of yours as seen from this one; several stand with commas between.",
  ),
  evidence: evidence
    .optional()
    .describe("How far the edit as a whole stands from a text, what it takes out among it; invented where absent."),
  citations: citations.optional().describe("Where it stands. May be left out only where it is invented."),
  sources: sources
    .optional()
    .describe("Sources that it cites beside those of the packs, and further places in theirs."),
  unknowns,
  amend: z
    .record(selector, patch.nullable())
    .optional()
    .describe("By the id of a rule, what is changed of it; null takes the rule out."),
  add: z.array(ruleFile).max(500).optional().describe("Rules that come last, in this order."),
  opening: opening.optional(),
  classes: classes.optional(),
  deductionsReturnAfterMonths,
  numbers: closed({
    opening: numberNote.optional(),
    classes: numberNote.optional(),
    deductionsReturnAfterMonths: numberNote.optional(),
  })
    .optional()
    .describe("Where these numbers stand in the sources; without it they are invented."),
}).describe("A small edit of a rulebook; the original stays beside it.");

export type OverlayFile = z.infer<typeof overlayFile>;
