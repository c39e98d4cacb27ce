import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { harmCounts, type HarmCounts, outcomeOf } from "../../../src/analysis/outcome.ts";
import { attribute, type Attribution, type RuleShare } from "../../../src/analysis/questions/attribute.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { attributionAnswer } from "../../../src/report/experiment/attribute-wording.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live, month, on, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";
import { composite, shippedPersona } from "../../support/shipped.ts";

const MEMORY: Memory = new Map();

/** Park and Miller's generator: the same numbers everywhere, and enough for a test. */
function drawFrom(seed: number): (low: number, high: number) => number {
  let state = seed * 7919 + 1;
  return (low, high) => {
    state = (state * 48271) % 2147483647;
    return low + (state % (high - low + 1));
  };
}

function labOf(book: Rulebook, person: Persona, until: number = UNTIL): Lab {
  return new Lab(book, [person], (variant) => prepare(variant, MEMORY), until);
}

function asked(lab: Lab, { limit = 5000, orders = 100, seed = 1 } = {}): Promise<Attribution> {
  return attribute(lab, { limit, orders, seed, draw: drawFrom(seed) }, UNWATCHED);
}

function shares({ harms }: Attribution, kind: keyof HarmCounts): Record<string, string> {
  const { rules } = harms.find((each) => each.kind === kind)!;
  return Object.fromEntries(rules.map(({ rule, share, leftOut }) => [rule, `${share!.fraction}, left out ${leftOut}`]));
}

function why({ harms }: Attribution, kind: keyof HarmCounts): Record<string, string> {
  const { rules } = harms.find((each) => each.kind === kind)!;
  const says = ({ why: it }: RuleShare): string =>
    [it!.kind, ...it!.others.map(({ rule, takesThen }) => `${rule} ${takesThen}`)].join(" ");
  return Object.fromEntries(rules.map((each) => [each.rule, says(each)]));
}

