import { describe, expect, test } from "vitest";
import type { Mutation } from "../../../src/analysis/questions/mutate.ts";
import { demerit, STACK } from "../run.ts";

test.each([
  ["mutate", ["mutate"]],
  ["mutate--one-entry", ["mutate", "one-entry"]],
])(
  "golden %s",
  async (name, args) => {
    const { code, stdout, stderr } = demerit(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`../../golden/${name}.txt`);
  },
  60_000,
);

describe("mutate", () => {
  test("the spreadsheet has a row for every change tried", () => {
    const args = ["mutate", "stall-holder", "--rulebook", "suining-2010"];
    const json = JSON.parse(demerit([...args, "--format", "json"]).stdout) as Mutation;
    const { code, stdout } = demerit([...args, "--format", "csv"]);
    expect(code).toBe(0);
    expect(stdout.match(/^(nudged|flipped|dropped),/gm)).toHaveLength(json.mutants.length);
    expect(json.searched).toMatchObject({ variants: json.mutants.length, of: json.mutants.length, stopped: false });
  });

  test("people in the order asked", () => {
    const { stdout } = demerit(["mutate", "stall-holder", "one-entry", "--format", "json", "--until", "Y2-12"]);
    const json = JSON.parse(stdout) as Mutation;
    expect(json.personas.map(({ id }) => id)).toEqual(["stall-holder", "one-entry"]);
    const both = json.mutants.filter(({ changed }) => changed.length === 2);
    expect(both.length).toBeGreaterThan(0);
    for (const { changed } of both)
      expect(changed.map(({ persona }) => persona)).toEqual(["stall-holder", "one-entry"]);
  });

  test("a rulebook without a score has its own numbers", () => {
    const { code, stdout } = demerit(["mutate", "guarantor", "--rulebook", "court-defaulters-2017"]);
    expect(code).toBe(0);
    expect(stdout).toContain("termMonths");
    expect(stdout).not.toContain("NaN");
  });

  test.each([
    [["mutate", "petitoner"], /Did you mean “petitioner”/],
    [["mutate", "petitioner", "petitioner"], /named twice/],
    [["mutate", "petitioner", "--rulebook", "suining-composit"], /Did you mean “suining-composite”/],
    [["mutate", "petitioner", "-o", "no/such/folder/x.txt"], /no folder/],
  ])("%j is refused", (args, says) => {
    const { code, stdout, stderr } = demerit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });
});
