import { describe, expect, test } from "vitest";
import { NOTICE } from "../../src/model/notice.ts";
import { FORMATS } from "../../src/report/formats.ts";
import { said } from "../cli/run.ts";

const flat = (text: string): string => text.replace(/\s+/g, " ");

describe.each(Object.keys(FORMATS))("%s", (format) => {
  test.each([[[]], [["--full"]]])("with %j it says that everyone is invented", async (full) => {
    expect(flat((await said(["replay", "--format", format, ...full])).stdout)).toContain(NOTICE);
  });

  test("a composite says that nobody lived so, and where the travel ban comes from", async () => {
    const page = flat((await said(["replay", "--format", format])).stdout);
    expect(page).toContain("nobody lived under exactly these rules together");
    expect(page).toContain("No source seen ties a Suining class to a travel ban");
  });

  test("a stack that the reader puts together says it too", async () => {
    const stack = ["replay", "--format", format, "--rulebook", "suining-2010,court-defaulters-2017"];
    const page = flat((await said(stack)).stdout);
    expect(page).toContain("nobody lived under exactly these rules together");
    expect(page).toContain("No source seen ties a class to a travel ban");
  });

  test("a single pack is no composite", async () => {
    expect(flat((await said(["replay", "--format", format, "--rulebook", "suining-2010"])).stdout)).not.toContain(
      "nobody lived under exactly these rules together",
    );
  });
});

describe.each(["html", "svg"])("printed as %s", (format) => {
  // In a drawing a sentence stands in several lines.
  const says = async (...args: readonly string[]): Promise<string> =>
    flat(
      (await said(["print", "--format", format, ...args])).stdout
        .replaceAll(/<(?:style|script)[^]*?<\/(?:style|script)>/g, "")
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll("&#39;", "'"),
    );

  test("it says that everyone is invented, and what is a composite", async () => {
    const page = await says();
    expect(page).toContain(NOTICE);
    expect(page).toContain("nobody lived under exactly these rules together");
    expect(page).toContain("No source seen ties a Suining class to a travel ban");
  });

  test("a single pack is no composite", async () => {
    expect(await says("--rulebook", "suining-2010")).not.toContain("nobody lived under exactly these rules together");
  });
});

test("no class of the county scheme closes a way to travel", async () => {
  const rules = JSON.parse(
    (await said(["list", "measures", "--rulebook", "suining-2010", "--format", "json"])).stdout,
  ) as {
    then: { closes?: string[] };
  }[];
  expect(rules.length).toBeGreaterThan(3);
  for (const { then } of rules)
    expect((then.closes ?? []).filter((door) => /rail|air|ship|sleeper/.test(door))).toEqual([]);
});
