import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdfsOf } from "../../src/cli/by-browser.ts";
import { harmless } from "../../src/report/harmless.ts";
import { EXPERIMENT_PAPER } from "../../src/report/experiment/paper.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { PRINT_VIEWS, type PrintView } from "../../src/report/html/printed.ts";
import { PAPERS } from "../../src/report/html/style/style.ts";
import { LONG } from "../support/runs.ts";
import { HOSTILE } from "./hostile-titles.ts";
import { BROWSER, launch } from "./browser.ts";
import { type Pdf, readPdf, squeezed } from "./pdf-text.ts";
import {
  all,
  bareInput,
  comparedPage,
  comparisonOf,
  pageFor,
  parsed,
  printed,
  printedText,
  traceOf,
} from "./printed.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const QUESTION_PAGE = EXPERIMENT_PAPER.html(await comparisonOf(["petitioner", "one-entry", "missed-instalment"]), {
  again: "demerit compare suining-composite +court-guidance-2019",
  paper: "a4",
});

let browser: Browser;
beforeAll(async () => {
  if (BROWSER !== null) browser = await launch();
}, LONG);
afterAll(async () => {
  if (BROWSER !== null) await browser.close();
});

/** Opens a page as a reader would, and keeps count of what it asks for and complains of. */
async function opened(html: string, width = 1100): Promise<{ tab: Page; requests: string[]; complaints: string[] }> {
  const tab = await browser.newPage({ viewport: { width, height: 900 } });
  const [requests, complaints]: [string[], string[]] = [[], []];
  await tab.route("**", async (route) => {
    const url = route.request().url();
    if (url === "http://page.test/") return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    requests.push(url);
    return route.abort();
  });
  tab.on("console", (message) => complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(error.message));
  await tab.goto("http://page.test/");
  await tab.evaluate("document.fonts.ready.then(() => undefined)");
  return {
    tab,
    requests: requests.filter((url) => !url.startsWith("data:") && !url.endsWith("/favicon.ico")),
    complaints,
  };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** A page without its policy, under which no checker could run in it. */
function unguarded(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "");
}

async function axe(html: string, width?: number): Promise<string[]> {
  const { tab } = await opened(unguarded(html), width);
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate<AxeResult>("axe.run()");
  await tab.close();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.slice(0, 2).map((node) => `${impact} ${id}: ${node.html.slice(0, 120)}`),
  );
}

describe.skipIf(BROWSER === null)("in a browser", { timeout: LONG }, () => {
  test.each(PRINT_VIEWS)("axe finds nothing, on a screen and on a phone: %s", async (view) => {
    const page = await pageFor(traceOf("missed-instalment"), view);
    expect(await axe(page)).toEqual([]);
    expect(await axe(page, 390)).toEqual([]);
  });

  test("axe finds nothing in a page of several lives", async () => {
    const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id))));
    expect(await axe(htmlPage(lives, { view: "auditor", paper: "a4" }))).toEqual([]);
  });

  test("axe finds nothing in a page about a question, on a screen and on a phone", async () => {
    expect(await axe(QUESTION_PAGE)).toEqual([]);
    expect(await axe(QUESTION_PAGE, 390)).toEqual([]);
  });

  test("axe would find something", async () => {
    expect(await axe('<!DOCTYPE html><html><body><img src="data:,"></body></html>')).not.toEqual([]);
  });

  test("a page asks for nothing, and its policy forbids nothing that is in it", async () => {
    const { tab, requests, complaints } = await opened(await pageFor(traceOf("petitioner")));
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    expect(await opened(QUESTION_PAGE)).toMatchObject({ requests: [], complaints: [] });
    expect(
      await tab.evaluate("[...document.fonts].filter(({ status }) => status === 'loaded').length"),
    ).toBeGreaterThan(3);
    await tab.close();
  });

  test("its policy forbids what somebody puts into it", async () => {
    const page = (await pageFor(traceOf("one-entry"))).replace(
      "</main>",
      '<img src="http://elsewhere.test/x.png"><p id="p" style="color:red" onclick="1"></p></main><script>document.title = "ran"</script>',
    );
    const { tab, requests, complaints } = await opened(page);
    expect(requests).toEqual([]);
    expect(await tab.title()).not.toBe("ran");
    expect(complaints.join()).toContain("Content Security Policy");
    await tab.close();
  });

  test("nothing is wider than a phone", async () => {
    for (const view of PRINT_VIEWS) {
      const { tab } = await opened(await pageFor(traceOf("missed-instalment"), view), 390);
      expect(await tab.evaluate("document.documentElement.scrollWidth"), view).toBe(390);
      await tab.close();
    }
    const { tab } = await opened(QUESTION_PAGE, 390);
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test("on a phone each side of a row is named, and what was told is set off in every one", async () => {
    const { tab } = await opened(await pageFor(traceOf("missed-instalment"), "side-by-side"), 390);
    const look = (cells: string): Promise<string[]> =>
      tab.evaluate<string[]>(
        `[...new Set([...document.querySelectorAll("${cells}:not(:empty)")].map((cell) => [getComputedStyle(cell).borderLeftWidth, getComputedStyle(cell, "::before").content].join(" ")))]`,
      );
    expect(await look("td.onfile")).toEqual(['0px "On file:"']);
    expect(await look("td.told")).toEqual(['3px "What the person was told:"']);
    await tab.close();
  });

  test("a title without a blank makes nothing wider than a phone either", async () => {
    const trace = traceOf("missed-instalment");
    const { rulebook } = trace;
    const wide = { ...rulebook, rules: rulebook.rules.map((rule) => ({ ...rule, title: "W".repeat(120) })) };
    const page = htmlPage([bareInput({ ...trace, rulebook: wide })], { view: "auditor", paper: "a4" });
    expect(page).toContain("W".repeat(120));
    const { tab } = await opened(page, 390);
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await tab.close();
  });

  test("Chinese stands in the committed fonts, and Latin in its own", async () => {
    const { tab } = await opened(await pageFor(traceOf("missed-instalment")));
    const session = await tab.context().newCDPSession(tab);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = (await session.send("DOM.getDocument")) as { root: { nodeId: number } };
    const { nodeIds } = (await session.send("DOM.querySelectorAll", {
      nodeId: root.nodeId,
      selector: "h1, [lang=zh], td, p",
    })) as { nodeIds: number[] };
    const used = new Set<string>();
    for (const nodeId of nodeIds) {
      const { fonts } = (await session.send("CSS.getPlatformFontsForNode", { nodeId })) as {
        fonts: { familyName: string; isCustomFont: boolean }[];
      };
      for (const { familyName, isCustomFont } of fonts) used.add(`${isCustomFont ? "" : "NOT OURS: "}${familyName}`);
    }
    expect([...used].filter((name) => name.startsWith("NOT OURS"))).toEqual([]);
    await tab.close();
  });
});

