import { describe, expect, test } from "vitest";
import { ranAway } from "../../src/model/trace.ts";
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
  tries,
} from "../support/builders.ts";

const post = (points: number, more: object = {}) => ({ kind: "post", points, ...more }) as const;

describe("within a month", () => {
  // Y1-01: 20 points off until Y1-03, on the list until Y1-03.
  // Y1-03: both end first; then two months on the published list have passed; then the fixture runs
  // a red light twice; then what those lead to, in order of creation.
  test("expiries and terms, then elapsed time, then the fixture in its order, then what follows", async () => {
    const book = aRulebook([
      aRule({ id: "toy/off", when: at("charity"), then: post(-20, { expiresAfterMonths: 2 }) }),
      aRule({ id: "toy/term", when: at("charity"), then: { kind: "enlist", list: "court-defaulters", termMonths: 2 } }),
      aRule({ id: "toy/open", when: at("charity"), then: { kind: "enlist", list: "published-entries" } }),
      aRule({
        id: "toy/time",
        when: at("time-passed", fact("monthsOnList:published-entries", "greaterThanInclusive", 2)),
        then: { kind: "lead", event: "visit-missed" },
      }),
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "lead", event: "aid-forgone" } }),
    ]);
    const trace = await liveUntil(
      "Y1-04",
      book,
      aPersona([on("Y1-01", "charity"), on("Y1-03", "red-light"), on("Y1-03", "bravery")]),
    );
    expect(story(trace).filter((line) => line.startsWith("Y1-03"))).toEqual([
      "Y1-03 points end",
      "Y1-03 list end",
      "Y1-03 time-passed",
      "Y1-03 red-light",
      "Y1-03 bravery",
      "Y1-03 visit-missed",
      "Y1-03 aid-forgone",
    ]);
  });

  test("rules are answered against the standing before the event, and take effect in rulebook order", async () => {
    // Both post: the second is asked about the 100 before the event, not about the 90 after the first.
    const book = aRulebook([
      aRule({ id: "toy/first", when: at("red-light"), then: post(-10) }),
      aRule({ id: "toy/second", when: at("red-light", fact("score", "equal", 100)), then: post(-1) }),
      aRule({ id: "toy/third", when: at("red-light", fact("score", "lessThan", 100)), then: post(-50) }),
    ]);
    const trace = await live(book, aPersona([on("Y1-01", "red-light")]));
    expect(movements(trace)).toEqual(["Y1-01 -10 rule", "Y1-01 -1 rule"]);
    expect(entryAbout(trace, "red-light").findings).toEqual([
      { rule: "toy/first", matched: true, met: [{ actual: "red-light", holds: true }] },
      {
        rule: "toy/second",
        matched: true,
        met: [
          { actual: "red-light", holds: true },
          { actual: 100, holds: true },
        ],
      },
      {
        rule: "toy/third",
        matched: false,
        met: [
          { actual: "red-light", holds: true },
          { actual: 100, holds: false },
        ],
      },
    ]);
  });

  test("points, then the class, then the measures, then the denial, then the lead", async () => {
    // The attempt itself costs 50 points: 100 − 50 = 50, class C, which closes the door that is being tried.
    const book = aRulebook([
      aRule({
        id: "toy/led",
        when: at("attempt", fact("denied", "equal", true)),
        then: { kind: "lead", event: "aid-forgone" },
      }),
      aRule({ id: "toy/closed", when: fact("class", "equal", "C"), then: { kind: "measure", closes: ["social-aid"] } }),
      aRule({ id: "toy/dear", when: at("attempt"), then: post(-50) }),
    ]);
    const trace = await live(book, aPersona([tries("Y1-01", "social-aid")]));
    const { effects, findings } = entryAbout(trace, "attempt social-aid");
    expect(effects.map(({ kind }) => kind)).toEqual(["posting", "class-moved", "imposed", "denied", "led"]);
    expect(findings.map(({ rule }) => rule)).toEqual(["toy/dear", "toy/closed", "toy/led"]);
    expect(story(trace)).toEqual(["Y1-01 opening", "Y1-01 attempt social-aid", "Y1-01 aid-forgone"]);
  });

  test("a loss of savings is not yet so to the rules of the event, but to its leads", async () => {
    const book = aRulebook([
      aRule({
        id: "toy/before",
        when: at("savings-spent", fact("circumstance:savings", "equal", "some")),
        then: post(-1),
      }),
      aRule({
        id: "toy/not-yet",
        when: at("savings-spent", fact("circumstance:savings", "equal", "none")),
        then: post(-10),
      }),
      aRule({
        id: "toy/after",
        when: at("savings-spent", fact("circumstance:savings", "equal", "none")),
        then: { kind: "lead", event: "visit-missed" },
      }),
    ]);
    const trace = await live(book, aPersona([on("Y1-01", "savings-spent")], { savings: "some" }));
    expect(movements(trace)).toEqual(["Y1-01 -1 rule"]);
    expect(story(trace)).toContain("Y1-01 visit-missed");
  });
});

