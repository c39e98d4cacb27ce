import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { ROOT, said } from "./run.ts";

const schema = JSON.parse(readFileSync(`${ROOT}/fixtures/trace.schema.json`, "utf8")) as object;
const accepts = new Ajv({ strict: false }).compile(schema);

async function traceOf(...args: string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await said(["replay", ...args, "--format", "json"])).stdout) as Record<string, unknown>;
}

test.each([
  [["missed-instalment"]],
  [["petitioner"]],
  [["one-entry"]],
  [["case-2010", "--rulebook", "suining-2010"]],
  [["missed-instalment", "--rulebook", "court-defaulters-2017,everyday-consequences"]],
])("the trace of %j fits the committed schema", async (args) => {
  expect(accepts(await traceOf(...args)), JSON.stringify(accepts.errors?.slice(0, 3))).toBe(true);
});

describe("what does not fit", async () => {
  const trace = await traceOf("one-entry");
  test.each([
    ["another version", '"traceVersion":4', '"traceVersion":3'],
    ["another notice", '"notice":"Invented', '"notice":"Real'],
    ["a word about a person", '"persona":{', '"persona":{"comment":"lives next door",'],
    ["a name of one's own", '"name":"ning-an"', '"name":"Li Wei"'],
    ["a date", '"month":7', '"month":"2014-03-01"'],
    ["an unknown effect", '"kind":"imposed"', '"kind":"fined"'],
  ])("%s", (_, from, to) => {
    const text = JSON.stringify(trace);
    expect(text).toContain(from);
    expect(accepts(JSON.parse(text.replace(from, to)))).toBe(false);
  });
});
