import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { ablate } from "../../../src/analysis/questions/ablate.ts";
import { prepare } from "../../../src/engine/prepare.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { html, json } from "../../../src/report/html/html.ts";
import { chainOfHarm } from "../../../src/report/picture/chain-of-harm.ts";
import { lifeLine } from "../../../src/report/picture/life-line.ts";
import { type Picture, svgFile } from "../../../src/report/picture/picture.ts";
import { whoWasHurt } from "../../../src/report/picture/who-was-hurt.ts";
import { aPersona, aScoring, live, on } from "../../support/builders.ts";
import { few, LONG, runs } from "../../support/runs.ts";
import { MONTHLY_RULES } from "./exhibits.ts";
import { all, type Element, parseSvg, textOf } from "./svg.ts";

const ATTACKS = [
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "<image href='http://example.org/x.png'/>",
  "</text></svg><script>alert(1)</script>",
  "javascript:alert(1)",
  "url(http://example.org)",
  "&lt;b&gt; &#60; &amp;",
  "<![CDATA[ x ]]> <!-- -->",
  "\u001b[31mred\u001b[0m\u0007",
  "\u202eturned\u2069 \u2066in\u2069",
  "\ufffe\uffff\u0000",
  "\ud800 half",
  "line\nbreak\ttab",
  "x".repeat(10_000),
  "失信被执行人".repeat(2_000),
  "a\u0301\u0301\u0301\u0301".repeat(3_000),
  "",
  " ",
];

const ELEMENTS = ["svg", "title", "desc", "defs", "pattern", "g", "path", "line", "rect", "circle", "text", "tspan"];
const person = aPersona([on("Y1-03", "red-light")]);

/** Every word of a rulebook is the next of the titles. */
function titledBy(next: () => string): Rulebook {
  return {
    ...MONTHLY_RULES,
    title: next(),
    rules: MONTHLY_RULES.rules.map((rule) => ({ ...rule, title: next() })),
    scoring: aScoring({
      classes: MONTHLY_RULES.scoring!.classes.map((band) => ({ ...band, label: next(), chinese: next() })),
    }),
  };
}

async function picturesOf(next: () => string): Promise<Picture[]> {
  const rulebook = titledBy(next);
  const trace = await live(rulebook, person);
  const lab = new Lab(rulebook, [person], (each) => prepare(each));
  return [
    lifeLine(trace, { id: "line", variant: { trace, says: next() } }),
    ...chainOfHarm(trace, { id: "chain" }),
    ...whoWasHurt(await ablate(lab, false, UNWATCHED), { id: "hurt" }),
  ];
}

const FONTS = /<style>(?:@font-face\{[^{}<]*\}\s*)+<\/style>/g;

function expectHarmless(text: string): Element {
  const root = parseSvg(text.trimEnd());
  for (const { name, attributes } of all(root)) {
    expect(ELEMENTS).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|href|^style$|^class$/);
      expect(value).not.toMatch(/javascript:|url\((?!#)/);
    }
  }
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
  return root;
}

/** Each for everything; or all in turn, so that each comes to stand in each place in one of the cases. */
const CASES = few(
  Array.from({ length: 5 }, (_, turn) => ({
    short: `by all of them from number ${turn * 4}`,
    titles: [...ATTACKS.slice(turn * 4), ...ATTACKS.slice(0, turn * 4)],
  })),
  ATTACKS.map((title) => ({ short: JSON.stringify(title.slice(0, 24)), titles: [title] })),
);

describe.each(CASES)("titled $short", ({ titles }) => {
  test("every picture stays what it is", { timeout: LONG }, async () => {
    let at = 0;
    const next = (): string => titles[at++ % titles.length]!;
    const pictures = await picturesOf(next);
    for (const picture of pictures) {
      const root = expectHarmless(picture.svg.text);
      expect(picture.svg.text.length).toBeLessThan(150_000);
      expect(picture.height).toBeLessThan(960);
      // Nobody but a drawn line of text is longer than the page is wide: what is cut says so.
      const lines = all(root)
        .filter(({ name }) => name === "text")
        .map(textOf);
      for (const line of lines) expect(line.length).toBeLessThan(420);
    }
    const file = svgFile(pictures, { notice: "notice", warning: next(), rulebook: next(), again: "again" });
    // Its fonts, and nothing else, are a style.
    expect(file.match(FONTS)).toHaveLength(1);
    expectHarmless(file.replace(FONTS, ""));
    expect(file).toContain("notice");
  });
});

const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

property.prop([anyText], runs<[string]>(300))(
  "any text at all comes out of the tag as text, in content and in quotes",
  (text) => {
    const root = expectHarmless(html`<text data-x="${text}">${text}</text>`.text);
    expect(textOf(root)).toBe(root.attributes["data-x"]);
    if (!/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text))
      expect(textOf(root)).toBe(text);
  },
);

property.prop([fc.jsonValue()], runs<[fc.JsonValue]>(200))(
  "a value in a script element is the same value, and cannot end it",
  (value) => {
    const { text } = json({ value });
    expect(text).not.toMatch(/[<>&]/);
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify({ value }));
  },
);
