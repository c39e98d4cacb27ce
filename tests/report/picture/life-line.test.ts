import { describe, expect, test } from "vitest";
import { LEFT, lastDrawn, RIGHT } from "../../../src/report/picture/life/axis.ts";
import { lifeLine } from "../../../src/report/picture/life-line.ts";
import type { Picture } from "../../../src/report/picture/picture.ts";
import type { Trace } from "../../../src/model/trace.ts";
import { monthSays } from "../../../src/report/wording.ts";
import { effectsOf } from "../../support/builders.ts";
import { ALL, BARS, lifeOf, RUNAWAY, SHIPPED, UNTOUCHED } from "./exhibits.ts";
import { all, type Element, idsIn, parseSvg, textOf, withAttribute } from "./svg.ts";

const drawn = (trace: Trace, variant?: Trace): { picture: Picture; root: Element } => {
  const picture = lifeLine(trace, {
    id: "life",
    ...(variant === undefined ? {} : { variant: { trace: variant, says: "the other" } }),
  });
  return { picture, root: parseSvg(picture.svg.text) };
};
const monthOf = (trace: Trace, id: string): number => trace.entries[Number(id.split(".")[0])]!.month;
/** Worked out here once more, and not asked of the picture. */
const xAt = (trace: Trace, month: number): number => LEFT + ((RIGHT - LEFT) * month) / (lastDrawn([trace]) + 1);
/** Where the first shape of a mark lies. */
const xIn = (mark: Element): number => {
  const shapes = all(mark).slice(1);
  const circle = shapes.find(({ name }) => name === "circle");
  if (circle !== undefined) return Number(circle.attributes["cx"]);
  const xs = [...shapes.find(({ name }) => name === "path")!.attributes["d"]!.matchAll(/[ML](-?[\d.]+),/g)].map(
    ([, x]) => Number(x),
  );
  return (Math.min(...xs) + Math.max(...xs)) / 2;
};

describe.each(ALL)("$name", ({ trace }) => {
  const { picture, root } = drawn(trace);
  const words = JSON.stringify(picture.says);

  test("has a name, a description and a role", () => {
    expect(root.attributes["role"]).toBe("img");
    const [title, about] = root.attributes["aria-labelledby"]!.split(" ");
    const named = (id: string | undefined): string =>
      textOf(all(root).find(({ attributes }) => attributes["id"] === id)!);
    expect(named(title)).toBe(picture.title);
    expect(named(about)).not.toBe("");
  });

  test("every refusal has its mark, in its month, and its place in the words", () => {
    const marks = withAttribute(root, "data-effects");
    const denied = effectsOf(trace, "denied");
    expect(marks.flatMap((mark) => idsIn(mark, "data-effects")).sort()).toEqual(denied.map(({ id }) => id).sort());
    for (const mark of marks)
      for (const id of idsIn(mark, "data-effects")) expect(xIn(mark)).toBeCloseTo(xAt(trace, monthOf(trace, id)), 1);
    for (const { id } of denied) expect(words).toContain(`#${id.split(".")[0]} ${monthSays(monthOf(trace, id))}`);
  });

  test("whatever moved points by a rule has a mark in its month", () => {
    const marks = withAttribute(root, "data-entries").filter((mark) =>
      all(mark).some(({ name }) => name === "circle" || name === "path"),
    );
    const at = new Map(marks.flatMap((mark) => idsIn(mark, "data-entries").map((seq) => [seq, mark] as const)));
    for (const { seq, month, effects } of trace.entries) {
      if (!effects.some((effect) => effect.kind === "posting" && effect.reason === "rule")) continue;
      expect(xIn(at.get(String(seq))!)).toBeCloseTo(xAt(trace, month), 1);
    }
  });

  test("lies within its frame, and is no longer than a page", () => {
    for (const { attributes } of all(root)) {
      for (const name of ["x", "x1", "x2", "cx"])
        if (name in attributes && attributes[name] !== "100%") {
          expect(Number(attributes[name])).toBeGreaterThanOrEqual(-1);
          expect(Number(attributes[name])).toBeLessThanOrEqual(picture.width);
        }
      for (const name of ["y", "y1", "y2", "cy"])
        if (name in attributes && attributes[name] !== "100%") {
          expect(Number(attributes[name])).toBeGreaterThanOrEqual(-4);
          expect(Number(attributes[name])).toBeLessThanOrEqual(picture.height);
        }
    }
    expect(picture.height).toBeLessThan(900);
  });

  test("is the same every time", () => {
    expect(lifeLine(trace, { id: "life" }).svg.text).toBe(picture.svg.text);
    expect(picture.svg.text).not.toMatch(/NaN|undefined|Infinity|\d\.\d{5}/);
  });
});

test("of nineteen restrictions at once none is lost", () => {
  const { root, picture } = drawn(BARS);
  expect(withAttribute(root, "data-effects").length).toBeGreaterThanOrEqual(18);
  for (const door of ["plane", "county job", "nightclub or golf"]) expect(JSON.stringify(picture.says)).toContain(door);
  expect(all(root).map(textOf)).toContain("×2");
});

test("without a score there is neither line nor band, and the picture says what there is", () => {
  const { picture } = drawn(lifeOf("guarantor", "court-defaulters-2017"));
  expect(picture.title).toMatch(/^Bai Lulu 白露露 \(invented\): no score is kept; 8 refusals, no losses$/);
  expect(picture.svg.text).toContain("This rulebook keeps no score.");
  expect(drawn(UNTOUCHED).picture.svg.text).toContain("touches nothing");
});

test("a rulebook that never settles is drawn up to where it was stopped, and says so", () => {
  const { picture, root } = drawn(RUNAWAY);
  expect(picture.title).toContain("100 → −19,900 by Y1-03, where the replay was stopped: the rules never settle");
  expect(textOf(root)).toContain("never settled");
  expect(picture.svg.text.length).toBeLessThan(60_000);
});

describe("beside another rulebook", () => {
  const [trace, variant] = [lifeOf("missed-instalment"), lifeOf("missed-instalment", "suining-2010")];

  test("both lines and the refusals of both are there", () => {
    const { root, picture } = drawn(trace, variant);
    const marks = withAttribute(root, "data-effects").flatMap((mark) => idsIn(mark, "data-effects"));
    expect(marks.length).toBe(effectsOf(trace, "denied").length + effectsOf(variant, "denied").length);
    const hollow = (of: Element): number =>
      all(of).filter(({ attributes }) => attributes["stroke-width"] === "4.6").length;
    expect(hollow(root)).toBe(hollow(drawn(trace).root) + 1);
    expect(textOf(root)).toContain("the other");
    expect(picture.title).toContain("Under the other: 1,000 → 910 by Y1-04, back at 1,000 by Y3-04; nothing refused");
  });
});

test("two pictures in one page share no name", () => {
  const names = (id: string): string[] =>
    all(parseSvg(lifeLine(SHIPPED[0]!.trace, { id }).svg.text)).flatMap(({ attributes }) => attributes["id"] ?? []);
  const both = [...names("one"), ...names("two")];
  expect(new Set(both).size).toBe(both.length);
  expect(() => lifeLine(SHIPPED[0]!.trace, { id: 'x" onload="' })).toThrow();
});