describe.skipIf(BROWSER === null)("as a PDF", { timeout: LONG }, () => {
  const CASES = PRINT_VIEWS.flatMap((view) => PAPERS.map((paper) => [view, paper] as const));

  test.each(CASES)("says what the HTML says, in the same order: %s on %s", async (view, paper) => {
    const { page, pdf } = await made("missed-instalment", view, paper);
    expectSameText(page, pdf);
  });

  test.each(CASES)("begins with the picture, and leaves no page next to empty: %s on %s", async (view, paper) => {
    const { pdf } = await made("missed-instalment", view, paper);
    if (view !== "person") expect(pdf.pages[0]!.text).toContain(squeezed("a loss that followed"));
    // Where the last page ends follows from all before it; yet it holds no heading or row alone.
    for (const { text } of pdf.pages.slice(0, -1)) expect(text.length, text).toBeGreaterThan(300);
    expect(pdf.pages.at(-1)!.text.length).toBeGreaterThan(150);
  });

  test("begins with the picture too where a life stands beside another rulebook", async () => {
    const { page } = await comparedPage(["missed-instalment"]);
    const { pages } = await readPdf((await pdfsOf([page]))[0]!);
    expect(pages[0]!.text).toContain(squeezed("a loss that followed"));
  });

  test("is tagged, and has an outline, a title and a language", async () => {
    const { page, pdf } = await made("missed-instalment", "auditor", "a4");
    expect(pdf.tagged).toBe(true);
    expect(pdf.lang).toBe("en");
    expect(pdf.title).toBe("Luo Min 罗敏 (invented): Two years that became four");
    // A heading that was moved to the next page stands in Chromium's outline twice over, in one line.
    expect(pdf.outline.map((title) => squeezed(title).replace(/^(.+)\1$/, "$1"))).toEqual(
      all(parsed(page), "h1, h2, h3, h4").map(({ textContent }) => squeezed(textContent)),
    );
    for (const role of ["H1", "H2", "H3", "Table", "TR", "TH", "TD", "Figure", "P", "L", "LI", "Link"])
      expect([...pdf.roles], role).toContain(role);
  });

  test("can be searched for Chinese", async () => {
    const { pdf } = await made("missed-instalment", "auditor", "a4");
    expect(pdf.pages.map(({ text }) => text).join("")).toContain("失信被执行人");
  });

  test.each(PAPERS)("on %s cuts no entry in two, repeats heads, and numbers its pages", async (paper) => {
    const { page, pdf } = await made("missed-instalment", "auditor", paper);
    const rows = all(parsed(page), "table.trace tbody tr").map(({ textContent }) => squeezed(textContent));
    const [head] = all(parsed(page), "table.trace thead").map(({ textContent }) => squeezed(textContent));
    const holding = rows.map((row) => pdf.pages.findIndex(({ text }) => text.includes(row)));
    expect(rows.filter((_, at) => holding[at] === -1)).toEqual([]);
    for (const at of new Set(holding)) expect(pdf.pages[at]!.text).toContain(head);
    expect(new Set(holding).size).toBeGreaterThan(2);
    pdf.pages.forEach(({ margin }, at) => {
      expect(margin).toContain(`${at + 1} / ${pdf.pages.length}`);
      expect(margin).toContain("Invented persons only");
      if (at > 0) expect(squeezed(margin)).toContain(squeezed("Luo Min 罗敏 (invented)"));
    });
  });

  test("shows titles that would like to be more as the text that they are", async () => {
    const trace = traceOf("petitioner");
    const { rulebook } = trace;
    // What no font of the page has comes out as the machine's fonts will have it.
    const titles = HOSTILE.filter((title) => title.length < 200 && !/[\u{1f300}-\u{1ffff}＜]/u.test(title));
    const rules = rulebook.rules.map((rule, at) => ({ ...rule, title: titles[at % titles.length]! }));
    const page = htmlPage([bareInput({ ...trace, rulebook: { ...rulebook, rules } })], {
      view: "auditor",
      paper: "a4",
    });
    const pdf = await readPdf((await pdfsOf([page]))[0]!);
    expectSameText(page, pdf);
    const says = pdf.pages.map(({ text }) => text).join("");
    const shown = titles.filter((title) => says.includes(squeezed(harmless(title))));
    expect(shown.length).toBeGreaterThan(8);
  });

  test("of a question says what its page says", async () => {
    const pdf = await readPdf((await pdfsOf([QUESTION_PAGE]))[0]!);
    expectSameText(QUESTION_PAGE, pdf);
    expect(pdf.title).toBe("Suining composite, beside Suining composite + The court's…");
    expect([...pdf.roles]).toContain("Figure");
    for (const { margin } of pdf.pages) expect(margin).toContain("Invented persons only");
  });

  test("of several lives begins each on a page of its own, under its own name", async () => {
    const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id))));
    const page = htmlPage(lives, { view: "person", paper: "a4" });
    const pdf = await readPdf((await pdfsOf([page]))[0]!);
    expectSameText(page, pdf);
    const names = pdf.pages.map(({ margin }) => /He Shulan|Ning An/.exec(margin)?.[0] ?? "");
    expect(names.filter((name, at) => name !== names[at - 1])).toEqual(["", "He Shulan", "Ning An"]);
  });
});