describe("worked by hand", () => {
  // One list (a), two measures that shut the same door while one is on it (b, c), and a loss that
  // follows a refusal there (d). Until Y1-03, so that there are three month ends.
  const shuts = (id: string) =>
    aRule({
      id,
      when: fact("lists", "contains", "court-defaulters"),
      then: { kind: "measure", closes: ["air-travel"] },
    });
  const a = aRule({
    id: "toy/a",
    when: at("court-finds-refusal"),
    then: { kind: "enlist", list: "court-defaulters" },
  });
  const d = aRule({
    id: "toy/d",
    when: at("attempt", fact("denied", "equal", true)),
    then: { kind: "lead", event: "visit-missed" },
  });
  const book = aRulebook([a, shuts("toy/b"), shuts("toy/c"), d], null);
  const traveller = aPersona([on("Y1-01", "court-finds-refusal"), tries("Y1-02", "air-travel")]);
  const stayer = aPersona([on("Y1-01", "court-finds-refusal")]);

  test("one who tries the door", async () => {
    const found = await asked(labOf(book, traveller, month("Y1-03")));
    // One refusal where a, and b or c, take part: a·b + a·c − a·b·c, each product divided evenly.
    // a: 1/2 + 1/2 − 1/3 = 2/3; b and c: 1/2 − 1/3 = 1/6; d has no part in it.
    expect(shares(found, "denied")).toEqual({
      "toy/a": "2/3, left out 1",
      "toy/b": "1/6, left out 0",
      "toy/c": "1/6, left out 0",
    });
    // The same, at three month ends.
    expect(shares(found, "months")).toEqual({
      "toy/a": "2, left out 3",
      "toy/b": "1/2, left out 0",
      "toy/c": "1/2, left out 0",
    });
    // The loss: a·b·d + a·c·d − a·b·c·d. a and d: 1/3 + 1/3 − 1/4 = 5/12; b and c: 1/3 − 1/4 = 1/12.
    expect(shares(found, "losses")).toEqual({
      "toy/a": "5/12, left out 1",
      "toy/b": "1/12, left out 0",
      "toy/c": "1/12, left out 0",
      "toy/d": "5/12, left out 1",
    });
    // Without b, c does the same, and the other way round. No single other rule takes from what a
    // does to the refusal; the loss needs a and d, each of which alone prevents it.
    expect(why(found, "denied")).toEqual({
      "toy/a": "shared",
      "toy/b": "backup toy/c 1",
      "toy/c": "backup toy/b 1",
    });
    expect(why(found, "losses")).toEqual({
      "toy/a": "shared toy/d 0",
      "toy/b": "backup toy/c 1",
      "toy/c": "backup toy/b 1",
      "toy/d": "shared toy/a 0",
    });
    // 2/3 + 1/6 + 1/6 in hundredths: 66, 16 and 16 rounded down; two are missing, and go to those that
    // lost most: all three lost 2/3, so to the first two.
    expect(found.harms[0]!.rules.map(({ share }) => share!.hundredths)).toEqual([67, 17, 16]);
    // Lives: all; without a; without b; without b and c; without c; and without d where both, b alone
    // or c alone are there: without d, without b and d, without c and d. Without the refusal d never acts.
    expect(found.method).toEqual({ kind: "exact", lives: 8 });
    expect(found.harms.map(({ total, withoutAny }) => [total, withoutAny])).toEqual([
      [1, 0],
      [3, 0],
      [1, 0],
    ]);
  });

  test("one who does not: what shuts a door that nobody tries needs no life of its own", async () => {
    const found = await asked(labOf(book, stayer, month("Y1-03")));
    expect(shares(found, "denied")).toEqual({});
    expect(shares(found, "months")).toEqual({
      "toy/a": "2, left out 3",
      "toy/b": "1/2, left out 0",
      "toy/c": "1/2, left out 0",
    });
    expect(found.method).toEqual({ kind: "exact", lives: 2 });
    expect(found.active).toEqual(["toy/a", "toy/b", "toy/c"]);
  });

  test("a rule that spares has a share below 0", async () => {
    // e takes off the list in Y1-02: one month end shut instead of three: 3·a·b − 2·a·b·e.
    // a and b: 3/2 − 2/3 = 5/6; e: −2/3.
    const e = aRule({ id: "toy/e", when: at("debt-paid"), then: { kind: "delist", list: "court-defaulters" } });
    const debtor = aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-02", "debt-paid")]);
    const found = await asked(labOf(aRulebook([a, shuts("toy/b"), e], null), debtor, month("Y1-03")));
    expect(shares(found, "months")).toEqual({
      "toy/a": "5/6, left out 1",
      "toy/b": "5/6, left out 1",
      "toy/e": "-2/3, left out -2",
    });
    expect(why(found, "months")).toEqual({
      "toy/a": "shared toy/b 0",
      "toy/b": "shared toy/a 0",
      "toy/e": "shared toy/a 0 toy/b 0",
    });
    // 83 + 83 − 67 (rounded down) is 99; the one that is missing goes to the first that lost 1/3, since all did.
    expect(found.harms[1]!.rules.map(({ share }) => share!.hundredths)).toEqual([84, 83, -67]);
    expect(found.harms.map(({ withoutAny }) => withoutAny)).toEqual([0, 0, 0]);
  });

  test("by chance: an estimate near each exact share, for a rule too that acts only where another is missing", async () => {
    // x costs a visit where the plane is not refused: x − x·a·b − x·a·c + x·a·b·c.
    // x: 1 − 1/3 − 1/3 + 1/4 = 7/12; a: −1/3 − 1/3 + 1/4 = −5/12; b and c: −1/3 + 1/4 = −1/12.
    const x = aRule({
      id: "toy/x",
      when: at("attempt", fact("denied", "equal", false)),
      then: { kind: "lead", event: "visit-missed" },
    });
    const lab = labOf(aRulebook([a, shuts("toy/b"), shuts("toy/c"), x], null), traveller, month("Y1-03"));
    const exact = await asked(lab);
    expect(shares(exact, "losses")).toEqual({
      "toy/a": "-5/12, left out -1",
      "toy/b": "-1/12, left out 0",
      "toy/c": "-1/12, left out 0",
      "toy/x": "7/12, left out 0",
    });
    const sample = await asked(lab, { limit: 0, orders: 3000 });
    for (const [place, { rules }] of exact.harms.entries())
      for (const { rule, share } of rules) {
        const drawn = sample.harms[place]!.rules.find((each) => each.rule === rule)!.share!;
        expect(Math.abs(drawn.value - share!.value)).toBeLessThan(4 * drawn.estimate!.standardError);
      }
  });

  test("in a life that never settles nothing counts as a last door", async () => {
    // Listed when off the list, off the list when listed: for ever. The door is in force in between.
    const back = aRule({ id: "toy/back", when: at("delisted"), then: { kind: "enlist", list: "court-defaulters" } });
    const off = aRule({ id: "toy/off", when: at("listed"), then: { kind: "delist", list: "court-defaulters" } });
    const restless = aRulebook([a, shuts("toy/b"), back, off], null);
    const found = await asked(labOf(restless, stayer, month("Y1-03")));
    // All, which runs away; without a; without the door, which runs away too, and then without off and
    // without back; with the door without off, and without back.
    expect(found.method).toEqual({ kind: "exact", lives: 7 });
    const expected = await byTheBook(restless, stayer, month("Y1-03"));
    for (const { kind, rules } of found.harms)
      for (const [place, { id }] of restless.rules.entries())
        expect(rules.find(({ rule }) => rule === id)?.share!.value ?? 0).toBeCloseTo(expected[kind][place]!, 9);
  });
});

