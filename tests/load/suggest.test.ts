import { describe, expect, test } from "vitest";
import { adviceFor, nearest } from "../../src/load/suggest.ts";

describe("the nearest word", () => {
  test.each([
    ["high-speed-rial", "high-speed-rail"],
    ["High-Speed-Rail", "high-speed-rail"],
    ["air travel", "air-travel"],
    ["boat", undefined],
    ["", undefined],
    ["x".repeat(100_000), undefined],
  ])("to %.20s", (word, meant) => expect(nearest(word, ["high-speed-rail", "air-travel"])).toBe(meant));
});

test("where none is near, all are listed, or the first sixteen", () => {
  expect(adviceFor("boat", ["bus", "tram"])).toBe("Choose one of: bus, tram.");
  expect(
    adviceFor(
      3,
      Array.from({ length: 20 }, (_, index) => `n${index}`),
    ),
  ).toMatch(/n15, and 4 more\.$/);
  expect(adviceFor("boat", [])).toBe("There is none to choose from here.");
});
