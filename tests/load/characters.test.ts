import { describe, expect, test } from "vitest";
import { parseJsonc } from "../../src/load/jsonc.ts";

/** Code points, first and last of each run. */
const FORBIDDEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
];

const isForbidden = (code: number): boolean => FORBIDDEN.some(([first, last]) => code >= first && code <= last);
const name = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

function messages(text: string): string[] {
  const parsed = parseJsonc(text, "x");
  return parsed.ok
    ? []
    : parsed.problems.filter(({ code }) => code === "file/forbidden-character").map(({ message }) => message);
}

describe("of every character of the basic plane", () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code);

  test("those that could mislead are refused where they stand, and named", () => {
    const wrong = codes.filter((code) => {
      const found = messages(`["", /* ${String.fromCharCode(code)} */ 1]`);
      return isForbidden(code) ? found.length !== 1 || !found[0]!.includes(name(code)) : found.length > 0;
    });
    expect(wrong.map(name)).toEqual([]);
  });

  test("the same written as escapes", () => {
    const wrong = codes.filter((code) => {
      const found = messages(`["a\\u${code.toString(16).padStart(4, "0")}"]`);
      return isForbidden(code) ? found.length !== 1 || !found[0]!.includes(name(code)) : found.length > 0;
    });
    expect(wrong.map(name)).toEqual([]);
  });
});

test.each([
  ["two halves of one character", '["\\ud83d\\udc4d"]', 0],
  ["two halves the wrong way round", '["\\udc4d\\ud83d"]', 2],
  ["an escaped backslash before a u", '["\\\\u001b"]', 0],
  ["a tab and a line end as escapes", '["\\t\\n\\r"]', 0],
  ["an emoji", '["👍"]', 0],
])("%s", (_, text, found) => expect(messages(text)).toHaveLength(found));
