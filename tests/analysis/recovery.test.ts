import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_GOOD, type Recovery, recoveryOf } from "../../src/analysis/recovery.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { unnamedLife } from "../../src/load/unnamed-life.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { aRule, aRulebook, aScoring, at, fact } from "../support/builders.ts";
import { LONG, runs } from "../support/runs.ts";
import { stacked } from "../support/shipped.ts";

const MEMORY: Memory = new Map();

async function ask(rulebook: Rulebook): Promise<Recovery | null> {
  return recoveryOf(await prepare(rulebook, MEMORY), (events) => unnamedLife(events).persona);
}

const LIGHT = aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } });
const GIFT = aRule({ id: "toy/gift", when: at("charity"), then: { kind: "post", points: 8 } });

test("worked by hand", async () => {
  // 100 points, A from 90, B from 60. Lost points come back after 6 months, but a fine never does.
  const rulebook = aRulebook(
    [
      aRule({ id: "toy/brave", when: at("bravery"), then: { kind: "post", points: 15 } }),
      LIGHT,
      aRule({ id: "toy/light-again", when: at("red-light"), then: { kind: "post", points: -3 }, evidence: "reported" }),
      aRule({ id: "toy/phone", when: at("phone-arrears"), then: { kind: "post", points: -5, expiresAfterMonths: 9 } }),
      // Entered two months after the act.
      aRule({ id: "toy/late", when: at("utility-arrears"), then: { kind: "post", points: -30, afterMonths: 2 } }),
      // Never by one act alone: nothing else is on file.
      aRule({
        id: "toy/third",
        when: at("drunk-driving", fact("priorCount", "greaterThan", 1)),
        then: { kind: "post", points: -50 },
      }),
      GIFT,
    ],
    aScoring({ deductionsReturnAfterMonths: 6 }),
  );
  expect(await ask(rulebook)).toEqual({
    opening: { score: 100, class: "A" },
    good: { event: "charity", rules: ["toy/gift"], points: 8 },
    lost: [
      // 77 is B; three gifts make 101.
      {
        event: "red-light",
        rules: ["toy/light", "toy/light-again"],
        points: -23,
        goodActs: 3,
        months: 6,
        monthsBelow: 6,
      },
      // 95 is A still.
      { event: "phone-arrears", rules: ["toy/phone"], points: -5, goodActs: 1, months: 9, monthsBelow: 0 },
      // 70 is B from month 2 to month 7; four gifts make 102.
      { event: "utility-arrears", rules: ["toy/late"], points: -30, goodActs: 4, months: 8, monthsBelow: 8 },
    ],
  });
});

test("what never comes back, and what no good act wins back", async () => {
  // In class B a gift adds nothing any more.
  const gift = aRule({ ...GIFT, when: at("charity", fact("class", "equal", "A")) });
  expect((await ask(aRulebook([LIGHT, gift])))!.lost).toEqual([
    { event: "red-light", rules: ["toy/light"], points: -20, goodActs: null, months: null, monthsBelow: null },
  ]);
  const alone = (await ask(aRulebook([LIGHT])))!;
  expect([alone.good, alone.lost[0]!.goodActs]).toEqual([null, null]);
});

test("a good act counts with what it adds, though a ceiling cuts it at the opening", async () => {
  const late = aRule({
    id: "toy/late",
    when: at("utility-arrears"),
    then: { kind: "post", points: -30, afterMonths: 2 },
  });
  const { good, lost } = (await ask(aRulebook([LIGHT, late, GIFT], aScoring({ ceiling: 100 }))))!;
  // Done before the points are lost, it would add nothing.
  expect([good!.points, ...lost.map(({ goodActs }) => goodActs)]).toEqual([8, 3, 4]);
});

test("without points, or without an act that costs any, there is nothing to win back", async () => {
  expect(await ask(stacked("court-defaulters-2017"))).toBeNull();
  expect(await ask(aRulebook([GIFT]))).toBeNull();
});

test("the county scheme as shipped: 24 months, and points divided by ten, rounded up", async () => {
  const { good, lost } = (await ask(stacked("suining-2010")))!;
  expect(good).toMatchObject({ event: "bravery", points: 10 });
  expect(lost).toHaveLength(17);
  const wonBack = new Map(lost.map(({ points, goodActs }) => [points, goodActs]));
  expect([wonBack.get(-50), wonBack.get(-100), wonBack.get(-35)]).toEqual([5, 10, 4]);
  for (const { points, goodActs, months, monthsBelow } of lost) {
    expect(goodActs).toBe(Math.ceil(-points / 10));
    expect([months, monthsBelow]).toEqual([24, 1000 + points >= 970 ? 0 : 24]);
  }
});

test("replay and arithmetic agree for any deduction that comes back and any good act", { timeout: LONG }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 120 }),
      async (cost, gain, returns) => {
        const result = await ask(
          aRulebook(
            [
              aRule({ ...LIGHT, then: { kind: "post", points: -cost } }),
              aRule({ ...GIFT, then: { kind: "post", points: gain } }),
            ],
            aScoring({ deductionsReturnAfterMonths: returns }),
          ),
        );
        const acts = Math.ceil(cost / gain);
        const months = returns > 119 ? null : returns;
        expect(result!.lost).toEqual([
          {
            event: "red-light",
            rules: ["toy/light"],
            points: -cost,
            goodActs: acts > MOST_GOOD ? null : acts,
            months,
            monthsBelow: cost > 10 ? months : 0,
          },
        ]);
      },
    ),
    runs(60),
  );
});
