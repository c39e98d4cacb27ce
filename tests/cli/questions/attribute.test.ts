import { describe, expect, test } from "vitest";
import type { Attribution } from "../../../src/analysis/questions/attribute.ts";
import { demerit, STACK } from "../run.ts";

test.each([
  ["attribute--missed-instalment", ["attribute", "missed-instalment"]],
  ["attribute--disputed-care", ["attribute", "disputed-care"]],
  ["attribute--petitioner--by-chance", ["attribute", "petitioner", "--limit", "10", "--samples", "60", "--seed", "7"]],
])("golden %s", async (name, args) => {
  const { code, stdout, stderr } = demerit(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`../../golden/${name}.txt`);
});

describe("attribute", () => {
  test("what is printed adds up to what is printed as the whole", () => {
    const { code, stdout } = demerit(["attribute", "ruined-trader", "--format", "csv"]);
    expect(code).toBe(0);
    const shares = { "refused attempts": 0, "months with a door shut": 0, losses: 0 };
    for (const [, harm, share] of stdout.matchAll(
      /^(refused attempts|months with a door shut|losses),[^,]+,[^,]+,(-?[\d.]+),/gm,
    ))
      shares[harm as keyof typeof shares] += Math.round(Number(share) * 100);
    const json = JSON.parse(demerit(["attribute", "ruined-trader", "--format", "json"]).stdout) as Attribution;
    expect(Object.values(shares)).toEqual(json.harms.map(({ total, withoutAny }) => 100 * (total - withoutAny)));
    expect(json.method.kind).toBe("exact");
    expect(json.harms.every(({ total }) => total > 0)).toBe(true);
  });

  test("every life of the package can be divided exactly", () => {
    const personas = [...demerit(["list", "personas"]).stdout.matchAll(/^([a-z][a-z0-9-]+) {2,}/gm)].map(
      ([, id]) => id!,
    );
    expect(personas.length).toBe(13);
    for (const persona of personas) {
      const { method } = JSON.parse(demerit(["attribute", persona, "--format", "json"]).stdout) as Attribution;
      expect(method.kind).toBe("exact");
    }
  }, 120_000);

  test("the line “Again” gives the same page, by chance too", () => {
    const { stdout } = demerit(["attribute", "stall-holder", "--limit", "5", "--samples", "20", "--seed", "3"]);
    const again = /^Again {5}demerit (.*(?:\n {10}.*)*)$/m.exec(stdout)![1]!.split(/\s+/);
    expect(demerit(again).stdout).toBe(stdout);
    expect(stdout).toContain("seed 3");
  });

  test("where there is nothing to divide, that is all it says", () => {
    const { code, stdout } = demerit(["attribute", "one-entry"]);
    expect(code).toBe(0);
    expect(stdout).toContain("nothing to divide");
    expect(stdout).not.toContain("How to read it");
  });

  test.each([
    [["attribute"], /persona/],
    [["attribute", "petitoner"], /Did you mean “petitioner”/],
    [["attribute", "petitioner", "one-entry"], /too many arguments/],
    [["attribute", "petitioner", "--limit", "0"], /--limit/],
    [["attribute", "petitioner", "--samples", "many"], /--samples/],
    [["attribute", "petitioner", "--seed", "-1"], /seed/],
    [["attribute", "petitioner", "--until", "Y11-01"], /Y10-12/],
  ])("%j is refused", (args, says) => {
    const { code, stdout, stderr } = demerit(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });
});