const MADE = new Map<string, Promise<{ page: string; pdf: Pdf }>>();

function made(id: string, view: PrintView, paper: (typeof PAPERS)[number]): Promise<{ page: string; pdf: Pdf }> {
  const key = `${id} ${view} ${paper}`;
  const known = MADE.get(key);
  if (known !== undefined) return known;
  const making = (async () => {
    const page = await pageFor(traceOf(id), view, paper);
    return { page, pdf: await readPdf((await pdfsOf([page]))[0]!) };
  })();
  MADE.set(key, making);
  return making;
}

/** The same text in the same order; only heads of tables may stand again, where a table goes on. */
function expectSameText(page: string, pdf: Pdf): void {
  const heads = all(parsed(page), "thead").map(({ textContent }) => squeezed(textContent));
  const wanted = squeezed(printedText(page));
  const found = pdf.pages.map(({ text }) => text).join("");
  const parts = partsAt(wanted, found, [...new Set(heads)]);
  if (parts !== null)
    expect(`… ${found.slice(parts.found - 60, parts.found + 60)}`).toBe(
      `… ${wanted.slice(parts.wanted - 60, parts.wanted + 60)}`,
    );
}

/** Where two texts part, apart from repeated heads; `null` where they do not. */
function partsAt(wanted: string, found: string, heads: readonly string[]): { wanted: number; found: number } | null {
  let [w, f] = [0, 0];
  while (w < wanted.length || f < found.length) {
    if (wanted[w] === found[f]) {
      w++;
      f++;
      continue;
    }
    // A head may begin like the row that it stands before: look back a little for where it began.
    const back = Array.from({ length: 80 }, (_, at) => at).find((step) =>
      heads.some(
        (head) =>
          found.startsWith(head, f - step) &&
          wanted.startsWith(found.slice(f - step + head.length, f - step + head.length + 20), w - step),
      ),
    );
    if (back === undefined) return { wanted: w, found: f };
    const head = heads.find(
      (each) =>
        found.startsWith(each, f - back) &&
        wanted.startsWith(found.slice(f - back + each.length, f - back + each.length + 20), w - back),
    )!;
    w -= back;
    f += head.length - back;
  }
  return null;
}
