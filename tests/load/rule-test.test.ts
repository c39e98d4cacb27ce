import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { ruleTestJsonSchema } from "../../src/load/json-schema.ts";
import { parseJsonc } from "../../src/load/jsonc.ts";
import { type Known, parseRuleTests } from "../../src/load/rule-test.ts";
import { unnamedLife } from "../../src/load/unnamed-life.ts";
import { stacked } from "../support/shipped.ts";
import { edited } from "./samples.ts";

const KNOWN: Known = {
  personas: ["missed-instalment", "one-entry"],
  rulebook: (expression) =>
    expression === undefined
      ? { scoring: null }
      : expression === "suining-2010"
        ? { scoring: stacked("suining-2010").scoring }
        : { unusable: "It is not there." },
};

const FILE = `{
  "kind": "rule-test",
  "rulebook": "suining-2010",
  "tests": [
    {
      "title": "a red light costs 10",
      "events": [
        { "at": "Y1-02", "event": "red-light" },
        { "at": "Y1-03", "attempt": "air-travel" },
        { "at": "Y1-03", "attempt": "subsidised-loan", "purpose": "debt" }
      ],
      "expect": { "at": "Y1-04", "points": 990, "class": "A", "lists": ["published-entries"] }
    },
    { "title": "a whole life", "persona": "seed-7", "expect": { "losses": [], "monthsShut": 12 } },
  ]
}
`;

/** Each problem, with the very words that it points at. */
function wrong(from: string, to: string): string[] {
  const text = edited(FILE, from, to);
  const parsed = parseRuleTests(text, "x.test.jsonc", KNOWN);
  if (parsed.ok) throw new Error("it was read");
  return parsed.problems.map(
    ({ code, at: { line, column, endColumn = column + 1 } }) =>
      `${code.replace("rule-test/", "")} ${line} ${text.split("\n")[line - 1]!.slice(column - 1, endColumn - 1)}`,
  );
}

test("tests are read; without a month they are compared after ten years", () => {
  const parsed = parseRuleTests(FILE, "x.test.jsonc", KNOWN);
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      rulebook: "suining-2010",
      tests: [
        {
          title: "a red light costs 10",
          life: {
            events: [
              { month: 1, event: "red-light" },
              { month: 2, attempt: "air-travel", purpose: "none" },
              { month: 2, attempt: "subsidised-loan", purpose: "debt" },
            ],
          },
          at: 3,
          expect: { points: 990, class: "A", lists: ["published-entries"] },
        },
        { life: { persona: "seed-7" }, at: 119, expect: { losses: [], monthsShut: 12 } },
      ],
    },
  });
  if (!parsed.ok) return;
  expect(parsed.value.tests[0]!.expect).not.toHaveProperty("at");
  expect(parsed.value.locate(["tests", 0, "expect", "points"])).toMatchObject({ line: 12, column: 44, endColumn: 47 });
});

