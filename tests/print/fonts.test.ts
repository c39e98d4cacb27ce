import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { notInFonts } from "../../src/report/html/fonts/covered.ts";
import { FACES, FONT_CSS, FONT_HASH } from "../../src/report/html/fonts/faces.ts";
import { PAGE_HASH } from "../../src/report/html/style/hash.ts";
import { PAGE_CSS } from "../../src/report/html/style/style.ts";
import { chineseCharacters, latinCharacters } from "../tools/fonts.ts";
import { styleHash } from "../tools/style-hash.ts";
import { printedText, pageFor, TRACES } from "./printed.ts";

function covered(family: string, weight: number): ReadonlySet<string> {
  return new Set(FACES.find((face) => face.family === family && face.weight === weight)!.covers);
}

test.each([400, 600])("the Chinese font has every character that our texts can print, in weight %i", (weight) => {
  const has = covered("Demerit Han", weight);
  // If one is missing: write it anew, see tests/tools/write-fonts.ts.
  expect(Array.from(chineseCharacters()).filter((character) => !has.has(character))).toEqual([]);
  for (const character of "大众信用失信被执行人") expect(has).toContain(character);
});

test("the Latin font has every sign that a page prints", async () => {
  const has = new Set([...covered("Demerit Sans", 400), ...covered("Demerit Han", 400)]);
  for (const trace of TRACES) {
    const odd = [...new Set(printedText(await pageFor(trace)))].filter(
      (character) => !has.has(character) && !/\s/.test(character),
    );
    expect(odd, trace.persona.id).toEqual([]);
  }
  expect(latinCharacters()).toContain("✗");
});

test("characters that no font of the page has are found in its text, and only there", () => {
  const page = "<style>a{content:'漢'}</style><title>漢</title><p title='語'>Luo Min 罗敏 · &lt; 한 한 汉</p>";
  expect(notInFonts(page)).toEqual(["한", "汉"]);
});

test("Latin stands first, so that an apostrophe is not as wide as a character", () => {
  expect(PAGE_CSS).toMatch(/--sans:"Demerit Sans", "Demerit Han"/);
  expect(covered("Demerit Han", 400).has("’")).toBe(false);
});

test("the hashes in the policy are those of the styles", () => {
  expect(createHash("sha256").update(FONT_CSS).digest("base64")).toBe(FONT_HASH);
  // After a change of the style sheet: npx tsx tests/tools/write-style-hash.ts
  expect(PAGE_HASH).toBe(styleHash());
});

test("the fonts are small enough to stand in every page", () => {
  expect(FONT_CSS.length).toBeLessThan(130_000);
});
