import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { said, scratch, STACK } from "./run.ts";

const cwd = scratch();
await said(["replay", "petitioner", "--until", "Y3-01", "--format", "json", "-o", "saved.json"], { cwd });
const SAVED = readFileSync(join(cwd, "saved.json"), "utf8");

test.each([[["--format", "json"]], [[]], [["--full"]]])(
  "a saved trace is drawn again just as it was: %j",
  async (options) => {
    const again = await said(["replay", "--from", "saved.json", ...options], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toBe((await said(["replay", "petitioner", "--until", "Y3-01", ...options])).stdout);
  },
);

test("a trace under an edited rulebook carries that rulebook with it", async () => {
  const pack = (await said(["list", "rules", "--format", "json"])).stdout;
  expect(pack).toContain("suining/petition-judged-disruptive");
  await said(
    [
      "replay",
      "petitioner",
      "--rulebook",
      "suining-2010,court-defaulters-2017",
      "--format",
      "json",
      "-o",
      "stack.json",
    ],
    { cwd },
  );
  expect((await said(["replay", "--from", "stack.json"], { cwd })).stdout).toBe(
    (await said(["replay", "petitioner", "--rulebook", "suining-2010,court-defaulters-2017"])).stdout,
  );
});

describe("what is explained and refused", () => {
  test.each([
    ["another version", '"traceVersion": 4', '"traceVersion": 3', "version 3; this program reads version 4"],
    ["no version", '"traceVersion": 4,', "", "traceVersion"],
    ["a person of one's own", '"name": "he-shulan"', '"name": "ning-an"', "ETHICS.md"],
    ["a persona that is not there", '"id": "petitioner"', '"id": "somebody"', "ETHICS.md"],
    ["a word about a person", '"persona": {', '"persona": { "remark": "my neighbour",', "ETHICS.md"],
    ["other circumstances", '"savings": "none"', '"savings": "some"', "ETHICS.md"],
    ["another score", '"score": 900', '"score": 901', "entry #"],
    [
      "another cause",
      '"because": [\n            "2.1"\n          ]',
      '"because": [\n            "1.0"\n          ]',
      "entry #",
    ],
    ["another effect", '"kind": "posting"', '"kind": "posted"', "does not fit"],
    ["an edited rule", '"points": -50', '"points": -20', "digest"],
    ["another notice", '"notice": "Invented', '"notice": "Real', "notice"],
    ["half a file", SAVED.slice(SAVED.length / 2), "", "not a whole JSON document"],
    ["no JSON", SAVED, "A trace.", "not a whole JSON document"],
    ["a list", SAVED, "[]", "several"],
    ["a rule file", SAVED, '{ "kind": "pack" }', "no saved trace"],
    ["very deep nesting", SAVED, `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "trace"],
  ])("%s", async (_, from, to, says) => {
    expect(SAVED).toContain(from);
    writeFileSync(join(cwd, "damaged.json"), SAVED.replace(from, to));
    const { code, stdout, stderr } = await said(["replay", "--from", "damaged.json"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replace(/\s+/g, " ")).toContain(says);
    expect(stderr).not.toMatch(STACK);
  });

  test.each([[["petitioner"]], [["--rulebook", "suining-2010"]], [["--until", "Y2-01"]]])(
    "beside %j: a saved trace is drawn as it is",
    async (beside) => {
      const { code, stderr } = await said(["replay", "--from", "saved.json", ...beside], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain("--from takes no");
    },
  );
});
