import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOTICE } from "../../../src/model/notice.ts";
import { pdfsOf } from "../../../src/cli/by-browser.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { compare } from "../../../src/analysis/questions/compare.ts";
import { handoutOf } from "../../../src/report/lesson/handout/handout.ts";
import { leafPage } from "../../../src/report/lesson/page.ts";
import { BROWSER, launch } from "../../print/browser.ts";
import { papers, ready, RECOVERY, RULEBOOK, sheet, STUDIED } from "./sheets.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const lives = STUDIED.filter(({ trace }) => ["petitioner", "guarantor"].includes(trace.persona.id));
const { sheet: worksheet, key } = papers(sheet(lives[0]!, 2));
const lab = new Lab(
  RULEBOOK,
  lives.map(({ trace }) => trace.persona),
  ready,
);
const milder = { ...RULEBOOK, id: "milder", rules: RULEBOOK.rules.filter(({ then }) => then.kind !== "measure") };
const safeguard = { id: "milder", title: "Nothing is shut", about: "A test.", comparison: await compare(lab, milder) };
const handout = handoutOf({ rulebook: RULEBOOK, lives, recovery: RECOVERY, safeguard, under: "", again: "again" });
const PAGES = (
  [
    ["a worksheet", worksheet],
    ["its key", key],
    ["a handout", handout],
  ] as const
).map(([name, leaf]) => ({ name, page: leafPage(leaf, "a4") }));

test.each(PAGES)("$name is valid HTML", async ({ page }) => {
  const report = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(page);
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
});

describe("paper", () => {
  const [sheetPage, keyPage, lesson] = PAGES.map(({ page }) => page) as [string, string, string];

  test("each part of a handout has its own sheets, and says at their head whose it is", () => {
    for (const [name, says] of [
      ["class", "For the class"],
      ["lookup", "To look things up"],
    ] as const) {
      expect(lesson).toContain(`@page ${name}{@top-left{content:"How points become harm"`);
      expect(lesson).toContain(`@top-right{content:"${says}"`);
      expect(lesson).toContain(`@media print{.${name}{page:${name}}}`);
      expect(lesson).toContain(`<section class="sheets ${name}">`);
    }
    expect(lesson).toContain('@top-right{content:"For the teacher"');
  });

  test("every drawing stands under its title, and is said in words at the end", () => {
    const drawings = [...lesson.matchAll(/<svg [^>]*aria-labelledby="([a-z-]+?)(?:-\d+)?-title/g)].map(([, id]) => id);
    expect(drawings.filter((id, at) => id !== drawings[at - 1])).toEqual(["life", "chain", "life", "hurt"]);
    expect(lesson.match(/<figure>\n<figcaption>/g)).toHaveLength(drawings.length);
    const words = lesson.slice(lesson.indexOf('<h2 id="words">'));
    for (const heading of ["The life line in words", "The chain in words", "The grid in words"])
      expect(words).toContain(`<h4>${heading}</h4>`);
  });

  test("role cards have a sheet of their own, which no question shares", () => {
    const last = sheetPage.lastIndexOf('<div class="new-page"></div>');
    expect(sheetPage.slice(last)).toContain("<h2>At the counter");
    expect(sheetPage.slice(last)).not.toContain('<div class="question">');
    expect(sheetPage.slice(0, last)).toContain("<h2>After you have read");
    expect(keyPage).not.toContain('<div class="new-page">');
  });

  test("a sheet explains its letters in the head of the column, and on a phone before each gap", () => {
    for (const page of [sheetPage, keyPage]) {
      for (const letter of ["n nothing", "r result", "w why"])
        expect(page).toContain(`<span class="under">${letter}</span>`);
      expect(page).toContain('data-head="score"><');
      expect(page).toContain('data-head="told (n nothing, r result, w why)"');
      expect(page).toMatch(/Marks: × refused; ■ shut; [^<]*▼ a loss that followed/);
    }
    expect(sheetPage).toContain('<td data-head="not at all"><span class="box"></span></td>');
  });
});

describe.skipIf(BROWSER === null)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => browser.close());

  test.each(PAGES.flatMap((each) => [390, 1100].map((width) => ({ ...each, width }))))(
    "$name at $width pixels: axe finds nothing, nothing is fetched, nothing runs over the edge",
    async ({ page, width }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
      const tab = await context.newPage();
      const asked: string[] = [];
      tab.on("request", (request) => asked.push(request.url()));
      await tab.setContent(page);
      expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(asked.filter((url) => !url.startsWith("data:font"))).toEqual([]);
      await tab.evaluate(AXE);
      const found = await tab.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
      );
      expect(found).toEqual([]);
      await context.close();
    },
    60_000,
  );

  test("on paper the same words stand as on the screen", async () => {
    const pdfs = await pdfsOf(PAGES.map(({ page }) => page));
    for (const [at, { page }] of PAGES.entries()) {
      const { text } = await extractText(new Uint8Array(pdfs[at]!), { mergePages: true });
      const body = page.slice(page.indexOf("<body>")).replaceAll(/<svg[^]*?<\/svg>/g, "");
      // Lines end anywhere on paper, and letters are what is compared.
      const letters = (from: string): string => from.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "");
      const printed = letters(text);
      expect(printed).toContain(letters(NOTICE));
      const said = body
        .replaceAll(/<\/(p|li|h\d|td|th|dt|dd|figcaption)>/g, "\n")
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll(/&#39;|&quot;|&amp;|&lt;|&gt;|&#96;/g, " ")
        .split("\n")
        .map(letters)
        .filter((line) => line !== "");
      const missing = said.filter((line) => !printed.includes(line));
      // A paragraph may be cut by the end of a page, and the running foot stands in between.
      expect(missing.length).toBeLessThanOrEqual(Math.ceil(said.length / 100));
    }
  }, 120_000);
});
