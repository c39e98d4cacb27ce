import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { said, scratch, STACK } from "./run.ts";

/** A small valid pack; each case below is one edit of it. */
const PACK = `{
  "kind": "pack", "id": "toy", "version": "1", "title": "Toy", "about": "A toy.", "asOf": "never",
  "scoring": { "opening": 100, "assigned": "at-once",
    "classes": [{ "id": "A", "label": "high", "min": 50 }, { "id": "B", "label": "low", "min": null }] },
  "sources": { "S": { "title": "A source", "seen": "whole", "places": { "p-1": "p. 1" } } },
  "rules": [
    { "id": "toy/red-light", "title": "Red light",
      "when": { "all": [{ "fact": "event", "operator": "equal", "value": "red-light" }] },
      "then": { "kind": "post", "points": -10 },
      "numbers": { "points": { "evidence": "reported", "citations": ["S:p-1"] } },
      "evidence": "reported", "citations": ["S:p-1"], "told": "nothing" },
  ],
}
`;

const cwd = scratch();
const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};

test("the pack that the cases edit is itself in order", async () => {
  expect(await said(["check", file("toy.jsonc", PACK)], { cwd })).toMatchObject({ code: 0, stderr: "" });
});

describe("each its own problem, with its place and what to do", () => {
  test.each([
    ["an empty file", () => "", "file/empty"],
    ["broken JSON", () => PACK.replace('"id": "toy",', '"id" "toy",'), "syntax"],
    ["a duplicate key", () => PACK.replace('"version": "1",', '"version": "1", "version": "2",'), "duplicate"],
    ["a wrong type", () => PACK.replace('"points": -10', '"points": "-10"'), "type"],
    ["an unknown key", () => PACK.replace('"told"', '"colour": "red", "told"'), "unknown-key"],
    ["an unknown fact", () => PACK.replace('"fact": "event"', '"fact": "evnt"'), "Did you mean “event”?"],
    ["an unknown operator", () => PACK.replace('"operator": "equal"', '"operator": "equals"'), "Did you mean “equal”?"],
    [
      "an unknown event",
      () => PACK.replace('"value": "red-light"', '"value": "red-lihgt"'),
      "Did you mean “red-light”?",
    ],
    [
      "an unknown door",
      () => PACK.replace('{ "kind": "post", "points": -10 }', '{ "kind": "measure", "closes": ["air-travl"] }'),
      "Did you mean “air-travel”?",
    ],
    ["an unknown source", () => PACK.replaceAll('"S:p-1"', '"SS:p-1"'), "Did you mean “S”?"],
    ["an unknown place", () => PACK.replaceAll('"S:p-1"', '"S:p-2"'), "Did you mean “p-1”?"],
    ["an empty all", () => PACK.replace(/"all": \[.*\] \},/, '"all": [] },'), "empty"],
    ["an empty any", () => PACK.replace(/"all": \[.*\] \},/, '"any": [] },'), "empty"],
    [
      "both all and any",
      () =>
        PACK.replace(
          '"when": { "all":',
          '"when": { "any": [{ "fact": "score", "operator": "lessThan", "value": 3 }], "all":',
        ),
      "both",
    ],
    ["a path", () => PACK.replace('"value": "red-light"', '"value": "red-light", "path": "$.x"'), "path"],
    ["params", () => PACK.replace('"value": "red-light"', '"value": "red-light", "params": {}'), "params"],
    ["a priority", () => PACK.replace('"value": "red-light"', '"value": "red-light", "priority": 2'), "priority"],
    [
      "classes out of order",
      () =>
        PACK.replace(
          '"min": 50 }, { "id": "B", "label": "low", "min": null }',
          '"min": 50 }, { "id": "B", "label": "low", "min": 60 }, { "id": "C", "label": "c", "min": null }',
        ),
      "class",
    ],
    ["absurd points", () => PACK.replace('"points": -10', '"points": -1e99'), "-1000 to 1000"],
    ["half a point", () => PACK.replace('"points": -10', '"points": -0.5'), "whole"],
    [
      "very deep nesting",
      () => PACK.replace('"value": "red-light"', `"value": ${"[".repeat(5000)}${"]".repeat(5000)}`),
      "deep",
    ],
    ["two megabytes", () => `${PACK}${" ".repeat(2_000_000)}`, "large"],
    ["a control character", () => PACK.replace('"Red light"', '"Red\\u0007 light"'), "U+0007"],
    ["a terminal escape", () => PACK.replace('"Red light"', '"Red \u001b[31mlight"'), "U+001B"],
    ["a bidirectional control", () => PACK.replace('"Red light"', '"Red \u202elight"'), "U+202E"],
    ["a key of every object", () => PACK.replace('"sources": {', '"sources": { "__proto__": {},'), "__proto__"],
    ["a number that should be a list", () => "7", "toy"],
  ])("%s", async (name, make, says) => {
    const bad = file("bad.jsonc", make());
    const checked = await said(["check", bad], { cwd });
    expect(checked.code, name).toBe(1);
    if (says !== "toy") expect(`${checked.stdout}`.toLowerCase()).toContain(says.toLowerCase());
    expect(checked.stdout).toMatch(/bad\.jsonc:\d+:\d+ {2}problem {2}\S+\/\S+/);
    expect(checked.stderr).toBe("");
    const replayed = await said(["replay", "--rulebook", bad, "-o", "never.txt"], { cwd });
    expect(replayed).toMatchObject({ code: 2, stdout: "" });
    for (const text of [checked.stdout, replayed.stderr]) {
      expect(text).not.toMatch(STACK);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

test("all problems at once, in the order of the file", async () => {
  const bad = PACK.replace('"fact": "event"', '"fact": "evnt"')
    .replace('"points": -10', '"points": 0')
    .replace('"told": "nothing"', '"told": "no"');
  const { stdout } = await said(["check", file("three.jsonc", bad)], { cwd });
  const lines = [...stdout.matchAll(/three\.jsonc:(\d+):\d+ {2}problem/g)].map(([, line]) => Number(line));
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});

test.each([
  ["a file that is not there", "nowhere.jsonc", "no such file"],
  ["a folder", "folder", "is a folder"],
  ["more than ten megabytes", "huge.jsonc", "bytes; at most"],
])("%s: a problem to check, and nothing to go on with for the others", async (_, name, says) => {
  mkdirSync(join(cwd, "folder"), { recursive: true });
  writeFileSync(join(cwd, "huge.jsonc"), " ".repeat(10_000_001));
  const checked = await said(["check", `./${name}`, "suining-2010"], { cwd });
  expect(checked).toMatchObject({ code: 1, stderr: "" });
  expect(checked.stdout).toContain(says);
  expect(checked.stdout).toMatch(new RegExp(`${name}:1:1 {2}problem {2}file/`));
  // What else was named is checked all the same.
  expect(checked.stdout).toMatch(/suining-2010: \d+ rules in 1 pack, usable/);
  const replayed = await said(["replay", "--rulebook", `./${name}`], { cwd });
  expect(replayed).toMatchObject({ code: 2, stdout: "" });
  for (const text of [checked.stdout, replayed.stderr]) {
    expect(text).toContain(says);
    expect(text).not.toMatch(STACK);
  }
});

describe("a rule of too many cases", () => {
  const leaves = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `{ "fact": "measures", "operator": "contains", "value": "toy/m${at}" }`,
    ).join(", ");
  const many = (count: number): string =>
    PACK.replace(
      '"rules": [',
      `"rules": [
      ${Array.from({ length: count }, (_, at) => `{ "id": "toy/m${at}", "title": "m", "when": { "all": [{ "fact": "score", "operator": "lessThan", "value": ${at} }] }, "then": { "kind": "measure", "closes": ["air-travel"] }, "evidence": "invented", "told": "nothing" }`).join(",\n")},
      { "id": "toy/big", "title": "Big", "when": { "any": [${leaves(count)}] }, "then": { "kind": "measure", "closes": ["star-hotel"] }, "evidence": "invented", "told": "nothing" },`,
    );

  test.each([13, 40])(
    "%i named measures: refused at once, by every command",
    async (count) => {
      const big = file("big.jsonc", many(count));
      expect(await said(["check", big], { cwd })).toMatchObject({ code: 1 });
      expect((await said(["check", big], { cwd })).stdout).toContain("rule/too-many-cells");
      const replayed = await said(["replay", "--rulebook", big], { cwd });
      expect(replayed.code).toBe(2);
      expect(replayed.stderr).toContain("Split it into several rules");
      expect(replayed.stderr).not.toMatch(STACK);
    },
    30_000,
  );
});

describe("a rule that feeds itself", () => {
  const feeding = PACK.replace('"value": "red-light"', '"value": "posted"').replace(
    '"id": "toy/red-light"',
    '"id": "toy/echo"',
  );
  const starting = feeding.replace(
    '"rules": [',
    `"rules": [
    { "id": "toy/start", "title": "Start", "when": { "all": [{ "fact": "event", "operator": "equal", "value": "instalment-missed" }] },
      "then": { "kind": "post", "points": -1 }, "evidence": "invented", "told": "nothing" },`,
  );
  const rulebook = file("echo.jsonc", starting);

  test("gets a note, never a refusal", async () => {
    const { code, stdout } = await said(["check", rulebook], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/note {2}lint\/feeds-itself/);
    expect(stdout).toContain("toy/echo");
  });

  test("that never settles is stopped, named, and exits with 1", async () => {
    const { code, stdout, stderr } = await said(["replay", "--rulebook", rulebook], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("STOPPED");
    expect(stdout).toMatch(/never settles: toy\/echo/);
    expect(stderr).toContain("never settles");
    const sheet = await said(["worksheet", "missed-instalment", "--rulebook", rulebook], { cwd });
    expect({ code: sheet.code, stdout: sheet.stdout }).toEqual({ code: 2, stdout: "" });
    expect(sheet.stderr).toContain("never settles");
  });
});

test.each([["suining-2010,,court-defaulters-2017"], ["+"], [","]])(
  "the expression “%s” names nothing",
  async (expression) => {
    const { code, stderr } = await said(["replay", "--rulebook", expression], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("names nothing");
  },
);

test("a leading + adds to the default", async () => {
  const own = file("own.jsonc", PACK.replace(/"scoring"[^]*?\]\s*\},/, "").replaceAll("toy", "own"));
  const { code, stdout } = await said(["replay", "--rulebook", `+${own}`, "--until", "Y1-02"], { cwd });
  expect(code).toBe(0);
  expect(stdout.replace(/\s+/g, " ")).toContain("everyday-consequences v1 + own v1");
});

test("a rule in any script is laid out, in every format", async () => {
  const own = file(
    "scripts.jsonc",
    PACK.replace('"title": "Red light"', '"title": "Rotlicht é 가나 👩‍👩‍👧 ｆｕｌｌ 失信"').replaceAll(
      "red-light",
      "instalment-missed",
    ),
  );
  for (const format of ["text", "markdown", "csv", "json"]) {
    const { code, stdout } = await said(["replay", "--rulebook", own, "--format", format, "--full"], { cwd });
    expect(code, format).toBe(0);
    expect(stdout).toContain("가나");
  }
  expect((await said(["list", "rules", "--rulebook", own], { cwd })).stdout).toContain("가나");
  expect((await said(["why", "missed-instalment", "2", "--rulebook", own], { cwd })).stdout).toContain("가나");
});
