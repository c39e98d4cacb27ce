import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demerit, ROOT, said, scratch } from "../cli/run.ts";

const FIXTURE = readFileSync(`${ROOT}/fixtures/personas/petitioner.json`, "utf8");

describe("is not read as a person", () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "people.csv"), "name,score\nSomebody,512\n");
  writeFileSync(join(cwd, "me.json"), FIXTURE);
  writeFileSync(join(cwd, "petitioners"), FIXTURE);
  mkdirSync(join(cwd, "people"));
  test.each([
    "people.csv",
    "me.json",
    "petitioners",
    "people",
    "./me.json",
    "../me.json",
    "-",
    "https://example.org/me.json",
    "/dev/stdin",
    join(cwd, "me.json"),
  ])("replay %s", (argument) => {
    const { code, stdout, stderr } = demerit(["replay", argument], { cwd, input: FIXTURE });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("ETHICS.md");
  });

  test("a persona's file given as a rulebook", async () => {
    const { code, stderr } = await said(["replay", "--rulebook", "me.json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("ETHICS.md");
  });

  test("a persona's file outside the package, even to be checked", async () => {
    const { code, stderr } = await said(["check", "me.json"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("ETHICS.md");
  });

  test("an environment variable", async () => {
    const env = { DEMERIT_PERSONA: join(cwd, "me.json"), DEMERIT_PERSONAS: cwd, PERSONA: "me.json" };
    expect((await said(["replay", "one-entry"], { cwd, env })).stdout).toBe(
      (await said(["replay", "one-entry"])).stdout,
    );
  });
});

test("standard input is never read", async () => {
  const fed = demerit(["replay", "one-entry"], { input: "Somebody\nElse\n" });
  expect(fed).toEqual(await said(["replay", "one-entry"]));
  const sources = readdirSync(`${ROOT}/src`, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of sources) {
    // The demo asks whether there is a keyboard, to turn its pages with; it takes no data from it.
    const code = readFileSync(join(ROOT, "src", file), "utf8").replace(
      file === "cli/commands/demo.ts" ? "process.stdin.isTTY" : "",
      "",
    );
    expect(code, file).not.toMatch(/\bstdin\b|readline|readFileSync\(0/);
  }
});

test("a file on standard input is refused, and a pipe is not read", () => {
  const cwd = scratch();
  writeFileSync(join(cwd, "people.txt"), "Somebody\nElse\n");
  const fed = spawnSync("sh", ["-c", `"${process.execPath}" "${ROOT}/bin/demerit.js" replay < people.txt`], {
    cwd,
    encoding: "utf8",
  });
  expect(fed).toMatchObject({ status: 2, stdout: "" });
  expect(fed.stderr).toContain("ETHICS.md");
});

test("at most 32 personas in one run", async () => {
  expect((await said(["replay", ...Array.from({ length: 32 }, () => "one-entry")])).code).toBe(0);
  const { code, stdout, stderr } = await said(["replay", ...Array.from({ length: 33 }, () => "one-entry")]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("ETHICS.md");
});
