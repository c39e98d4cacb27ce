import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { type Flag, hang } from "../../../src/report/picture/life/flags.ts";
import { runs } from "../../support/runs.ts";

const someFlags = fc.array(
  fc.record({
    x: fc.integer({ min: 156, max: 596 }),
    width: fc.integer({ min: 10, max: 250 }),
    weight: fc.integer({ min: 0, max: 300 }),
  }),
  { maxLength: 40 },
);

test.prop([someFlags], runs<[Flag[]]>(300))(
  "no text meets another, no line passes through a text, none is lost",
  (flags) => {
    const { hung, left } = hang(flags, 636, 9);
    expect(hung.length + left.length).toBe(flags.length);
    const placed = hung.map(({ flag, row, side, room }) => ({
      x: flag.x,
      row,
      from: side === "right" ? flag.x : flag.x - room,
      to: side === "right" ? flag.x + room : flag.x,
    }));
    for (const one of placed) {
      expect(one.row).toBeGreaterThanOrEqual(0);
      expect(one.row).toBeLessThan(9);
      expect(one.to).toBeLessThanOrEqual(640);
      for (const other of placed) {
        if (one === other) continue;
        const meet = one.from < other.to && other.from < one.to;
        if (one.row === other.row) expect(meet).toBe(false);
        // The line of a flag further from the axis passes all rows nearer to it.
        if (one.row > other.row) expect(one.x > other.from && one.x < other.to).toBe(false);
      }
    }
  },
);
