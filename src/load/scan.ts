import { createScanner } from "jsonc-parser";
import { forbiddenCharacters, forbiddenEscapes } from "./characters.ts";

/** Nothing here needs a tenth of it; the parser recurses, so deeper files are never given to it. */
export const DEEPEST = 64;

/** Keys and values in one file; the rule books here have 4,000 at most, and zod cannot hold the problems of 100,000. */
export const MOST_VALUES = 25_000;

/** Something wrong with the text itself, found before it is parsed. */
export interface TextFault {
  readonly code: "file/forbidden-character" | "file/too-deep" | "file/too-many-values" | "file/too-large-a-number";
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly advice: string;
}

/** Reads the text once, token by token, without recursion. Stops at the first bracket that is too deep, and at the first value too many. */
export function scan(text: string): TextFault[] {
  const faults = forbiddenCharacters(text).map(forbidden);
  const scanner = createScanner(text, true);
  let depth = 0;
  let values = 0;
  // A token is told by its first character: the scanner's own names for kinds exist only as types.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const first = text[start]!;
    if (!"}],:".includes(first) && ++values > MOST_VALUES) return [...faults, tooMany(start)];
    if (first === "{" || first === "[") depth++;
    if (first === "}" || first === "]") depth--;
    if (depth > DEEPEST) return [...faults, tooDeep(start)];
    const raw = text.slice(start, start + scanner.getTokenLength());
    if (/^-?\d/.test(raw) && Math.abs(Number(raw)) === Infinity) faults.push(tooLarge(start, raw.length));
    if (first === '"') {
      for (const found of forbiddenEscapes(raw)) faults.push(forbidden({ ...found, offset: start + found.offset }));
    }
  }
  return faults;
}

function forbidden({ offset, length, name }: { offset: number; length: number; name: string }): TextFault {
  return {
    code: "file/forbidden-character",
    offset,
    length,
    message: `This is ${name}: it could make a printout look other than it is, or command a terminal.`,
    advice: "Take it out; only visible characters, spaces, tabs and line ends belong in a file.",
  };
}

function tooLarge(offset: number, length: number): TextFault {
  return {
    code: "file/too-large-a-number",
    offset,
    length,
    message: "No computer counts as far as this number goes; it would be read as infinity.",
    advice: "Write a smaller one.",
  };
}

function tooDeep(offset: number): TextFault {
  return {
    code: "file/too-deep",
    offset,
    length: 1,
    message: `Brackets are nested more than ${DEEPEST} deep here, which no reader could follow.`,
    advice: "Flatten it: an `all` inside an `all` can be one `all`.",
  };
}

function tooMany(offset: number): TextFault {
  return {
    code: "file/too-many-values",
    offset,
    length: 1,
    message: `Here begins key or value ${MOST_VALUES + 1}; a file that holds more could be read by nobody.`,
    advice: "Split it into several packs.",
  };
}
