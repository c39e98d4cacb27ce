import { describe, expect, test } from "vitest";
import type { LifeEventKind } from "../../src/model/vocabulary/events.ts";
import {
  aPersona,
  aRule,
  aRulebook,
  aScoring,
  at,
  effectsOf,
  entryAbout,
  fact,
  live,
  liveUntil,
  movements,
  on,
  story,
} from "../support/builders.ts";
import { shippedPersona, stacked } from "../support/shipped.ts";

const post = (event: LifeEventKind, points: number, expiresAfterMonths?: number) =>
  aRule({
    id: `toy/${event}`,
    when: at(event),
    then: { kind: "post", points, ...(expiresAfterMonths === undefined ? {} : { expiresAfterMonths }) },
  });

describe("returns", () => {
  test("deductions return as the scoring says, additions do not; a rule may say otherwise of both", async () => {
    const book = aRulebook(
      [post("red-light", -10), post("charity", 10), post("drunk-driving", -20, 1), post("bravery", 5, 2)],
      aScoring({ deductionsReturnAfterMonths: 3 }),
    );
    const trace = await live(
      book,
      aPersona([
        on("Y1-01", "red-light"),
        on("Y1-01", "charity"),
        on("Y1-01", "drunk-driving"),
        on("Y1-01", "bravery"),
      ]),
    );
    expect(movements(trace)).toEqual([
      "Y1-01 -10 rule",
      "Y1-01 +10 rule",
      "Y1-01 -20 rule",
      "Y1-01 +5 rule",
      "Y1-02 +20 expiry",
      "Y1-03 -5 expiry",
      "Y1-04 +10 expiry",
    ]);
    expect(trace.entries.at(-1)!.after.score).toBe(110);
  });

  test("where deductions do not come back, only those of a rule that says so do", async () => {
    const rules = [post("red-light", -10), post("drunk-driving", -20, 1)];
    const person = aPersona([on("Y1-01", "red-light"), on("Y1-01", "drunk-driving")]);
    for (const scoring of [aScoring(), aScoring({ deductionsReturnAfterMonths: null })])
      expect(movements(await live(aRulebook(rules, scoring), person))).toEqual([
        "Y1-01 -10 rule",
        "Y1-01 -20 rule",
        "Y1-02 +20 expiry",
      ]);
  });

  test("in one month are one entry, which goes back to all the postings that return", async () => {
    const book = aRulebook([post("red-light", -10, 2), post("charity", -5, 1)]);
    const trace = await live(book, aPersona([on("Y1-01", "red-light"), on("Y1-02", "charity")]));
    expect(story(trace)).toEqual(["Y1-01 opening", "Y1-01 red-light", "Y1-02 charity", "Y1-03 points end"]);
    expect(entryAbout(trace, "points end").happening.because).toEqual(["1.1", "2.1"]);
    expect(entryAbout(trace, "points end").effects).toMatchObject([
      { points: 10, of: "1.1", because: ["3.0"] },
      { points: 5, of: "2.1", because: ["3.0"] },
      // 85 was B, 100 is A again.
      { kind: "class-moved", from: "B", to: "A", because: ["3.2"] },
    ]);
  });
});

describe("strike", () => {
  const book = aRulebook([
    post("red-light", -10, 6),
    post("charity", -5),
    aRule({ id: "toy/strike", when: at("record-corrected"), then: { kind: "strike", of: "red-light" } }),
  ]);

  test("reverses what is outstanding of that conduct, and of no other; what was struck does not return as well", async () => {
    const trace = await live(
      book,
      aPersona([
        on("Y1-01", "red-light"),
        on("Y1-02", "red-light"),
        on("Y1-02", "charity"),
        on("Y1-03", "record-corrected"),
      ]),
    );
    expect(movements(trace)).toEqual([
      "Y1-01 -10 rule",
      "Y1-02 -10 rule",
      "Y1-02 -5 rule",
      "Y1-03 +10 strike",
      "Y1-03 +10 strike",
    ]);
    expect(effectsOf(trace, "struck")).toEqual([
      { id: "4.1", kind: "struck", rule: "toy/strike", of: "red-light", because: ["4.0"], told: "outcome" },
    ]);
    expect(effectsOf(trace, "posting").slice(-2)).toMatchObject([
      { of: "1.1", rule: "toy/red-light", because: ["4.1"] },
      { of: "2.1", because: ["4.1"] },
    ]);
  });

  test("of what has returned already reverses nothing", async () => {
    // The first returns in Y1-07; only the second, of Y1-04, is outstanding in Y1-08.
    const trace = await live(
      book,
      aPersona([on("Y1-01", "red-light"), on("Y1-04", "red-light"), on("Y1-08", "record-corrected")]),
    );
    expect(movements(trace)).toEqual(["Y1-01 -10 rule", "Y1-04 -10 rule", "Y1-07 +10 expiry", "Y1-08 +10 strike"]);
  });

  test("with nothing on file is no effect", async () => {
    const trace = await live(book, aPersona([on("Y1-01", "record-corrected")]));
    expect(entryAbout(trace, "record-corrected").effects).toEqual([]);
    expect(entryAbout(trace, "record-corrected").findings).toMatchObject([{ rule: "toy/strike", matched: true }]);
  });
});

