import { copyFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { programOf } from "../../src/cli/program.ts";
import { BROWSER } from "../print/browser.ts";
import { LONG } from "../support/runs.ts";
import { expectShown, HAS_TERMINAL, inTerminal, shortened, widthsFor } from "./pseudo-terminal.ts";
import { demerit, ROOT, scratch } from "./run.ts";

const COMMANDS = programOf(() => {}, false).commands.map((command) => command.name());
/** What the README has too is run by its own test. */
const ELSEWHERE = new Set(
  readFileSync(join(ROOT, "README.md"), "utf8")
    .split("\n")
    .map((line) => line.replace(/^npx /, "")),
);

const EXAMPLES = COMMANDS.flatMap((command) =>
  [...demerit([command, "--help"]).stdout.matchAll(/^ {2}\$ (demerit .+)$/gm)].map(([, line]) => ({
    command,
    line: line!,
  })),
);

test("every command has examples, but those of which there is nothing to choose", () => {
  expect(COMMANDS.length).toBeGreaterThan(10);
  const without = COMMANDS.filter((name) => !EXAMPLES.some(({ command }) => command === name));
  expect(without.filter((name) => !["demo", "completion"].includes(name))).toEqual([]);
});

const OWN_OVERLAY = {
  kind: "overlay",
  id: "my-edit",
  version: "1",
  title: "My edit",
  about: "An edit.",
  asOf: "never",
  extends: "suining-composite",
  amend: { "suining/loan-default": { then: { points: -12 } } },
};

/** The files of a reader that an example speaks of. */
function prepare(line: string, folder: string): void {
  if (!existsSync(join(folder, "rules"))) symlinkSync(join(ROOT, "rules"), join(folder, "rules"));
  for (const [name] of line.matchAll(/[\w-]+(?:\.test)?\.jsonc/g)) {
    const path = join(folder, name);
    if (line.startsWith("demerit new ") || existsSync(path) || line.includes(`rules/tests/${name}`)) continue;
    if (name.endsWith(".test.jsonc")) copyFileSync(join(ROOT, "rules/tests/suining-2010.test.jsonc"), path);
    // What is tested are the county's rules as they stand.
    else if (line.startsWith("demerit test ")) copyFileSync(join(ROOT, "rules/suining-2010.jsonc"), path);
    else writeFileSync(path, JSON.stringify(OWN_OVERLAY));
  }
}

const FOLDERS = new Map<string, string>();
const ORDER = [...new Map(EXAMPLES.map((example) => [example.line, example])).values()].filter(
  ({ line }) => line.includes(" -o ") || !ELSEWHERE.has(line),
);

describe.skipIf(!HAS_TERMINAL)("each example runs in a terminal, in colour and within its width", () => {
  test.each(ORDER.map((example, at) => ({ ...example, at })))(
    "$line",
    { timeout: LONG },
    async ({ line, command, at }) => {
      for (const columns of widthsFor(at)) {
        // Those of one text follow on each other.
        const key = `${command} ${columns === widthsFor(at)[0] ? "" : columns}`;
        const cwd = FOLDERS.get(key) ?? scratch();
        FOLDERS.set(key, cwd);
        prepare(line, cwd);
        // A second one may write the file of the first.
        const forced = line.startsWith("demerit new ") ? `${line} --force` : line;
        const run = shortened(forced).replace(/^demerit/, `"${process.execPath}" "${join(ROOT, "bin", "demerit.js")}"`);
        const needsBrowser = / -o \S+\.pdf/.test(line) && BROWSER === null;
        expectShown(line, await inTerminal(run, { columns, cwd }), columns, needsBrowser ? 2 : 0);
      }
    },
  );
});

describe.skipIf(!HAS_TERMINAL)("each help text fits the terminal", () => {
  test.each(COMMANDS.map((command, at) => ({ command, at })))("demerit $command --help", async ({ command, at }) => {
    for (const columns of widthsFor(at)) {
      const line = `demerit ${command} --help`;
      const run = line.replace(/^demerit/, `"${process.execPath}" "${join(ROOT, "bin", "demerit.js")}"`);
      expectShown(line, await inTerminal(run, { columns }), columns);
    }
  });
});

// Fonts and all, it would be thousands of lines.
test.skipIf(!HAS_TERMINAL).each(["print", "handout"])(
  "%s: a page is not poured into a terminal, unless it is asked for by name",
  async (command) => {
    const run = `"${process.execPath}" "${join(ROOT, "bin", "demerit.js")}" ${command}`;
    const { code, sent } = await inTerminal(run, { columns: 80 });
    expect(code).toBe(2);
    expect(sent).toContain("HTML is nothing for a terminal; name a file with -o");
    const named = await inTerminal(`${run} --format html`, { columns: 80 });
    expect(named.code).toBe(0);
    expect(named.sent).toMatch(/<html[ >]/);
  },
);