/** The textbook: what a rule adds to each set of the others, weighted by the orders in which that set comes first. */
async function byTheBook(
  book: Rulebook,
  person: Persona,
  until: number = UNTIL,
): Promise<Record<keyof HarmCounts, number[]>> {
  const { rules } = book;
  const worth: HarmCounts[] = [];
  for (let set = 0; set < 2 ** rules.length; set++) {
    const some = rules.filter((_rule, at) => (set & (1 << at)) !== 0);
    worth.push(harmCounts(outcomeOf(await live({ ...book, rules: some }, person, { until }))));
  }
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const of = (kind: keyof HarmCounts): number[] =>
    rules.map((_rule, at) =>
      worth.reduce((sum, value, set) => {
        if ((set & (1 << at)) !== 0) return sum;
        const size = rules.filter((_other, place) => (set & (1 << place)) !== 0).length;
        const weight = (factorial(size) * factorial(rules.length - size - 1)) / factorial(rules.length);
        return sum + weight * (worth[set | (1 << at)]![kind] - value[kind]);
      }, 0),
    );
  return { denied: of("denied"), months: of("months"), losses: of("losses") };
}

/** Few enough for all their sets, and with something that can do harm. */
const small = rulebooks().filter(
  ({ rules }) =>
    rules.length <= 7 &&
    rules.some(({ then }) => then.kind === "lead" || (then.kind === "measure" && then.closes!.length > 0)),
);

test(
  "equals the textbook on random rulebooks, and adds up, exactly and as printed",
  async () => {
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(small, personas, async (book, person) => {
        const found = await asked(labOf(book, person));
        const expected = await byTheBook(book, person);
        for (const { kind, rules, total, withoutAny } of found.harms) {
          const share = new Map(rules.map((each) => [each.rule, each.share!]));
          for (const [at, { id }] of book.rules.entries())
            expect(share.get(id)?.value ?? 0).toBeCloseTo(expected[kind][at]!, 9);
          const sum = (of: (each: RuleShare) => number): number => rules.reduce((all, each) => all + of(each), 0);
          expect(sum((each) => each.share!.value)).toBeCloseTo(total - withoutAny, 9);
          expect(sum((each) => each.share!.hundredths)).toBe(100 * (total - withoutAny));
          for (const each of rules)
            expect(Math.abs(each.share!.hundredths / 100 - each.share!.value)).toBeLessThan(0.01);
          for (const id of book.rules.map((rule) => rule.id).filter((rule) => !found.active.includes(rule)))
            expect(share.get(id)).toBeUndefined();
          shared += rules.length;
        }
        if (found.method.kind === "exact") expect(found.method.lives).toBeLessThanOrEqual(2 ** book.rules.length);
      }),
      runs(250),
    );
    // Not for want of harm.
    expect(shared).toBeGreaterThan(150);
  },
  LONG,
);

test(
  "a rule and its double have the same share",
  async () => {
    await fc.assert(
      fc.asyncProperty(small, personas, async (book, person) => {
        // Not of a measure that others name, for they do not name its double.
        const one = book.rules.find(({ then }) => then.kind !== "measure") ?? null;
        if (one === null) return;
        const double = { ...one, id: "toy/double" };
        const found = await asked(labOf({ ...book, rules: [...book.rules, double] }, person));
        for (const { rules } of found.harms) {
          const [its, doubles] = [one.id, double.id].map((id) => rules.find(({ rule }) => rule === id));
          // Two rules that lead to the same thing, or enlist, or post alike, cannot be told apart by what they do.
          expect(doubles?.share?.fraction).toBe(its?.share?.fraction);
          expect(doubles?.leftOut).toBe(its?.leftOut);
        }
      }),
      runs(60),
    );
  },
  LONG,
);

