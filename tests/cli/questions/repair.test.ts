import { describe, expect, test } from "vitest";
import { few } from "../../support/runs.ts";
import { said, STACK } from "../run.ts";

/** The first refusal: of the court's rules alone it is told sooner than of all together. */
const [ENTRY, UNDER] = few(["13", ["--rulebook", "court-defaulters-2017", "--until", "Y1-12"]], ["22", []]);

describe("repair", () => {
  test("an entry with or without its sign, and the line “Again”", async () => {
    const asked = (entry: string): string[] => ["repair", "missed-instalment", "--avoid", entry, ...UNDER];
    const { code, stdout } = await said(asked(`#${ENTRY}`));
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Again +demerit repair missed-instalment --avoid ${ENTRY} `, "m"));
    expect((await said(asked(ENTRY))).stdout).toBe(stdout);
  });

  test("reached already", async () => {
    const { code, stdout } = await said(["repair", "case-2010", "--avoid", "air-travel"], { env: { COLUMNS: "200" } });
    expect(code).toBe(0);
    expect(stdout).toContain("There is nothing to repair.");
  });

  test.each([
    [["missed-instalment"], /required option '--avoid <what>' not specified/],
    [["missed-instalment", "--avoid", "high-sped-rail"], /Did you mean “high-speed-rail”/],
    [["missed-instalment", "--avoid", "d"], /Did you mean “D”/],
    [["missed-instalment", "--avoid", "16"], /neither a refusal nor a loss: A court orders payment of the debt/],
    [["missed-instalment", "--avoid", "9999"], /there is no entry #9999 in this trace/],
    [["missed-instalmnt", "--avoid", "D"], /Did you mean “missed-instalment”/],
    [["missed-instalment", "--avoid", "D", "--rulebook", "court-defaulters-2017"], /no door, no class/],
  ])("cannot run: %j", async (args, message) => {
    const { code, stdout, stderr } = await said(["repair", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
  });
});
