import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/model/problem.ts";
import { reportProblems } from "../../src/report/problems.ts";
import { loadWideText } from "../../src/report/text/columns.ts";
import { styleOf } from "../../src/report/text/style.ts";

await loadWideText();

const PLAIN = styleOf(80, false);

function problem(line: number, column: number, endColumn?: number, more: Partial<Problem> = {}): Problem {
  return {
    code: "rule/unknown-door",
    at: { file: "toy.jsonc", line, column, ...(endColumn === undefined ? {} : { endColumn }), path: "" },
    message: "There is no door “boat”.",
    advice: "Choose one of: air-travel.",
    severity: "problem",
    ...more,
  };
}

function printed(text: string, ...problems: Problem[]): string[] {
  const lines = reportProblems(problems, { "toy.jsonc": text }, PLAIN).split("\n");
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(PLAIN.width);
  return lines;
}

/** How many cells stand before the first caret, and how many carets. */
function caret(lines: readonly string[]): { before: number; carets: number } {
  const line = lines.find((each) => /^ *\| *\^/.test(each))!;
  return { before: line.indexOf("^"), carets: line.split("^").length - 1 };
}

test("a page", () => {
  expect(
    reportProblems(
      [problem(2, 4, 8), problem(1, 1, undefined, { severity: "note", message: "A remark." })],
      { "toy.jsonc": "{\n  [boat]\n}" },
      PLAIN,
    ),
  ).toBe(`\
toy.jsonc:2:4  problem  rule/unknown-door
  There is no door “boat”.
  1 | {
> 2 |   [boat]
    |    ^^^^
  3 | }
  Choose one of: air-travel.

toy.jsonc:1:1  note  rule/unknown-door
  A remark.
> 1 | {
    | ^
  2 |   [boat]
  Choose one of: air-travel.

1 problem, 1 note
`);
});

test("a name of a file too long for a line is not cut, and all else is wrapped", () => {
  const file = `${"folder/".repeat(12)}toy.jsonc`;
  const long = problem(3, 1, undefined, { message: "word ".repeat(40), advice: "word ".repeat(40) });
  const lines = reportProblems([{ ...long, at: { ...long.at, file } }], {}, PLAIN).split("\n");
  expect(lines.slice(0, 2)).toEqual([`${file}:3:1`, "  problem  rule/unknown-door"]);
  for (const line of lines.slice(1)) expect(stringWidth(line)).toBeLessThanOrEqual(PLAIN.width);
});

test("nothing wrong", () => expect(reportProblems([], {}, PLAIN)).toBe("0 problems, 0 notes\n"));
test("a file that is not at hand is named all the same", () => {
  expect(reportProblems([problem(3, 1)], {}, PLAIN)).toContain("toy.jsonc:3:1  problem");
  expect(printed("one line", problem(9, 9)).join("\n")).not.toContain("|");
});

describe("the caret stands under the fault", () => {
  test.each([
    ["after Chinese", '{ "标题": boat }', 9, 13],
    ["under Chinese", '{ "标题": 1 }', 3, 7],
    ["after an emoji of two halves", '{ "👍": boat }', 9, 13],
    ["after a tab", "{\t\tboat }", 4, 8],
    ["after a terminal command", "{ \u001b[2J boat }", 8, 12],
    ["far along a line", `{ ${"x".repeat(500)}标boat }`, 504, 508],
    ["far along a Chinese line", `{ ${"中".repeat(500)}boat }`, 503, 507],
  ])("%s", (_, text, column, endColumn) => {
    const lines = printed(text, problem(1, column, endColumn));
    const shown = lines.find((line) => line.startsWith(">"))!;
    const { before, carets } = caret(lines);
    const marked = text.slice(column - 1, endColumn - 1);
    expect(before).toBe(stringWidth(shown.slice(0, shown.indexOf(marked))));
    expect(carets).toBe(stringWidth(marked));
  });

  test("a fault longer than the line shown is marked as far as the line is", () => {
    const lines = printed(`"${"x".repeat(5000)}"`, problem(1, 1, 5003));
    expect(caret(lines).carets).toBeGreaterThan(60);
  });

  test("after the end of a line that fills the width", () => {
    for (let length = 60; length < 90; length++) printed("x".repeat(length), problem(1, length + 1));
  });

  test("beside neighbours that are shorter, or longer", () => {
    const lines = printed(`short\n${"x".repeat(200)}boat\n${"中".repeat(400)}`, problem(2, 201, 205));
    expect(lines.find((line) => line.startsWith(">"))).toContain("boat");
    expect(lines.filter((line) => line.includes("…"))).toHaveLength(3);
  });

  test.each(["\n", "\r\n", "\r"])("with lines ended by %j, after a byte order mark", (end) => {
    expect(printed(`\uFEFF{${end}  boat${end}}`, problem(2, 3, 7))).toContain("> 2 |   boat");
  });

  test("in the first line after a byte order mark, which is not quoted", () => {
    expect(printed("\uFEFF{ boat }", problem(1, 3, 7))).toContain("> 1 | { boat }");
  });

  test("in a file of a thousand lines", () => {
    expect(caret(printed("  boat\n".repeat(1000), problem(1000, 3, 7)))).toEqual({ before: 11, carets: 4 });
  });
});

test("nothing quoted can command the terminal", () => {
  const evil = "\u001b]0;x\u0007 \u009b2J \u202e boat \r\u0000";
  const page = reportProblems([problem(1, 1, 5, { message: evil, advice: evil })], { "toy.jsonc": evil }, PLAIN);
  expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(page).toContain("\\x1b]0;x\\x07 \\x9b2J \\u202e boat");
});

test("colour only where it is asked for", () => {
  const painted = /\u001b\[/;
  expect(reportProblems([problem(1, 1)], {}, styleOf(80, true))).toMatch(painted);
  expect(reportProblems([problem(1, 1)], { "toy.jsonc": "boat" }, PLAIN)).not.toMatch(painted);
});
