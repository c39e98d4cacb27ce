import { expect, test } from "vitest";
import { wilson } from "../../src/analysis/wilson.ts";

// Worked by hand for 10 draws, z² = 3.8415: the middle is (p + 0.19207) / 1.38415, and to either side
// goes 1.959964 / 1.38415 · √(p(1 − p)/10 + 0.0096037).
// p = 0.5: the middle is 0.5, to either side 1.41601 · √0.0346037 = 0.26341.
// p = 0: from 0 to 2 · 0.13877 = 0.27753.
test.each([
  [5, 10, 0.23659, 0.76341],
  [0, 10, 0, 0.27753],
  [10, 10, 0.72247, 1],
])("%i of %i", (hits, of, least, most) => {
  const share = wilson(hits, of);
  expect(share.least).toBeCloseTo(least, 4);
  expect(share.most).toBeCloseTo(most, 4);
});

test("nothing but hits leaves 1 possible, and no hit leaves 0, however many draws", () => {
  for (let of = 1; of <= 2000; of++) {
    expect(wilson(0, of).least).toBe(0);
    expect(wilson(of, of).most).toBe(1);
  }
});
