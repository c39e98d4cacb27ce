import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleTestJsonSchema } from "../../src/load/json-schema.ts";
import { parseRuleTests } from "../../src/load/rule-test.ts";
import { unnamedLife } from "../../src/load/unnamed-life.ts";
import { NAMES } from "../../src/model/vocabulary/names.ts";
import { ROOT, said, scratch } from "../cli/run.ts";
import { isClosed, type Schema, textsIn } from "../support/schema-texts.ts";

const KNOWN = { personas: ["one-entry"], rulebook: () => ({ scoring: null }) };

function fileWith(life: string): string {
  return `{ "kind": "rule-test", "tests": [{ "title": "a test", ${life}, "expect": { "denials": 0 } }] }`;
}

const EVENT = '{ "at": "Y1-02", "event": "red-light" }';
const eventsOf = (many: number): string => `"events": [${Array.from({ length: many }, () => EVENT).join(", ")}]`;

describe("a rule test lists at most eight unnamed closed-list events and no circumstances", () => {
  test("eight are read", () => {
    expect(parseRuleTests(fileWith(eventsOf(8)), "x", KNOWN)).toMatchObject({ ok: true });
  });

  test.each([
    ["a ninth event", eventsOf(9)],
    ["circumstances", `"circumstances": { "work": "employed" }, ${eventsOf(1)}`],
    ["circumstances beside a persona", '"persona": "one-entry", "circumstances": { "work": "employed" }'],
    ["a name from the list", `"name": "luo-min", ${eventsOf(1)}`],
    ["a name of one's own", `"name": "Somebody", ${eventsOf(1)}`],
    ["a person written out", '"persona": { "name": "luo-min" }'],
    ["somebody who is no persona", '"persona": "somebody"'],
    ["an event in words", '"events": [{ "at": "Y1-02", "event": "saw her take the money" }]'],
    ["a remark on an event", '"events": [{ "at": "Y1-02", "event": "red-light", "note": "near home" }]'],
    ["a calendar date", '"events": [{ "at": "2014-05-03", "event": "red-light" }]'],
    ["an identity number in the title", `"title": "320324199001010000", ${eventsOf(1)}`],
    ["an address in the title", `"title": "somebody@example.org", ${eventsOf(1)}`],
  ])("%s", (_, life) => {
    const text = life.includes('"title"') ? fileWith(life).replace('"title": "a test", ', "") : fileWith(life);
    const parsed = parseRuleTests(text, "x", KNOWN);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok && !life.includes('{ "name"'))
      expect(parsed.problems.map(({ advice }) => advice).join(" ")).toContain("ETHICS.md");
  });

  test("but for titles, classes and the rulebook, every word comes from a closed list", () => {
    const root = ruleTestJsonSchema() as Schema;
    const open = textsIn(root, root, "test").filter(({ schema }) => !isClosed(schema));
    // A title speaks of rules; a class must be one of the rulebook's; a rulebook must be found.
    expect([...new Set(open.map(({ path }) => path))].sort()).toEqual([
      "test.rulebook",
      "test.tests[].expect.class",
      "test.tests[].expect.worstClass",
      "test.tests[].title",
    ]);
  });
});

test("a persona's file is no rule test", async () => {
  const { code, stdout, stderr } = await said(["test", join(ROOT, "fixtures/personas/petitioner.json")]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("ETHICS.md");
});

test("rule tests are no way round the 32 personas of one run", async () => {
  const cwd = scratch();
  const lives = (many: number): string =>
    Array.from(
      { length: many },
      (_, seed) => `{ "title": "seed ${seed}", "persona": "seed-${seed}", "expect": { "at": "Y1-01", "denials": 0 } }`,
    ).join(", ");
  writeFileSync(join(cwd, "a.test.jsonc"), `{ "kind": "rule-test", "tests": [${lives(32)}] }`);
  writeFileSync(join(cwd, "b.test.jsonc"), `{ "kind": "rule-test", "tests": [${lives(33)}] }`);
  expect((await said(["test", "a.test.jsonc"], { cwd })).code).not.toBe(2);
  const { code, stdout, stderr } = await said(["test", "b.test.jsonc"], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("ETHICS.md");
});

test("the name that an unnamed life has inside is nowhere in its output", async () => {
  const { name } = unnamedLife([]).persona;
  const file = join(ROOT, "tests/cli/failing.test.jsonc");
  for (const format of ["text", "json"]) {
    const { stdout } = await said(["test", file, "--format", format]);
    expect(stdout).toContain("drunk driving");
    for (const word of [name, NAMES[name].latin, NAMES[name].chinese]) expect(stdout).not.toContain(word);
  }
});

test("what the program says of an unnamed life is not a life that it would read", () => {
  for (const file of readdirSync(join(ROOT, "rules/tests")))
    expect(readFileSync(join(ROOT, "rules/tests", file), "utf8")).not.toMatch(/"(name|circumstances)"/);
});
