import { expect, test } from "vitest";
import { demerit } from "../cli/run.ts";

const IDS = ["petitioner", "one-entry", "missed-instalment"];

test("several personas are so many separate pages, in the order asked for, with no word about each other", () => {
  const together = demerit(["replay", ...IDS]).stdout;
  const apart = IDS.map((id) => demerit(["replay", id]).stdout);
  expect(together).toBe(apart.join(`\n${"═".repeat(80)}\n\n`));
});

test("no command offers to sort, rank, score or compare people", () => {
  const help =
    ["replay", "list", "check"].map((command) => demerit([command, "--help"]).stdout).join("\n") +
    demerit(["--help"]).stdout;
  expect(help).not.toMatch(/\b(rank|sort|leaderboard|worst first|best first|top \d)/i);
});

test("personas are listed by id, without any figure of theirs", () => {
  const listed = JSON.parse(demerit(["list", "personas", "--format", "json"]).stdout) as Record<string, unknown>[];
  expect(listed.map(({ id }) => id)).toEqual(listed.map(({ id }) => id as string).sort());
  for (const persona of listed)
    expect(Object.keys(persona).sort()).toEqual(["events", "exposes", "id", "name", "title"]);
});
