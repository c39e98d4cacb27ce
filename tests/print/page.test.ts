import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { NOTICE } from "../../src/model/notice.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { PRINT_VIEWS, printAgain } from "../../src/report/html/printed.ts";
import { htmlFaults } from "../support/html-faults.ts";
import { LONG, some } from "../support/runs.ts";
import {
  all,
  bareInput,
  comparedPage,
  pageFor,
  parsed,
  printed,
  printedText,
  TRACES,
  traceOf,
  words,
} from "./printed.ts";

test("the checker of HTML would find something", () => {
  expect(htmlFaults("<!DOCTYPE html><html><body><p><div></p></body></html>")).not.toEqual([]);
});

describe.each(PRINT_VIEWS)("every persona, %s", (view) => {
  test("is valid HTML that says who is invented and what is a composite", { timeout: LONG }, async () => {
    for (const trace of some(TRACES, 4, PRINT_VIEWS.indexOf(view))) {
      const page = await pageFor(trace, view);
      expect(htmlFaults(page), trace.persona.id).toEqual([]);
      const says = words(printedText(page));
      expect(says).toContain(NOTICE);
      expect(says).toContain(trace.rulebook.warning!);
      expect(says).toContain(trace.rulebook.digest.slice(0, 12));
      for (const { id, version } of trace.rulebook.packs) expect(says).toContain(`${id} v${version}`);
      expect(says).toContain(`demerit print ${trace.persona.id} --rulebook suining-composite`);
    }
  });

  test("comes out the same, to the byte", async () => {
    const trace = traceOf("petitioner");
    expect(await pageFor(trace, view)).toBe(await pageFor(structuredClone(trace), view));
  });

  test("leads only to itself, asks for nothing, runs nothing", async () => {
    const page = parsed(await pageFor(traceOf("missed-instalment"), view));
    const names = all(page, "*").flatMap((element) => element.attributes.map(({ name }) => name));
    expect(
      names.filter((name) => /^on|^(?:src|srcset|action|formaction|data|poster|style|srcdoc)$/.test(name)),
    ).toEqual([]);
    const ids = all(page, "[id]").map((element) => element.getAttribute("id")!);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const link of all(page, "[href]")) expect(ids).toContain(link.getAttribute("href")!.replace(/^#/, ""));
    expect(all(page, "link, img, iframe, object, embed, form, input, button, base, foreignObject, use, image")).toEqual(
      [],
    );
    expect(all(page, "script").map((script) => script.getAttribute("type"))).toEqual(["application/json"]);
  });
});

test("the command on a page of part of a life ends where the page does", () => {
  const trace = { ...traceOf("petitioner"), until: 14 };
  expect(printAgain([bareInput(trace)], { view: "person", paper: "letter", answers: { restoration: "none" } })).toBe(
    "demerit print petitioner --rulebook suining-composite --reading restoration=none --until Y2-03 --view person --paper letter",
  );
  expect(printAgain([bareInput(trace)], { view: "auditor", paper: "a4" }, "svg")).toMatch(
    /--until Y2-03 --format svg$/,
  );
});

test("of several lives the person's contents tell nothing that they were not told", async () => {
  const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id), "person")));
  const contents = parsed(htmlPage(lives, { view: "person", paper: "a4" })).querySelector(".contents")!.textContent;
  for (const { exposes } of lives) {
    expect(contents).not.toContain(exposes!.exposes);
    expect(contents).not.toContain(exposes!.title);
  }
  expect(contents).toContain("He Shulan");
});

test("the content policy allows these styles and no others", async () => {
  const page = await pageFor(traceOf("one-entry"));
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!.replaceAll("&#39;", "'");
  const hashes = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, css]) => `'sha256-${createHash("sha256").update(css!).digest("base64")}'`,
  );
  expect(policy).toBe(
    `default-src 'none'; style-src ${hashes.join(" ")}; font-src data:; base-uri 'none'; form-action 'none'`,
  );
});

test("every source that a page names in brackets stands in its footnotes, of an edit drawn beside too", async () => {
  const lives = ["missed-instalment", "petitioner", "guarantor", "one-entry"];
  const pages = [
    ...(await Promise.all(lives.map((id) => pageFor(traceOf(id))))),
    ...(await Promise.all(lives.map(async (id) => (await comparedPage([id])).page))),
  ];
  for (const page of pages) {
    const document = parsed(page);
    const listed = all(document, "dl.footnotes dt").map(({ textContent }) => textContent.replaceAll(/[[\]]/g, ""));
    const named = [...printedText(page).matchAll(/\[([A-Z][A-Za-z0-9, -]*)\]/g)].flatMap(([, keys]) =>
      keys!.split(", "),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((key) => !listed.includes(key))).toEqual([]);
  }
  expect(printedText(pages.at(-1)!)).toContain("the edit as a whole");
});

test("Chinese is marked as such, wherever it stands", async () => {
  const page = parsed(await pageFor(traceOf("missed-instalment")));
  const bare = all(page, "body *").filter(
    (element) =>
      element.localName !== "script" &&
      !["title", "desc"].includes(element.localName) &&
      element.children.length === 0 &&
      /\p{Script=Han}/u.test(element.textContent) &&
      element.closest("[lang=zh]") === null,
  );
  expect(bare.map(({ textContent }) => textContent)).toEqual([]);
  expect(printedText(await pageFor(traceOf("missed-instalment")))).toContain("失信被执行人");
});

