import type * as z from "zod";
import type { Fault } from "../fault.ts";
import { type Path, pathText } from "../place.ts";
import { EFFECT_KINDS, TERM } from "./effect.ts";
import { quote } from "./quote.ts";
import { EXPECTED, inner, kindOf, last, missing, rangeFault, unknownKey } from "./shape-words.ts";
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
  const area = (path[0] === "rules" || path[0] === "add") && path.length > 1 ? "rule" : kind;
  const met = valueAt(whole, path);
  const fault = (code: string, message: string, advice: string): Fault[] => [
    { code: `${area}/${code}`, path, message, advice },
  ];

  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, issue.message.split(" "), [...path, key], area));
    case "invalid_type":
      if (met === undefined) return [missing(path, area)];
      if (issue.expected === "int")
        return fault(
          "not-a-whole-number",
          `${quote(met)} is not whole; points and months are counted whole.`,
          "Write a whole number.",
        );
      return fault(
        "wrong-type",
        `“${last(path)}” is ${kindOf(met)}, and ${EXPECTED[issue.expected] ?? `a ${issue.expected}`} is expected.`,
        `Write ${EXPECTED[issue.expected] ?? `a ${issue.expected}`}${OR_NONE[last(path)] ?? ""}.`,
      );
    case "invalid_value": {
      if (met === undefined) return [missing(path, area)];
      const words = issue.values.map(String);
      // A literal (the kind of a file) brings zod's own sentence instead.
      const [noun, inFull] =
        words.length === 1 ? [last(path), last(path)] : (issue.message.split(":") as [string, string]);
      return fault(`unknown-${noun}`, `There is no ${inFull} ${quote(met)}.`, adviceFor(met, words));
    }
    case "invalid_union":
      if (met === undefined) return [missing(path, area)];
      if (last(path) === "termMonths")
        return fault(
          "unknown-term",
          `${quote(met)} is not ${TERM}.`,
          `Write ${TERM}; leave it out where there is no end.`,
        );
      return fault("unknown-kind", `There is no kind of effect ${quote(met)}.`, adviceFor(met, EFFECT_KINDS));
    case "invalid_key":
      return [
        {
          code: `${area}/malformed`,
          path,
          on: "key",
          message: `${quote(last(path))} cannot be a key here: ${inner(issue)}.`,
          advice: "Rename it.",
        },
      ];
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

/** Numbers that may be none. */
const OR_NONE: Readonly<Record<string, string>> = {
  min: ", or null for the last class",
  deductionsReturnAfterMonths: ", or null where they do not come back by themselves",
};

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
