import { describe, expect, test } from "vitest";
import { styleOf } from "../../../src/report/text/style.ts";
import { handoutOf } from "../../../src/report/lesson/handout/handout.ts";
import type { Leaf } from "../../../src/report/lesson/leaf.ts";
import { leafMarkdown } from "../../../src/report/lesson/markdown.ts";
import { leafPage } from "../../../src/report/lesson/page.ts";
import { leafText } from "../../../src/report/lesson/text.ts";
import { few } from "../../support/runs.ts";
import { markdownNodes } from "../reading.ts";
import { papers, RECOVERY, sheet, STUDIED } from "./sheets.ts";

const TITLES = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style><svg onload=alert(1)>",
  "[click](javascript:alert(1))",
  "\u001b[31mred\u001b[0m\u0007",
  "\u202eturned\u2069",
  "x".repeat(10_000),
];

const studied = STUDIED.find(({ trace }) => trace.persona.id === "petitioner")!;

/** The same life under rules whose titles somebody has edited, one after the other. */
function papersWith(titles: readonly string[]): Leaf[] {
  const rulebook = {
    ...studied.trace.rulebook,
    rules: studied.trace.rulebook.rules.map((rule, at) => ({ ...rule, title: titles[at % titles.length]! })),
  };
  const trace = { ...studied.trace, rulebook };
  const { sheet: one, key } = papers(sheet({ ...studied, trace }, 1));
  const lesson = handoutOf({
    rulebook,
    lives: [{ trace, exposes: null }],
    recovery: RECOVERY,
    safeguard: null,
    under: "",
    again: "again",
  });
  return [one, key, lesson];
}

const CASES = few(
  [{ name: "all of them at once", titles: TITLES }],
  TITLES.map((title) => ({ name: JSON.stringify(title).slice(0, 40), titles: [title] })),
);

describe.each(CASES.map(({ name, titles }) => ({ name, leaves: papersWith(titles) })))(
  "titles: $name",
  ({ leaves }) => {
    test("is words in HTML, and nothing else", () => {
      for (const leaf of leaves) {
        const page = leafPage(leaf, "a4");
        expect(page).not.toMatch(/<(script|img|iframe|object|embed|form|link)\b/i);
        expect(page.replaceAll(/&lt;[^]*?&gt;/g, "")).not.toMatch(/\son\w+=/i);
        expect(page).not.toMatch(/href="(?!#)/);
        expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      }
    });

    test("commands no terminal, and makes no HTML and no link in Markdown", () => {
      for (const leaf of leaves) {
        expect(leafText(leaf, styleOf(80, false))).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
        const kinds = new Set(markdownNodes(leafMarkdown(leaf)).map(({ type }) => type));
        for (const kind of ["html", "link", "image", "code"]) expect([...kinds]).not.toContain(kind);
      }
    });
  },
);

test("a page carries the notice and the warning of a composite, runs nothing and fetches nothing", () => {
  for (const leaf of Object.values(papers(sheet(studied, 1)))) {
    const page = leafPage(leaf, "letter");
    expect(page).toContain(studied.trace.notice);
    expect(page).toContain(studied.trace.rulebook.warning!.slice(0, 40));
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/<script|(?:src|href)="(?!#)|url\((?!data:font)/);
    expect(page).toContain("size:letter");
  }
});
