import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { demerit } from "./run.ts";

const words = (...args: string[]): string[] =>
  demerit(["complete", "--", ...args])
    .stdout.split("\n")
    .filter((line) => line !== "" && !line.startsWith(":"))
    .map((line) => line.split("\t")[0]!);

test.each(["bash", "zsh", "fish"])("the script for %s names the command", (shell) => {
  const { code, stdout } = demerit(["completion", shell]);
  expect(code).toBe(0);
  expect(stdout).toContain("demerit");
  expect(stdout.length).toBeGreaterThan(500);
});

test("the script for bash is one that bash reads", () => {
  const { status, stderr } = spawnSync("bash", ["-n"], {
    input: demerit(["completion", "bash"]).stdout,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test.each([
  ["commands", [""], ["replay", "why", "demo", "list", "check", "completion"]],
  ["personas", ["replay", ""], ["missed-instalment", "petitioner"]],
  ["personas, by their beginning", ["replay", "pet"], ["petitioner"]],
  ["rulebooks", ["replay", "--rulebook", ""], ["suining-composite", "suining-2010"]],
  ["rules", ["why", "petitioner", ""], ["suining/drunk-driving", "court/fast-trains", "everyday/shift-missed"]],
  ["personas to be printed", ["print", ""], ["missed-instalment", "petitioner"]],
  ["what can be listed", ["list", ""], ["personas", "rules", "sources"]],
  ["what can be checked", ["check", ""], ["suining-composite"]],
  ["options", ["replay", "--"], ["--rulebook", "--full", "--until"]],
] as const)("%s", (_, args, some) => {
  expect(words(...args)).toEqual(expect.arrayContaining([...some]));
});

test("no shell named: those there are", () => {
  const { code, stderr } = demerit(["completion"]);
  expect(code).toBe(2);
  expect(stderr).toContain("bash, zsh, fish");
});

test("an unknown shell is refused", () => {
  expect(demerit(["completion", "tcsh"]).code).toBe(2);
});