describe("floor and ceiling", () => {
  test("a deduction is worth what it could take, and returns no more", async () => {
    // 100 − 30 = 70; − 30 would be 40, the floor of 50 gives 10 back, so 20 of it counted: 50.
    // Y1-04: the first 30 return: 80. Y1-05: of the second only 20: 100.
    const book = aRulebook([post("red-light", -30, 3)], aScoring({ floor: 50 }));
    const trace = await live(book, aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")]));
    expect(movements(trace)).toEqual([
      "Y1-01 -30 rule",
      "Y1-02 -30 rule",
      "Y1-02 +10 floor",
      "Y1-04 +30 expiry",
      "Y1-05 +20 expiry",
    ]);
    expect(effectsOf(trace, "posting")[2]).toMatchObject({
      reason: "floor",
      of: "2.1",
      rule: "toy/red-light",
      because: ["2.1"],
    });
    expect(trace.entries.at(-1)!.after.score).toBe(100);
  });

  test("an addition above the ceiling adds nothing, and so takes nothing away when it ends", async () => {
    const book = aRulebook([post("bravery", 10, 2)], aScoring({ ceiling: 100 }));
    const trace = await live(book, aPersona([on("Y1-01", "bravery")]));
    expect(movements(trace)).toEqual(["Y1-01 +10 rule", "Y1-01 -10 ceiling"]);
  });

  test("what returns to a full score is cut off as well", async () => {
    // 100 − 10 = 90, + 10 = 100; the return of the 10 would be 110.
    const book = aRulebook([post("red-light", -10, 3), post("bravery", 10)], aScoring({ ceiling: 100 }));
    const trace = await live(book, aPersona([on("Y1-01", "red-light"), on("Y1-02", "bravery")]));
    expect(movements(trace)).toEqual(["Y1-01 -10 rule", "Y1-02 +10 rule", "Y1-04 +10 expiry", "Y1-04 -10 ceiling"]);
  });
});

describe("priorCount", () => {
  // The third entry for the same conduct that is still on file costs twice as much.
  const book = aRulebook([
    aRule({
      id: "toy/once",
      when: at("red-light", fact("priorCount", "lessThan", 2)),
      then: { kind: "post", points: -10, expiresAfterMonths: 4 },
    }),
    aRule({
      id: "toy/twice",
      when: at("red-light", fact("priorCount", "greaterThanInclusive", 2)),
      then: { kind: "post", points: -20, expiresAfterMonths: 4 },
    }),
    aRule({ id: "toy/other", when: at("charity"), then: { kind: "post", points: -1 } }),
  ]);

  test("counts earlier entries of the same conduct, without the present one and others' conduct", async () => {
    const trace = await live(
      book,
      aPersona([on("Y1-01", "red-light"), on("Y1-01", "charity"), on("Y1-02", "red-light"), on("Y1-03", "red-light")]),
    );
    expect(movements(trace).slice(0, 4)).toEqual([
      "Y1-01 -10 rule",
      "Y1-01 -1 rule",
      "Y1-02 -10 rule",
      "Y1-03 -20 rule",
    ]);
    expect(
      trace.entries.flatMap(({ findings }) =>
        findings.filter(({ rule }) => rule === "toy/once").map(({ met }) => met[1]!.actual),
      ),
    ).toEqual([0, 1, 2]);
    // The two that count are among the causes, after the event itself.
    expect(effectsOf(trace, "posting")[3]!.because).toEqual(["4.0", "1.1", "3.1"]);
  });

  test("to a lead, the present entry is none of them either", async () => {
    const leading = aRulebook([
      post("red-light", -10),
      aRule({
        id: "toy/second",
        when: at("red-light", fact("priorCount", "equal", 1)),
        then: { kind: "lead", event: "visit-missed" },
      }),
    ]);
    const trace = await live(leading, aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")]));
    // The lead of the second (after its points, and the fall to B) goes back to its event and to the first
    // entry, not to the points just entered.
    expect(effectsOf(trace, "led").map(({ id, because }) => [id, because])).toEqual([["2.3", ["2.0", "1.1"]]]);
  });

  test("forgets what has returned", async () => {
    // Y1-01 returns in Y1-05: in Y1-06 only one is still on file.
    const trace = await live(
      book,
      aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light"), on("Y1-05", "red-light")]),
    );
    expect(movements(trace)).toContain("Y1-05 -10 rule");
    expect(movements(trace)).not.toContain("Y1-05 -20 rule");
  });

  test("two entries of points at one event are one entry on file", async () => {
    const both = aRulebook([
      post("red-light", -10),
      aRule({ id: "toy/also", when: at("red-light"), then: { kind: "post", points: -1 } }),
      aRule({
        id: "toy/second",
        when: at("red-light", fact("priorCount", "equal", 1)),
        then: { kind: "enlist", list: "court-defaulters" },
      }),
    ]);
    const trace = await live(both, aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")]));
    expect(effectsOf(trace, "enlisted")).toMatchObject([{ id: "2.3" }]);
  });
});

describe("publication hangs on the posting, not on the conduct", () => {
  const book = (rules: ReturnType<typeof post>[]) =>
    aRulebook([
      ...rules,
      aRule({
        id: "toy/published",
        when: at("posted", fact("points", "lessThan", 0), fact("conduct", "equal", "red-light")),
        then: { kind: "enlist", list: "published-entries" },
      }),
    ]);
  const person = aPersona([on("Y1-01", "red-light"), on("Y1-02", "charity")]);

  test("each entry of points is announced, with the conduct and the points", async () => {
    const trace = await live(book([post("red-light", -10), post("charity", 5)]), person);
    expect(effectsOf(trace, "enlisted")).toMatchObject([{ rule: "toy/published", because: ["2.0"] }]);
    expect(entryAbout(trace, "posted").happening).toEqual({
      kind: "internal",
      event: "posted",
      subject: { conduct: "red-light", points: -10, told: "outcome" },
      because: ["1.1"],
    });
    expect(trace.quiet).toMatchObject([
      {
        month: 1,
        after: 3,
        event: "posted",
        subject: { conduct: "charity", points: 5 },
        findings: [{ rule: "toy/published", matched: false }],
      },
    ]);
  });

  test("without the posting nothing is published", async () => {
    expect(effectsOf(await live(book([post("charity", 5)]), person), "enlisted")).toEqual([]);
  });

  test("returns are not announced", async () => {
    const trace = await live(book([post("red-light", -10, 1)]), person);
    expect(movements(trace)).toEqual(["Y1-01 -10 rule", "Y1-02 +10 expiry"]);
    expect(
      trace.entries.filter(({ happening }) => happening.kind === "internal" && happening.event === "posted").length +
        trace.quiet.length,
    ).toBe(1);
  });
});

describe("the case reported in 2010", () => {
  // Fourteen repayments missed in two months, at 30 points each: 1,000 − 14 × 30 = 580, below the 600 of class C.
  test("comes to 580 points and class D by the second month", async () => {
    const trace = await liveUntil("Y1-02", stacked("suining-2010"), shippedPersona("case-2010"));
    const { after } = trace.entries.at(-1)!;
    expect([after.score, after.class]).toEqual([580, "D"]);
    expect(effectsOf(trace, "posting").length).toBe(14);
    // A (970 and more) is lost at 940, the second; B (850) at 820, the sixth; C (600) at 580, the fourteenth.
    const moves = trace.entries.flatMap((entry) =>
      entry.effects.flatMap((effect) =>
        effect.kind === "class-moved" ? [[effect.from, effect.to, entry.after.score]] : [],
      ),
    );
    expect(moves).toEqual([
      ["A", "B", 940],
      ["B", "C", 820],
      ["C", "D", 580],
    ]);
  });
});
