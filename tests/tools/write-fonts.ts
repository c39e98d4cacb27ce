import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CHINESE_SIGNS, chineseCharacters, latinCharacters } from "./fonts.ts";

/*
 * Makes the committed subset of the printouts' fonts. The fonts themselves (109 MB) are no
 * dependency of this project; install them in a folder of your own, and name it:
 *
 *   mkdir /tmp/fonts && cd /tmp/fonts && npm init -y && npm install --ignore-scripts \
 *     subset-font@2.9.0 @expo-google-fonts/source-sans-3@0.4.1 \
 *     @expo-google-fonts/source-serif-4@0.4.1 @expo-google-fonts/noto-sans-sc@0.4.3
 *   npx tsx tests/tools/write-fonts.ts /tmp/fonts
 */
const folder = resolve(process.argv[2] ?? "");
const need = createRequire(join(folder, "package.json"));
const subsetFont = need("subset-font") as (font: Buffer, text: string, options: object) => Promise<Buffer>;
const { Blob, Face } = (await import(pathToFileURL(join(folder, "node_modules/harfbuzzjs/dist/index.mjs")).href)) as {
  Blob: new (font: Buffer) => object;
  Face: new (blob: object, at: number) => { collectUnicodes(): number[] };
};

const FACES = [
  { family: "Demerit Sans", weight: 400, style: "normal", font: "source-sans-3/400Regular/SourceSans3_400Regular" },
  { family: "Demerit Sans", weight: 600, style: "normal", font: "source-sans-3/600SemiBold/SourceSans3_600SemiBold" },
  {
    family: "Demerit Sans",
    weight: 400,
    style: "italic",
    font: "source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic",
  },
  {
    family: "Demerit Serif",
    weight: 600,
    style: "normal",
    font: "source-serif-4/600SemiBold/SourceSerif4_600SemiBold",
  },
  { family: "Demerit Han", weight: 400, style: "normal", font: "noto-sans-sc/400Regular/NotoSansSC_400Regular" },
  { family: "Demerit Han", weight: 600, style: "normal", font: "noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold" },
] as const;

const HAN = chineseCharacters() + CHINESE_SIGNS;

const faces = [];
for (const { font: path, ...face } of FACES) {
  const font = readFileSync(join(folder, "node_modules/@expo-google-fonts", `${path}.ttf`));
  const has = new Set(new Face(new Blob(font), 0).collectUnicodes());
  const wanted = face.family === "Demerit Han" ? HAN : latinCharacters();
  const covers = Array.from(wanted)
    .filter((character) => has.has(character.codePointAt(0)!))
    .join("");
  const woff2 = await subsetFont(font, covers, {
    targetFormat: "woff2",
    noHinting: true,
    keepFeatures: ["kern", "liga", "tnum", "mark", "mkmk", "ccmp", "locl"],
  });
  const missing = Array.from(wanted)
    .filter((character) => !covers.includes(character))
    .join("");
  process.stdout.write(
    `${face.family} ${face.weight} ${face.style}: ${woff2.length} bytes; has no ${missing || "–"}\n`,
  );
  faces.push({ ...face, covers, woff2: woff2.toString("base64") });
}

// The style sheet stands ready with its hash, so that no page has to work it out.
const css = faces
  .map(
    ({ family, weight, style, woff2 }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${woff2}) format("woff2")}\n`,
  )
  .join("");
const hash = createHash("sha256").update(css).digest("base64");
const covers = faces.map(
  ({ family, weight, style, covers: has }) =>
    `  { family: ${JSON.stringify(family)}, weight: ${weight}, style: ${JSON.stringify(style)}, covers: ${JSON.stringify(has)} },`,
);
writeFileSync(
  new URL("../../src/report/html/fonts/faces.ts", import.meta.url),
  `// Made by tests/tools/write-fonts.ts; the licence of the fonts is in LICENSE. Not to be edited.

/** What each font of a page has. */
export const FACES = [
${covers.join("\n")}
] as const;

/** The fonts as a style sheet, WOFF2 in base64. */
export const FONT_CSS = ${JSON.stringify(css)};

/** SHA-256 over that, in base64. */
export const FONT_HASH = ${JSON.stringify(hash)};
`,
);
