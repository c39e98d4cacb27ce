import { expect, test } from "vitest";
import { demerit } from "./run.ts";

// Each golden is a page that somebody reads: change one only after reading the difference as prose.
test.each([
  ["demerit", []],
  ["demerit --help", ["--help"]],
  ["replay--missed-instalment", ["replay"]],
  ["replay--petitioner", ["replay", "petitioner"]],
  ["replay--one-entry--full", ["replay", "one-entry", "--full"]],
  ["replay--case-2010--suining-2010", ["replay", "case-2010", "--rulebook", "suining-2010", "--until", "Y1-02"]],
  ["replay--missed-instalment--court-defaulters-2017", ["replay", "--rulebook", "court-defaulters-2017"]],
  ["list--personas", ["list", "personas"]],
  ["list--rules", ["list", "rules"]],
  ["list--facts", ["list", "facts"]],
  ["check--suining-composite", ["check", "suining-composite", "--coverage"]],
])("%s", async (name, args) => {
  const { code, stdout, stderr } = demerit(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`../golden/${name}.txt`);
});
