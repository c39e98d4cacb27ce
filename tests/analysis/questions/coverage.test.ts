import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { type Coverage, coverage } from "../../../src/analysis/questions/coverage.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { leavesOf } from "../../../src/model/condition.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { RuleId } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { replay } from "../../../src/replay/replay.ts";
import { coverageAnswer } from "../../../src/report/experiment/coverage-wording.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, on, tries } from "../../support/builders.ts";
import { leafHolds } from "../../support/reference-evaluator.ts";
import { LONG, runs } from "../../support/runs.ts";

function ask(rulebook: Rulebook, people: readonly Persona[], until?: number): Promise<Coverage> {
  const memory: Memory = new Map();
  return coverage(new Lab(rulebook, people, (variant) => prepare(variant, memory), until), UNWATCHED);
}

describe("worked by hand", () => {
  const rulebook = aRulebook([
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
  const people = [
    // In B from month 1: refused for the family in month 2, so a visit is missed.
    { ...aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel", "family")]), id: "one" },
    // Always A: one attempt, not refused.
    { ...aPersona([tries("Y1-03", "high-speed-rail")]), id: "other" },
  ];

  test("rules, comparisons, doors and events", async () => {
    const { rules, doors, events } = await ask(rulebook, people);
    const event = { ofEvent: true };
    const other = { ofEvent: false };
    expect(rules).toEqual([
      {
        rule: "toy/light",
        reached: ["matched", "never"],
        leaves: [{ held: 1, failed: 0, decidedFor: 1, decidedAgainst: 0, ...event }],
      },
      {
        rule: "toy/visit",
        reached: ["matched", "consulted"],
        leaves: [
          // Asked at two attempts. The first: denied, for the family: event, denied and the first purpose
          // decided for it; the second purpose was false beside a true one. The other: not denied, and
          // neither purpose: all of these decided against it, the event did not.
          { held: 2, failed: 0, decidedFor: 1, decidedAgainst: 0, ...event },
          { held: 1, failed: 1, decidedFor: 1, decidedAgainst: 1, ...other },
          { held: 1, failed: 1, decidedFor: 1, decidedAgainst: 1, ...other },
          { held: 0, failed: 2, decidedFor: 0, decidedAgainst: 1, ...other },
        ],
      },
      {
        rule: "toy/gift",
        reached: ["never", "never"],
        leaves: [{ held: 0, failed: 0, decidedFor: 0, decidedAgainst: 0, ...event }],
      },
      {
        rule: "toy/plane",
        // At each opening class A, against it; in the first life once more, class B, for it.
        reached: ["matched", "consulted"],
        leaves: [{ held: 1, failed: 2, decidedFor: 1, decidedAgainst: 2, ...other }],
      },
    ]);
    expect(doors.tried).toEqual(["high-speed-rail", "air-travel"]);
    expect(events.lived).toEqual(["red-light", "visit-missed"]);
    expect(doors.untried).not.toContain("air-travel");
    expect(events.unlived).toContain("charity");
  });

  test("as a page", async () => {
    const { sections } = coverageAnswer(await ask(rulebook, people));
    expect(sections[0]!.sentences).toEqual([
      "3 of 4 rules matched for somebody; 0 were only consulted, and never matched; 1 was never reached.",
      // Besides the event: denied, two purposes, the class.
      "Besides the event, the rules make 4 comparisons: 4 were met; 3 of these were true at one time and false at another, and 4 decided their rule at least once.",
      expect.stringMatching(/^2 of \d+ doors were tried, and 2 of \d+ life events befell somebody\.$/),
    ]);
    expect(sections[1]!.table).toEqual({
      head: ["rule", "a b"],
      rows: [
        ["toy/light", "■ ·"],
        ["toy/visit", "■ □"],
        ["toy/plane", "■ □"],
      ],
      words: 2,
    });
    expect(sections[2]!.sentences[0]).toBe("Never reached (1), since what they ask for never happened: toy/gift.");
    expect(sections[3]!.table!.rows).toEqual([["toy/visit", "purpose is work", "never true"]]);
  });
});

test(
  "of any small rulebook and lives: what the replay matched, and what each comparison says by itself",
  { timeout: LONG },
  async () => {
    await fc.assert(
      fc.asyncProperty(rulebooks(), fc.array(personas, { minLength: 1, maxLength: 3 }), async (rulebook, people) => {
        const { rules } = await ask(rulebook, people, UNTIL);
        const prepared = await prepare(rulebook);
        const expected = new Map(rulebook.rules.map(({ id }) => [id, { asked: 0, held: [] as number[] }]));
        const matched = people.map((person) => {
          const found = new Set<RuleId>();
          const trace = replay(prepared, person, { until: UNTIL, matched: found });
          for (const { rule, met } of [...trace.entries, ...trace.quiet].flatMap(({ findings }) => findings)) {
            const tally = expected.get(rule)!;
            tally.asked++;
            const { when } = rulebook.rules.find(({ id }) => id === rule)!;
            for (const [index, leaf] of leavesOf(when).entries())
              tally.held[index] = (tally.held[index] ?? 0) + (leafHolds(leaf, met[index]!.actual) ? 1 : 0);
          }
          return found;
        });
        for (const { rule, reached, leaves } of rules) {
          const { asked, held } = expected.get(rule)!;
          expect(reached.map((reach) => reach === "matched")).toEqual(matched.map((found) => found.has(rule)));
          expect(reached.some((reach) => reach !== "never")).toBe(asked > 0);
          for (const [index, leaf] of leaves.entries()) {
            expect([leaf.held, leaf.failed]).toEqual([held[index] ?? 0, asked - (held[index] ?? 0)]);
            expect(leaf.decidedFor + leaf.decidedAgainst).toBeLessThanOrEqual(asked);
          }
          // Each time the rule was asked, something decided it.
          expect(leaves.reduce((sum, leaf) => sum + leaf.decidedFor + leaf.decidedAgainst, 0)).toBeGreaterThanOrEqual(
            asked,
          );
        }
      }),
      runs(200),
    );
  },
);

test("a stopped search speaks only of the lives it lived", async () => {
  const people = ["one", "two", "three"].map((id) => ({ ...aPersona([on("Y1-02", "red-light")]), id }));
  const rulebook = aRulebook([aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } })]);
  const memory: Memory = new Map();
  const lab = new Lab(rulebook, people, (variant) => prepare(variant, memory));
  const result = await coverage(lab, (done) => done < 2);
  expect(result.searched).toMatchObject({ variants: 2, of: 3, stopped: true });
  expect(result.rules[0]!.reached).toEqual(["matched", "matched"]);
  expect(coverageAnswer(result).sections[1]!.table!.head).toEqual(["rule", "a b"]);
});
