import { fc, test } from "@fast-check/vitest";
import type { Parameters } from "fast-check";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { carriedIn } from "../../src/cli/carried-page.ts";
import { personaKnown } from "../../src/cli/personas.ts";
import { RuleTestReader } from "../../src/cli/rule-tests.ts";
import { resolveRulebook } from "../../src/cli/rulebook-expression.ts";
import { firstDifference } from "../../src/cli/saved-trace.ts";
import { stepsOf } from "../../src/cli/verified-page.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { canonicalJson, digestOf } from "../../src/load/digest.ts";
import { parseJsonc } from "../../src/load/jsonc.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { parseRulebookFile } from "../../src/load/rulebook-file.ts";
import { parseSavedTrace } from "../../src/load/saved-trace.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Trace } from "../../src/model/trace.ts";
import { type Carried } from "../../src/report/html/data.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { reportProblems } from "../../src/report/problems.ts";
import { loadWideText } from "../../src/report/text/columns.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { replay } from "../../src/replay/replay.ts";
import { ROOT, scratch } from "../cli/run.ts";
import { LONG, runs } from "../support/runs.ts";
import { shippedPersona, sound, stacked } from "../support/shipped.ts";

// Whoever writes a file by hand writes anything anywhere. What its schema refuses must not be asked what
// it means: each shipped file, with one or two of its parts made into something else, is read or refused
// with its places, and nothing is thrown.

await loadWideText();

/** What is put there, as it stands in a file: JSON has no other way to write some of them. */
const ANYTHING = [
  "1.5",
  "-0",
  "1e400",
  "0",
  "-1",
  "null",
  "true",
  '""',
  '"a"',
  '"__proto__"',
  `"${"long ".repeat(1000)}"`,
  "[]",
  "[null]",
  "[[]]",
  "{}",
  '{ "": {} }',
  '{ "kind": "post", "all": [] }',
];

/** Keys that mean something in one place or another. */
const KEYS = ["kind", "id", "when", "then", "points", "amend", "numbers", "readings", "all", "not", "min", "x", "0"];

interface Spoil {
  readonly how: "replace" | "delete" | "insert";
  /** Which child is taken, level by level, so that the top of a file is met as often as its depth. */
  readonly descent: readonly number[];
  readonly by: string;
  readonly key: string;
}

const spoil: fc.Arbitrary<Spoil> = fc.record({
  how: fc.constantFrom("replace", "delete", "insert"),
  descent: fc.array(fc.nat(10_000), { minLength: 0, maxLength: 7 }),
  by: fc.constantFrom(...ANYTHING),
  key: fc.constantFrom(...KEYS),
});
const spoils = fc.array(spoil, { minLength: 1, maxLength: 2 });

/** The text of a value with these parts made into something else. */
function spoilt(value: unknown, all: readonly Spoil[]): string {
  const placeholders = all.map(({ by }, at) => [`@@${at}@@`, by] as const);
  const copy = { file: structuredClone(value) };
  all.forEach((each, at) => apply(copy, each, placeholders[at]![0]));
  return placeholders.reduce(
    (text, [name, by]) => text.replace(JSON.stringify(name), () => by),
    JSON.stringify(copy.file ?? null, null, 2),
  );
}

function apply(root: { file: unknown }, { how, descent, key }: Spoil, by: string): void {
  let [parent, at]: [Record<string, unknown>, string] = [root, "file"];
  for (const choice of descent) {
    const held = parent[at];
    if (typeof held !== "object" || held === null) break;
    const keys = Object.keys(held);
    if (keys.length === 0) break;
    [parent, at] = [held as Record<string, unknown>, keys[choice % keys.length]!];
  }
  const held = parent[at];
  if (how === "insert" && Array.isArray(held)) held.splice((descent[0] ?? 0) % (held.length + 1), 0, by);
  else if (how === "insert" && typeof held === "object" && held !== null) Object.assign(held, { [key]: by });
  else if (how === "delete" && Array.isArray(parent)) parent.splice(Number(at), 1);
  else if (how === "delete") delete parent[at];
  else parent[at] = by;
}

/** Each has a place in one of the files, says something, and can be shown. */
function expectProblems(problems: readonly Problem[], texts: Readonly<Record<string, string>>): void {
  for (const { at, code, message, advice } of problems) {
    expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect(at.file).not.toBe("");
    expect(at.line).toBeGreaterThan(0);
    expect(at.column).toBeGreaterThan(0);
    const text = texts[at.file];
    if (text !== undefined) expect(at.line).toBeLessThanOrEqual(text.split("\n").length);
    for (const says of [message, advice]) {
      expect(says.trim()).not.toBe("");
      expect(says).not.toMatch(/undefined|NaN|\[object /);
    }
  }
  const report = reportProblems(problems, texts, styleOf(200, false));
  for (const { at } of problems) expect(report).toContain(`${at.line}:${at.column}`);
}

function valueOf(text: string): unknown {
  return sound(parseJsonc(text, "shipped")).value;
}

function filesIn(folder: string, end: string): { readonly name: string; readonly value: unknown }[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => ({ name, value: valueOf(readFileSync(join(ROOT, folder, name), "utf8")) }));
}

