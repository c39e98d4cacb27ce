import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { demerit, ROOT } from "./run.ts";

const schema = JSON.parse(readFileSync(`${ROOT}/fixtures/trace.schema.json`, "utf8")) as object;
const accepts = new Ajv({ strict: false }).compile(schema);

function traceOf(...args: string[]): Record<string, unknown> {
  return JSON.parse(demerit(["replay", ...args, "--format", "json"]).stdout) as Record<string, unknown>;
}

test.each([
  [["missed-instalment"]],
  [["petitioner"]],
  [["one-entry"]],
  [["case-2010", "--rulebook", "suining-2010"]],
  [["missed-instalment", "--rulebook", "court-defaulters-2017,everyday-consequences"]],
])("the trace of %j fits the committed schema", (args) => {
  expect(accepts(traceOf(...args)), JSON.stringify(accepts.errors?.slice(0, 3))).toBe(true);
});

describe("what does not fit", () => {
  const trace = traceOf("one-entry");
  test.each<[string, (copy: Record<string, any>) => void]>([
    ["another version", (copy) => { copy["traceVersion"] = 2; }],
    ["another notice", (copy) => { copy["notice"] = "A record."; }],
    ["a word about a person", (copy) => { copy["persona"]["comment"] = "lives next door"; }],
    ["a name of one's own", (copy) => { copy["persona"]["name"] = "Li Wei"; }],
    ["a date", (copy) => { copy["entries"][1]["month"] = "2014-03-01"; }],
    ["an unknown effect", (copy) => { copy["entries"][0]["effects"][0]["kind"] = "fined"; }],
  ])("%s", (_, damage) => {
    const copy = structuredClone(trace);
    damage(copy);
    expect(accepts(copy)).toBe(false);
  });
});
