import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { demerit, ROOT } from "./run.ts";

const ESCAPE = "\u001b[";

test.each([
  ["a pipe", {}, [], false],
  ["a pipe with FORCE_COLOR", { FORCE_COLOR: "1" }, [], true],
  ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, [], false],
  ["FORCE_COLOR wins over NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, [], true],
  ["--no-color wins over FORCE_COLOR", { FORCE_COLOR: "1" }, ["--no-color"], false],
] as const)("%s", (_case, env, flags, coloured) => {
  expect(demerit([...flags, "replay", "one-entry"], { env }).stdout.includes(ESCAPE)).toBe(coloured);
});

test("colour carries no meaning: without it the same characters stand there", () => {
  const coloured = demerit(["replay"], { env: { FORCE_COLOR: "1" } }).stdout;
  expect(stripVTControlCharacters(coloured)).toBe(demerit(["replay"]).stdout);
});

test("COLUMNS sets the width where there is no terminal", () => {
  const lines = demerit(["replay"], { env: { COLUMNS: "120" } }).stdout.split("\n");
  expect(lines.some((line) => line.length > 100)).toBe(true);
});

/** Runs the command in a pseudo-terminal, by the `script` that Linux and macOS have. */
function inTerminal(args: string, columns: number, env: Record<string, string> = {}): string {
  const line = `stty cols ${columns}; ${process.execPath} ${ROOT}/bin/demerit.js ${args}`;
  const [file, argv] =
    process.platform === "darwin"
      ? ["script", ["-q", "/dev/null", "sh", "-c", line]]
      : ["script", ["-qec", line, "/dev/null"]];
  const ran = spawnSync(file as string, argv as string[], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", ...env },
    cwd: ROOT,
    maxBuffer: 64_000_000,
  });
  if (ran.error !== undefined) throw new Error(`no pseudo-terminal here: ${ran.error.message}`);
  return ran.stdout.replaceAll("\r\n", "\n");
}

test("in a terminal there is colour, at the terminal's width", () => {
  const page = inTerminal("replay one-entry", 100);
  expect(page).toContain(ESCAPE);
  expect(stripVTControlCharacters(page)).toBe(demerit(["replay", "one-entry"], { env: { COLUMNS: "100" } }).stdout);
});

test.each([
  [{ NO_COLOR: "1" }, ""],
  [{ TERM: "dumb" }, ""],
  [{}, "--no-color"],
])("in a terminal with %j %s there is none", (env, flag) => {
  expect(inTerminal(`${flag} replay one-entry`, 80, env)).not.toContain(ESCAPE);
});

test("an empty NO_COLOR counts as not set", () => {
  expect(inTerminal("replay one-entry", 80, { NO_COLOR: "" })).toContain(ESCAPE);
});
