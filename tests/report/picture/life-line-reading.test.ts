import { describe, expect, test } from "vitest";
import type { Trace } from "../../../src/model/trace.ts";
import { widthOf } from "../../../src/report/picture/ink.ts";
import { lifeLine } from "../../../src/report/picture/life-line.ts";
import type { Picture } from "../../../src/report/picture/picture.ts";
import { signed, whole } from "../../../src/report/wording.ts";
import { aPersona, aRule, aRulebook, aScoring, at, effectsOf, live, on } from "../../support/builders.ts";
import { ALL, lifeOf, MONTHLY, SHIPPED } from "./exhibits.ts";
import { all, type Element, parseSvg, textOf } from "./svg.ts";

/** What somebody meets who looks at the picture for the first time. */

const drawn = (trace: Trace, variant?: Trace) => {
  const picture = lifeLine(trace, {
    id: "life",
    ...(variant === undefined ? {} : { variant: { trace: variant, says: variant.rulebook.title } }),
  });
  return { picture, root: parseSvg(picture.svg.text) };
};
const named = (root: Element, name: string): Element[] => all(root).filter((each) => each.name === name);
const number = (element: Element, name: string): number => Number(element.attributes[name]);
const says = (root: Element): string[] => named(root, "text").map(textOf);
const textAt = (root: Element, text: string): Element => named(root, "text").find((each) => textOf(each) === text)!;

interface Written {
  readonly says: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a text stands; the fonts of the pages are a sixth narrower than reckoned. */
function written(text: Element): Written {
  const [x, y, size] = [number(text, "x"), number(text, "y"), number(text, "font-size")];
  const width = widthOf(textOf(text), size) * 0.84;
  const anchor = text.attributes["text-anchor"];
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return { says: textOf(text), left, right: left + width, top: y - size * 0.7, bottom: y + 0.5 };
}

/** Its size on the first page of A4, where a picture is 176 mm wide unless that makes it taller than 156 mm. */
function points(size: number, { width, height }: Picture): number {
  return (size * Math.min(176 / width, 156 / height) * 72) / 25.4;
}

const PAIRS = ["missed-instalment", "petitioner", "guarantor", "namesake"].map((persona) => ({
  name: `${persona} beside another rulebook`,
  trace: lifeOf(persona),
  variant: lifeOf(persona, persona === "guarantor" ? "court-defaulters-2017" : "suining-2010"),
}));

test.each([...ALL, ...PAIRS])(
  "in $name no text lies on another, is too small for paper, or leaves the picture",
  (life) => {
    const { picture, root } = drawn(life.trace, "variant" in life ? (life.variant as Trace) : undefined);
    const texts = named(root, "text");
    for (const text of texts) expect(points(number(text, "font-size"), picture)).toBeGreaterThanOrEqual(6.5);
    const places = texts.map(written);
    for (const [at, one] of places.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(640);
      for (const other of places.slice(at + 1))
        if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
          throw new Error(`“${one.says}” lies on “${other.says}”`);
    }
  },
);

describe("the title says what the picture shows", () => {
  test.each(ALL)("$name", ({ trace }) => {
    const { title } = drawn(trace).picture;
    const scores = trace.entries.map(({ after }) => after.score);
    const [opening, end] = [trace.opening.score, scores.at(-1)];
    expect(title).toContain("(invented): ");
    const refused = effectsOf(trace, "denied").length;
    if (refused > 0) expect(title).toContain(`${whole(refused)} refusal`);
    else expect(title).toMatch(/no refusals|nothing refused/);
    if (opening === null) return expect(title).toContain("no score is kept");
    const [lowest, highest] = [Math.min(opening, ...(scores as number[])), Math.max(opening, ...(scores as number[]))];
    if (lowest === highest) return expect(title).toContain(`the score stays at ${whole(opening)}`);
    for (const score of [lowest, highest]) if (score !== opening) expect(title).toContain(`→ ${whole(score)} by `);
    if (end === opening) expect(title).toContain(`back at ${whole(opening)} by `);
  });

  test.each([
    [
      "missed-instalment",
      "Luo Min 罗敏 (invented): 1,000 → 580 by Y2-12, back at 1,000 by Y4-12; 17 refusals, 31 losses",
    ],
    ["listed-father", "Qiu Ye 秋叶 (invented): the score stays at 1,000; 2 refusals, 1 loss"],
    [
      "one-entry",
      "Ning An 宁安 (invented): 1,000 → 965 by Y1-08, back at 1,000 by Y3-08; nothing refused, nothing lost",
    ],
    [
      "winning-back",
      "An Ranran 安然然 (invented): 1,000 → 900 by Y1-04 → 1,095 by Y3-04, and still there in Y10-12; no refusals, 1 loss",
    ],
  ])("%s", (persona, title) => expect(drawn(lifeOf(persona)).picture.title).toBe(title));

  test("a score that ends between its opening and its lowest", async () => {
    const trace = await live(
      aRulebook(
        [
          aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -30 } }),
          aRule({ id: "toy/b", when: at("charity"), then: { kind: "post", points: 10 } }),
        ],
        aScoring(),
      ),
      aPersona([on("Y1-03", "red-light"), on("Y2-03", "charity")]),
    );
    expect(drawn(trace).picture.title).toContain(": 100 → 70 by Y1-03, at 80 in Y10-12; nothing refused");
  });

  test("beside another rulebook both, and that they are the same where they are", () => {
    const other = lifeOf("petitioner", "suining-2010");
    expect(drawn(lifeOf("petitioner"), other).picture.title).toMatch(
      /3 refusals, 3 losses\. Under .+: 1,000 → 540 by Y2-11, back at 1,000 by Y4-11; 3 refusals, no losses$/,
    );
    expect(drawn(other, other).picture.title).toMatch(/\. Under .+: the same$/);
  });
});