describe("what means nothing is refused, at its place", () => {
  test.each<[what: string, from: string, to: string, says: string[]]>([
    ["an unknown door", '"air-travel"', '"plane"', ['unknown-door 9 "plane"']],
    ["an unknown event", '"red-light"', '"green-light"', ['unknown-event 8 "green-light"']],
    ["an unknown purpose", '"debt"', '"fun"', ['unknown-purpose 10 "fun"']],
    ["an unknown persona", '"seed-7"', '"seed-x"', ['unknown-persona 14 "seed-x"']],
    ["an unknown class", '"class": "A"', '"class": "E"', ['unknown-class 12 "E"']],
    ["an unknown worst class", '"class": "A"', '"worstClass": "E"', ['unknown-class 12 "E"']],
    ["an unknown list", '["published-entries"]', '["black-list"]', ['unknown-list 12 "black-list"']],
    [
      "a list twice",
      '["published-entries"]',
      '["published-entries", "published-entries"]',
      ['list-twice 12 "published-entries"'],
    ],
    ["a loss that is none", '"losses": []', '"losses": ["red-light"]', ['unknown-loss 14 "red-light"']],
    ["an unknown expectation", '"points": 990', '"score": 990', ['unknown-key 12 "score"']],
    ["half a point", '"points": 990', '"points": 990.5', ["not-a-whole-number 12 990.5"]],
    ["121 months", '"monthsShut": 12', '"monthsShut": 121', ["out-of-range 14 121"]],
    ["nothing expected", '{ "losses": [], "monthsShut": 12 }', "{}", ["expects-nothing 14 {"]],
    ["only a month expected", '"losses": [], "monthsShut": 12', '"at": "Y2-01"', ["expects-nothing 14 {"]],
    [
      "no expectation",
      '"expect": { "losses"',
      '"expects": { "losses"',
      ["missing-key 14 {", 'unknown-key 14 "expects"'],
    ],
    ["no life", '"persona": "seed-7", ', "", ["unclear-life 14 {"]],
    [
      "two lives",
      '"persona": "seed-7"',
      '"persona": "seed-7", "events": []',
      ["unclear-life 14 {", "out-of-range 14 ["],
    ],
    [
      "two things in a line",
      '"event": "red-light"',
      '"event": "red-light", "attempt": "promotion"',
      ["unclear-line 8 {"],
    ],
    [
      "a purpose of an event",
      '"event": "red-light"',
      '"event": "red-light", "purpose": "work"',
      ['purpose-without-attempt 8 "work"'],
    ],
    ["disorder", '"at": "Y1-02"', '"at": "Y2-02"', ['out-of-order 9 "Y1-03"']],
    [
      "an occasion",
      '"event": "red-light"',
      '"event": "red-light", "occasionedBy": 1',
      ['unknown-key 8 "occasionedBy"'],
    ],
    ["a rulebook that cannot be used", '"suining-2010"', '"nowhere"', ['unusable-rulebook 3 "nowhere"']],
    ["points where none are kept", '"rulebook": "suining-2010",', "", ["no-scoring 12 990", 'no-scoring 12 "A"']],
    ["another kind of file", '"rule-test"', '"pack"', ['wrong-kind 2 "pack"']],
    ["no kind", '"kind": "rule-test",', "", ["missing-key 1 {"]],
  ])("%s", (_, from, to, says) => expect(wrong(from, to)).toEqual(says));

  test("no test", () => {
    const parsed = parseRuleTests('{ "kind": "rule-test", "tests": [] }', "x", KNOWN);
    expect(parsed).toMatchObject({ ok: false, problems: [{ code: "rule-test/no-tests", at: { column: 33 } }] });
  });

  test("the ninth event, at its own place", () => {
    expect(
      wrong('{ "at": "Y1-02", "event": "red-light" },', '{ "at": "Y1-02", "event": "red-light" },'.repeat(7)),
    ).toEqual(["too-many-events 10 {"]);
  });

  test("what is near is named", () => {
    const said = (from: string, to: string): string => {
      const parsed = parseRuleTests(edited(FILE, from, to), "x", KNOWN);
      return parsed.ok ? "" : parsed.problems[0]!.advice;
    };
    expect(said('"seed-7"', '"mised-instalment"')).toContain("“missed-instalment”");
    expect(said('"air-travel"', '"air-travl"')).toContain("“air-travel”");
    expect(said('"red-light"', '"red-lihgt"')).toContain("“red-light”");
    expect(said('"points"', '"point"')).toContain("“points”");
  });

  test("everything at once", () => {
    const text = FILE.replace('"red-light"', '"x"').replace('"A"', '"E"').replace('"seed-7"', '"nobody"');
    const parsed = parseRuleTests(text, "x", KNOWN);
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual([
      "rule-test/unknown-event",
      "rule-test/unknown-class",
      "rule-test/unknown-persona",
    ]);
  });
});

describe("an unnamed life", () => {
  test("of it nothing is known", () => {
    const { persona, given } = unnamedLife([{ month: 1, event: "red-light" }]);
    expect(given).toEqual({});
    const { limit, permission, ...others } = persona.circumstances;
    expect(new Set(Object.values(others))).toEqual(new Set(["not-known"]));
    // Only an event of the story brings one about.
    expect([limit, permission]).toEqual(["none", "none"]);
  });

  test("but what its events need", () => {
    const { persona, given } = unnamedLife([
      { month: 1, event: "instalment-missed" },
      { month: 2, attempt: "high-speed-rail", purpose: "work" },
    ]);
    expect(given).toEqual({ debt: "instalments", work: "employed" });
    expect(persona.circumstances).toMatchObject({ debt: "instalments", work: "employed", friends: "not-known" });
  });

  test("and what an earlier event sets is not given", () => {
    expect(
      unnamedLife([
        { month: 1, event: "settlement-reached" },
        { month: 2, event: "settlement-broken" },
      ]).given,
    ).toEqual({});
    expect(
      unnamedLife([
        { month: 1, event: "work-found" },
        { month: 2, attempt: "high-speed-rail", purpose: "work" },
      ]).given,
    ).toEqual({ work: "unemployed" });
  });
});

test("an editor accepts what is read, and refuses what it can know to be wrong", () => {
  const accepts = new Ajv({ strict: false }).compile(ruleTestJsonSchema());
  const valueOf = (text: string): unknown => {
    const parsed = parseJsonc(text, "x");
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value.value;
  };
  const folder = new URL("../../rules/tests/", import.meta.url);
  expect(accepts(valueOf(FILE)), JSON.stringify(accepts.errors)).toBe(true);
  for (const file of readdirSync(folder))
    expect(accepts(valueOf(readFileSync(new URL(file, folder), "utf8"))), JSON.stringify(accepts.errors)).toBe(true);
  for (const [from, to] of [
    ['"air-travel"', '"plane"'],
    ['"points"', '"score"'],
    ['"title": "a whole life"', '"name": "luo-min", "title": "x"'],
    ['"persona": "seed-7", ', ""],
    ['{ "losses": [], "monthsShut": 12 }', "{}"],
    ['"event": "red-light"', '"event": "red-light", "attempt": "promotion"'],
    ['{ "at": "Y1-02", "event": "red-light" },', '{ "at": "Y1-02", "event": "red-light" },'.repeat(7)],
  ] as const)
    expect(accepts(valueOf(edited(FILE, from, to))), to).toBe(false);
  expect(accepts({ kind: "rule-test", tests: [] })).toBe(false);
});
