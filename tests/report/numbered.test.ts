import { expect, test } from "vitest";
import { inRuns, numberedIn } from "../../src/report/numbered.ts";

function runs(titles: readonly string[], others: readonly string[] = []): string[] {
  return inRuns(titles, numberedIn([...titles, ...others]));
}

test("numbered titles that follow each other stand by their first and last", () => {
  expect(runs(["“Paid”", "“Head 1: a”", "“Head 2: b”", "“Head 3: c”", "“Class D: no loan”"])).toEqual([
    "“Paid”",
    "“Head 1” to “Head 3”",
    "“Class D: no loan”",
  ]);
});

test.each([
  { why: "two are too few", titles: ["“Head 1: a”", "“Head 2: b”"] },
  { why: "one is left out", titles: ["“Head 1: a”", "“Head 2: b”", "“Head 4: d”", "“Head 5: e”"] },
  { why: "they are of two sorts", titles: ["“Head 1: a”", "“Ground 2: b”", "“Head 3: c”"] },
  { why: "they stand in another order", titles: ["“Head 3: c”", "“Head 2: b”", "“Head 1: a”"] },
  { why: "one of them is that of an older wording", titles: ["“Head 1: a”", "“Head 2: b”, as it was", "“Head 3: c”"] },
])("they are spelt out where $why", ({ titles }) => {
  expect(runs(titles)).toEqual(titles);
});

test("they are spelt out where a number is that of two rules, so that it stays clear which is meant", () => {
  const titles = ["“Head 1: a”", "“Head 2: b”", "“Head 3: c”"];
  expect(runs(titles, ["“Head 2: another”"])).toEqual(titles);
  expect(runs(titles, ["“Head 2: b”"])).toEqual(["“Head 1” to “Head 3”"]);
});