describe("the score line", () => {
  const lineOf = (root: Element): Element =>
    named(root, "path").find(({ attributes }) => attributes["data-curve"] === "own")!;

  test.each(SHIPPED.filter(({ trace }) => trace.opening.score !== null))(
    "of $name is drawn over the lines of the flags",
    ({ trace }) => {
      const { root } = drawn(trace);
      const order = all(root);
      const stalks = named(root, "line").filter(
        ({ attributes }) => attributes["stroke"] === "#545454" && attributes["x1"] === attributes["x2"],
      );
      const top = number(textAt(root, "points"), "y");
      const overhead = stalks.filter((stalk) => number(stalk, "y1") < top + 4);
      const flags = named(root, "text").filter((text) => textOf(text).startsWith("#") && number(text, "y") < top);
      expect(overhead).toHaveLength(flags.length);
      for (const stalk of overhead) expect(order.indexOf(stalk)).toBeLessThan(order.indexOf(lineOf(root)));
    },
  );

  test("of another rulebook is that rulebook's own, and of the same one the same", () => {
    const curves = (trace: Trace, variant: Trace): string[] =>
      named(drawn(trace, variant).root, "path").flatMap(({ attributes }) =>
        attributes["data-curve"] === undefined ? [] : [`${attributes["data-curve"]} ${attributes["d"]!}`],
      );
    const life = lifeOf("missed-instalment");
    const [beside, hollow, own] = curves(life, lifeOf("missed-instalment", "suining-2010"));
    expect(beside).toBe(hollow);
    expect(beside!.replace("beside", "own")).not.toBe(own);
    const [same, , again] = curves(life, life);
    expect(same!.replace("beside", "own")).toBe(again);
  });

  test("a step looks as deep in one life as in another, and every class has its limit, once", () => {
    const apart = (persona: string): number => {
      const { root } = drawn(lifeOf(persona));
      return number(textAt(root, "600"), "y") - number(textAt(root, "970"), "y");
    };
    const all = ["one-entry", "petitioner", "missed-instalment", "honoured-official"].map(apart);
    for (const each of all) expect(each).toBeCloseTo(all[0]!, 1);
    for (const { trace } of SHIPPED) {
      if (trace.opening.score === null) continue;
      const { root } = drawn(trace);
      const dashed = named(root, "line").filter(({ attributes }) => "stroke-dasharray" in attributes);
      expect(dashed).toHaveLength(3);
      for (const limit of ["970", "850", "600", "1,000"]) expect(says(root)).toContain(limit);
    }
  });

  test("classes that lie far from anything that happens do not flatten it", async () => {
    const scoring = aScoring({
      opening: 1_000,
      classes: [
        { id: "A", label: "good", min: 990 },
        { id: "B", label: "middling", min: 0 },
        { id: "C", label: "bad", min: -100_000 },
        { id: "D", label: "worst", min: null },
      ],
    });
    const rules = [aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -30 } })];
    const { root } = drawn(await live(aRulebook(rules, scoring), aPersona([on("Y1-03", "red-light")])));
    expect(says(root)).toContain("990");
    expect(says(root)).not.toContain("−100,000");
    expect(number(textAt(root, "990"), "y") - number(textAt(root, "1,000"), "y")).toBeGreaterThan(30);
    expect(named(root, "line").filter(({ attributes }) => "stroke-dasharray" in attributes)).toHaveLength(1);
  });

  test("its furthest point and its end are named where they lie", () => {
    const { root } = drawn(lifeOf("missed-instalment"));
    for (const text of ["580", "class A", "points", "story year"]) expect(says(root)).toContain(text);
    expect(number(textAt(root, "580"), "y")).toBeGreaterThan(number(textAt(root, "600"), "y"));
  });

  test("class names are in Chinese for all bands, or for none", () => {
    for (const { trace } of SHIPPED) {
      if (trace.opening.score === null) continue;
      const { root } = drawn(trace);
      const names = ["trustworthy", "fairly trustworthy", "trust warning", "untrustworthy"];
      const chinese = says(root).filter((text) =>
        names.some((name) => new RegExp(`^${name} \\p{Script=Han}+$`, "u").test(text)),
      );
      expect(chinese).toHaveLength(4);
    }
  });
});

