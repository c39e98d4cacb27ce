import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { said, scratch, STACK } from "../run.ts";

describe("compare", () => {
  test("two rulebooks that are the same", async () => {
    const { code, stdout } = await said(["compare", "suining-composite", "suining-composite"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing: the two rulebooks say the same.");
    expect(stdout).toContain("No harm vanishes or appears. All 13 people live exactly as before.");
  });

  test("the line “Again” gives the same page", async () => {
    const wide = { env: { COLUMNS: "200" } };
    const { stdout } = await said(["compare", "suining-composite", "+one-year-expiry", "stall-holder"], wide);
    const again = /^Again {5}demerit (.*)$/m.exec(stdout)![1]!.split(" ");
    expect((await said(again, wide)).stdout).toBe(stdout);
  });

  test("packs of different kinds, beside each other", async () => {
    const { code, stdout } = await said(["compare", "suining-2010", "suining-composite", "case-2010"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/New: Ground 1/);
  });

  test.each([
    [["compare"], /baseline/],
    [["compare", "suining-composit", "+reward-only-2019"], /“suining-composit”.*Did you mean “suining-composite”/s],
    [["compare", "suining-composite", "+reward-only-2091"], /Did you mean “reward-only-2019”/],
    [["compare", "suining-composite", "+reward-only-2019", "petitoner"], /Did you mean “petitioner”/],
    [["compare", "court-defaulters-2017", "+reward-only-2019"], /suining/],
    [["compare", "suining-composite", "+reward-only-2019", "petitioner", "petitioner"], /named twice/],
    [["compare", "suining-composite", "+reward-only-2019", "-o", "no/such/folder/x.txt"], /no folder/],
  ])("%j is refused", async (args, says) => {
    const { code, stdout, stderr } = await said(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });

  test("an overlay with a mistake shows the place", async () => {
    const file = join(scratch(), "edit.jsonc");
    writeFileSync(
      file,
      `{\n  "kind": "overlay", "id": "edit", "version": "1", "title": "Edit", "about": "x", "asOf": "x",\n  "extends": "suining-composite",\n  "amend": { "suining/loan-defalt": { "then": { "points": -20 } } }\n}\n`,
    );
    const { code, stderr } = await said(["compare", "suining-composite", file]);
    expect(code).toBe(2);
    expect(stderr).toContain("edit.jsonc:4:");
    expect(stderr).toContain("Did you mean “suining/loan-default”?");
  });
});
