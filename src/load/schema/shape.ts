import type * as z from "zod";
import type { Fault } from "../fault.ts";
import { type Path, pathText } from "../place.ts";
import { EFFECT_KINDS } from "./effect.ts";
import { quote } from "./quote.ts";
import { adviceFor } from "../suggest.ts";

/** What is wrong with the shape of `value`: zod's issues, said in our words. */
export function shapeFaults(schema: z.ZodType, value: unknown, kind: string): Fault[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, value, kind));
  // A number far out of range is out of two ranges for zod: that of safe integers, then ours.
  return [...new Map(faults.map((fault) => [`${fault.code} ${pathText(fault.path)}`, fault])).values()];
}

function faultsOf(issue: z.core.$ZodIssue, whole: unknown, kind: string): Fault[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const area = path[0] === "rules" && path.length > 1 ? "rule" : kind;
  const met = valueAt(whole, path);
  const fault = (code: string, message: string, advice: string): Fault[] => [{ code: `${area}/${code}`, path, message, advice }];

  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, issue.message.split(" "), [...path, key], area));
    case "invalid_type":
      if (met === undefined) return [missing(path, area)];
      if (issue.expected === "int") return fault("not-a-whole-number", `${quote(met)} is not whole; points and months are counted whole.`, "Write a whole number.");
      return fault("wrong-type", `“${last(path)}” is ${kindOf(met)}, and ${EXPECTED[issue.expected] ?? `a ${issue.expected}`} is expected.`, `Write ${EXPECTED[issue.expected] ?? `a ${issue.expected}`}.`);
    case "invalid_value": {
      if (met === undefined) return [missing(path, area)];
      const words = issue.values.map(String);
      // A literal (the kind of a file) brings zod's own sentence, a closed list its noun.
      const noun = words.length === 1 ? last(path) : issue.message;
      return fault(`unknown-${noun.replace(/ .*/, "")}`, `There is no ${noun} ${quote(met)}.`, adviceFor(met, words));
    }
    case "invalid_union":
      if (met === undefined) return [missing(path, area)];
      return fault("unknown-kind", `There is no kind of effect ${quote(met)}.`, adviceFor(met, EFFECT_KINDS));
    case "invalid_key":
      return [{ code: `${area}/malformed`, path, on: "key", message: `${quote(last(path))} cannot be a key here: ${inner(issue)}.`, advice: "Rename it." }];
    case "invalid_format":
      return fault("malformed", `${quote(met)} is not ${issue.message}.`, `Write ${issue.message}.`);
    case "too_small":
    case "too_big":
      return [rangeFault(issue, path, met, area)];
    case "custom": {
      const own = issue.params?.["fault"] as Fault | undefined;
      return own === undefined ? fault("invalid", issue.message, "See rules/README.md.") : [{ ...own, path }];
    }
    default:
      return fault("invalid", issue.message, "See rules/README.md.");
  }
}

/** zod places a fault of a missing `kind` at the key that is not there. */
function missing(path: Path, area: string): Fault {
  return {
    code: `${area}/missing-key`,
    path,
    message: `“${last(path)}” is missing, and nothing is taken for granted here.`,
    advice: `Add “${last(path)}”.`,
  };
}

function unknownKey(key: string, known: readonly string[], path: Path, area: string): Fault {
  const around = last(path.slice(0, -1));
  return {
    code: `${area}/unknown-key`,
    path,
    on: "key",
    message: `${around === "this file" ? "This file" : `“${around}”`} has no key ${quote(key)}, and nothing is silently ignored.`,
    advice: adviceFor(key, known),
  };
}

function rangeFault(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: Path, met: unknown, area: string): Fault {
  if (typeof met === "number") {
    return { code: `${area}/out-of-range`, path, message: `“${last(path)}” is ${quote(met)}; it may be ${issue.message}.`, advice: `Write a whole number from ${issue.message}.` };
  }
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const unit = issue.origin === "string" ? (bound === "at least 1" ? "character" : "characters") : issue.origin === "array" ? "entries" : "";
  const size = typeof met === "string" ? `${met.length}` : Array.isArray(met) ? `${met.length}` : quote(met);
  return {
    code: `${area}/out-of-range`,
    path,
    message: `“${last(path)}” is ${size}${unit === "" ? "" : ` ${unit} long`}; it may be ${bound}${unit === "" ? "" : ` ${unit}`}.`,
    advice: `Keep to ${bound}${unit === "" ? "" : ` ${unit}`}.`,
  };
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  number: "a number",
  int: "a whole number",
  object: "an object { … }",
  record: "an object { … }",
  array: "an array [ … ]",
};

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `${quote(value)}`;
}

function inner(issue: z.core.$ZodIssueInvalidKey): string {
  const [first] = issue.issues;
  return first?.code === "invalid_format" ? `it should be ${first.message}` : "it is too long";
}

function last(path: Path): string {
  const names = path.filter((step) => typeof step === "string");
  return names.at(-1) ?? "this file";
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
