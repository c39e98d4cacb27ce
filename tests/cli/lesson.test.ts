import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BACKGROUND } from "../../src/report/lesson/facts/background.ts";
import { MYTHS } from "../../src/report/lesson/facts/myths.ts";
import { PLANS } from "../../src/report/lesson/facts/plans.ts";
import { READING } from "../../src/report/lesson/facts/reading.ts";
import { LESSON_SOURCES } from "../../src/report/lesson/facts/sources.ts";
import { said, scratch, STACK } from "./run.ts";

describe("a worksheet", () => {
  test("is the same for the same number, and another for another", async () => {
    const [one, same, other] = await Promise.all(
      ["4", "4", "5"].map(
        async (seed) => (await said(["worksheet", "missed-instalment", "--seed", seed, "--format", "html"])).stdout,
      ),
    );
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  test("is made of a drawn person, to a month, under another rulebook, and says how", async () => {
    const { code, stdout } = await said([
      "worksheet",
      "seed-7",
      "--rulebook",
      "suining-2010",
      "--reading",
      "restoration=five-years",
      "--until",
      "Y4-01",
    ]);
    expect(code).toBe(0);
    const command = /The same sheet again: ([^]*)$/.exec(stdout)![1]!.replaceAll(/\s+/g, " ").trim();
    expect((await said(command.split(" ").slice(1))).stdout).toBe(stdout);
  });

  test.each([
    [["worksheet"], /missing required argument 'persona'/],
    [["worksheet", "nobody"], /there is no persona “nobody”/],
    [["worksheet", "petitioner", "--seed", "-1"], /“-1” is no number of a sheet/],
    [["worksheet", "petitioner", "--seed", "1e3"], /“1e3” is no number of a sheet/],
    [
      ["worksheet", "petitioner", "--format", "svg"],
      /“worksheet” has no format “svg”; it has text, markdown, html, pdf/,
    ],
    [["worksheet", "fixtures/personas/petitioner.json"], /is not a persona of this package/],
    [["worksheet", "petitioner", "--until", "2010-01"], /2010-01/],
    [["worksheet", "petitioner", "--until", "Y1-01"], /decides anything about petitioner up to Y1-01/],
    [["worksheet", "petitioner", "--rulebook", "court-defaulters-2017"], /no rule of court-defaulters-2017 decides/],
    [["handout", "petitioner"], /too many arguments|there is no|expected 0 arguments/i],
  ])("%j is refused in plain words", async (args, why) => {
    const { code, stdout, stderr } = await said(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(why);
    expect(stderr).not.toMatch(STACK);
  });

  test.each([
    [
      "worksheet",
      ["worksheet", "petitioner", "--format", "html", "--paper", "letter"],
      /The same sheet again: (?:<[^>]*>)*([^<]*)</,
    ],
    ["key", ["worksheet", "petitioner", "--key", "--format", "markdown"], /again: `?(demerit [^`*\n]*)/],
    ["handout", ["handout", "--format", "html", "--paper", "letter"], /again: (?:<[^>]*>)*(demerit [^<]*)</],
  ])("a %s says how it is laid out", async (_, args, again) => {
    const { stdout } = await said(args);
    const command = again.exec(stdout)![1]!.trim();
    expect((await said(command.split(" ").slice(1))).stdout).toBe(stdout);
  });

  test("keeps a file that is there, and leaves no half of one", async () => {
    const file = join(scratch(), "sheet.md");
    expect((await said(["worksheet", "petitioner", "--format", "markdown", "-o", file])).code).toBe(0);
    const first = readFileSync(file, "utf8");
    const again = await said(["worksheet", "petitioner", "--seed", "2", "--format", "markdown", "-o", file]);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(readFileSync(file, "utf8")).toBe(first);
    const nowhere = join(scratch(), "no", "sheet.md");
    expect((await said(["handout", "-o", nowhere])).code).toBe(2);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe("a handout", async () => {
  const page = (await said(["handout"])).stdout;

  test("has every part", () => {
    for (const part of [
      "Background",
      "The rule book",
      "Three lives",
      "One safeguard: ",
      "Myths and facts",
      "A plan for 45 minutes",
      "A plan for 90 minutes",
      "Where to read on",
    ])
      expect(page).toContain(`<h2>${part}`);
  });

  test("says every sentence of its data: myths, background, the steps of its plans, what to read", () => {
    const words = page
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
    const data = [
      ...MYTHS.flatMap(({ claim, says }) => [claim, says]),
      ...BACKGROUND.flatMap(({ heading, facts }) => [heading, ...facts.map(({ says }) => says)]),
      ...PLANS.flatMap(({ steps }) => steps.flatMap(({ does, needs }) => [does, needs])),
      ...READING.map(({ why }) => why),
      ...Object.values(LESSON_SOURCES).flatMap(({ title, seen }) => [title, seen]),
    ];
    expect(data.length).toBeGreaterThan(180);
    expect(data.filter((says) => !words.includes(says))).toEqual([]);
  });

  test("every key in brackets leads to a source on the page, and each id stands once", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(200);
    for (const link of links) expect(ids).toContain(link);
  });

  test("says what a safeguard spares before how it edits the rules, and that in words", () => {
    const [spares, edits] = ["What it spares, and what it does not", "What it edits"].map((title) =>
      page.indexOf(`<h3>${title}</h3>`),
    ) as [number, number];
    const grid = page.indexOf('aria-labelledby="hurt-1-title');
    expect([grid > 0, spares > grid, edits > spares]).toEqual([true, true, true]);
    expect(page).toContain("6 rules alike: not at once, but after 3 months");
    expect(page).not.toMatch(/monthsSince|circumstance:|[≤≥]|lists contains/);
  });

  test("draws the chain of the first life, and tells those of the others", () => {
    expect(page).toMatch(/aria-labelledby="chain(-\d+)?-title/);
    expect(page.match(/<ol class="links small">/g)).toHaveLength(1);
  });

  test("stands other readings beneath what they are a reading of", () => {
    expect(page).toContain('−50 points<span class="under">or −10 points (exact-or-maximum: maximum)</span>');
    expect(page).not.toContain("other readings");
  });

  test("stands every rule of the rulebook in a table", async () => {
    const { stdout } = await said(["list", "rules", "--format", "json"]);
    const titles = (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(50);
    const words = page.replaceAll(/<[^>]*>/g, "").replaceAll("&#39;", "'");
    for (const title of titles) expect(words).toContain(title);
  });

  test("says in every format what one act costs and what wins it back, by rules that keep points", async () => {
    const title = "Lost by one act, won back by many";
    const row = ["Drunk driving", "contested", "−50", "5", "24", "24"];
    expect(page.replaceAll(/<[^>]*>/g, "|").replaceAll(/\|+/g, "|")).toContain(`|${row.join("|")}|`);
    expect((await said(["handout", "--format", "markdown"])).stdout).toContain(`| ${row.join(" | ")} |`);
    expect((await said(["handout", "--format", "text"])).stdout).toMatch(new RegExp(row.join(" +")));
    for (const format of ["html", "markdown", "text"]) {
      const { stdout } = await said(["handout", "--rulebook", "court-defaulters-2017", "--format", format]);
      expect(stdout).not.toContain(title);
    }
    expect(page).toContain(`<h2>${title}</h2>`);
  });

  test("names worksheets under its own rules", async () => {
    const { stdout } = await said(["handout", "--rulebook", "suining-2010", "--reading", "ceiling=full-score"]);
    const commands = [...stdout.matchAll(/<code>(demerit worksheet [^<]*)<\/code>/g)].map(([, command]) => command!);
    expect(commands).toHaveLength(6);
    for (const command of commands) expect(command).toContain(" --rulebook suining-2010 --reading ceiling=full-score ");
    expect(page).toContain("<code>demerit worksheet petitioner -o sheet.html</code>");
  });

  test("of a rulebook for which no safeguard is written says so", async () => {
    const { code, stdout } = await said(["handout", "--rulebook", "court-defaulters-2017", "--format", "text"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/None of the safeguards of this package fits this rulebook/);
  });
});