describe("by chance", () => {
  test("adds up too, and is the same from the same seed", async () => {
    const lab = () => labOf(composite(), shippedPersona("petitioner"), month("Y4-01"));
    const [one, again, other] = [
      await asked(lab(), { limit: 0, orders: 40 }),
      await asked(lab(), { limit: 0, orders: 40 }),
      await asked(lab(), { limit: 0, orders: 40, seed: 2 }),
    ];
    expect(again).toEqual(one);
    expect(other.harms).not.toEqual(one.harms);
    expect(one.method).toEqual({ kind: "sampled", orders: 40, limit: 0 });
    expect(one.searched).toMatchObject({ variants: 40, of: 40, seed: 1 });
    for (const { rules, total } of one.harms) {
      expect(rules.reduce((sum, { share }) => sum + share!.hundredths, 0)).toBe(100 * total);
      expect(rules.every(({ share }) => share!.estimate !== null)).toBe(true);
    }
  });

  test(
    "about 95 of 100 intervals hold the exact share",
    async () => {
      const lab = labOf(composite(), shippedPersona("online-critic"), month("Y4-12"));
      const exact = await asked(lab);
      let [held, all] = [0, 0];
      for (let seed = 1; seed <= 12; seed++) {
        const sample = await asked(lab, { limit: 0, orders: 120, seed });
        for (const { kind, rules } of exact.harms) {
          const drawn = sample.harms.find((each) => each.kind === kind)!.rules;
          for (const { rule, share } of rules) {
            const estimate = drawn.find((each) => each.rule === rule)?.share?.estimate;
            all++;
            if (
              estimate !== undefined &&
              estimate !== null &&
              estimate.from <= share!.value &&
              share!.value <= estimate.to
            )
              held++;
          }
        }
      }
      expect(all).toBeGreaterThan(200);
      expect(held / all).toBeGreaterThan(0.92);
      expect(held / all).toBeLessThan(0.98);
    },
    LONG,
  );

  test("is asked for where too many lives would be needed", async () => {
    const found = await asked(labOf(composite(), shippedPersona("petitioner"), month("Y4-01")), {
      limit: 5,
      orders: 3,
    });
    expect(found.method).toEqual({ kind: "sampled", orders: 3, limit: 5 });
  });
});

describe("ended by the reader", () => {
  const stopAfter = (calls: number) => {
    let so = 0;
    return () => so++ < calls;
  };
  const lab = () => labOf(composite(), shippedPersona("petitioner"), month("Y4-01"));

  test.each([[0], [3]])("before there are shares (%s): what vanishes without each rule is there", async (calls) => {
    const options = { limit: 5000, orders: 10, seed: 1, draw: drawFrom(1) };
    const found = await attribute(lab(), options, stopAfter(calls));
    expect(found.searched.stopped).toBe(true);
    expect(found.method).toEqual({ kind: "none" });
    expect(found.harms[0]!.rules.every(({ share, why: it }) => share === null && it === null)).toBe(true);
    expect(found.harms[0]!.rules.length).toBeGreaterThan(0);
    const { sections } = attributionAnswer(found);
    expect(sections[0]!.sentences[0]).toMatch(/^No shares can be given/);
    const page = JSON.stringify(sections.slice(1));
    expect(page).not.toMatch(/shares? |0\.00/i);
    expect(sections[1]!.table!.head).toEqual(["rule", "evidence", "left out"]);
  });

  test("while drawing: the orders drawn so far", async () => {
    const options = { limit: 0, orders: 10, seed: 1, draw: drawFrom(1) };
    const found = await attribute(lab(), options, stopAfter(4));
    expect(found.searched).toMatchObject({ variants: 4, of: 10, stopped: true });
    expect(found.method).toEqual({ kind: "sampled", orders: 4, limit: 0 });
  });
});

test("survives JSON", async () => {
  const found = await asked(labOf(composite(), shippedPersona("one-entry")));
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});