test("several lives stand in the order asked for, each with the notice, behind a page of contents that ranks nobody", async () => {
  const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id))));
  const page = htmlPage(lives, { view: "auditor", paper: "letter" });
  expect(htmlFaults(page)).toEqual([]);
  const document = parsed(page);
  expect(all(document, ".contents nav a").map((link) => link.getAttribute("href"))).toEqual(["#life1", "#life2"]);
  expect(all(document, "nav ol")).toEqual([]);
  expect(all(document, "article").map((article) => article.textContent.includes(NOTICE))).toEqual([true, true]);
  const says = printedText(page);
  expect(says.indexOf("He Shulan")).toBeLessThan(says.indexOf("Ning An"));
  expect(says).toContain("demerit print petitioner one-entry --rulebook suining-composite --paper letter");
  expect(page).toContain("@page{size:letter");
});

test("several lives beside another rulebook stand behind the grid of whom it hurts, each person in it", async () => {
  const { page, traces } = await comparedPage(["petitioner", "one-entry", "guarantor"]);
  expect(htmlFaults(page)).toEqual([]);
  const contents = parsed(page).querySelector(".contents")!;
  const cells = all(contents, "svg [data-row=as-it-is]");
  expect(cells.map((cell) => cell.getAttribute("data-persona"))).toEqual(traces.map(({ persona }) => persona.id));
  const [he, ning, bai] = cells.map((cell) => all(cell, "text").map(({ textContent }) => textContent));
  const { attempts, months, losses } = ledgerOf(traces[0]!);
  expect(he).toEqual([attempts.denied, months.anyDoor, losses.reduce((sum, { count }) => sum + count, 0)].map(String));
  expect(ning).toEqual(["·"]);
  expect(bai).toHaveLength(3);
  expect(contents.textContent).toContain("Compared with");
  const ids = all(parsed(page), "[id]").map((element) => element.getAttribute("id")!);
  expect(ids).toHaveLength(new Set(ids).size);
});

test("one life has no such grid, and neither have several without another rulebook", async () => {
  const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id))));
  for (const page of [(await comparedPage(["petitioner"])).page, htmlPage(lives, { view: "auditor", paper: "a4" })])
    expect(all(parsed(page), "[data-row]")).toEqual([]);
});

test("the picture comes first and then the answer; on a screen there is a way to every part", async () => {
  for (const view of PRINT_VIEWS) {
    const page = parsed(await pageFor(traceOf("petitioner"), view));
    const heads = all(page, "h2").map(({ textContent }) => textContent);
    expect(all(page, "nav.jumps.screen a").map(({ textContent }) => textContent)).toEqual(heads);
    if (view === "person") expect(heads.at(-1)).toBe("What happened");
    else expect(heads.slice(0, 4)).toEqual(["The life line", "In short", "How to read it", "What happened"]);
  }
});

test("the head has the name by itself, one box for what must be known, and what there is none of in one place", async () => {
  const header = parsed(await pageFor(traceOf("missed-instalment"))).querySelector("header")!;
  expect(header.querySelector(".whose")!.textContent).toBe("Luo Min 罗敏 (invented)");
  expect(words(header.querySelector("h1")!.textContent)).toBe("Luo Min 罗敏 (invented) Two years that became four");
  expect(all(header, ".notice")).toHaveLength(1);
  expect(all(header, ".notice strong").map(({ textContent }) => textContent)).toEqual(["Notice.", "Note."]);
  expect(header.textContent).toContain("lodging: not-tried · none: savings, settlement");
});

test("side by side, what the person knows of what happened steps back; what is missing does not", async () => {
  for (const trace of TRACES) {
    const cells = all(parsed(await pageFor(trace, "side-by-side")), "td.told");
    expect(cells.some((cell) => /\bsame\b/.test(cell.getAttribute("class")!))).toBe(true);
    for (const cell of cells) {
      const onFile = cell.parentElement!.querySelector("td.onfile .says")!.textContent.replaceAll("▼ ", "");
      const isSame = cell.querySelector(".says")?.textContent === onFile;
      expect(cell.getAttribute("class"), trace.persona.id).toBe(isSame ? "told same" : "told");
    }
  }
});

test("how to print it again stands once, however many lives there are", async () => {
  const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id))));
  const page = parsed(htmlPage(lives, { view: "auditor", paper: "a4" }));
  expect(all(page, ".command")).toHaveLength(1);
  expect(page.querySelector(".contents .command")!.textContent).toContain("demerit print petitioner one-entry");
});

test("headings go down one step at a time", async () => {
  const lives = await Promise.all(["petitioner", "one-entry"].map((id) => printed(traceOf(id))));
  for (const page of [await pageFor(traceOf("petitioner")), htmlPage(lives, { view: "auditor", paper: "a4" })]) {
    const levels = all(parsed(page), "h1, h2, h3, h4").map(({ localName }) => Number(localName[1]));
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? level)).toBeLessThanOrEqual(1));
  }
});

test("the person's page has no score, no picture, no source, and none of the auditor's parts", async () => {
  for (const trace of TRACES) {
    const page = parsed(await pageFor(trace, "person"));
    expect(all(page, "svg, .footnotes, .figure, .aside")).toEqual([]);
    const says = page.querySelector("main")!.textContent;
    for (const { digest } of [trace.rulebook]) expect(says).toContain(digest.slice(0, 12));
    if (ledgerOf(trace).knowledge.nothing > 0) expect(says).not.toMatch(/−\d+ points/);
  }
});
