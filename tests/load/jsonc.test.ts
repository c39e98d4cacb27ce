import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LARGEST, parseJsonc } from "../../src/load/jsonc.ts";
import { kindOf } from "../../src/load/kind.ts";
import { parsePack } from "../../src/load/pack.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { parseRulebookFile } from "../../src/load/rulebook-file.ts";
import { runs } from "../support/runs.ts";
import { PACK, PERSONA } from "./samples.ts";

const READERS = { parsePack, parsePersona, parseRulebookFile, parseJsonc };
const codes = (text: string): string[] => {
  const parsed = parseJsonc(text, "x");
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

describe("texts that no parser should be given", () => {
  test.each([
    ["nothing", "", "file/empty"],
    ["spaces", " \n\t ", "file/empty"],
    ["a byte order mark alone", "\uFEFF", "file/empty"],
    ["a comment alone", "// nothing", "file/syntax"],
    ["ten thousand open brackets", "[".repeat(10_000), "file/too-deep"],
    ["five thousand nested objects", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, "file/too-deep"],
    ["65 levels", `${"[".repeat(65)}${"]".repeat(65)}`, "file/too-deep"],
    ["ten megabytes", " ".repeat(10_000_000), "file/too-large"],
    ["one character too many", `"${"x".repeat(LARGEST - 1)}"`, "file/too-large"],
    ["a hundred thousand values", `[${"1,".repeat(100_000)}1]`, "file/too-many-values"],
    ["a number beyond all numbers", '{ "a": -1e400 }', "file/too-large-a-number"],
  ])("%s", (_, text, code) => expect(codes(text)).toEqual([code]));

  test("64 levels are read", () => expect(codes(`${"[".repeat(64)}${"]".repeat(64)}`)).toEqual([]));
  test("brackets in text and comments do not count", () =>
    expect(codes(`/* ${"[".repeat(100)} */ "${"[".repeat(100)}"`)).toEqual([]));
  test("a file of nonsense gets a page of problems, not a book", () =>
    expect(codes("\u0000".repeat(1000))).toHaveLength(101));
});

describe("places", () => {
  test("a byte order mark is passed over, and columns count from after it", () => {
    expect(parsePack(`\uFEFF${PACK}`, "x")).toMatchObject({ ok: true });
    expect(parseJsonc('\uFEFF{ "a": nope }', "x")).toMatchObject({
      problems: [{ at: { line: 1, column: 8, endColumn: 12 } }],
    });
  });

  test.each(["\n", "\r\n", "\r"])("lines end with %j", (end) => {
    expect(parseJsonc(`{${end}${end}  "a": nope }`, "x")).toMatchObject({ problems: [{ at: { line: 3, column: 8 } }] });
  });

  test("a missing part is placed where it is missed, a key at its key", () => {
    const parsed = parseJsonc('{\n  "a": [ { "b": 1 } ]\n}', "x");
    if (!parsed.ok) throw new Error("unreadable");
    const { locate } = parsed.value;
    expect(locate(["a", 0, "b"])).toEqual({ file: "x", line: 2, column: 17, endColumn: 18, path: "a[0].b" });
    expect(locate(["a", 0, "b"], "key")).toMatchObject({ line: 2, column: 12, endColumn: 15 });
    expect(locate(["a", 0, "c", "d"])).toMatchObject({ line: 2, column: 10, endColumn: 11, path: "a[0].c.d" });
    expect(locate(["a", 7])).toMatchObject({ line: 2, column: 8 });
  });
});

test("0 has no sign", () => {
  expect(parseJsonc("[-0, -0.0, 0]", "x")).toMatchObject({ value: { value: [0, 0, 0] } });
});

test("comments and trailing commas are read", () => {
  expect(parseJsonc('// one\n{ "a": [1, 2,], /* two */ }', "x")).toMatchObject({
    ok: true,
    value: { value: { a: [1, 2] } },
  });
});

test.each(Object.entries(READERS))("%s never throws, whatever the text", (_, read) => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.json(),
        fc.string({ unit: fc.constantFrom(...'{ } [ ] " , : \\ u 0 1 9 a b / *'.split(" ")) }),
      ),
      (text) => {
        const parsed = read(text, "x");
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
      },
    ),
    runs(300),
  );
});

test.each([
  [PACK, "pack"],
  [PERSONA, "persona"],
  ['{ "kind": "rulebook" }', "rulebook"],
  ['{ "kind": "trace" }', undefined],
  ["3", undefined],
  ["{", undefined],
  ["[".repeat(10_000), undefined],
])("the kind of a file", (text, kind) => expect(kindOf(text)).toBe(kind));
