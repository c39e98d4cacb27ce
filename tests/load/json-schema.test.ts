import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import {
  overlayJsonSchema,
  packJsonSchema,
  personaJsonSchema,
  rulebookJsonSchema,
} from "../../src/load/json-schema.ts";
import { parseJsonc } from "../../src/load/jsonc.ts";
import { SCHEMAS, schemaText } from "../tools/schemas.ts";
import { edited, OVERLAY, PACK, PERSONA, RULEBOOK } from "./samples.ts";

const ajv = new Ajv({ strict: false });
const accepts = {
  pack: ajv.compile(packJsonSchema()),
  overlay: ajv.compile(overlayJsonSchema()),
  persona: ajv.compile(personaJsonSchema()),
  rulebook: ajv.compile(rulebookJsonSchema()),
};

function valueOf(text: string): unknown {
  const parsed = parseJsonc(text, "x");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.value;
}

test.each(Object.entries(SCHEMAS))("%s is in step (else: npm run schemas)", (file, make) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).toBe(schemaText(make));
});

test.each([
  ["pack", PACK],
  ["overlay", OVERLAY],
  ["persona", PERSONA],
  ["rulebook", RULEBOOK],
] as const)("a valid %s is accepted", (kind, text) => {
  expect(accepts[kind](valueOf(text)), JSON.stringify(accepts[kind].errors)).toBe(true);
});

test.each(["suining-2010", "court-defaulters-2017", "everyday-consequences"])(
  "the shipped pack %s is accepted",
  (name) => {
    expect(
      accepts.pack(valueOf(readFileSync(new URL(`../../rules/${name}.jsonc`, import.meta.url), "utf8"))),
      JSON.stringify(accepts.pack.errors),
    ).toBe(true);
  },
);

test.each(readdirSync(new URL("../../rules/overlays/", import.meta.url)))(
  "the shipped overlay %s is accepted",
  (name) => {
    expect(
      accepts.overlay(valueOf(readFileSync(new URL(`../../rules/overlays/${name}`, import.meta.url), "utf8"))),
      JSON.stringify(accepts.overlay.errors),
    ).toBe(true);
  },
);

describe("what an editor can know is refused", () => {
  test.each([
    ["an unknown key", '"asOf"', '"colour": 1, "asOf"'],
    ["an unknown door", '["high-speed-rail"]', '["boat"]'],
    ["an unknown fact", '"fact": "priorCount"', '"fact": "prior"'],
    ["an unknown event", '"value": "red-light"', '"value": "green-light"'],
    ["an operator that does not fit", '"operator": "lessThan"', '"operator": "contains"'],
    ["a number in quotes", '"value": 3', '"value": "3"'],
    ["a path", '"value": 3', '"value": 3, "path": "$"'],
    [
      "an empty all",
      PACK.slice(PACK.indexOf('{ "all": ['), PACK.indexOf('] },\n      "then": { "kind": "post"') + 3),
      '{ "all": [] }',
    ],
    ["no points", '"points": -10', '"points": 0'],
    ["an unknown effect", '"kind": "post"', '"kind": "fine"'],
    ["a lead to two things", '"event": "shift-missed"', '"event": "shift-missed", "attempt": "air-travel"'],
  ])("%s", (_, from, to) => expect(accepts.pack(valueOf(edited(PACK, from, to)))).toBe(false));

  test("a key of an overlay that cannot be amended", () => {
    expect(accepts.overlay(valueOf(edited(OVERLAY, '"then": { "points": -5 }', '"pack": "mine"')))).toBe(false);
    expect(accepts.overlay(valueOf(edited(OVERLAY, '"toy/red-light"', '"red-light"')))).toBe(false);
  });

  test("words of one's own in a persona", () => {
    expect(accepts.persona(valueOf(edited(PERSONA, '"luo-min"', '"Li Wei"')))).toBe(false);
    expect(accepts.persona(valueOf(edited(PERSONA, '"name"', '"comment": "x", "name"')))).toBe(false);
    expect(accepts.persona(valueOf(edited(PERSONA, "Y1-02", "2014-05")))).toBe(false);
  });
});

test("an editor is told of comments and trailing commas, and completes keys and words", () => {
  const schema = packJsonSchema();
  expect(schema).toMatchObject({ allowComments: true, allowTrailingCommas: true });
  expect(JSON.stringify(schema)).toContain('"court-defaulters"');
  expect(JSON.stringify(schema)).toContain("Doors at which every attempt is denied.");
});
