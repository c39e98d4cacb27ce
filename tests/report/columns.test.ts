import { Chalk } from "chalk";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { columnsOf, loadWideText, wrapped } from "../../src/report/text/columns.ts";
import { few, runs } from "../support/runs.ts";

await loadWideText();

test("what is counted at once is counted as the library counts it, for every character of the plane", () => {
  for (let code = 0x20; code < 0xd800; code += few(5, 1)) {
    const char = String.fromCodePoint(code);
    expect(columnsOf(`a${char}b`), code.toString(16)).toBe(stringWidth(`a${char}b`));
  }
});

test("paint takes no room, whatever it is put on", () => {
  const { bold, dim } = new Chalk({ level: 1 });
  for (const text of ["Misses a loan instalment", "罗敏 失信", "👍 가나", ""])
    for (const painted of [bold(text), bold.red(text), dim(`a${bold(text)}b`)])
      expect(columnsOf(painted)).toBe(stringWidth(painted));
});

test("what is not plain is left to the library", () => {
  for (const text of ["👩‍👩‍👧", "é", "가나", "\u200b", "ﾊﾝ"]) expect(columnsOf(text)).toBe(stringWidth(text));
});

test("what is wrapped at once is wrapped as the library wraps it", () => {
  const word = fc.stringMatching(/^[a-z0-9“”·−罗敏失信]{1,12}$/);
  const text = fc.array(
    fc.oneof(
      { weight: 20, arbitrary: word },
      { weight: 1, arbitrary: fc.constantFrom("", "x".repeat(50), "y".repeat(23), "👍", "é") },
    ),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 60 }), (words, columns) => {
      const line = words.join(" ");
      const ours = wrapped(line, columns);
      // No line is too wide, and not a character is lost.
      for (const each of ours) expect(stringWidth(each)).toBeLessThanOrEqual(columns);
      expect(ours.join("").replaceAll(" ", "")).toBe(line.replaceAll(" ", ""));
      // Where Chinese words are wider than a line, or spaces are doubled, the library cuts otherwise.
      const same =
        words.every((word) => word !== "" && (stringWidth(word) <= columns || stringWidth(word) === word.length)) &&
        !/[\u4e00-\u9fff]/.test(words.filter((word) => stringWidth(word) > columns).length > 0 ? line : "");
      if (same) expect(ours).toEqual(wrapAnsi(line, columns, { hard: true, trim: true }).split("\n"));
    }),
    runs<[string[], number]>(500, 10_000),
  );
});
