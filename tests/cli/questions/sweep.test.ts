import { describe, expect, test } from "vitest";
import { said, STACK } from "../run.ts";

describe("sweep", () => {
  test("the line “Again” gives the same page, personas and all", async () => {
    const asked = ["classes.A.min", "one-entry", "petitioner", "--from", "960", "--to", "980"];
    const { stdout } = await said(["sweep", ...asked, "--format", "markdown"]);
    const again = /^- \*\*Again\*\* demerit (.*)$/m.exec(stdout)![1]!.replaceAll("\\", "").split(" ");
    expect((await said([...again, "--format", "markdown"])).stdout).toBe(stdout);
  });

  test("without ends, all that the number may be; a record for each interval and person", async () => {
    const { code, stdout } = await said(["sweep", "suining/birth-beyond-plan.points", "one-entry", "--format", "csv"]);
    expect(code).toBe(0);
    const rows = stdout.split("\r\n").filter((line) => line.startsWith("suining/birth-beyond-plan.points,"));
    const ends = rows.map((row) => row.split(",").slice(1, 3).map(Number));
    expect(ends[0]![0]).toBe(-1000);
    expect(ends.at(-1)![1]).toBe(1000);
    // One after another, without a gap but for 0.
    for (const [at, [from]] of ends.slice(1).entries()) expect([1, 2]).toContain(from! - ends[at]![1]!);
  });

  test.each([
    [["suining/loan-defalt.points"], /Did you mean “suining\/loan-default\.points”/],
    [["suining/publication"], /The numbers of “suining\/publication”: suining\/publication\.termMonths/],
    [["court/fast-trains.termMonths"], /The rule “court\/fast-trains” has no numbers/],
    [["opening", "--from", "5", "--to", "1"], /wrong way round/],
    [["suining/loan-default.points", "--from", "-1001"], /−1001 is outside/],
    [["suining/loan-default.points", "--from", "0", "--to", "0"], /cannot be 0/],
    [["suining/loan-default.points", "--from", "ten"], /“ten” after --from is not a whole number/],
    [["opening", "petitoner", "--from", "1000", "--to", "1001"], /Did you mean “petitioner”/],
    [[], /missing required argument 'number'/],
  ])("cannot run: %j", async (args, message) => {
    const { code, stdout, stderr } = await said(["sweep", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
  });
});
