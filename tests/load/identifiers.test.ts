import { describe, expect, test } from "vitest";
import { parseOverlay } from "../../src/load/overlay.ts";
import { parsePack } from "../../src/load/pack.ts";
import { parseRuleTests } from "../../src/load/rule-test.ts";
import { edited, OVERLAY, PACK } from "./samples.ts";

const KNOWN = { personas: [], rulebook: () => ({ scoring: null }) };

/** What is said of `words` in a rule's title, in an overlay's and in that of a rule test. */
function refused(words: string): string[] {
  const title = JSON.stringify(words);
  const parsed = [
    parsePack(edited(PACK, '"A red light"', title), "toy.jsonc"),
    parseOverlay(edited(OVERLAY, '"Praise"', title), "milder.jsonc"),
    parseRuleTests(
      `{ "kind": "rule-test", "tests": [{ "title": ${title}, "events": [{ "at": "Y1-01", "event": "red-light" }], "expect": { "denials": 0 } }] }`,
      "toy.test.jsonc",
      KNOWN,
    ),
  ];
  return parsed.flatMap((each) => (each.ok ? [] : each.problems.map(({ code }) => code)));
}

const IDENTIFIES = ["pack/identifies-someone", "pack/identifies-someone", "rule-test/identifies-someone"];

describe("in the words of a rule, what could be somebody's number", () => {
  test.each([
    ["nine digits", "Card 123456789"],
    ["ten digits", "Card 1234567890"],
    ["nine digits, spaced", "Card 1 2 3 4 5 6 7 8 9"],
    ["nine digits, with brackets, points and hyphens", "Call (12) 34.56-78 9"],
    ["nine digits, up to three signs between", "Call 0512 - 123 (45)"],
  ])("is refused: %s", (_, words) => expect(refused(words)).toEqual(IDENTIFIES));

  test.each([
    ["eight digits", "Order 12345678"],
    ["eight digits, spaced", "Order 1 2 3 4 5 6 7 8"],
    ["eight digits, with brackets, points and hyphens", "Order (12) 34.56-78"],
    ["nine digits with a word between", "Article 12345 of 6789"],
    ["nine digits with more than three signs between", "12345 -- 6789"],
  ])("is read: %s", (_, words) => expect(refused(words)).toEqual([]));

  test.each(["a@b.c", "Write to somebody@example.org."])("so is an address: %s", (words) =>
    expect(refused(words)).toEqual(IDENTIFIES),
  );
  test.each(["10 @ 5 points", "a@b", "@b.c"])("and this is none: %s", (words) => expect(refused(words)).toEqual([]));
});

test("where a source stands, long numbers may stand too", () => {
  const text = edited(edited(PACK, '"art. 7"', '"ISBN 9787100000000"'), '"A gazette"', '"Gazette 123456789"');
  expect(parsePack(text, "toy.jsonc")).toMatchObject({ ok: true });
});
