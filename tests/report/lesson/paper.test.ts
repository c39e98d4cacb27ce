import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { type Browser, chromium } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../../../src/cli/browser.ts";
import { pdfsOf } from "../../../src/cli/pdf.ts";
import { handoutOf } from "../../../src/report/lesson/handout/handout.ts";
import { leafPage } from "../../../src/report/lesson/page.ts";
import { papers, RULEBOOK, sheet, STUDIED } from "./sheets.ts";

const BROWSER = findBrowser(process.env, process.platform);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const lives = STUDIED.filter(({ trace }) => ["petitioner", "guarantor"].includes(trace.persona.id));
const { sheet: worksheet, key } = papers(sheet(lives[0]!, 2));
const handout = handoutOf({ rulebook: RULEBOOK, lives, safeguard: null, again: "again" });
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

describe.skipIf(BROWSER === null)("in a browser (skipped where no Chromium, Chrome or Edge is found)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER!, args: ["--disable-gpu", "--no-first-run"] });
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
    const pdfs = await pdfsOf(
      PAGES.map(({ page }) => page),
      "demerit worksheet",
    );
    for (const [at, { page }] of PAGES.entries()) {
      const { text } = await extractText(new Uint8Array(pdfs[at]!), { mergePages: true });
      const body = page.slice(page.indexOf("<body>")).replaceAll(/<svg[^]*?<\/svg>/g, "");
      // Lines end anywhere on paper, and letters are what is compared.
      const letters = (from: string): string => from.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "");
      const printed = letters(text);
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
