import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sealed } from "../../src/load/assemble.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { type Ran, said, scratch, STACK } from "./run.ts";

const cwd = scratch();
const options = ["--until", "Y2-06"];
await said(["print", "petitioner", ...options, "-o", "page.html"], { cwd });
await said(
  [
    "print",
    "one-entry",
    "petitioner",
    ...options,
    "--compare",
    "+court-guidance-2019",
    "--paper",
    "letter",
    "-o",
    "several.html",
  ],
  { cwd },
);
await said(["print", "petitioner", ...options, "--view", "person", "-o", "person.html"], { cwd });
await said(
  ["print", "petitioner", ...options, "--view", "side-by-side", "--reading", "loan-amount=fifty", "-o", "beside.html"],
  { cwd },
);
const PAGE = readFileSync(join(cwd, "page.html"), "utf8");

async function verify(page: string): Promise<Ran> {
  writeFileSync(join(cwd, "changed.html"), page);
  const ran = await said(["verify", "changed.html"], { cwd, env: { COLUMNS: "1000" } });
  expect(ran.stderr).not.toMatch(STACK);
  return ran;
}

test.each(["page.html", "several.html", "person.html"])("%s holds, step by step", async (file) => {
  const { code, stdout, stderr } = await said(["verify", file], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.match(/^✓/gm)).toHaveLength(3);
  expect(stdout).toContain("Everything holds.");
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("as it is in this package");
});

test("lives under different rulebooks on one page are found, though each is as its own rulebook gives it", async () => {
  const one = (await said(["print", "petitioner", ...options, "--rulebook", "suining-2010"], { cwd })).stdout;
  const carried = (page: string): string => /id="demerit">([^<]*)</.exec(page)![1]!;
  const [here, there] = [PAGE, one].map((page) => JSON.parse(carried(page)) as { traces: unknown[] });
  const both = JSON.stringify({ ...here, traces: [...here!.traces, ...there!.traces] });
  const { code, stdout } = await verify(PAGE.replace(carried(PAGE), () => both));
  expect(code).toBe(1);
  expect(stdout).toContain("✗ Lives of one page stand under different rulebooks");
});

test("a page about a question carries no trace, and verify says how it is checked", async () => {
  const { stdout } = await said(["compare", "suining-composite", "+reward-only-2019", "one-entry", "--format", "html"]);
  const { code, stdout: says } = await verify(stdout);
  expect(code).toBe(1);
  expect(says).toContain("“Again”");
});

test("a page that came through another system's line ends holds", async () => {
  expect((await verify(`\uFEFF${PAGE.replaceAll("\n", "\r\n")}`)).code).toBe(0);
});

