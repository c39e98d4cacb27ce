import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** Where our own texts stand. */
const TEXTS: readonly (readonly [folder: string, ending: string])[] = [
  ["src/", ".ts"],
  ["rules/", ".jsonc"],
  ["fixtures/", ".json"],
];

/** Said in lessons, though no rule names it: “mass credit”, as Suining called its points. */
const SAID_BESIDE = "大众信用";

/** Every Chinese character that our own texts can print, in order. */
export function chineseCharacters(): string {
  const texts = TEXTS.flatMap(([folder, ending]) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(fileURLToPath(new URL(`${folder}${file}`, ROOT)), "utf8")),
  );
  const found = [SAID_BESIDE, ...texts].flatMap((text) => text.match(/\p{Script=Han}/gu) ?? []);
  return [...new Set(found)].sort().join("");
}

/** Latin with the accents of pinyin and of names, and the signs that the pages use. */
export function latinCharacters(): string {
  const range = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join("");
  return `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}ǍǎǏǐǑǒǓǔ–—‘’“”„…•·←→↑↓−≤≥≠×■□▪▫▼▲▽△●○◆✓✗☐`;
}

/** Punctuation of Chinese, beside its characters. */
export const CHINESE_SIGNS = "、。，：；！？（）《》「」";
