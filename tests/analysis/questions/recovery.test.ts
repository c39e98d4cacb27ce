import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { MOST_GOOD, recovery, type Recovery, TIMES } from "../../../src/analysis/questions/recovery.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { unnamedLife } from "../../../src/load/unnamed-life.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { recoveryAnswer } from "../../../src/report/experiment/recovery-wording.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, on } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";
import { stacked } from "../../support/shipped.ts";

const MEMORY: Memory = new Map();

function ask(rulebook: Rulebook, people: readonly Persona[] = [], until = 23): Promise<Recovery> {
  const lab = new Lab(rulebook, people, (variant) => prepare(variant, MEMORY), until);
  return recovery(lab, (events) => unnamedLife(events).persona, UNWATCHED);
}

describe("worked by hand", () => {
  // 100 points, A from 90, B from 60, C below. A red light costs 20 and comes back after 6 months; a
  // telephone bill costs 5; a gift adds 8, bravery 15; who falls below A loses hours at work.
  const rulebook = aRulebook(
    [
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/phone", when: at("phone-arrears"), then: { kind: "post", points: -5 } }),
      aRule({
        id: "toy/third",
        when: at("red-light", fact("priorCount", "greaterThan", 3)),
        then: { kind: "post", points: -1 },
      }),
      aRule({ id: "toy/gift", when: at("charity"), then: { kind: "post", points: 8 } }),
      aRule({ id: "toy/brave", when: at("bravery"), then: { kind: "post", points: 15 } }),
      aRule({
        id: "toy/hours",
        when: at("class-moved", fact("class", "equal", "B")),
        then: { kind: "lead", event: "hours-cut" },
      }),
    ],
    aScoring({ deductionsReturnAfterMonths: 6 }),
  );
  const people = [
    // Red lights in months 1 and 4: below A at the ends of 1 to 9 (the second returns in 10): nine months.
    {
      ...aPersona([on("Y1-02", "red-light"), on("Y1-05", "red-light")], { work: "employed", hours: "full" }),
      id: "one",
    },
    // A red light in month 20: it would return in 26, after the two years that are replayed.
    { ...aPersona([on("Y2-09", "red-light")]), id: "other" },
  ];

  test("acts, repetitions, good acts and people", async () => {
    const result = await ask(rulebook, people);
    expect(result.opening).toEqual({ score: 100, class: "A" });
    // The fifth red light finds four others on file, so the third rule needs more than one act.
    expect(result.notByOne).toEqual(["toy/third"]);
    const [light, phone] = result.acts;
    // Months 0, 1, 2 …: the last of n returns in n − 1 + 6; until then at least 20 are gone, so never A.
    // Twice 60, still B; three times 40, C; five times 100 − 5 × 20, less 1 for the fifth: −1.
    expect(light).toEqual({
      rule: "toy/light",
      event: "red-light",
      points: -20,
      times: [
        { times: 1, lowest: 80, worst: "B", backAfter: 6, fullAfter: 6 },
        { times: 2, lowest: 60, worst: "B", backAfter: 6, fullAfter: 6 },
        { times: 3, lowest: 40, worst: "C", backAfter: 6, fullAfter: 6 },
        { times: 5, lowest: -1, worst: "C", backAfter: 6, fullAfter: 6 },
      ],
    });
    // 95 and 90 are A; 85 (three) and 75 (five) are B. Of three (months 0, 1, 2) the first returns in
    // month 6: 90, A, four months after the last. Of five (0 to 4) three are gone in month 8: 90, four
    // months after the last as well. Everything is back six months after the last.
    expect(phone!.times).toEqual([
      { times: 1, lowest: 95, worst: "A", backAfter: 0, fullAfter: 6 },
      { times: 2, lowest: 90, worst: "A", backAfter: 0, fullAfter: 6 },
      { times: 3, lowest: 85, worst: "B", backAfter: 4, fullAfter: 6 },
      { times: 5, lowest: 75, worst: "B", backAfter: 4, fullAfter: 6 },
    ]);
    expect(result.good.map(({ event, points }) => [event, points])).toEqual([
      ["charity", 8],
      ["bravery", 15],
    ]);
    // 5: one of either. 20: from 80 to 90 two gifts (96) or one brave act (95); to 100 three gifts, two brave acts.
    expect(result.wonBack).toEqual([
      {
        deducted: 5,
        example: "phone-arrears",
        by: [
          { event: "charity", toClass: 0, toOpening: 1 },
          { event: "bravery", toClass: 0, toOpening: 1 },
        ],
      },
      {
        deducted: 20,
        example: "red-light",
        by: [
          { event: "charity", toClass: 2, toOpening: 3 },
          { event: "bravery", toClass: 1, toOpening: 2 },
        ],
      },
    ]);
    expect(result.people).toEqual([
      {
        persona: "one",
        below: 9,
        left: 1,
        lastThere: 23,
        backSince: 10,
        changed: [{ name: "hours", was: "full", is: "short" }],
        losses: 1,
      },
      // Nothing is known of this one's work, so no hours can be cut.
      { persona: "other", below: 4, left: 20, lastThere: 19, backSince: null, changed: [], losses: 0 },
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("as a page", async () => {
    const { sections } = recoveryAnswer(await ask(rulebook, people));
    expect(sections[0]!.sentences[0]).toBe(
      "A single act takes away class A at once in 1 of 2 cases. Without any good act it is 6 months until class A is there again.",
    );
    expect(sections[0]!.table!.rows).toEqual([
      ["A red light run", "invented", "−20", "B", "6", "2", "3"],
      ["A telephone bill unpaid", "invented", "−5", "A", "0", "0", "1"],
    ]);
    expect(sections.at(-1)!.sentences[0]).toBe("2 of 2 people fall below class A; 1 is not back by Y2-12.");
    expect(sections.at(-1)!.table!.rows.map((row) => row.slice(1))).toEqual([
      ["hours: short", "9", "Y1-11", "1"],
      ["·", "4", "never; last Y2-08", "0"],
    ]);
  });

  test("a ceiling below the opening's loss is never won back by good acts that it cuts", async () => {
    // Nothing but the gift; at most 120 of them are tried, each cut to the ceiling of 100 … less 20.
    const shut = aRulebook([
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/gift", when: at("charity", fact("class", "equal", "A")), then: { kind: "post", points: 8 } }),
    ]);
    // In class B a gift adds nothing any more.
    const result = await ask(shut);
    expect(result.wonBack[0]!.by).toEqual([{ event: "charity", toClass: null, toOpening: null }]);
    expect(recoveryAnswer(result).sections[0]!.table!.rows[0]!.slice(-2)).toEqual([`> ${MOST_GOOD}`, `> ${MOST_GOOD}`]);
  });
});

describe("replay and arithmetic agree", () => {
  test("on the county scheme as shipped: 24 months, and points divided, rounded up", async () => {
    const result = await ask(stacked("suining-2010"), [], 119);
    expect(result.acts).toHaveLength(17);
    for (const { points, times } of result.acts) {
      const [once] = times;
      expect(once).toEqual({
        times: 1,
        lowest: 1000 + points,
        worst: 1000 + points >= 970 ? "A" : "B",
        backAfter: 1000 + points >= 970 ? 0 : 24,
        fullAfter: 24,
      });
    }
    for (const { deducted, by } of result.wonBack)
      for (const { event, toClass, toOpening } of by) {
        const { points } = result.good.find((each) => each.event === event)!;
        expect([toClass, toOpening]).toEqual([
          Math.max(0, Math.ceil((deducted - 30) / points)),
          Math.ceil(deducted / points),
        ]);
      }
  });

  test("for any deduction that comes back and any good act", { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 45 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 14 }),
        async (cost, gain, returns) => {
          const result = await ask(
            aRulebook(
              [
                aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -cost } }),
                aRule({ id: "toy/gift", when: at("charity"), then: { kind: "post", points: gain } }),
              ],
              aScoring({ deductionsReturnAfterMonths: returns }),
            ),
          );
          for (const [place, count] of TIMES.entries()) {
            const score = (month: number): number =>
              100 -
              cost *
                Array.from({ length: count }, (_, act) => act).filter((act) => act <= month && month < act + returns)
                  .length;
            const scores = Array.from({ length: 24 }, (_, month) => score(month));
            const lowest = Math.min(...scores);
            const after = (last: number): number => Math.max(0, last + 1 - (count - 1));
            expect(result.acts[0]!.times[place]).toEqual({
              times: count,
              lowest,
              worst: lowest >= 90 ? "A" : lowest >= 60 ? "B" : "C",
              backAfter: after(scores.findLastIndex((each) => each < 90)),
              fullAfter: after(scores.findLastIndex((each) => each < 100)),
            });
          }
          expect(result.wonBack[0]!.by[0]).toEqual({
            event: "charity",
            toClass: Math.max(0, Math.ceil((cost - 10) / gain)),
            toOpening: Math.ceil(cost / gain),
          });
        },
      ),
      runs(40),
    );
  });
});

test("a stopped search says what it has", async () => {
  const lab = new Lab(stacked("suining-2010"), [], (variant) => prepare(variant, MEMORY));
  const result = await recovery(
    lab,
    (events) => unnamedLife(events).persona,
    (done) => done < 5,
  );
  expect(result.searched).toMatchObject({ variants: 5, of: 24, stopped: true });
  expect(result.acts).toHaveLength(5);
  // What acts cost, their repetition, and the open questions of the county scheme.
  expect(recoveryAnswer(result).sections).toHaveLength(3);
});
