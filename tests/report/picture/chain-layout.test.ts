import { test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import type { Trace } from "../../../src/model/trace.ts";
import { chainOfHarm } from "../../../src/report/picture/chain-of-harm.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { live } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";
import { ALL, SHIPPED } from "./exhibits.ts";
import { all, type Element, parseSvg, withAttribute } from "./svg.ts";

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points along a path of M, V and C, close to each other. */
function along(d: string): Point[] {
  const points: Point[] = [];
  for (const [, command, rest] of d.matchAll(/([MVC])([^MVC]*)/g)) {
    const numbers = rest!.split(/[ ,]/).map(Number);
    const from = points.at(-1)!;
    if (command === "M") points.push({ x: numbers[0]!, y: numbers[1]! });
    else
      for (let step = 1; step <= 40; step++) {
        const t = step / 40;
        const at = (p0: number, p1: number, p2: number, p3: number): number =>
          p0 * (1 - t) ** 3 + 3 * p1 * t * (1 - t) ** 2 + 3 * p2 * t ** 2 * (1 - t) + p3 * t ** 3;
        const [x1, y1, x2, y2, x3, y3] = numbers as [number, number, number, number, number, number];
        if (command === "V") points.push({ x: from.x, y: from.y + (x1 - from.y) * t });
        else points.push({ x: at(from.x, x1, x2, x3), y: at(from.y, y1, y2, y3) });
      }
  }
  return points;
}

/** The area of an outline, whose corners are given by absolute and relative places. */
function areaOf(node: Element): Area {
  const d = all(node).find(({ name, attributes }) => name === "path" && attributes["d"]!.endsWith("Z"))!.attributes[
    "d"
  ]!;
  let [x, y] = [0, 0];
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, command, rest] of d.matchAll(/([MHVLla])([^MHVLlaZ]*)/g)) {
    const numbers = rest!.trim().split(/[ ,]/).map(Number);
    if (command === "H") x = numbers[0]!;
    else if (command === "V") y = numbers[0]!;
    else if (command === "l") [x, y] = [x + numbers[0]!, y + numbers[1]!];
    else if (command === "a") [x, y] = [x + numbers[5]!, y + numbers[6]!];
    else [x, y] = [numbers[0]!, numbers[1]!];
    xs.push(x);
    ys.push(y);
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function isWithin({ x, y }: Point, { left, right, top, bottom }: Area, margin: number): boolean {
  return x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;
}

/** Parts of a drawing, each with what it was moved by. */
function partsOf(root: Element): { readonly part: Element; readonly left: number }[] {
  return all(root)
    .filter(({ name, attributes }) => name === "g" && attributes["transform"] !== undefined)
    .map((part) => {
      expect(part.attributes["transform"]).toMatch(/^translate\([\d.]+,4\)$/);
      return { part, left: Number(/[\d.]+/.exec(part.attributes["transform"]!)![0]) };
    });
}

function drawn(trace: Trace): { readonly heights: readonly number[]; readonly roots: readonly Element[] } {
  const pictures = chainOfHarm(trace, { id: "chain" });
  return { heights: pictures.map(({ height }) => height), roots: pictures.map(({ svg }) => parseSvg(svg.text)) };
}

/** A picture is 640 pixels wide, and the text of an A4 page 176 mm: a pixel is 0.78 points. */
function expectLegible(root: Element): void {
  expect(root.attributes["viewBox"]).toMatch(/^0 0 640 /);
  for (const { attributes } of all(root).filter(({ name }) => name === "text"))
    expect(Number(attributes["font-size"]) * 0.78).toBeGreaterThan(6.5);
}

function expectApart(root: Element): void {
  for (const { part, left } of partsOf(root)) {
    const areas = withAttribute(part, "data-effects").map(areaOf);
    for (const area of areas) {
      expect(area.left + left).toBeGreaterThanOrEqual(0);
      expect(area.right + left).toBeLessThanOrEqual(640);
      const others = areas.filter((other) => other !== area);
      const corners = [area.left, area.right].flatMap((x) => [area.top, area.bottom].map((y) => ({ x, y })));
      expect(others.filter((other) => corners.some((corner) => isWithin(corner, other, 8)))).toEqual([]);
    }
  }
}

function expectClear(root: Element): void {
  for (const { part } of partsOf(root)) {
    const areas = withAttribute(part, "data-effects").map(areaOf);
    for (const wire of [...withAttribute(part, "data-from"), ...withAttribute(part, "data-leads-on")]) {
      const [, line, point] = all(wire).filter(({ name }) => name === "path");
      const places = along(line!.attributes["d"]!);
      const [start, end] = [places[0]!, places.at(-1)!];
      const crossed = areas.filter((area) =>
        places.some((place) => isWithin(place, area, Math.abs(place.y - start.y) < 3 || place.y > end.y - 3 ? -1 : 2)),
      );
      expect(crossed).toEqual([]);
      expect(places.every(({ y }, at) => at === 0 || y >= places[at - 1]!.y)).toBe(true);
      const [x, y] = /^M([\d.]+),([\d.]+)/.exec(point!.attributes["d"]!)!.slice(1).map(Number) as [number, number];
      expect(areas.filter((area) => isWithin({ x, y }, area, -0.5))).toEqual([]);
    }
  }
}

describe.each(ALL)("$name", ({ trace }) => {
  const { heights, roots } = drawn(trace);

  test("on paper no text is smaller than 6.5 points, and no drawing much higher than three quarters of a page", () => {
    roots.forEach(expectLegible);
    for (const height of heights) expect(height).toBeLessThan(736);
  });

  test("boxes lie on the paper, and none on another", () => roots.forEach(expectApart));

  test("a line leaves below a box, arrives above one, and touches no other", () => roots.forEach(expectClear));
});

property.prop([rulebooks(), personas], runs<[Rulebook, Persona]>(60))(
  "so it is under any rulebook",
  async (rulebook, persona) => {
    const { heights, roots } = drawn(await live(rulebook, persona, { until: UNTIL }));
    for (const height of heights) expect(height).toBeLessThan(960);
    for (const root of roots) {
      expectLegible(root);
      expectApart(root);
      expectClear(root);
    }
  },
  LONG,
);

test("the longest chain is drawn in three pictures, one for each listing, of which none fills a page", () => {
  const { trace } = SHIPPED.find(({ name }) => name === "missed-instalment under suining-composite")!;
  expect(chainOfHarm(trace, { id: "chain" }).map(({ height }) => Math.round(height / 100))).toEqual([6, 6, 4]);
});
