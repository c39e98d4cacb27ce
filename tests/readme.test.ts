import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectShown, HAS_TERMINAL, inTerminal, widthsFor } from "./cli/pseudo-terminal.ts";
import { demerit, ROOT, scratch } from "./cli/run.ts";

const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** The commands of the README, block by block. `npm test` is what runs this. */
const COMMANDS = [...README.matchAll(/```sh\n([^]*?)```/g)]
  .flatMap(([, block]) => block!.trim().split("\n"))
  .filter((line) => line !== "npm ci && npm test")
  .map((line) => line.replace("npm ci && ", ""));

describe("every command of the README runs, in its order, in a folder like a fresh clone", () => {
  const clone = scratch();

  beforeAll(() => {
    for (const part of ["src", "bin", "rules", "fixtures", "package.json", "README.md"])
      cpSync(join(ROOT, part), join(clone, part), { recursive: true });
    mkdirSync(join(clone, "tests"));
    for (const part of ["config", "tools"])
      cpSync(join(ROOT, "tests", part), join(clone, "tests", part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
  });

  test.each(COMMANDS.map((line, at) => ({ line, at })))(
    "$line",
    async ({ line, at }) => {
      if (HAS_TERMINAL) {
        for (const columns of widthsFor(at)) {
          const shown = await inTerminal(repeatable(line, columns !== widthsFor(at)[0]), { columns, cwd: clone });
          expectShown(line, shown, columns);
          if (line === "npm start") expect(shown.sent).toContain("── Harm ledger");
        }
        return;
      }
      const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
        cwd: clone,
        encoding: "utf8",
        maxBuffer: 64_000_000,
      });
      expect(status, stdout + stderr).toBe(0);
    },
    120_000,
  );
});

/** A line that writes a file would be refused a second time. */
function repeatable(line: string, again: boolean): string {
  return again && /^npx demerit .*-o |^npx demerit new /.test(line) ? `${line} --force` : line;
}

test("the printed trace is what the command prints", () => {
  const block = /```text\n([^]*?)\n```/.exec(README)![1]!;
  const { stdout } = demerit(["replay"]);
  const parts = block.split("[…]\n");
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(stdout).toContain(part.trimEnd());
});

test("what it is stands in the first lines, in fewer than eight", () => {
  const first = README.split("\n\n")[1]!.split("\n");
  expect(first.length).toBeLessThanOrEqual(7);
});

test.each(["README.md", "ETHICS.md", "CONTRIBUTING.md", "rules/README.md", "src/README.md"])(
  "%s: every file and test that it names is there",
  (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => join(page, "..", link!));
    const named = [...text.matchAll(/`((?:src|tests|rules|fixtures)\/[\w./-]+)`/g)].map(([, path]) => path!);
    for (const path of [...links, ...named]) expect(() => readFileSync(join(ROOT, path)), path).not.toThrow(/ENOENT/);
  },
);

test("every test that ETHICS.md names by its words exists", () => {
  const rows = [...readFileSync(join(ROOT, "ETHICS.md"), "utf8").matchAll(/`(tests\/refusals\/[\w.-]+)` “([^”]+)”/g)];
  expect(rows.length).toBeGreaterThan(5);
  for (const [, file, words] of rows) expect(readFileSync(join(ROOT, file!), "utf8"), words).toContain(words);
});
