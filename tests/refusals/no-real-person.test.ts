import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { personaJsonSchema, traceJsonSchema } from "../../src/load/json-schema.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { isClosed, type Schema, textsIn } from "../support/schema-texts.ts";

const FIXTURE = readFileSync(new URL("../../fixtures/personas/missed-instalment.json", import.meta.url), "utf8");

test("every word of a persona comes from a closed list", () => {
  const root = personaJsonSchema() as Schema;
  const texts = textsIn(root, root, "persona");
  expect(texts.length).toBeGreaterThan(15);
  const open = texts
    .filter(({ schema }) => schema.enum === undefined && schema.const === undefined)
    .map(({ path }) => path);
  // The id, which names the fixture's file, and story time are patterns; $schema names the schema.
  expect([...new Set(open)].sort()).toEqual(["persona.$schema", "persona.id", "persona.timeline[].at"]);
  expect(texts.filter(({ schema }) => !isClosed(schema))).toEqual([]);
});

test("every word that a trace says of a person comes from a closed list, or is the name of a rule", () => {
  const root = traceJsonSchema() as Schema;
  const about = textsIn(root, root, "trace").filter(({ path }) => /^trace\.(persona|opening|entries|quiet)/.test(path));
  expect(about.length).toBeGreaterThan(50);
  const free = about
    .filter(({ schema }) => !isClosed(schema))
    .map(({ path }) => path.replace(/^trace\.(entries|quiet)\[\]\./, ""));
  // Classes are the rulebook's own words; and the values met, like all else, have to come out again
  // when the trace is read and lived anew.
  expect([...new Set(free)].sort()).toEqual([
    "after.class",
    "effects[].class",
    "effects[].from",
    "effects[].to",
    "findings[].met[].actual",
    "findings[].met[].actual[]",
    "happening.subject.previousClass",
    "subject.previousClass",
    "trace.opening.class",
  ]);
});

describe("there is no room for", () => {
  test.each([
    ["an identity number", '"idNumber": "320324199001010000",'],
    ["an address", '"address": "1 Example Road",'],
    ["a telephone number", '"phone": "+86 516 0000 0000",'],
    ["a photograph", '"photo": "me.png",'],
    ["a date of birth", '"born": "1990-01-01",'],
    ["a remark", '"comment": "my neighbour",'],
    ["a real name beside the invented one", '"realName": "Somebody",'],
    ["a score given from outside", '"score": 512,'],
  ])("%s", (_, key) => {
    const parsed = parsePersona(FIXTURE.replace('"kind"', `${key} "kind"`), "persona.json");
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems.map(({ advice }) => advice).join(" ")).toContain("ETHICS.md");
  });

  test.each([
    ["a name that is not on the list", '"luo-min"', '"zhang-wei"'],
    ["a name in other letters", '"luo-min"', '"罗敏"'],
    ["a name that only looks like one on the list", '"luo-min"', '"luо-min"'],
    ["a circumstance of one's own", '"distant"', '"lives at 1 Example Road"'],
    ["conduct of one's own", '"medicine-bought"', '"saw her take the money"'],
    ["a calendar date", '"Y1-10"', '"2014-10"'],
    ["a year after the story", '"Y1-10"', '"Y2014-10"'],
    ["an id that says who", '"missed-instalment"', '"Zhang Wei, 3rd floor"'],
  ])("%s", (_, from, to) => {
    expect(FIXTURE).toContain(from);
    expect(parsePersona(FIXTURE.replace(from, to), "persona.json").ok).toBe(false);
  });
});
