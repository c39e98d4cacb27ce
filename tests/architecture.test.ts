import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync } from "rolldown/utils";
import { describe, expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "..", "src");

/** The table in src/README.md: a floor, and what it may import. */
const MAY_IMPORT = new Map(
  [...readFileSync(join(SRC, "README.md"), "utf8").matchAll(/^\| `(\w+)` +\| [^|]+ \| ([^|]+?) +\|/gm)].map(
    ([, floor, list]) => [
      floor!,
      list!
        .split(",")
        .map((item) => item.trim().replaceAll("`", ""))
        .filter((item) => item !== "–"),
    ],
  ),
);

interface Import {
  readonly file: string;
  readonly from: string;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const IMPORTS: Import[] = FILES.flatMap((file) =>
  importsOf(readFileSync(join(SRC, file), "utf8"), file).map((from) => ({ file, from })),
);

function importsOf(text: string, file: string): string[] {
  const { module, errors } = parseSync(file, text, { lang: "ts" });
  expect(errors).toEqual([]);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
    ),
    ...dynamic,
  ];
}

/** The floor or the library that an import reaches, or the file beside the source. */
function reached({ file, from }: Import): string {
  if (from.startsWith(".")) {
    const path = relative(SRC, resolve(SRC, dirname(file), from));
    return path.startsWith("../") ? path.slice(3) : path.split("/")[0]!;
  }
  if (from.startsWith("node:") || builtinModules.includes(from)) return "node:";
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
}

test("the table speaks of every floor, and there is something to check", () => {
  expect([...MAY_IMPORT.keys()].sort()).toEqual(
    readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  );
  expect(IMPORTS.length).toBeGreaterThan(200);
});

describe.each([...MAY_IMPORT.keys()])("%s", (floor) => {
  const mine = IMPORTS.filter(({ file }) => file.startsWith(`${floor}/`));

  test("imports only what its row allows", () => {
    const allowed = MAY_IMPORT.get(floor)!;
    const forbidden = mine.filter((each) => {
      const to = reached(each);
      return to !== floor && !allowed.includes(to) && !(allowed.includes("all") && MAY_IMPORT.has(to));
    });
    expect(forbidden).toEqual([]);
  });
});

test.each(FILES.filter((file) => !file.startsWith("cli/")))("%s asks no clock, no chance, no environment", (file) => {
  const code = readFileSync(join(SRC, file), "utf8").replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, "");
  expect(code).not.toMatch(/\bDate\b|Math\.random|performance\.now|\bprocess\.|globalThis|console\./);
});

test("only one file knows json-rules-engine, and none of its types leave", () => {
  expect([...new Set(IMPORTS.filter(({ from }) => from === "json-rules-engine").map(({ file }) => file))]).toEqual([
    "engine/ask.ts",
  ]);
});

test("zod is imported whole, since by name it drags in every language", () => {
  for (const { file, from } of IMPORTS) {
    if (from === "zod") expect(readFileSync(join(SRC, file), "utf8")).toMatch(/import (type )?\* as z from "zod"/);
  }
});

/** Files in which a property of that name is read: as `x.name`, or taken out of an object by its name. */
function filesThatRead(name: string): string[] {
  const reads = (node: unknown): boolean => {
    if (typeof node !== "object" || node === null) return false;
    const { type, computed, property, properties } = node as Record<string, unknown>;
    const isIt = (key: unknown): boolean => (key as { name?: string } | undefined)?.name === name;
    if (type === "MemberExpression" && computed === false && isIt(property)) return true;
    if (type === "ObjectPattern" && (properties as { key?: unknown }[]).some(({ key }) => isIt(key))) return true;
    return Object.values(node).some(reads);
  };
  return FILES.filter((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    return text.includes(name) && reads(parseSync(file, text, { lang: "ts" }).program);
  });
}

test("what a thing goes back to is read in one place, beside the replay that works it out", () => {
  const readers = filesThatRead("because");
  expect(readers).toContain("analysis/graph/graph.ts");
  expect(readers.filter((file) => !/^(replay|analysis\/graph)\//.test(file))).toEqual([]);
});

test("the months of a life are walked in one place", () => {
  const read = FILES.filter((file) => /^(analysis|report|cli)\//.test(file)).map(
    (file) => [file, readFileSync(join(SRC, file), "utf8")] as const,
  );
  const filesWith = (pattern: RegExp): string[] => read.flatMap(([file, text]) => (pattern.test(text) ? [file] : []));
  // That one tries each month for a false entry.
  expect(filesWith(/for \(let (\w*[mM]onth)\b/)).toEqual(["analysis/false-record/months.ts"]);
  expect(filesWith(/function (\w*[mM]onthEnds?|spellsOf|standings\w*)\b/)).toEqual(["analysis/months.ts"]);
});

/** Files that import each other in a circle, types included, each group once. */
function circles(): string[][] {
  const next = new Map(FILES.map((file) => [file, [] as string[]]));
  for (const { file, from } of IMPORTS)
    if (from.startsWith(".")) next.get(file)!.push(relative(SRC, resolve(SRC, dirname(file), from)));
  const reachedFrom = (file: string): Set<string> => {
    const reached = new Set(next.get(file));
    // A set is walked to its end while it grows.
    for (const each of reached) for (const further of next.get(each) ?? []) reached.add(further);
    return reached;
  };
  const all = new Map(FILES.map((file) => [file, reachedFrom(file)]));
  const inOne = (file: string): string[] =>
    FILES.filter((other) => all.get(file)!.has(other) && all.get(other)!.has(file)).sort();
  const groups = FILES.filter((file) => all.get(file)!.has(file)).map((file) => inOne(file).join(" "));
  return [...new Set(groups)].map((group) => group.split(" "));
}

test("no file imports itself by way of others, not even a type", () => {
  expect(circles()).toEqual([]);
});
