import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isPlain } from "../../src/report/text/columns.ts";
import { NAMES } from "../../src/model/vocabulary/names.ts";
import { LISTS } from "../../src/model/vocabulary/lists.ts";
import { composite } from "../support/shipped.ts";

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test("all that is shipped is plain text, so that its pages need no library for other scripts", () => {
  const catalogue = JSON.parse(
    readFileSync(new URL("../../fixtures/catalogue.json", import.meta.url), "utf8"),
  ) as unknown;
  const texts = [...textsIn(composite()), ...textsIn(NAMES), ...textsIn(LISTS), ...textsIn(catalogue)];
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => !isPlain(text))).toEqual([]);
});

test("and so is every sentence of our own", () => {
  const folder = new URL("../../src/report/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith("wording.ts") || /notes?\.ts$|legend\.ts$|demo\.ts$|heading\.ts$/.test(name),
  );
  expect(files.length).toBeGreaterThan(8);
  for (const name of files) {
    const odd = readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => !isPlain(line.replaceAll("\t", " ")));
    expect(odd, name).toEqual([]);
  }
});
