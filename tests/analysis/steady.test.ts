import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dial, dialsOf, mayBe } from "../../src/analysis/dials.ts";
import { fateOf, outcomeOf } from "../../src/analysis/outcome.ts";
import { steadiness, steadyAround } from "../../src/analysis/steady.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { RuleId } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Trace } from "../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, live, on } from "../support/builders.ts";
import { few, LONG, runs } from "../support/runs.ts";
import { composite, shippedPersona, stacked } from "../support/shipped.ts";

async function lived(rulebook: Rulebook, persona: Persona, until: number) {
  const matched = new Set<RuleId>();
  const trace = await live(rulebook, persona, { until, findings: false, matched });
  return { trace, matched };
}

/** What happened, without points and without what they go back to. */
function shape({ entries }: Trace): string {
  return JSON.stringify(
    entries.map(
      ({ month, happening: { because: _because, ...happening }, effects, after: { score: _score, ...after } }) => [
        month,
        happening,
        after,
        effects.flatMap((effect) => {
          switch (effect.kind) {
            case "denied":
              return [effect.door];
            case "led":
            case "imposed":
            case "lifted":
              return [effect.kind, effect.rule];
            default:
              return [];
          }
        }),
      ],
    ),
    // What a rule entered is told to other rules, and may be the dial itself.
    (key, value: unknown) => (key === "points" ? undefined : value),
  );
}

const REACH = few(16, 40);

/** Integers of a range, all of them where there are not many, else those near some numbers and its ends. */
function tried({ range, now }: Dial): number[] {
  const near = (middle: number, reach: number): number[] =>
    Array.from({ length: 2 * reach + 1 }, (_, step) => middle - reach + step);
  return [
    ...new Set([...near(now, REACH), ...near(range.least, 3), ...near(range.most, 3), ...near(0, REACH / 2)]),
  ].filter((number) => number >= range.least && number <= range.most);
}

describe("a steady interval", () => {
  test(
    "of random rulebooks holds nothing but the same life, at every integer",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, fc.nat(), async (rulebook, persona, some) => {
          const dials = dialsOf(rulebook);
          if (dials.length === 0) return;
          const dial = dials[some % dials.length]!;
          const numbers = tried(dial).filter((number) => mayBe(dial, number));
          const from = numbers[some % numbers.length]!;
          const here = await lived(dial.turn(rulebook, from), persona, UNTIL);
          const steady = steadyAround(dial, from, here.trace, here);
          expect(steady.from <= from && from <= steady.to).toBe(true);
          for (const number of numbers) {
            if (number < steady.from || number > steady.to) continue;
            const there = await lived(dial.turn(rulebook, number), persona, UNTIL);
            expect(shape(there.trace), `${dial.address}: ${from} and ${number}`).toBe(shape(here.trace));
            expect(fateOf(outcomeOf(there.trace))).toBe(fateOf(outcomeOf(here.trace)));
          }
        }),
        runs(60, 300),
      );
    },
    LONG,
  );

  test(
    "of two dials turned together, and of a life up to any entry, likewise",
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, fc.nat(), fc.nat(), fc.nat(), async (rulebook, persona, p, q, cut) => {
          const dials = dialsOf(rulebook);
          const [one, other] = [dials[p % dials.length], dials[q % dials.length]];
          if (one === undefined || other === undefined || one.address === other.address) return;
          const turned = (first: number, second: number): Rulebook => other.turn(one.turn(rulebook, first), second);
          const { trace, matched } = await lived(rulebook, persona, UNTIL);
          const entries = trace.entries.slice(0, 1 + (cut % trace.entries.length));
          const until = entries.at(-1)!.month;
          const bounds = steadiness([one, other], [one.now, other.now], { trace, entries, until, matched });
          expect(bounds.holds([one.now, other.now])).toBe(true);
          const near = (dial: Dial, step: number): number => dial.now + (((step * 7919) % 61) - 30);
          for (let step = 1; step < 40; step++) {
            const [first, second] = [near(one, step + p), near(other, step * 3 + q)];
            if (!mayBe(one, first) || !mayBe(other, second) || !bounds.holds([first, second])) continue;
            const there = await lived(turned(first, second), persona, UNTIL);
            expect(
              shape({ ...there.trace, entries: there.trace.entries.slice(0, entries.length) }),
              `${one.address} ${first}, ${other.address} ${second}`,
            ).toBe(shape({ ...trace, entries }));
          }
        }),
        runs(100, 500),
      );
    },
    LONG,
  );

  test.each([
    [composite(), "missed-instalment", "suining/loan-default.points"],
    [composite(), "missed-instalment", "court/ground-limit-broken.termMonths"],
    [composite(), "missed-instalment", "everyday/dear-instalment.afterMonths"],
    [composite(), "petitioner", "classes.B.min"],
    [composite(), "petitioner", "suining/petition-judged-disruptive.points"],
    [stacked("suining-2010"), "case-2010", "opening"],
    [stacked("suining-2010"), "case-2010", "suining/publication.when.points.1"],
    [stacked("suining-2010"), "one-entry", "deductionsReturnAfterMonths"],
  ])(
    "of the shipped rulebooks likewise: %#",
    async (rulebook, id, address) => {
      const persona = shippedPersona(id);
      const dial = dialsOf(rulebook).find((each) => each.address === address)!;
      const numbers = tried(dial).filter((number) => mayBe(dial, number));
      const lives = new Map<number, Trace>();
      const widths: number[] = [];
      for (const number of numbers) {
        const here = await lived(dial.turn(rulebook, number), persona, 119);
        lives.set(number, here.trace);
        const steady = steadyAround(dial, number, here.trace, here);
        widths.push(steady.to - steady.from);
        for (const [other, trace] of lives)
          if (other >= steady.from && other <= steady.to)
            expect(shape(trace), `${address}: ${number} and ${other}`).toBe(shape(here.trace));
      }
      // It jumps over something somewhere.
      expect(Math.max(...widths)).toBeGreaterThan(0);
    },
    LONG,
  );
});

