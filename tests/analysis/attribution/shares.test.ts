import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDoors, shutBy } from "../../../src/analysis/attribution/last-doors.ts";
import { fractionText, hundredthsOf } from "../../../src/analysis/attribution/rounded.ts";
import { Shares } from "../../../src/analysis/attribution/shares.ts";
import { monthsShut, outcomeOf } from "../../../src/analysis/outcome.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";

/** A share as it is written, `1/3`. */
function shareOf(shares: Shares, rule: string): string {
  return fractionText({ top: shares.of(rule), bottom: shares.denominator });
}

test("worked by hand: two that must be there and one that must not", () => {
  // 6 where a and b are there and c is not. Of the 6 orders, a completes it in b a c (1), b in a b c (1);
  // c ends it where a and b stand before: a b c, b a c (2). 6·1/6 = 1 each, and −6·2/6 = −2.
  const shares = new Shares(3);
  shares.add(["a", "b"], ["c"], 6);
  expect(["a", "b", "c", "d"].map((rule) => shareOf(shares, rule))).toEqual(["1", "1", "-2", "0"]);
});

test("worked by hand: nobody that must be there, nobody that must not", () => {
  const shares = new Shares(4);
  // Worth the same everywhere: nobody makes a difference.
  shares.add([], [], 5);
  expect(shareOf(shares, "a")).toBe("0");
  // 1 unless a, b or c is there: whoever comes first ends it, a third of the orders each.
  shares.add([], ["a", "b", "c"], 1);
  expect(["a", "b", "c"].map((rule) => shareOf(shares, rule))).toEqual(["-1/3", "-1/3", "-1/3"]);
  // 1 where d is there: it alone.
  shares.add(["d"], [], 1);
  expect(shareOf(shares, "d")).toBe("1");
});

test("every weight is a whole number over the common denominator, for as many rules as there may be", () => {
  const shares = new Shares(90);
  const rules = Array.from({ length: 90 }, (_, number) => `r${number}`);
  for (let present = 1; present < 90; present += 7) {
    const one = new Shares(90);
    one.add(rules.slice(0, present), rules.slice(present), 1);
    // a of them together complete it in a!·b!/n! of the orders, b together end it as often.
    const sum = (some: readonly string[]): bigint => some.reduce((all, rule) => all + one.of(rule), 0n);
    expect(sum(rules)).toBe(0n);
    let orders = 1n;
    for (let each = 1; each <= present; each++) orders = (orders * BigInt(90 - present + each)) / BigInt(each);
    expect(sum(rules.slice(0, present)) * orders).toBe(shares.denominator);
  }
});

test("rounded, the shares keep their sum, and none is off by a hundredth", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 97 }),
      (tops, bottom) => {
        // The last makes the sum a whole number.
        const rest = tops.reduce((sum, top) => sum + top, 0);
        const all = [...tops, -rest + bottom * 3];
        const hundredths = hundredthsOf(all.map((top) => ({ top: BigInt(top), bottom: BigInt(bottom) })));
        expect(hundredths.reduce((sum, each) => sum + each, 0)).toBe(300);
        for (const [place, top] of all.entries())
          expect(Math.abs(hundredths[place]! - (100 * top) / bottom)).toBeLessThan(1);
      },
    ),
    runs(300),
  );
});

test(
  "last doors: whichever of them are gone, all else in the life is the same, and the months are those of the others",
  async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(
        rulebooks(),
        personas,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        async (book, person, keeps) => {
          const last = [...lastDoors(book, person)];
          const gone = last.filter((_id, place) => keeps[place] === false);
          const whole = await live(book, person, { until: UNTIL });
          const other = await live({ ...book, rules: book.rules.filter(({ id }) => !gone.includes(id)) }, person, {
            until: UNTIL,
          });
          const [before, after] = [outcomeOf(whole), outcomeOf(other)];
          if (before.ranAway) return;
          for (const part of ["denials", "losses", "tried", "score", "lowest", "class", "worst", "ranAway"] as const)
            expect(after[part]).toEqual(before[part]);
          const left = shutBy(whole).filter(({ measures }) => measures.some((id) => !gone.includes(id)));
          expect(left.reduce((sum, { months }) => sum + months, 0)).toBe(monthsShut(after));
          if (monthsShut(after) < monthsShut(before)) met++;
        },
      ),
      runs(1500),
    );
    expect(met).toBeGreaterThan(20);
  },
  LONG,
);

test("no last doors where somebody tries them, a rule reads them, or a rule hears of any measure", () => {
  const door = aRule({
    id: "toy/door",
    when: fact("lists", "contains", "court-defaulters"),
    then: { kind: "measure", closes: ["air-travel"] },
  });
  const stays = aPersona([tries("Y1-01", "business-licence")]);
  const withRule = (when: Parameters<typeof aRule>[0]["when"], then: Parameters<typeof aRule>[0]["then"]) =>
    aRulebook([door, aRule({ id: "toy/other", when, then })], null);
  const loses = { kind: "lead", event: "visit-missed" } as const;
  const none = new Set();
  expect(lastDoors(aRulebook([door], null), stays)).toEqual(new Set(["toy/door"]));
  expect(lastDoors(aRulebook([door], null), aPersona([tries("Y1-01", "air-travel")]))).toEqual(none);
  expect(lastDoors(withRule(at("red-light"), { kind: "lead", attempt: "air-travel", purpose: "none" }), stays)).toEqual(
    none,
  );
  expect(lastDoors(withRule(at("red-light", fact("measures", "contains", "toy/door")), loses), stays)).toEqual(none);
  expect(lastDoors(withRule(at("measure-imposed"), loses), stays)).toEqual(none);
  expect(lastDoors(withRule({ not: at("red-light") }, loses), stays)).toEqual(none);
  expect(lastDoors(withRule(fact("event", "notEqual", "red-light"), loses), stays)).toEqual(none);
  expect(lastDoors(withRule(at("red-light"), loses), stays)).toEqual(new Set(["toy/door"]));
});