/** How often, so that each takes a second or two. */
function times<T>(often: number): Parameters<T> {
  return runs<T>(often, 20 * often);
}

const FOLDER = scratch();

type File = ReturnType<typeof filesIn>[number];
const OVERLAYS = filesIn("rules/overlays", ".jsonc");
const [RULEBOOKS, PACKS] = [true, false].map((composite) =>
  filesIn("rules", ".jsonc").filter(({ name }) => name.includes("composite") === composite),
) as [File[], File[]];

describe.each([
  ["rulebook", RULEBOOKS, 200],
  ["pack", PACKS, 80],
  ["overlay", OVERLAYS, 100],
] as const)("a %s", (_, files, often) => {
  test.prop([fc.constantFrom(...files), spoils], times<[File, Spoil[]]>(often))(
    "with anything anywhere can be used or has its problems",
    ({ name, value }, all) => {
      const path = join(FOLDER, name);
      writeFileSync(path, spoilt(value, all));
      const { rulebook, problems, texts } = resolveRulebook(path);
      if (rulebook === null) expect(problems.some(({ severity }) => severity === "problem")).toBe(true);
      expectProblems(problems, Object.fromEntries(texts));
    },
    LONG,
  );
});

test("a composite whose warning is a number is told just that", () => {
  const text =
    '{"kind":"rulebook","id":"b","title":"B","warning":1.5,"packs":["suining-2010","court-defaulters-2017"]}';
  expect(parseRulebookFile(text, "b.jsonc")).toMatchObject({
    problems: [{ code: "rulebook/wrong-type", at: { line: 1, column: 51, path: "warning" } }],
  });
});

const PERSONAS = filesIn("fixtures/personas", ".json");

test.prop([fc.constantFrom(...PERSONAS), spoils], times<[File, Spoil[]]>(200))(
  "a persona with anything anywhere is one or has its problems",
  ({ name, value }, all) => {
    const text = spoilt(value, all);
    const parsed = parsePersona(text, name);
    if (!parsed.ok) expect(parsed.problems).not.toEqual([]);
    expectProblems(parsed.ok ? parsed.notes : parsed.problems, { [name]: text });
  },
  LONG,
);

const TESTS = filesIn("rules/tests", ".jsonc");

test.prop([fc.constantFrom(...TESTS), spoils], times<[File, Spoil[]]>(50))(
  "a file of rule tests with anything anywhere can be run or has its problems",
  ({ name, value }, all) => {
    const path = join(FOLDER, name);
    writeFileSync(path, spoilt(value, all));
    const reader = new RuleTestReader();
    if (reader.read(path) === null) expect(reader.problems).not.toEqual([]);
    expectProblems(reader.problems, Object.fromEntries(reader.texts));
  },
  LONG,
);

const TRACE = replay(await prepare(stacked("suining-2010")), shippedPersona("case-2010"), { until: 14 });

/** Under a digest that is right, so that more than the digest is looked at. */
function resealed(text: string, rulebookOf: (value: never) => unknown): string {
  const { digest, ...content } = (rulebookOf(JSON.parse(text) as never) ?? {}) as Partial<Rulebook>;
  return typeof digest === "string" && digest !== "" ? text.replace(digest, digestOf(content)) : text;
}

test.prop([spoils], times<[Spoil[]]>(50))(
  "a saved trace with anything anywhere is lived again or has its problems",
  async (all) => {
    const text = resealed(spoilt(TRACE, all), (trace: Partial<Trace> | null) => trace?.rulebook);
    const parsed = await parseSavedTrace(text, "trace.json", personaKnown);
    expectProblems(parsed.ok ? parsed.notes : parsed.problems, { "trace.json": text });
    if (!parsed.ok) {
      expect(parsed.problems).not.toEqual([]);
      return;
    }
    const { rulebook, persona, until } = parsed.value;
    const lived = replay(await prepare(rulebook), persona, { until });
    if (canonicalJson(lived) !== canonicalJson(parsed.value)) expect(firstDifference(lived, parsed.value)).not.toBe("");
  },
  LONG,
);

const PAGE = htmlPage([{ trace: TRACE, exposes: null, byEvidence: null }], { view: "person", paper: "a4" });
const CARRIED = carriedIn(PAGE);

test("as they are, the trace and the page hold", async () => {
  expect(await parseSavedTrace(JSON.stringify(TRACE), "trace.json", personaKnown)).toMatchObject({ ok: true });
  for await (const step of stepsOf(PAGE)) expect(step).toMatchObject({ holds: true });
});

test.prop([spoils], times<[Spoil[]]>(50))(
  "a printout that carries anything anywhere holds or is told where it does not",
  async (all) => {
    const text = resealed(spoilt(CARRIED, all), (value: Partial<Carried> | null) => value?.traces?.[0]?.rulebook);
    const page = PAGE.replace(
      /(<script type="application\/json"[^>]*>)[^<]*/,
      (_, tag: string) => tag + text.replaceAll("<", "\\u003c"),
    );
    const said: string[] = [];
    for await (const { says } of stepsOf(page)) said.push(says);
    expect(said.join(" ")).not.toMatch(/undefined|NaN|\[object |^$/);
  },
  LONG,
);
