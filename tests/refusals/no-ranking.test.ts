import { expect, test } from "vitest";
import { said } from "../cli/run.ts";

const IDS = ["petitioner", "one-entry", "missed-instalment"];

test("several personas are so many separate pages, in the order asked for, with no word about each other", async () => {
  const together = (await said(["replay", ...IDS])).stdout;
  const apart = await Promise.all(IDS.map(async (id) => (await said(["replay", id])).stdout));
  expect(together).toBe(apart.join(`\n${"═".repeat(80)}\n\n`));
});

test("no command offers to sort, rank, score or compare people", async () => {
  const pages = await Promise.all([["replay"], ["list"], ["check"], []].map((command) => said([...command, "--help"])));
  const help = pages.map(({ stdout }) => stdout).join("\n");
  expect(help).not.toMatch(/\b(rank|sort|leaderboard|worst first|best first|top \d)/i);
});

test("personas are listed by id, without any figure of theirs", async () => {
  const listed = JSON.parse((await said(["list", "personas", "--format", "json"])).stdout) as Record<string, unknown>[];
  expect(listed.map(({ id }) => id)).toEqual(listed.map(({ id }) => id as string).sort());
  for (const persona of listed)
    expect(Object.keys(persona).sort()).toEqual(["events", "exposes", "id", "name", "title"]);
});
