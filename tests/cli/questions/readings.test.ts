import { describe, expect, test } from "vitest";
import { said, STACK } from "../run.ts";

describe("readings", () => {
  const env = { COLUMNS: "240" };

  test("the line “Again” gives the same page", async () => {
    const { stdout } = await said(["readings", "one-entry", "--reading", "extension=three-years"], { env });
    const again = /^Again {5}demerit (.*)$/m.exec(stdout)![1]!.split(" ");
    expect(again).toContain("extension=three-years");
    expect((await said(again, { env })).stdout).toBe(stdout);
  });

  test("a question answered beforehand is not varied", async () => {
    const { stdout } = await said(["readings", "one-entry", "--reading", "largest-entry=low-end"], { env });
    expect(stdout).toContain("Every combination of answers to 9 open questions: 512 readings.");
    expect(stdout).toContain("Answered beforehand, and the same throughout: largest-entry=low-end (");
  });

  test("the JSON holds every reading, the CSV a row for each", async () => {
    const args = ["readings", "one-entry", "namesake", "--rulebook", "court-defaulters-2017"];
    const { lives, searched } = JSON.parse((await said([...args, "--format", "json"])).stdout) as {
      lives: { byReading: string }[];
      searched: { variants: number };
    };
    expect(searched.variants).toBe(4);
    for (const { byReading } of lives) expect(byReading.split(" ")).toHaveLength(4);
    const csv = (await said([...args, "--format", "csv"])).stdout;
    expect(csv.split(/\r?\n/).filter((row) => /^\d+,/.test(row))).toHaveLength(8);
  });

  test.each([
    [
      "everything answered",
      ["--rulebook", "court-defaulters-2017", "--reading", "open-term=two-years", "--reading", "extension=one-year"],
      "every open question of this rulebook has been answered",
    ],
  ])("refused: %s", async (_, args, says) => {
    const { code, stdout, stderr } = await said(["readings", "one-entry", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(STACK);
  });
});
