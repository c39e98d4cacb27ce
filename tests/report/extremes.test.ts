import { expect, test } from "vitest";
import { greatestOf, leastOf } from "../../src/report/extremes.ts";
import { sheet } from "../../src/report/csv/sheet.ts";
import { table } from "../../src/report/text/table.ts";

const MANY = Array.from({ length: 300_000 }, (_, at) => at);

test("of more numbers than a call can take", () => {
  expect([leastOf(MANY), greatestOf(MANY), greatestOf([1, 2], 6)]).toEqual([0, 299_999, 6]);
});

test("a table and a sheet of very many rows and words", () => {
  const style = { width: 80, paint: { bold: (text: string) => text, dim: (text: string) => text } } as never;
  expect(table({ head: ["a", "b"], rows: MANY.map((at) => ["x", String(at)]) }, style, "")).toHaveLength(300_001);
  expect(table({ head: ["a", "b"], rows: [["x", MANY.join(" ")]] }, style, "").length).toBeGreaterThan(1000);
  expect(sheet(MANY.map((at) => [at])).length).toBeGreaterThan(300_000);
});
