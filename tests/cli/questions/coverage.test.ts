import { expect, test } from "vitest";
import { demerit } from "../run.ts";

test.each([
  ["coverage", ["coverage"]],
  ["coverage--petitioner-namesake", ["coverage", "petitioner", "namesake"]],
])("golden %s", async (name, args) => {
  const { code, stdout, stderr } = demerit(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`../../golden/${name}.txt`);
});

test("the widest matrix, of 32 people, fits 80 columns", () => {
  const people = Array.from({ length: 32 }, (_, at) => `seed-${at}`);
  const { code, stdout } = demerit(["coverage", ...people], { env: { COLUMNS: "80" } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}rule +abcdefghijklmnopqrstuvwxyzABCDEF$/m);
  expect(stdout).toMatch(/^ {2}court\/property +[■□·]{32}$/m);
  for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});