describe("until", () => {
  test("is the last month replayed; what is due later does not happen", async () => {
    const book = aRulebook([
      aRule({ id: "toy/off", when: at("red-light"), then: post(-10, { expiresAfterMonths: 3 }) }),
    ]);
    const person = aPersona([on("Y1-02", "red-light"), on("Y1-06", "red-light")]);
    // −10 in Y1-02 returns in Y1-05; −10 in Y1-06 would return in Y1-09.
    expect(movements(await liveUntil("Y1-01", book, person))).toEqual([]);
    expect(movements(await liveUntil("Y1-04", book, person))).toEqual(["Y1-02 -10 rule"]);
    expect(movements(await liveUntil("Y1-05", book, person))).toEqual(["Y1-02 -10 rule", "Y1-05 +10 expiry"]);
    expect(movements(await liveUntil("Y1-08", book, person))).toEqual([
      "Y1-02 -10 rule",
      "Y1-05 +10 expiry",
      "Y1-06 -10 rule",
    ]);
    expect(movements(await live(book, person))).toEqual([
      "Y1-02 -10 rule",
      "Y1-05 +10 expiry",
      "Y1-06 -10 rule",
      "Y1-09 +10 expiry",
    ]);
  });

  test("is the horizon of ten years where it is not said", async () => {
    const book = aRulebook([
      aRule({ id: "toy/off", when: at("red-light"), then: post(-10, { expiresAfterMonths: 120 }) }),
    ]);
    const trace = await live(book, aPersona([on("Y1-01", "red-light"), on("Y10-12", "red-light")]));
    expect(trace.until).toBe(119);
    // 120 months after Y1-01 would be Y11-01.
    expect(movements(trace)).toEqual(["Y1-01 -10 rule", "Y10-12 -10 rule"]);
  });
});

describe("afterMonths", () => {
  // One rule of each kind, two months late, decided on at the same event in Y1-02.
  const late = { afterMonths: 2 } as const;
  const book = aRulebook([
    aRule({ id: "toy/post", when: at("charity"), then: post(-10, late) }),
    aRule({ id: "toy/strike", when: at("bravery"), then: { kind: "strike", of: "charity", ...late } }),
    aRule({
      id: "toy/enlist",
      when: at("charity"),
      then: { kind: "enlist", list: "court-defaulters", termMonths: 3, ...late },
    }),
    aRule({ id: "toy/delist", when: at("bravery"), then: { kind: "delist", list: "court-defaulters", ...late } }),
    aRule({ id: "toy/lead", when: at("charity"), then: { kind: "lead", event: "visit-missed", ...late } }),
    aRule({
      id: "toy/attempt",
      when: at("charity"),
      then: { kind: "lead", attempt: "air-travel", purpose: "none", ...late },
    }),
  ]);
  const person = aPersona([on("Y1-02", "charity"), on("Y1-03", "bravery")]);

  test("each kind of effect is decided on at the event, and takes effect later", async () => {
    const trace = await live(book, person);
    expect(effectsOf(trace, "deferred").map(({ rule, due, because }) => [rule, due, because])).toEqual([
      // Y1-04 is month 3, Y1-05 month 4. Entry 1 is the charity, 2 the bravery.
      ["toy/post", 3, ["1.0"]],
      ["toy/enlist", 3, ["1.0"]],
      ["toy/strike", 4, ["2.0"]],
      ["toy/delist", 4, ["2.0"]],
    ]);
    expect(effectsOf(trace, "led").map(({ rule, due }) => [rule, due])).toEqual([
      ["toy/lead", 3],
      ["toy/attempt", 3],
    ]);
    expect(story(trace)).toEqual([
      "Y1-01 opening",
      "Y1-02 charity",
      "Y1-03 bravery",
      "Y1-04 deferred toy/post",
      "Y1-04 deferred toy/enlist",
      "Y1-04 visit-missed",
      "Y1-04 attempt air-travel",
      "Y1-05 deferred toy/strike",
      "Y1-05 deferred toy/delist",
    ]);
    expect(movements(trace)).toEqual(["Y1-04 -10 rule", "Y1-05 +10 strike"]);
  });

  test("a term runs from when it takes effect", async () => {
    const trace = await live(book, aPersona([on("Y1-02", "charity")]));
    // Listed in Y1-04 for three months: off in Y1-07.
    expect(effectsOf(trace, "enlisted")).toMatchObject([{ until: 6, first: true }]);
    expect(story(trace).at(-1)).toBe("Y1-07 list end");
  });

  test("an entry made later is still on file for the conduct that it was decided for", async () => {
    const trace = await live(book, person);
    expect(effectsOf(trace, "posting").map(({ conduct, reason }) => [conduct, reason])).toEqual([
      ["charity", "rule"],
      ["charity", "strike"],
    ]);
    expect(effectsOf(trace, "posting")[0]!.because).toEqual(["3.0"]);
    expect(entryAbout(trace, "deferred toy/post").happening.because).toEqual(["1.1"]);
  });
});

