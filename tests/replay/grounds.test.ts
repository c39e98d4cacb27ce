import fc from "fast-check";
import { expect, test } from "vitest";
import { standingsOf } from "../../src/analysis/months.ts";
import { outcomeOf } from "../../src/analysis/outcome.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { LifeEventKind } from "../../src/model/vocabulary/events.ts";
import { UNTIL } from "../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live } from "../support/builders.ts";
import { LONG, runs } from "../support/runs.ts";

const GROUNDS = ["court-finds-refusal", "court-finds-obstruction", "court-finds-assets-hidden"] as const;
const [ENDED] = GROUNDS;

/** Whoever is on the list, for whatever ground, flies no more; who is refused misses a visit. */
function rulesOf(terms: readonly (number | null)[]): Rule[] {
  return [
    ...GROUNDS.map((event, place) =>
      aRule({
        id: `toy/${event}`,
        when: at(event),
        then: {
          kind: "enlist",
          list: "court-defaulters",
          ...(terms[place] === null ? {} : { termMonths: terms[place]! }),
        },
      }),
    ),
    aRule({
      id: "toy/paid",
      when: at("charity"),
      then: { kind: "delist", list: "court-defaulters", ground: `toy/${ENDED}` },
    }),
    aRule({
      id: "toy/no-flight",
      when: fact("lists", "contains", "court-defaulters"),
      then: { kind: "measure", closes: ["air-travel"] },
    }),
    aRule({
      id: "toy/visit",
      when: at("attempt", fact("denied", "equal", true)),
      then: { kind: "lead", event: "visit-missed" },
    }),
  ];
}

const line = fc.record({
  month: fc.integer({ min: 0, max: 24 }),
  what: fc.oneof(
    fc.constantFrom<LifeEventKind>(...GROUNDS).map((event) => ({ event })),
    fc.constant({ attempt: "air-travel", purpose: "none" } as const),
  ),
});

test(
  "from then on the harms of the other grounds are those of a life without the one that ended",
  async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 6, maxLength: 14 }),
        fc.integer({ min: 2, max: 22 }),
        fc.tuple(...GROUNDS.map(() => fc.option(fc.integer({ min: 1, max: 14 })))),
        async (lines, paid, terms) => {
          const timeline = [
            ...lines
              .filter(({ month, what }) => !("event" in what && what.event === ENDED && month >= paid))
              .map(({ month, what }) => ({ month, ...what })),
            { month: paid, event: "charity" as const },
          ].sort((one, other) => one.month - other.month);
          const rules = rulesOf(terms);
          const [whole, without] = await Promise.all(
            [rules, rules.filter(({ id }) => id !== `toy/${ENDED}`)].map((each) =>
              live(aRulebook(each, null), aPersona(timeline), { until: UNTIL }),
            ),
          );
          const later = (of: typeof whole) => ({
            denials: outcomeOf(of!).denials.filter(({ month }) => month > paid),
            losses: outcomeOf(of!).losses.filter(({ month }) => month > paid),
            ends: standingsOf(of!)
              .slice(paid)
              .map(({ lists, measures }) => [lists.map(({ list }) => list), measures]),
          });
          expect(later(whole)).toEqual(later(without));
          if (whole!.entries.some(({ effects }) => effects.some((each) => each.kind === "delisted" && !each.last)))
            told++;
        },
      ),
      runs(200),
    );
    // Else the lives would say nothing of grounds that go on.
    expect(told).toBeGreaterThan(15);
  },
  LONG,
);
