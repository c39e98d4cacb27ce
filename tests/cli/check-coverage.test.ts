import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PACK } from "../load/samples.ts";
import { ROOT, said, scratch, STACK } from "./run.ts";

const cwd = scratch();
const file = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};

test("each rulebook has its own coverage, behind its own result", async () => {
  const unlived = file("unlived.jsonc", PACK.replace('"value": "red-light"', '"value": "child-enrolled-privately"'));
  const { code, stdout, stderr } = await said(["check", "suining-2010", unlived, "--coverage"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [, first, second] = stdout.split(/^.+, usable\n\n/m);
  expect(first).toMatch(/^Coverage by 13 invented lives\n {2}Of \d\d rules, matched in some life: \d\d;/);
  expect(second).toContain("Of 3 rules, matched in some life: 0; only consulted: 2; never reached: 1.");
  expect(second).toContain("  Rules never reached (1): toy/red-light.\n");
});

test("without being asked for, there is none", async () => {
  expect((await said(["check", "suining-2010"])).stdout).not.toContain("Coverage");
});

test("a faulty rulebook has none, and says so", async () => {
  const faulty = file("faulty.jsonc", PACK.replace('"fact": "event"', '"fact": "evnt"'));
  for (const name of [faulty, "nowhere.jsonc"]) {
    const { code, stdout } = await said(["check", name, "--coverage"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/: not usable, so it has no coverage\n$/);
  }
});

test.each([
  ["a persona", `${ROOT}/fixtures/personas/petitioner.json`],
  ["rule tests", `${ROOT}/rules/tests/suining-2010.test.jsonc`],
  ["words", `${ROOT}/rules/words.json`],
])("a file that holds %s is refused", async (what, path) => {
  for (const asked of ["--coverage", "--review"]) {
    const { code, stdout, stderr } = await said(["check", path, asked]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`${asked} is of a rulebook, and .* holds ${what}`));
    expect(stderr).not.toMatch(STACK);
  }
});
