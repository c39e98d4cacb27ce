import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { VIEWS } from "../../src/analysis/readers.ts";
import { legend, marksIn } from "../../src/report/legend.ts";
import { FROM, LOSS, MARKS } from "../../src/report/marks.ts";
import { pageOf } from "../../src/report/page.ts";
import { isPlain } from "../../src/report/text/columns.ts";
import { drawn, FULL, TRACES } from "./exhibits.ts";

const ALL = [...new Set([...Object.values(MARKS), LOSS, FROM])];

describe.each(VIEWS)("%s", (view) => {
  test.each(FULL)("the legend explains every mark on the page, and no other: %s", (full) => {
    for (const trace of TRACES) {
      const { rows } = pageOf({ trace, exposes: null, byEvidence: null }, { view, full });
      const explained = marksIn(rows).flatMap(([marks]) => marks.split(" "));
      const used = new Set([
        ...rows.flatMap(({ notes }) => notes.map(({ kind }) => MARKS[kind])),
        ...rows.flatMap(({ from }) => (from.length > 0 ? [FROM] : [])),
        ...rows.flatMap(({ says }) => [LOSS, MARKS.refused].filter((mark) => says.includes(mark))),
      ]);
      expect(
        [...used].filter((mark) => !explained.includes(mark)),
        trace.persona.id,
      ).toEqual([]);
      // Of the pair for the class one may be there without the other.
      const pair: string[] = [MARKS["class-down"], MARKS["class-up"]];
      const odd = explained.filter((mark) => !used.has(mark) && !pair.includes(mark));
      expect(odd, trace.persona.id).toEqual([]);
      for (const mark of used) expect(legend(view, full, rows)).toContain(`${mark} `);
    }
  });
});

test("a mark means one thing: none is that of a loss, and those of kinds that a reader tells apart differ", () => {
  expect(Object.values(MARKS)).not.toContain(LOSS);
  const apart = [MARKS.refused, MARKS.shut, MARKS.open, MARKS.list, MARKS.scrutiny, MARKS.priority, MARKS.caution];
  const directions = [MARKS["class-down"], MARKS["class-up"], MARKS.leads, FROM];
  expect(new Set([...apart, ...directions]).size).toBe(apart.length + directions.length);
});

test("the class goes down with one arrow and up with another", () => {
  const moves = TRACES.flatMap((trace) => [...drawn(trace, "text", "auditor").matchAll(/([↓↑]) Class (.) → (.)/g)]);
  expect(new Set(moves.map(([, arrow]) => arrow))).toEqual(new Set(["↓", "↑"]));
  for (const [, arrow, from, to] of moves) expect(arrow).toBe(from! < to! ? "↓" : "↑");
});

test("each mark is one column wide in a terminal, and needs no library to be measured", () => {
  for (const mark of ALL) {
    expect(stringWidth(mark), mark).toBe(1);
    expect(isPlain(mark), mark).toBe(true);
  }
});

test("only the auditor is shown what was a loss that followed", () => {
  for (const trace of TRACES)
    for (const view of VIEWS) {
      const { rows } = pageOf({ trace, exposes: null, byEvidence: null }, { view, full: false });
      if (view === "clerk" || view === "person") expect(rows.some(({ says }) => says.includes(LOSS))).toBe(false);
    }
});