describe("acts", () => {
  test.each(["petitioner", "stall-holder", "honoured-official"])(
    "discs of %s bear numbers of the trace, and the points stand beside their steps",
    (persona) => {
      const trace = lifeOf(persona);
      const { root } = drawn(trace);
      const numbered = named(root, "g").filter(
        (mark) => "data-entries" in mark.attributes && named(mark, "text").some((text) => /^\d+$/.test(textOf(text))),
      );
      expect(numbered.length).toBeGreaterThan(1);
      for (const mark of numbered) expect(textOf(mark)).toBe(mark.attributes["data-entries"]);
      const posted = effectsOf(trace, "posting").filter(({ reason }) => reason === "rule");
      for (const text of says(root).filter((each) => /^[−+]\d+$/.test(each)))
        expect(posted.map(({ points }) => signed(points))).toContain(text);
    },
  );

  test("every step of the petitioner has its points", () => {
    const steps = says(drawn(lifeOf("petitioner")).root).filter((text) => /^−\d+$/.test(text));
    expect(steps.sort()).toEqual(["−10", "−100", ...Array<string>(7).fill("−50")].sort());
  });

  test("of an act that comes so often that few of its points find room none are printed", () => {
    expect(says(drawn(MONTHLY).root).filter((text) => text === "−10").length).toBeLessThan(2);
  });

  test("in words they stand in the order of the story", () => {
    for (const { trace } of SHIPPED)
      for (const { heading, table } of drawn(trace).picture.says) {
        if (table === null || heading.startsWith("What was shut")) continue;
        const entries = table.rows.map((row) => Number(row[1]!.slice(1)));
        expect(entries).toEqual([...entries].sort((one, other) => one - other));
      }
  });
});

