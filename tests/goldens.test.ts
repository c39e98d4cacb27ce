import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, said, scratch } from "./cli/run.ts";
import { expectGolden, GOLDENS } from "./support/golden.ts";

// Each golden is a page that somebody reads: change one only after reading the difference as prose. Most are of
// one life under the rules of a small town (tests/support), where a missed instalment comes round to the next
// within a year: short enough to be read whole, and each shows one thing.
const TOWN = "tests/support/small-town.jsonc";
const MILDER = "tests/support/milder-town.jsonc";
const LIFE = "missed-instalment";
const IN_TOWN = ["--rulebook", TOWN, "--until", "Y1-12"];
const BRIEFLY = ["--rulebook", TOWN, "--until", "Y1-02"];

test.each<[name: string, args: readonly string[]]>([
  ["demerit--without-arguments.txt", []],
  ["demerit--help.txt", ["--help"]],
  ["list--personas.txt", ["list", "personas"]],
  ["list--rules-of-the-small-town.txt", ["list", "rules", "--rulebook", TOWN]],
  ["check--notes-and-coverage.txt", ["check", TOWN, "--coverage"]],
  ["replay--small-town.txt", ["replay", ...IN_TOWN]],
  ["replay--small-town.md", ["replay", "--rulebook", TOWN, "--until", "Y1-04", "--format", "markdown"]],
  ["replay--small-town.csv", ["replay", "--rulebook", TOWN, "--until", "Y1-11", "--format", "csv"]],
  ["replay--small-town--as-the-clerk-sees-it.txt", ["replay", ...IN_TOWN, "--view", "clerk"]],
  ["replay--small-town--as-the-person-was-told.txt", ["replay", ...IN_TOWN, "--view", "person"]],
  ["replay--small-town--as-the-person-was-told.json", ["replay", ...BRIEFLY, "--view", "person", "--format", "json"]],
  [
    "replay--small-town--side-by-side.txt",
    ["replay", "--rulebook", TOWN, "--until", "Y1-11", "--view", "side-by-side"],
  ],
  ["replay--small-town--side-by-side.md", ["replay", ...BRIEFLY, "--view", "side-by-side", "--format", "markdown"]],
  ["replay--milder-town--every-rule-consulted.txt", ["replay", "--rulebook", MILDER, "--until", "Y1-03", "--full"]],
  ["why--an-instalment-was-missed.txt", ["why", LIFE, "21", "--rulebook", TOWN]],
  [
    "compare--small-and-milder-town.txt",
    ["compare", TOWN, MILDER, LIFE, "petitioner", "ruined-trader", "--until", "Y1-12"],
  ],
  ["compare--small-and-milder-town.md", ["compare", TOWN, MILDER, LIFE, "--until", "Y1-12", "--format", "markdown"]],
  ["compare--small-and-milder-town.csv", ["compare", TOWN, MILDER, LIFE, "--until", "Y1-12", "--format", "csv"]],
  ["compare--small-and-milder-town.html", ["compare", TOWN, MILDER, LIFE, "--until", "Y1-10", "--format", "html"]],
  [
    "picture--who-was-hurt.svg",
    ["compare", TOWN, MILDER, LIFE, "petitioner", "ruined-trader", "--until", "Y1-12", "--format", "svg"],
  ],
  ["ablate--small-town.txt", ["ablate", LIFE, "--rulebook", TOWN, "--until", "Y1-10"]],
  ["sweep--what-a-missed-instalment-costs.txt", ["sweep", "small-town/arrears.points", LIFE, "petitioner", ...IN_TOWN]],
  ["readings--small-town.txt", ["readings", LIFE, "petitioner", "ruined-trader", ...IN_TOWN]],
  ["repair--how-not-to-fall-to-class-C.txt", ["repair", LIFE, "--avoid", "C", ...IN_TOWN]],
  ["wrong-record--petitioner.txt", ["wrong-record", "petitioner"]],
  ["print--small-town.html", ["print", ...BRIEFLY]],
  ["print--small-town--as-the-person-was-told.html", ["print", ...BRIEFLY, "--view", "person"]],
  ["worksheet--sheet-1.txt", ["worksheet", LIFE, "--rulebook", TOWN, "--until", "Y1-10"]],
  ["worksheet--key-of-sheet-2.md", ["worksheet", LIFE, ...IN_TOWN, "--seed", "2", "--key", "--format", "markdown"]],
])("%s", async (name, args) => {
  const { code, stdout, stderr } = await said(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expectGolden(name, stdout);
});

test("picture--life-line.svg and picture--chain-of-harm.svg", async () => {
  const folder = scratch();
  const { code } = await said(["print", "--rulebook", TOWN, "--until", "Y1-11", "--format", "svg", "-o", folder]);
  expect(code).toBe(0);
  const picture = (which: string): string => readFileSync(join(folder, `${LIFE}--${which}.svg`), "utf8");
  await expectGolden("picture--life-line.svg", picture("life-line"));
  await expectGolden("picture--chain-of-harm.svg", picture("chain-of-harm"));
});

test.each([
  ["review--suining-2010.txt", "suining-2010"],
  ["review--court-defaulters-2017.txt", "court-defaulters-2017"],
  ["review--everyday-consequences.txt", "everyday-consequences"],
])("%s", async (name, pack) => {
  const { code, stdout, stderr } = await said(["check", pack, "--review"], { env: { COLUMNS: "100" } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [, sheet] = stdout.split("\nReview sheet: ");
  await expectGolden(name, `Review sheet: ${sheet!}`);
});

test("test--a-failing-test.txt", async () => {
  const { code, stdout, stderr } = await said(["test", "tests/cli/failing.test.jsonc"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  await expectGolden("test--a-failing-test.txt", stdout);
});

test("handout--what-to-print-and-the-rules.md", async () => {
  const { code, stdout } = await said(["handout", "--rulebook", TOWN, "--format", "markdown"]);
  expect(code).toBe(0);
  const headOf = (part: string): string => /^## (.*)/.exec(part)?.[1] ?? "";
  const parts = stdout.split(/^(?=## )/m);
  expect(parts.map(headOf)).toEqual([
    "",
    "In this handout",
    "Before the lesson",
    "A plan for 45 minutes: one life, and how one thing leads to another",
    "A plan for 90 minutes: three lives, and a rule book that one may edit",
    "Myths and facts",
    "Background",
    "Three lives",
    "Lost by one act, won back by many",
    "One safeguard",
    "The rule book",
    "Where to read on",
    "Sources",
  ]);
  // The others are data, of which lesson.test.ts sees that all of it is there, and lives, which have pages of their own.
  const made = ["", "In this handout", "Before the lesson", "Lost by one act, won back by many", "One safeguard", "The rule book"]; // prettier-ignore
  await expectGolden(
    "handout--what-to-print-and-the-rules.md",
    parts.filter((part) => made.includes(headOf(part))).join(""),
  );
});

test("every golden is compared by some test, and all together are not more than somebody reads", () => {
  const tests = readdirSync(join(ROOT, "tests"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(ROOT, "tests", file), "utf8"))
    .join("");
  const goldens = readdirSync(GOLDENS);
  expect(goldens.filter((name) => !tests.includes(`"${name}"`))).toEqual([]);
  const sizes = goldens.map((name) => statSync(join(GOLDENS, name)).size);
  expect(Math.max(...sizes)).toBeLessThan(24_000);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(260_000);
});
