import { describe, expect, test } from "vitest";
import { said, scratch, STACK } from "./run.ts";

const YEARLY = ["--reading", "reclassification=yearly", "--reading", "exact-or-maximum=maximum"];

describe("--reading", () => {
  test("answers a question otherwise, and the page says so", async () => {
    const { code, stdout } = await said(["replay", "one-entry", ...YEARLY]);
    expect(code).toBe(0);
    const page = stdout.replaceAll(/\s+/g, " ");
    expect(page).toContain("Here: once a year, as reported of 2014. Also: with each entry.");
    expect(page).toContain("Here: maxima: taken at 10");
  });

  test("the answer in force changes nothing", async () => {
    expect((await said(["replay", "one-entry", "--reading", "extension=one-year"])).stdout).toBe(
      (await said(["replay", "one-entry"])).stdout,
    );
  });

  test("a trace saved under it is drawn again just as it was", async () => {
    const cwd = scratch();
    expect((await said(["replay", "one-entry", ...YEARLY, "--format", "json", "-o", "read.json"], { cwd })).code).toBe(
      0,
    );
    const again = await said(["replay", "--from", "read.json"], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toBe((await said(["replay", "one-entry", ...YEARLY])).stdout);
  });

  test.each([
    ["why", ["why", "one-entry", "2"]],
    ["why of a rule", ["why", "one-entry", "suining/traffic-offence"]],
    ["list", ["list", "rules", "--format", "json"]],
    ["ablate", ["ablate", "one-entry"]],
  ])("%s takes it too", async (_, args) => {
    const read = await said([...args, ...YEARLY]);
    expect(read).toMatchObject({ code: 0, stderr: "" });
    expect(read.stdout).not.toBe((await said(args)).stdout);
  });

  test("an overlay is laid first: what it leaves open can be answered, what it settles cannot", async () => {
    const guided = ["list", "rules", "--format", "json", "--rulebook", "+court-guidance-2019"];
    const read = await said([...guided, "--reading", "loan-amount=fifty"]);
    expect(read).toMatchObject({ code: 0, stderr: "" });
    expect(read.stdout).not.toBe((await said(guided)).stdout);
    const settled = await said([
      "replay",
      "one-entry",
      "--rulebook",
      "+one-year-expiry",
      "--reading",
      "extension=three-years",
    ]);
    expect(settled).toMatchObject({ code: 2, stdout: "" });
    expect(settled.stderr).toContain("no rule here hangs on “extension” (an overlay may have settled it)");
  });

  test("what the questions and their answers are called is listed", async () => {
    const { stdout } = await said(["list", "questions", ...YEARLY]);
    expect(stdout).toContain("yearly (here): once a year, as reported of 2014");
    expect(stdout).toContain("three-years: by three years, the most");
  });

  test.each([
    ["an unknown question", ["--reading", "extention=one-year"], "Did you mean “extension”?"],
    ["an unknown answer", ["--reading", "extension=two-years"], "Choose one of: one-year, three-years."],
    ["no answer", ["--reading", "extension"], "write question=answer"],
    [
      "two answers",
      ["--reading", "extension=one-year", "--reading", "extension=three-years"],
      "“extension” is answered twice",
    ],
    ["beside --from", ["--from", "x.json", "--reading", "extension=one-year"], "--from takes no --reading"],
  ])("refused: %s", async (_, args, says) => {
    const ids = args.includes("--from") ? [] : ["one-entry"];
    const { code, stdout, stderr } = await said(["replay", ...ids, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
  });
});
