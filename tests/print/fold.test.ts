import { describe, expect, test } from "vitest";
import type { Trace } from "../../src/model/trace.ts";
import { MOST_ROWS } from "../../src/report/fold.ts";
import { htmlPage } from "../../src/report/html/page.ts";
import { pictureLabel, picturesOf } from "../../src/report/html/pictures.ts";
import { outline } from "../../src/report/outline.ts";
import { svgFile } from "../../src/report/picture/picture.ts";
import { aPersona, aRule, aRulebook, aScoring, at, live, on } from "../support/builders.ts";
import { LONG } from "../support/runs.ts";
import { all, bareInput, parsed, words } from "./printed.ts";

/** A rulebook that never settles: a post that answers itself, until it is stopped after 2,000 entries. */
const BOOK = aRulebook(
  [
    aRule({ id: "toy/start", when: at("red-light"), then: { kind: "post", points: -1 } }),
    aRule({ id: "toy/again", when: at("posted"), then: { kind: "post", points: -1 } }),
  ],
  aScoring({ opening: 5_000 }),
);
const LONG_TRACE = await live(BOOK, aPersona([on("Y1-02", "red-light")]));
const SHORT_TRACE = await live(BOOK, aPersona([on("Y1-02", "charity")]));

function number(text: string): number {
  return Number(text.replaceAll("−", "-").replaceAll(",", "").replace("+", "").trim() || "0");
}

describe("a trace of 2,000 entries", () => {
  const page = htmlPage([bareInput(LONG_TRACE)], { view: "auditor", paper: "a4" });
  const rows = all(parsed(page), "table.trace tbody tr");

  test("prints with a marked fold, that says what it leaves out", { timeout: LONG }, () => {
    expect(LONG_TRACE.entries.length).toBeGreaterThan(2_000);
    expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
    const folds = rows.filter((row) => row.getAttribute("class") === "fold");
    expect(folds).toHaveLength(1);
    const [, many, from, to, refusals] =
      /Folded here: ([\d,]+) rows of the trace, from (#\d+) .* to (#\d+) .* and ([\d,]+) refusals?/.exec(
        words(folds[0]!.textContent),
      )!;
    const whole = outline(LONG_TRACE, false);
    expect(number(many!)).toBe(whole.length - (rows.length - 1));
    const labels = whole.map(({ label }) => label);
    const [first, last] = [labels.indexOf(from!), labels.indexOf(to!)];
    expect(last - first + 1).toBe(number(many!));
    const refused = whole.slice(first, last + 1).flatMap(({ entries }) => entries);
    expect(number(refusals!)).toBe(
      refused.filter(({ effects }) => effects.some(({ kind }) => kind === "denied")).length,
    );
  });

  test("can still be added up by hand, across the fold", () => {
    const sums = rows
      .map((row) => row.children.slice(-3).map(({ textContent }) => textContent))
      .filter(([, score]) => score !== "");
    sums.slice(1).forEach(([points, score], index) => {
      expect(number(sums[index]![1]!) + number(points!)).toBe(number(score!));
    });
  });

  test("carries everything, leads nowhere that is folded, and can be read beside what was told", () => {
    const carried = JSON.parse(parsed(page).querySelector("script")!.textContent) as { traces: [Trace] };
    expect(carried.traces[0].entries).toHaveLength(LONG_TRACE.entries.length);
    for (const view of ["side-by-side", "person"] as const) {
      const seen = parsed(htmlPage([bareInput(LONG_TRACE)], { view, paper: "a4" }));
      const ids = new Set(all(seen, "[id]").map((element) => `#${element.getAttribute("id")}`));
      expect(all(seen, "a[href]").filter((link) => !ids.has(link.getAttribute("href")!))).toEqual([]);
      if (view === "side-by-side") expect(all(seen, "tr.fold")).toHaveLength(1);
    }
  });

  test("has its pictures", { timeout: LONG }, () => {
    const life = bareInput(LONG_TRACE);
    const file = svgFile(
      Object.values(picturesOf(life, "")).flat(),
      pictureLabel([life], { view: "auditor", paper: "a4" }),
    );
    expect(file.length).toBeLessThan(400_000);
  });
});

test("a trace that is short enough is not folded", () => {
  const page = parsed(htmlPage([bareInput(SHORT_TRACE)], { view: "auditor", paper: "a4" }));
  expect(all(page, "tr.fold")).toEqual([]);
});
