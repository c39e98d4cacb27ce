import type * as z from "zod";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";
import { quote } from "./quote.ts";

/** zod places a fault of a missing `kind` at the key that is not there. */
export function missing(path: Path, area: string): Fault {
  return {
    code: `${area}/missing-key`,
    path,
    message: `“${last(path)}” is missing, and nothing is taken for granted here.`,
    advice: `Add “${last(path)}”.`,
  };
}

/** Keys that there were once, and what is written now. */
const INSTEAD: Readonly<Record<string, string>> = {
  "overlay/drop": 'Name each rule that is taken out in “amend”, with null: "amend": { "pack/rule": null }.',
};

export function unknownKey(key: string, known: readonly string[], path: Path, area: string): Fault {
  const around = last(path.slice(0, -1));
  return {
    code: `${area}/unknown-key`,
    path,
    on: "key",
    message: `${around === "this file" ? "This file" : `“${around}”`} has no key ${quote(key)}, and nothing is silently ignored.`,
    advice: (path.length === 1 ? INSTEAD[`${area}/${key}`] : undefined) ?? adviceFor(key, known),
  };
}

export function rangeFault(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  path: Path,
  met: unknown,
  area: string,
): Fault {
  if (typeof met === "number") {
    return {
      code: `${area}/out-of-range`,
      path,
      message: `“${last(path)}” is ${quote(met)}; it may be ${issue.message}.`,
      advice: `Write a whole number from ${issue.message}.`,
    };
  }
  const unit = Array.isArray(met) ? "entries" : "characters";
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const size = typeof met === "string" || Array.isArray(met) ? met.length : 0;
  return {
    code: `${area}/out-of-range`,
    path,
    message: `“${last(path)}” has ${size} ${unit}, and ${bound} are wanted.`,
    advice: `Keep to ${bound} ${unit}.`,
  };
}

/** What zod expected, in words. */
export const EXPECTED: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  number: "a number",
  int: "a whole number",
  object: "an object { … }",
  record: "an object { … }",
  array: "an array [ … ]",
};

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `${quote(value)}`;
}

export function inner(issue: z.core.$ZodIssueInvalidKey): string {
  const [first] = issue.issues;
  return first?.code === "invalid_format" ? `it should be ${first.message}` : "it is too long";
}

export function last(path: Path): string {
  const names = path.filter((step) => typeof step === "string");
  return names.at(-1) ?? "this file";
}
