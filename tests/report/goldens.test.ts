import { expect, test } from "vitest";
import { demerit } from "../cli/run.ts";

// Pages that somebody reads, each in its own file type, so that it opens as what it is.
test.each([
  ["replay--petitioner--clerk.txt", ["petitioner", "--view", "clerk"]],
  ["replay--missed-instalment--person.txt", ["--view", "person"]],
  ["replay--petitioner--side-by-side.txt", ["petitioner", "--view", "side-by-side"]],
  ["replay--petitioner.md", ["petitioner", "--format", "markdown"]],
  ["replay--one-entry--side-by-side.md", ["one-entry", "--view", "side-by-side", "--format", "markdown"]],
  [
    "replay--case-2010--suining-2010.csv",
    ["case-2010", "--rulebook", "suining-2010", "--until", "Y1-02", "--format", "csv"],
  ],
  ["replay--case-2010--person.json", ["case-2010", "--view", "person", "--format", "json"]],
])("%s", async (name, args) => {
  const { code, stdout, stderr } = demerit(["replay", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`../golden/${name}`);
});
