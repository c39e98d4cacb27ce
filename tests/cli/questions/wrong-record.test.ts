import { describe, expect, test } from "vitest";
import { said, STACK } from "../run.ts";

describe("wrong-record", () => {
  test("the line “Again” gives the same page", async () => {
    const { stdout } = await said(["wrong-record", "petitioner", "--corrected-after", "3", "--format", "markdown"]);
    const again = /^- \*\*Again\*\* demerit (.*)$/m.exec(stdout)![1]!.replaceAll("\\", "").split(" ");
    expect((await said([...again, "--format", "markdown"])).stdout).toBe(stdout);
  });

  test("a row for each month in the spreadsheet", async () => {
    const { code, stdout } = await said(["wrong-record", "petitioner", "--format", "csv"]);
    expect(code).toBe(0);
    expect(stdout.split("\r\n").filter((line) => /^Y\d+-\d\d,/.test(line))).toHaveLength(114);
  });

  test("an entry that could never be made is an answer", async () => {
    const { code, stdout } = await said(["wrong-record", "petitioner", "--entry", "instalment-missed"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /could be put on the file of He Shulan falsely, and\s+corrected 6 months later, in no month/,
    );
    expect(stdout).toMatch(/120 because it needs debt: instalments/);
  });

  test.each([
    [[], /missing required argument 'persona'/],
    [["petitioner", "namesake"], /too many arguments/],
    [["petitoner"], /Did you mean “petitioner”/],
    [["petitioner", "--entry", "birth-beyond-pla"], /Did you mean “birth-beyond-plan”/],
    [["petitioner", "--entry", "job-lost"], /posts points or puts on a list\. Choose one of/],
    [["petitioner", "--corrected-after", "0"], /a whole number from 1 to 119/],
    [["petitioner", "--corrected-after", "120"], /a whole number from 1 to 119/],
    [["petitioner", "--corrected-after", "six"], /a whole number from 1 to 119/],
    [["petitioner", "--corrected-after", "30", "--until", "Y2-01"], /comes after the last month/],
  ])("cannot run: %j", async (args, message) => {
    const { code, stdout, stderr } = await said(["wrong-record", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
  });
});
