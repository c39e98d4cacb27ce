import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseJsonc } from "../../src/load/jsonc.ts";
import { sound } from "../support/shipped.ts";

const ROOT = new URL("../../", import.meta.url);

function valueOf(name: string): unknown {
  return sound(parseJsonc(readFileSync(new URL(name, ROOT), "utf8"), name)).value;
}

/** The packs and the overlays, as their files have them. */
const FILES = ["rules/", "rules/overlays/"].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith(".jsonc"))
    .map((name) => valueOf(`${folder}${name}`)),
) as { sources?: Record<string, { places: Record<string, string> }> }[];

/** Every citation anywhere in a file. */
function citationsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === "citations" ? (below as string[]) : citationsIn(below),
  );
}

test("every place that is named in a pack or an overlay is cited there, in another, or by a decision", () => {
  const cited = new Set([...FILES, valueOf("fixtures/decisions.json")].flatMap(citationsIn));
  expect(cited.size).toBeGreaterThan(100);
  const named = FILES.flatMap(({ sources = {} }) =>
    Object.entries(sources).flatMap(([key, { places }]) => Object.keys(places).map((place) => `${key}:${place}`)),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((each) => !cited.has(each))).toEqual([]);
});