describe("a rulebook that never settles", () => {
  // A post that answers itself: posted → post → posted … all in one month.
  const book = aRulebook(
    [
      aRule({ id: "toy/start", when: at("red-light"), then: post(-1) }),
      aRule({ id: "toy/again", when: at("posted"), then: post(-1) }),
    ],
    aScoring(),
  );

  test("is stopped after 2,000 entries, and names the rules that keep each other going", async () => {
    const trace = await live(book, aPersona([on("Y1-02", "red-light"), on("Y1-05", "charity")]));
    const last = trace.entries.at(-1)!;
    expect(last.happening).toEqual({ kind: "runaway", cycle: ["toy/again"], because: [] });
    // Nothing beyond was replayed, so nothing beyond is counted.
    expect(trace.until).toBe(last.month);
    expect(last.effects).toEqual([]);
    // The opening, 2,000 entries, and the one that says that it is enough.
    expect(trace.entries.length).toBe(1 + 2000 + 1);
    expect(trace.entries.filter(({ month }) => month > 1)).toEqual([]);
  });

  test("is not one whose life has just 2,000 entries after the opening", async () => {
    const lights = (many: number) => aPersona(Array.from({ length: many }, () => on("Y1-02", "red-light")));
    const full = await live(aRulebook([]), lights(2000));
    expect([full.entries.length, ranAway(full), full.until]).toEqual([1 + 2000, false, 119]);
    expect(ranAway(await live(aRulebook([]), lights(2001)))).toBe(true);
  });

  test("names both of two rules that feed each other, and not the one that began", async () => {
    const two = aRulebook(
      [
        aRule({ id: "toy/start", when: at("red-light"), then: { kind: "enlist", list: "court-defaulters" } }),
        aRule({ id: "toy/off", when: at("listed"), then: { kind: "delist", list: "court-defaulters" } }),
        aRule({ id: "toy/on", when: at("delisted"), then: { kind: "enlist", list: "court-defaulters" } }),
      ],
      null,
    );
    const trace = await live(two, aPersona([on("Y1-01", "red-light")]));
    const { happening } = trace.entries.at(-1)!;
    expect(happening.kind === "runaway" ? [...happening.cycle].sort() : []).toEqual(["toy/off", "toy/on"]);
  });

  test("is not one that feeds itself over time: that is the point", async () => {
    const loop = aRulebook(
      [
        aRule({
          id: "toy/refused",
          when: fact("lists", "contains", "court-defaulters"),
          then: { kind: "measure", closes: ["air-travel"] },
        }),
        aRule({
          id: "toy/all-the-same",
          when: at("attempt", fact("denied", "equal", true)),
          then: { kind: "lead", event: "spending-limit-broken" },
        }),
        aRule({
          id: "toy/found",
          when: at("spending-limit-broken"),
          then: { kind: "enlist", list: "court-defaulters", termMonths: 6 },
        }),
        aRule({
          id: "toy/tries",
          when: at("spending-limit-broken"),
          then: { kind: "lead", attempt: "air-travel", purpose: "family", afterMonths: 5 },
        }),
      ],
      null,
    );
    const trace = await live(loop, aPersona([on("Y1-01", "spending-limit-broken")]));
    expect(trace.entries.at(-1)!.happening.kind).not.toBe("runaway");
    // Every five months, from Y1-06 (month 5) to Y10-08 (month 115): 23 refusals, and never off the list.
    expect(effectsOf(trace, "denied").length).toBe(23);
    expect(effectsOf(trace, "delisted")).toEqual([]);
  });
});