describe("a digit changed by hand is found", () => {
  // Every place where a digit is printed; a good many of them, spread over the page.
  const body = PAGE.indexOf("<main>");
  const end = PAGE.indexOf('<script type="application/json"');
  const digits = [...PAGE.slice(body, end).matchAll(/(?<=>[^<]*)\d(?=[^<]*<)/g)].map(({ index }) => body + index);
  const tried = digits.filter((_, at) => at % Math.ceil(digits.length / 10) === 3);

  test("there are many", () => expect(digits.length).toBeGreaterThan(300));

  test.each(tried)("in the text, at %i", async (at) => {
    const other = PAGE[at] === "9" ? "8" : String(Number(PAGE[at]) + 1);
    const { code, stdout } = await verify(PAGE.slice(0, at) + other + PAGE.slice(at + 1));
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /✗ Drawn again from the trace, the page does not say the same: (?:under “[^”]+”|at its head) it says “/,
    );
    expect(stdout).not.toContain("Everything holds.");
  });

  test.each([
    ["a score", '"score":950', '"score":951', /✗ Replayed, petitioner does not come out so: entry #\d+/],
    ["points of a rule", '"points":-50', '"points":-40', /✗ The page carries a trace that cannot be used: .*digest/],
    [
      "circumstances",
      '"savings":"none"',
      '"savings":"some"',
      /✗ The page carries a trace that cannot be used: .*not a person/,
    ],
    ["a month", '"until":17', '"until":18', /✗/],
  ])("in the trace: %s", async (_, from, to, says) => {
    expect(PAGE).toContain(from);
    const { code, stdout } = await verify(PAGE.replace(from, to));
    expect(code).toBe(1);
    expect(stdout).toMatch(says);
  });

  test("in a drawing", async () => {
    const { code, stdout } = await verify(
      PAGE.replace(/<path d="M(\d)/, (_, digit: string) => `<path d="M${(Number(digit) + 1) % 10}`),
    );
    expect(code).toBe(1);
    expect(stdout).toContain("the words are the same, but not the page around them, from line");
  });
});

describe("what else may have been done to a page", () => {
  test.each([
    [
      "a sentence added",
      "</main>",
      "<p>All of this is real.</p></main>",
      "it says “All of this is real.”, and the trace gives nothing more.",
    ],
    ["a sentence taken out", /<p>The same input[^]*?<\/p>/, "", "and the trace gives “The same input"],
    ["words of its own from a style", "</style>", "td::after{content:'0'}</style>", "not the page around them"],
    ["a script", "</body>", "<script>alert(1)</script></body>", "not the page around them"],
    ["something hidden", '<p class="about">', '<p class="about" hidden>', "not the page around them"],
    ["the notice", "Invented persons only: this", "Real persons: this", "it says “"],
    ["its data taken out", /<script type="application\/json"[^]*<\/script>/, "", "This is no printout"],
    [
      "its data twice",
      "</body>",
      '<script type="application/json" id="demerit">{}</script></body>',
      "carries 2 traces",
    ],
    ["its data halved", /("entries":)[^]*(<\/script>)/, "$1$2", "no JSON"],
    ["other data", /(id="demerit">)[^]*(<\/script>)/, '$1{"printout":1}$2', "not what a printout carries"],
    [
      "data nested without end, between brackets in strings",
      '"traces":[{',
      `"traces":[{"x":${'["]",'.repeat(50_000)}0${"]".repeat(50_000)},`,
      "nested deeper",
    ],
    [
      "data nested without end",
      '"traces":[{',
      `"traces":[{"x":${"[".repeat(200_000)}${"]".repeat(200_000)},`,
      "nested deeper",
    ],
    ["another version", '"printout":1', '"printout":2', "version 2"],
    ["another view", '"view":"auditor"', '"view":"person"', "does not say the same"],
    ["an answer of its own", '"answers":{}', '"answers":{"loan-amount":"fifty"}', "is not answered by"],
    [
      "a rulebook that is not there",
      /"rulebook":\{"id"[^]*?\},"persona"/,
      '"rulebook":"abc","persona"',
      "is not there",
    ],
  ])("%s", async (_, from, to, says) => {
    const changed = PAGE.replace(from, to);
    expect(changed === PAGE).toBe(false);
    const { code, stdout } = await verify(changed);
    expect(code).toBe(1);
    expect(stdout).toContain(says);
  });

  test("a composite that no longer says what it is, though its digest is right again", async () => {
    const page = (warning: string | null): string => {
      const [whole, data] = /id="demerit">([^<]*)</.exec(PAGE)!;
      const carried = JSON.parse(data!) as { traces: [{ rulebook: Rulebook }] };
      carried.traces[0].rulebook = sealed({ ...carried.traces[0].rulebook, warning });
      return PAGE.replace(whole, () => `id="demerit">${JSON.stringify(carried)}<`);
    };
    for (const warning of [null, "This is how it really was."]) {
      const { code, stdout } = await verify(page(warning));
      expect(code).toBe(1);
      expect(stdout).toContain("does not say that nobody lived under exactly these rules together");
    }
  });

  test("a page of an edited rulebook says so, and holds", async () => {
    writeFileSync(
      join(cwd, "edit.jsonc"),
      readFileSync(new URL("../../rules/overlays/court-guidance-2019.jsonc", import.meta.url), "utf8").replace(
        "The court's guidance of 2019",
        "My <b>own</b> [[[[[[[[ guidance {{{{{{",
      ),
    );
    expect(
      (await said(["print", "one-entry", "--rulebook", "edit.jsonc", ...options, "-o", "edited.html"], { cwd })).code,
    ).toBe(0);
    const { code, stdout } = await said(["verify", "edited.html"], { cwd });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("not in this package as it stands");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Everything holds, under rules that are not this package's");
    expect(readFileSync(join(cwd, "edited.html"), "utf8")).not.toContain("<b>own");
  });

  test.each([
    ["no file", "nowhere.html", "there is no such file"],
    ["a folder", ".", "is a folder"],
    ["a PDF", "page.pdf", "is a PDF"],
  ])("%s cannot be checked", async (_, file, says) => {
    writeFileSync(join(cwd, "page.pdf"), "%PDF-1.4");
    const { code, stdout, stderr } = await said(["verify", file], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });
});

test("a page whose questions were answered otherwise says how, and holds", async () => {
  expect(readFileSync(join(cwd, "beside.html"), "utf8")).toContain("--reading loan-amount=fifty");
  const { code, stdout } = await said(["verify", "beside.html"], { cwd });
  expect(code).toBe(0);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("as it is in this package");
});
