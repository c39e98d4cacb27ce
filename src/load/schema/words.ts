import * as z from "zod";
import { DURATION } from "../../model/ranges.ts";
import { EVIDENCE } from "../../model/evidence.ts";
import type { Citation } from "../../model/citation.ts";

/** An object that holds these keys and no others. Its keys travel in zod's message, for “did you mean”. */
export function closed<S extends z.core.$ZodShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });
}

/** One word of a closed list. What the list is called travels in zod's message: a word for the code, then words for people. */
export function word<const V extends readonly string[]>(noun: string, values: V, inFull = noun) {
  return z.enum(values, { error: () => `${noun}:${inFull}` });
}

/** Text of 1 to `longest` characters. */
export function text(longest: number) {
  return z.string().min(1).max(longest);
}

export const TITLE = 120;
export const REMARK = 240;
export const PROSE = 2000;

/** Small words joined by hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function id(longest = 60) {
  return z
    .string()
    .regex(ID_PATTERN, { error: () => "small letters and digits, joined by hyphens" })
    .max(longest);
}

const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

export const ruleId = z
  .string()
  .regex(RULE_ID, { error: () => "pack/name, in small letters and digits joined by hyphens" })
  .max(80);

/** A whole number; its range travels in zod's message. */
export function whole(least: number, most: number) {
  const range = { error: () => `${least} to ${most}` };
  return z.int().min(least, range).max(most, range);
}

/** Whole months, 1 to 120: the length of the story. */
export const months = whole(DURATION.least, DURATION.most);

export const SOURCE_KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
export const sourceKey = z.string().regex(SOURCE_KEY, {
  error: () => "up to 40 letters and digits, with points, hyphens and underscores between",
});

export const evidence = word("evidence", EVIDENCE, "level of evidence").describe(
  "How far the statement stands from a text: documented, reported, contested, inferred or invented.",
);

const CITATION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}:[a-z0-9]+(-[a-z0-9]+)*$/;
const citation = z
  .string()
  .max(120)
  .regex(CITATION, { error: () => "a source and one of its places, for instance CD10:range" })
  .describe("Where a statement stands: the key of a source, a colon, and one of the places that the source names.");

// The pattern is that of the type, which no schema of a string can say.
export const citations = z.array(citation as unknown as z.ZodType<Citation>).max(40);

export const numberNote = closed({
  evidence,
  citations: citations.optional().describe("May be left out only where the number is invented."),
  comment: text(PROSE).optional(),
}).describe("A number's own standing in the sources, apart from that of the conduct.");

export const patch = z
  .record(z.string(), z.unknown())
  .describe("A JSON Merge Patch (RFC 7396): what stands here replaces what stands there; null takes a key out.");

// One star in a name: with more, whether a name is meant could take hours to find out.
const NAMES = String.raw`(?:[a-z0-9-]+(?:\*[a-z0-9-]*)?|\*[a-z0-9-]*)`;
const SELECTOR = new RegExp(`^[a-z0-9]+(?:-[a-z0-9]+)*/${NAMES}(?:,${NAMES})*(?::[a-z]+)?$`);

/** Which rules are meant. */
export const selector = z
  .string()
  .regex(SELECTOR, {
    error: () => "the id of a rule, or of several, with at most one star in each name: “pack/one,other-*:post”",
  })
  .max(1000)
  .describe(
    "Which rules are meant: an id, or several names of one pack with commas between; * stands for any letters, digits and hyphens, and “:post” after it for those alone that have that effect.",
  );
