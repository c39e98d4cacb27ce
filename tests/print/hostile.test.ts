import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Trace } from "../../src/model/trace.ts";
import { harmless } from "../../src/report/harmless.ts";
import { html, joined, json } from "../../src/report/html/html.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { pictureLabel, picturesOf } from "../../src/report/html/pictures.ts";
import { PRINT_VIEWS } from "../../src/report/html/printed.ts";
import { quoted } from "../../src/report/html/style/style.ts";
import { linked, NO_ANCHORS, spoken } from "../../src/report/html/text.ts";
import { svgFile } from "../../src/report/picture/picture.ts";
import { edited } from "../report/exhibits.ts";
import { few, LONG, runs } from "../support/runs.ts";
import { HOSTILE } from "./hostile-titles.ts";
import { all, bareInput, parsed, traceOf, words } from "./printed.ts";

const trace = traceOf("missed-instalment");

/** A life in which everything that bears words of a rulebook bears the next of the titles. */
function titledBy(titles: readonly string[]): Trace {
  let at = 0;
  const next = (): string => titles[at++ % titles.length]!;
  const hostile = edited(trace, (rule) => {
    const title = next();
    return {
      ...rule,
      title,
      ...(rule.caution === undefined ? {} : { caution: title }),
    };
  });
  const { sources, packs } = hostile.rulebook;
  return {
    ...hostile,
    rulebook: {
      ...hostile.rulebook,
      title: next(),
      warning: next(),
      packs: packs.map((pack) => ({ ...pack, unknowns: [next()] })),
      sources: Object.fromEntries(
        Object.entries(sources).map(([key, { places, ...source }]) => {
          const named = Object.fromEntries(Object.keys(places).map((place) => [place, next()]));
          return [key, { ...source, title: next(), where: next(), places: named }];
        }),
      ),
    },
  };
}

/** What may stand in a page: these elements, and nothing that acts or leads away. */
function expectHarmless(page: string): void {
  const root = parsed(page);
  expect(all(root, "script").map((each) => each.getAttribute("type"))).toEqual(
    page.startsWith("<svg") ? [] : ["application/json"],
  );
  expect(
    all(root, "img, iframe, object, embed, link, base, form, input, foreignObject, image, use, animate, set"),
  ).toEqual([]);
  const attributes = all(root, "*").flatMap((each) => each.attributes.map(({ name, value }) => ({ name, value })));
  expect(attributes.filter(({ name }) => /^on|^style$|^src|href$/i.test(name) && name !== "href")).toEqual([]);
  expect(attributes.filter(({ name, value }) => name === "href" && !value.startsWith("#"))).toEqual([]);
  expect(page.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
  expect(page).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
}

/** What a text looks like on a page. */
function shown(text: string): string {
  return harmless(text.replaceAll(/[\t\n\r]+/g, " ")).replaceAll(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

const CASES = few<{ called: string; titles: readonly string[] }[]>(
  [{ called: "each of them", titles: HOSTILE }],
  HOSTILE.map((title) => ({
    called: title.length > 60 ? `${title.slice(0, 40)}… (${title.length})` : JSON.stringify(title),
    titles: [title],
  })),
);

describe.each(CASES)("rules, sources, a rulebook called $called", ({ titles }) => {
  const hostile = titledBy(titles);

  test.each(PRINT_VIEWS)("are text and nothing else in HTML: %s", (view) => {
    const page = htmlPage([bareInput(hostile)], { view, paper: "a4" });
    expectHarmless(page);
    const says = words(parsed(page).querySelector("main")!.textContent);
    // The person is told of some rules only.
    const told = titles.filter((title) => says.includes(words(shown(words(title))).slice(0, 200)));
    expect(told.length).toBeGreaterThanOrEqual(view === "person" ? 1 : titles.length);
    const carried = JSON.parse(parsed(page).querySelector("script")!.textContent) as { traces: [Trace] };
    expect(carried.traces[0]).toEqual(hostile);
  });

  test("are text and nothing else in a picture", () => {
    const life = bareInput(hostile);
    const file = svgFile(
      Object.values(picturesOf(life, "")).flat(),
      pictureLabel([life], { view: "auditor", paper: "a4" }),
    );
    expectHarmless(file);
  });
});

describe("any text at all", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."<>&\"'`=/!-[]()#YZ1 \n\t\\;:{}罗\u202e\u0000".split("")), maxLength: 30 }),
  );

  test.prop([anyText], runs<[string]>(200, 4000))(
    "reads the same out of a page, as text and as an attribute",
    (text) => {
      const seen = shown(text);
      for (const inner of [html`${text}`, spoken(text), linked(text, NO_ANCHORS), joined([html`${text}`])]) {
        const page = parsed(
          html`<!DOCTYPE html><html><body><p id="x" data-x="${text}">${inner}</p></body></html>`.text,
        );
        const p = page.querySelector("p")!;
        expect(p.getAttribute("data-x")).toBe(seen);
        expect(p.textContent).toBe(seen);
        expect(all(p, "*").filter(({ localName }) => localName !== "span")).toEqual([]);
      }
    },
    LONG,
  );

  test.prop([anyText], runs<[string]>(200, 4000))("stays in its string in a style sheet", (text) => {
    expect(quoted(text)).toMatch(/^"(?:[\p{L}\p{N} ]|\\[0-9a-f]{1,6} )*"$/u);
  });

  test.prop([fc.jsonValue(), anyText], runs<[fc.JsonValue, string]>(150, 2000))(
    "comes back whole out of the data",
    (value, text) => {
      const both = { value, text };
      expect(json(both).text).not.toMatch(/[<>&]/);
      expect(JSON.parse(json(both).text)).toEqual(JSON.parse(JSON.stringify(both)));
    },
  );
});

test("only the tag makes HTML", async () => {
  const { readdirSync, readFileSync } = await import("node:fs");
  const src = new URL("../../src/", import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const makers = files.filter((file) => readFileSync(new URL(file, src), "utf8").includes("new Html("));
  expect(makers).toEqual(["report/html/html.ts"]);
});
