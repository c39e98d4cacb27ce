import fc from "fast-check";
import { expect, test } from "vitest";
import { type Coverage, coverageOf } from "../../src/analysis/coverage.ts";
import { prepare } from "../../src/engine/prepare.ts";
import { leavesOf } from "../../src/model/condition.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { replay } from "../../src/replay/replay.ts";
import { coverageText } from "../../src/report/text/coverage.ts";
import { styleOf } from "../../src/report/text/style.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, live, on, tries } from "../support/builders.ts";
import { leafHolds } from "../support/reference-evaluator.ts";
import { LONG, runs } from "../support/runs.ts";

async function ask(rulebook: Rulebook, people: readonly Persona[]): Promise<Coverage> {
  return coverageOf(rulebook, await Promise.all(people.map((persona) => live(rulebook, persona))));
}

const RULES = aRulebook([
  aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
  aRule({
    id: "toy/visit",
    when: at("attempt", fact("denied", "equal", true), {
      any: [fact("purpose", "equal", "family"), fact("purpose", "equal", "work")],
    }),
    then: { kind: "lead", event: "visit-missed" },
  }),
  aRule({ id: "toy/gift", when: at("charity"), then: { kind: "post", points: 8 } }),
  aRule({
    id: "toy/plane",
    when: fact("class", "in", ["B", "C"]),
    then: { kind: "measure", closes: ["air-travel"] },
  }),
]);
const PEOPLE = [
  // In B from month 1: refused for the family in month 2, so a visit is missed.
  aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel", "family")]),
  // Always A: one attempt, not refused.
  aPersona([tries("Y1-03", "high-speed-rail")]),
];

test("rules, comparisons, doors and events, worked by hand", async () => {
  const { lives, rules, untriedDoors, unlivedEvents } = await ask(RULES, PEOPLE);
  expect(lives).toBe(2);
  expect(
    rules.map(({ rule, reach, comparisons }) => [rule, reach, comparisons.map(({ held, failed }) => [held, failed])]),
  ).toEqual([
    ["toy/light", "matched", []],
    // Asked at two attempts, once denied and once not; for the family, and for nothing. Never for work.
    [
      "toy/visit",
      "matched",
      [
        [true, true],
        [true, true],
        [false, true],
      ],
    ],
    ["toy/gift", "never", []],
    // At each opening class A; in the first life once more, class B.
    ["toy/plane", "matched", [[true, true]]],
  ]);
  expect([untriedDoors.includes("air-travel"), untriedDoors.includes("high-speed-rail")]).toEqual([false, false]);
  expect(untriedDoors).toContain("star-hotel");
  expect([unlivedEvents.includes("red-light"), unlivedEvents.includes("visit-missed")]).toEqual([false, false]);
  expect(unlivedEvents).toContain("charity");
});

test("a rule that is asked in one life only, and never matches, is consulted", async () => {
  const { rules } = await ask(RULES, [PEOPLE[1]!, aPersona([])]);
  expect(rules.map(({ reach }) => reach)).toEqual(["never", "consulted", "never", "consulted"]);
});

test("as a text: counts first, then what is not reached, by name", async () => {
  const lines = coverageText(await ask(RULES, PEOPLE), styleOf(200, false)).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "Coverage by 2 invented lives",
    "  Of 4 rules, matched in some life: 3; only consulted: 0; never reached: 1.",
    // Denied, two purposes, the class.
    "  Of 4 comparisons besides the event, met: 4; true at one time and false at another: 3.",
  ]);
  expect(lines[3]).toMatch(/^ {2}Of \d+ doors, tried: 2\. Of \d+ life events, lived: 2\.$/);
  expect(lines.slice(5, 8)).toEqual([
    "  Rules never reached (1): toy/gift.",
    "  Comparisons that say the same whenever asked (1):",
    "    toy/visit: purpose is work (always false)",
  ]);
});

test(
  "of any small rulebook and lives: what the replay matched, and what each comparison says by itself",
  { timeout: LONG },
  async () => {
    await fc.assert(
      fc.asyncProperty(rulebooks(), fc.array(personas, { minLength: 1, maxLength: 3 }), async (rulebook, people) => {
        const prepared = await prepare(rulebook);
        const matched = new Set<string>();
        const traces = people.map((person) => replay(prepared, person, { until: UNTIL, matched }));
        const findings = traces.flatMap(({ entries, quiet }) =>
          [...entries, ...quiet].flatMap((each) => each.findings),
        );
        for (const { rule, reach, comparisons } of coverageOf(rulebook, traces).rules) {
          const asked = findings.filter((finding) => finding.rule === rule);
          expect(reach).toBe(matched.has(rule) ? "matched" : asked.length > 0 ? "consulted" : "never");
          const { when } = rulebook.rules.find(({ id }) => id === rule)!;
          const expected = leavesOf(when).flatMap((leaf, at_) => {
            const answers = asked.map(({ met }) => leafHolds(leaf, met[at_]!.actual));
            return leaf.fact === "event"
              ? []
              : [{ leaf, held: answers.includes(true), failed: answers.includes(false) }];
          });
          expect(comparisons).toEqual(expected);
        }
      }),
      runs(200),
    );
  },
);