describe("what the flagship's picture says", () => {
  const { root } = drawn(lifeOf("missed-instalment"));

  test("in a sentence, and where it ends before the replay", () => {
    const quiet = "Nothing more happens after Y6-04; the picture ends with Y7-04, the replay with Y10-12.";
    expect(textOf(named(root, "desc")[0]!)).toBe(
      `The score opens at 1,000 in class A, is at its lowest with 580, and ends at 1,000 in class A in Y10-12. 17 attempts refused, 31 losses. 2 of 17 refusals came back round, as a new reason for what refused; the other 15 led to no new listing. ${quiet}`,
    );
    expect(says(root)).toContain(quiet);
  });

  test("row by row, with what finds room in a bar and at the end of each", () => {
    const from = says(root).indexOf("On a list");
    expect(says(root).slice(from, from + 31)).toEqual([
      "On a list",
      "court's defaulter list",
      "Y1-11 until Y6-03",
      "Shut: whoever tries is refused",
      "fast train",
      "15",
      "public post",
      "Y1-11 until Y6-03",
      "1",
      "social aid",
      "1",
      "soft sleeper + 11 more",
      "Y1-11 until Y5-10",
      "senior post",
      "Y1-11 until Y6-03",
      "political vetting + 4 more",
      "Stricter checks: not shut, but looked at more closely",
      "public post + 8 more",
      "Y2-02 until Y4-07",
      "social aid + 2 more",
      "Y3-02 until Y4-07",
      "Put first: served before others",
      "social aid + 7 more",
      "since Y4-11",
      "lost",
      "31",
      "#23–126 14 × a block of shifts missed",
      "#24–127 14 × a wage lost",
      "#108 aid forgone",
      "#143 a block of shifts missed",
      "#144 a wage lost",
    ]);
  });
});

describe("restrictions", () => {
  test("each kind has its name over its rows, and what it means", () => {
    const { root } = drawn(lifeOf("missed-instalment"));
    const heads = ["On a list", "Shut: whoever tries is refused", "Stricter checks: ", "Put first: "];
    for (const head of heads) expect(says(root).some((text) => text.startsWith(head))).toBe(true);
  });

  test("a row of several doors is named after one that was tried in this life", () => {
    const trace = lifeOf("petitioner");
    const rows = says(drawn(trace).root).filter((text) => / \+ \d+ more$/.test(text));
    // Social aid and minimum income are what she applies for.
    expect(rows).toContain("social aid + 2 more");
    expect(rows).toContain("minimum income + 8 more");
  });

  test("at the end of a row stands how often somebody was refused there", () => {
    const { root } = drawn(lifeOf("missed-instalment"));
    const row = number(textAt(root, "fast train"), "y");
    const total = named(root, "text").find((text) => number(text, "x") > 600 && Math.abs(number(text, "y") - row) < 4)!;
    const refused = effectsOf(lifeOf("missed-instalment"), "denied").filter(({ door }) => door === "high-speed-rail");
    expect(textOf(total)).toBe(String(refused.length));
  });

  test("when it was stands in a bar that has room for it", () => {
    expect(says(drawn(lifeOf("petitioner")).root)).toEqual(
      expect.arrayContaining(["since Y4-11", "Y2-01 until Y4-07"]),
    );
  });
});

describe("beside another rulebook", () => {
  const trace = lifeOf("missed-instalment");
  const other = lifeOf("missed-instalment", "court-defaulters-2017");
  const { root } = drawn(trace, other);
  const bars = (pale: boolean): Element[] =>
    named(root, "rect").filter(
      ({ attributes }) => attributes["stroke-width"] === "0.6" && "fill-opacity" in attributes === pale,
    );

  test("a bar of the other is paler, lower, and closer to its pair than to the next", () => {
    const tops = bars(false).map((bar) => number(bar, "y"));
    const pairs = bars(true).map((bar) => {
      const top = number(bar, "y");
      const above = Math.max(...tops.filter((each) => each < top));
      const own = bars(false).find((each) => number(each, "y") === above)!;
      expect(number(bar, "height")).toBeLessThan(number(own, "height"));
      const below = tops.filter((each) => each > top).map((each) => each - top - number(bar, "height"));
      return { within: top - above - number(own, "height"), between: Math.min(...below) };
    });
    expect(pairs.length).toBeGreaterThan(3);
    for (const { within, between } of pairs) expect(between).toBeGreaterThan(2 * within);
  });

  test("its losses are named after it", () => {
    const beside = drawn(trace, lifeOf("missed-instalment", "suining-2010")).root;
    expect(says(beside).filter((text) => text.startsWith("under "))).toEqual([
      "under Suining composite: 15 × a block of shifts missed, 15 × a wage lost, aid forgone",
      expect.stringMatching(/^under .*: nothing$/),
    ]);
  });
});