/*
 * Opens at 100; A from 90, B from 60. Two red lights, in Y1-02 and Y1-03, of n points each.
 * Scores met: 100, 100+n, 100+2n.
 */
describe("worked on paper", () => {
  const points = (n: number) => aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: n } });
  const person = aPersona([on("Y1-02", "red-light"), on("Y1-03", "red-light")]);
  const around = async (rulebook: Rulebook, address: string) => {
    const dial = dialsOf(rulebook).find((each) => each.address === address)!;
    const here = await lived(rulebook, person, UNTIL);
    return steadyAround(dial, dial.now, here.trace, here);
  };

  test("points: n = −12 meets 88 (B) and 76 (B); B lasts from 89 to 60 and from 89 to 60", async () => {
    // 60 <= 100+n <= 89 : −40 <= n <= −11;  60 <= 100+2n <= 89 : −20 <= n <= −5.5
    expect(await around(aRulebook([points(-12)]), "toy/light.points")).toEqual({ from: -20, to: -11 });
  });

  test("a floor at 80: the second light is held there as long as 100+n ≥ 80 and 100+2n < 80", async () => {
    // n = −12: 88, then 76 → 80; left of the second: −8. 80 <= 100+n <= 89: −20 <= n <= −11; 100+2n <= 79: n <= −10.5.
    // What is left of the second entry, 80 − (100+n) = −20−n, must stay a deduction: n >= −19.
    expect(await around(aRulebook([points(-12)], aScoring({ floor: 80 })), "toy/light.points")).toEqual({
      from: -19,
      to: -11,
    });
  });

  test("a class: A may begin anywhere from 89 to 100 where 100, 88 and 76 are met", async () => {
    expect(await around(aRulebook([points(-12)]), "classes.A.min")).toEqual({ from: 89, to: 100 });
  });

  test("a delay, a term: all that end after the story are alike; so are all of a rule that never matches", async () => {
    const late = (id: string, event: "red-light" | "debt-paid", afterMonths: number) =>
      aRule({ id, when: at(event), then: { kind: "enlist", list: "court-defaulters", afterMonths, termMonths: 40 } });
    const rulebook = aRulebook([
      late("toy/late", "red-light", 3),
      late("toy/far", "red-light", 60),
      late("toy/never", "debt-paid", 3),
    ]);
    expect(await around(rulebook, "toy/late.afterMonths")).toEqual({ from: 3, to: 3 });
    // The first light is in month 1, and month 29 is the last: from 29 on the delay is too long.
    expect(await around(rulebook, "toy/far.afterMonths")).toEqual({ from: 29, to: 120 });
    expect(await around(rulebook, "toy/never.afterMonths")).toEqual({ from: 0, to: 120 });
    // Put on the list in months 4 and 5: a term of 26 months ends in month 30.
    expect(await around(rulebook, "toy/late.termMonths")).toEqual({ from: 26, to: 120 });
    expect(await around(rulebook, "toy/never.termMonths")).toEqual({ from: 1, to: 120 });
  });

  test.each([
    // The first light is in month 1: after 28 months its points return in month 29, the last.
    [28, { from: 28, to: 28 }],
    [29, { from: 29, to: 120 }],
  ])("a return: %d months after the light", async (months, interval) => {
    const returning = aRule({
      id: "toy/light",
      when: at("red-light"),
      then: { kind: "post", points: -12, expiresAfterMonths: months },
    });
    expect(await around(aRulebook([returning]), "toy/light.expiresAfterMonths")).toEqual(interval);
    const scoring = aScoring({ deductionsReturnAfterMonths: months });
    expect(await around(aRulebook([points(-12)], scoring), "deductionsReturnAfterMonths")).toEqual(interval);
  });

  test.each([
    [3, { from: 3, to: 3 }],
    [29, { from: 29, to: 29 }],
    [30, { from: 30, to: 120 }],
  ])("a count of months: %d after the light", async (months, interval) => {
    const clock = aRule({
      id: "toy/clock",
      when: at("time-passed", fact("monthsSince:red-light", "equal", months)),
      then: { kind: "enlist", list: "court-defaulters" },
    });
    expect(await around(aRulebook([clock]), "toy/clock.when.monthsSince:red-light")).toEqual(interval);
  });

  test("a rule that is dropped says nothing of what it would do", async () => {
    const here = await lived(aRulebook([]), person, UNTIL);
    const turnable = { rule: "toy/light", range: { least: 0, most: 1 }, part: { kind: "drop" as const } };
    const { trace, matched } = here;
    const stretch = { trace, entries: trace.entries, until: trace.until, matched };
    expect(steadiness([turnable], [1], stretch).holds([0])).toBe(false);
    expect(steadiness([turnable], [0], stretch).holds([1])).toBe(true);
  });

  test("what is left of an entry at the floor: a point more, and it would be left to return", async () => {
    // Opens at 100, the floor is 80. −20 in month 1 reaches the floor; −10 in month 2 is taken back by the
    // floor, and nothing is left of it. At −19 a point would be left, and return five months later.
    const rules = [
      points(-20),
      aRule({
        id: "toy/limit",
        when: at("spending-limit-broken"),
        then: { kind: "post", points: -10, expiresAfterMonths: 5 },
      }),
    ];
    const rulebook = aRulebook(rules, aScoring({ floor: 80 }));
    const spender = aPersona([on("Y1-02", "red-light"), on("Y1-03", "spending-limit-broken")]);
    const dial = dialsOf(rulebook).find(({ address }) => address === "toy/light.points")!;
    const here = await lived(rulebook, spender, UNTIL);
    expect(steadyAround(dial, -20, here.trace, here)).toEqual({ from: -20, to: -20 });
  });

  test("the return of deductions is of no account where each says its own", async () => {
    const own = aRule({
      id: "toy/own",
      when: at("red-light"),
      then: { kind: "post", points: -12, expiresAfterMonths: 3 },
    });
    const returning = aScoring({ deductionsReturnAfterMonths: 5 });
    expect(await around(aRulebook([own], returning), "deductionsReturnAfterMonths")).toEqual({ from: 1, to: 120 });
    expect(await around(aRulebook([points(-12)], returning), "deductionsReturnAfterMonths")).toEqual({
      from: 5,
      to: 5,
    });
  });

  test("a condition: “score less than 80” is answered alike from 77 to 88", async () => {
    const watch = aRule({
      id: "toy/watch",
      when: at("red-light", fact("score", "lessThan", 80)),
      then: { kind: "enlist", list: "court-defaulters" },
    });
    expect(await around(aRulebook([points(-12), watch]), "toy/watch.when.score")).toEqual({ from: 77, to: 88 });
  });
});
