import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import type { Condition } from "../../src/model/condition.ts";
import { printMonth } from "../../src/model/story-time.ts";
import type { Trace } from "../../src/model/trace.ts";
import type { ListId } from "../../src/model/vocabulary/lists.ts";
import type { LifeEventKind } from "../../src/model/vocabulary/events.ts";
import {
  about,
  aPersona,
  aRule,
  aRulebook,
  aScoring,
  at,
  effectNamed,
  effectsOf,
  entryAbout,
  fact,
  live,
  liveUntil,
  on,
  story,
  tries,
} from "../support/builders.ts";

const post = (event: LifeEventKind, points: number, expiresAfterMonths?: number) =>
  aRule({
    id: `toy/${event}`,
    when: at(event),
    then: { kind: "post", points, ...(expiresAfterMonths === undefined ? {} : { expiresAfterMonths }) },
  });
const enlist = (event: LifeEventKind, list: ListId, termMonths?: number) =>
  aRule({
    id: `toy/${event}`,
    when: at(event),
    then: { kind: "enlist", list, ...(termMonths === undefined ? {} : { termMonths }) },
  });
const delist = (event: LifeEventKind, list: ListId, ground?: string) =>
  aRule({
    id: `toy/${event}`,
    when: at(event),
    then: { kind: "delist", list, ...(ground === undefined ? {} : { ground }) },
  });
const closes = (id: string, when: Condition) =>
  aRule({ id: `toy/${id}`, when, then: { kind: "measure", closes: ["air-travel"] } });

describe("the origin of a score", () => {
  // Five points at a time from 100: below a bound it is the deduction that crossed it that comes first.
  const off = aRule({ id: "toy/off", when: at("red-light"), then: { kind: "post", points: -5 } });
  const up = aRule({ id: "toy/on", when: at("charity"), then: { kind: "post", points: 5 } });
  const lights = (count: number) => Array.from({ length: count }, () => on("Y1-01", "red-light"));
  const firstCause = async (condition: Condition, events: Parameters<typeof aPersona>[0]): Promise<readonly string[]> =>
    effectsOf(
      await live(
        aRulebook([
          off,
          up,
          aRule({
            id: "toy/asked",
            when: at("bravery", condition),
            then: { kind: "enlist", list: "court-defaulters" },
          }),
        ]),
        aPersona([...events, on("Y1-02", "bravery")]),
      ),
      "enlisted",
    ).flatMap(({ because }) => because);

  // Each entry of points announces itself, which is quiet here: entries 1, 2, 3 are the red lights; the brave act is entry 4.
  test.each<[string, Condition, readonly string[]]>([
    // 95, 90, 85: below 95 by the second, 95 or less by the first, below 90 by the third.
    ["less than 95", fact("score", "lessThan", 95), ["4.0", "2.1", "1.1", "3.1"]],
    ["at most 95", fact("score", "lessThanInclusive", 95), ["4.0", "1.1", "2.1", "3.1"]],
    ["less than 90", fact("score", "lessThan", 90), ["4.0", "3.1", "1.1", "2.1"]],
    ["not 95 or more", { not: fact("score", "greaterThanInclusive", 95) }, ["4.0", "2.1", "1.1", "3.1"]],
    ["not more than 95", { not: fact("score", "greaterThan", 95) }, ["4.0", "1.1", "2.1", "3.1"]],
    ["exactly 85: all that took it from 100", fact("score", "equal", 85), ["4.0", "1.1", "2.1", "3.1"]],
    ["at least 50: no addition is needed for that", fact("score", "greaterThanInclusive", 50), ["4.0"]],
  ])("%s, after three deductions", async (_, condition, because) => {
    expect(await firstCause(condition, lights(3))).toEqual(because);
  });

  test.each<[string, Condition, readonly string[]]>([
    // 105, 110: 110 is reached by the second, 105 and “more than 100” by the first.
    ["at least 110", fact("score", "greaterThanInclusive", 110), ["3.0", "2.1", "1.1"]],
    ["more than 100", fact("score", "greaterThan", 100), ["3.0", "1.1", "2.1"]],
    ["more than 105", fact("score", "greaterThan", 105), ["3.0", "2.1", "1.1"]],
    ["not less than 110", { not: fact("score", "lessThan", 110) }, ["3.0", "2.1", "1.1"]],
    ["not 105 or less", { not: fact("score", "lessThanInclusive", 105) }, ["3.0", "2.1", "1.1"]],
    ["less than 200: no deduction is needed for that", fact("score", "lessThan", 200), ["3.0"]],
  ])("%s, after two additions", async (_, condition, because) => {
    expect(await firstCause(condition, [on("Y1-01", "charity"), on("Y1-01", "charity")])).toEqual(because);
  });

  test("the crossing that counts is the last one: back above and below again", async () => {
    // 95, 90 (below 95), 95 by a gift, 90 by the third light: that one crossed.
    expect(
      await firstCause(fact("score", "lessThan", 95), [...lights(2), on("Y1-01", "charity"), on("Y1-01", "red-light")]),
    ).toEqual(["5.0", "4.1", "1.1", "2.1"]);
  });
});

describe("the origin of a class", () => {
  // A from 90, B from 60, C below.
  const poor = closes("poor", fact("class", "notEqual", "A"));

  test("below the opening: the outstanding deductions, the one that moved it first", async () => {
    // 100 − 5 = 95 A, − 10 = 85 B: the second moved it, the first helped.
    const trace = await live(
      aRulebook([post("red-light", -5), post("charity", -10), poor]),
      aPersona([on("Y1-01", "red-light"), on("Y1-02", "charity"), on("Y1-03", "red-light")]),
    );
    expect(effectsOf(trace, "class-moved")).toEqual([
      { id: "2.2", kind: "class-moved", from: "A", to: "B", because: ["2.1", "1.1"], told: "nothing" },
    ]);
    // The measure goes back to the move, and the later 5 points, which moved nothing, blame nobody.
    expect(effectsOf(trace, "imposed")).toMatchObject([{ because: ["2.2"] }]);
    expect(entryAbout(trace, "charity").seq).toBe(2);
    expect(trace.entries.at(-1)!.effects.map(({ kind }) => kind)).toEqual(["posting"]);
  });

  test("above the opening: the additions", async () => {
    // Opening 85 is B; + 3 = 88, + 5 = 93 is A.
    const trace = await live(
      aRulebook([post("charity", 3), post("bravery", 5)], aScoring({ opening: 85 })),
      aPersona([on("Y1-01", "charity"), on("Y1-02", "bravery")]),
    );
    expect(effectsOf(trace, "class-moved")).toMatchObject([{ from: "B", to: "A", because: ["2.1", "1.1"] }]);
  });

  test("when one of the deductions returns but the class stays, it rests on the others", async () => {
    // Y1-01 −20 (returns Y1-05), Y1-02 −15: 65, B since the first. Y1-05: 85, B still, by the second alone.
    const trace = await live(
      aRulebook([post("red-light", -20, 4), post("charity", -15), poor]),
      aPersona([on("Y1-01", "red-light"), on("Y1-02", "charity")]),
    );
    expect(effectsOf(trace, "class-moved")).toMatchObject([{ id: "1.2", because: ["1.1"] }]);
    expect(effectsOf(trace, "rests")).toEqual([
      { id: "3.2", kind: "rests", on: "class", class: "B", because: ["2.1"], told: "nothing" },
      // And the measure, which held because of the class, holds because of what the class now rests on.
      { id: "3.3", kind: "rests", on: "measure", rule: "toy/poor", because: ["3.2"], told: "nothing" },
    ]);
    expect(about(trace.entries[3]!)).toBe("points end");
  });

  test("when it comes back to the opening class, that goes back to the return", async () => {
    const trace = await live(aRulebook([post("red-light", -20, 4), poor]), aPersona([on("Y1-01", "red-light")]));
    // 2.0 is the return; 2.1 its posting.
    expect(effectsOf(trace, "class-moved")[1]).toMatchObject({ from: "B", to: "A", because: ["2.1"] });
    expect(entryAbout(trace, "points end").happening.because).toEqual(["1.1"]);
  });

  test("past causes are never rewritten: a refusal before the return still goes back to the first", async () => {
    const book = aRulebook([post("red-light", -20, 4), post("charity", -15), poor]);
    const trace = await live(
      book,
      aPersona([
        on("Y1-01", "red-light"),
        on("Y1-02", "charity"),
        tries("Y1-03", "air-travel"),
        tries("Y1-06", "air-travel"),
      ]),
    );
    const [before, after] = effectsOf(trace, "denied");
    expect([effectNamed(trace, before!.because[0]!).kind, effectNamed(trace, after!.because[0]!).kind]).toEqual([
      "imposed",
      "rests",
    ]);
  });

  test("the rules may answer the move once, with the class before", async () => {
    const book = aRulebook([
      post("red-light", -50),
      aRule({
        id: "toy/seen",
        when: at("class-moved", fact("previousClass", "equal", "A"), fact("class", "equal", "C")),
        then: { kind: "lead", event: "friends-withdrawn" },
      }),
    ]);
    const trace = await live(book, aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")], { friends: "kept" }));
    expect(story(trace)).toEqual([
      "Y1-01 opening",
      "Y1-01 red-light",
      "Y1-01 class-moved",
      "Y1-01 friends-withdrawn",
      "Y1-02 red-light",
    ]);
  });
});

describe("yearly classes", () => {
  const yearly = aScoring({ assigned: "yearly" });

  test("are assigned in the first month of a year, whatever the score was meanwhile", async () => {
    // Y1-03: 40 points, but class A until Y2-01. Y2-05: back at 100, but C until Y3-01.
    const trace = await live(aRulebook([post("red-light", -60, 14)], yearly), aPersona([on("Y1-03", "red-light")]));
    expect(
      trace.entries.map((entry) => [printMonth(entry.month), about(entry), entry.after.score, entry.after.class]),
    ).toEqual([
      ["Y1-01", "opening", 100, "A"],
      ["Y1-03", "red-light", 40, "A"],
      ["Y2-01", "classification", 40, "C"],
      ["Y2-05", "points end", 100, "C"],
      ["Y3-01", "classification", 100, "A"],
    ]);
  });

  test("go back to the deductions, and the way back to the return", async () => {
    const trace = await live(aRulebook([post("red-light", -60, 14)], yearly), aPersona([on("Y1-03", "red-light")]));
    expect(effectsOf(trace, "class-moved").map(({ because }) => because)).toEqual([["1.1"], ["3.1"]]);
    expect(
      trace.entries.filter((entry) => about(entry) === "classification").map(({ happening }) => happening.because),
    ).toEqual([["1.1"], ["3.1"]]);
  });

  test("come after the returns of that month, and make no entry where nothing changes", async () => {
    // The 60 return in Y2-01 itself, before the classes are assigned.
    const trace = await live(aRulebook([post("red-light", -60, 12)], yearly), aPersona([on("Y1-01", "red-light")]));
    expect(story(trace)).toEqual(["Y1-01 opening", "Y1-01 red-light", "Y2-01 points end"]);
  });

  test("are assigned in the last month that is replayed too", async () => {
    const book = aRulebook([post("red-light", -60), closes("poor", fact("class", "equal", "C"))], yearly);
    const person = aPersona([on("Y1-03", "red-light"), tries("Y2-01", "air-travel")]);
    expect(ledgerOf(await liveUntil("Y1-12", book, person)).classes).toEqual({ first: "A", worst: "A", last: "A" });
    const trace = await liveUntil("Y2-01", book, person);
    expect(story(trace).slice(2)).toEqual(["Y2-01 classification", "Y2-01 attempt air-travel"]);
    const { classes, attempts, months } = ledgerOf(trace);
    expect(classes).toEqual({ first: "A", worst: "C", last: "C" });
    expect([attempts.denied, months.anyDoor, months.of]).toEqual([1, 1, 13]);
  });

  test("shut a door from then on", async () => {
    const book = aRulebook([post("red-light", -60), closes("poor", fact("class", "equal", "C"))], yearly);
    const trace = await live(
      book,
      aPersona([on("Y1-03", "red-light"), tries("Y1-12", "air-travel"), tries("Y2-01", "air-travel")]),
    );
    expect(
      trace.entries.filter((entry) => about(entry) === "attempt air-travel").map(({ effects }) => effects.length),
    ).toEqual([0, 1]);
    expect(entryAbout(trace, "classification").effects.map(({ kind }) => kind)).toEqual(["class-moved", "imposed"]);
  });
});

describe("a list", () => {
  test("holds grounds, each with its own term; one is on it while any stands", async () => {
    // Until Y1-05 by the first, until Y1-09 by the second.
    const book = aRulebook(
      [enlist("court-finds-refusal", "court-defaulters", 4), enlist("court-finds-obstruction", "court-defaulters", 6)],
      null,
    );
    const trace = await live(
      book,
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-03", "court-finds-obstruction")]),
    );
    expect(effectsOf(trace, "enlisted")).toMatchObject([
      { id: "1.1", until: 4, first: true },
      { id: "2.1", until: 8, first: false },
    ]);
    expect(story(trace).slice(3)).toEqual(["Y1-05 list end", "Y1-09 list end"]);
    expect(trace.entries[3]!.effects).toEqual([
      { id: "3.1", kind: "rests", on: "list", list: "court-defaulters", because: ["2.1"], told: "nothing" },
    ]);
    expect(trace.entries[4]!.effects).toMatchObject([
      { id: "4.1", kind: "delisted", rule: null, list: "court-defaulters", because: ["4.0"] },
    ]);
    expect(trace.entries.map(({ after }) => after.lists)).toEqual([
      [],
      [{ list: "court-defaulters", since: 0 }],
      [{ list: "court-defaulters", since: 0 }],
      [{ list: "court-defaulters", since: 0 }],
      [],
    ]);
  });

  test("goes back to its oldest ground still standing", async () => {
    const book = aRulebook(
      [
        enlist("court-finds-refusal", "court-defaulters", 4),
        enlist("court-finds-obstruction", "court-defaulters", 6),
        closes("no-flight", fact("lists", "contains", "court-defaulters")),
      ],
      null,
    );
    const trace = await live(
      book,
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-03", "court-finds-obstruction")]),
    );
    expect(effectsOf(trace, "imposed")).toMatchObject([{ because: ["1.1"] }]);
    expect(trace.entries[3]!.effects).toMatchObject([
      { kind: "rests", on: "list", because: ["2.1"] },
      { kind: "rests", on: "measure", rule: "toy/no-flight", because: ["2.1"] },
    ]);
  });

  test("rests on the next oldest ground, not on the newest; and a later one that ends first changes nothing of that", async () => {
    // Grounds until Y1-05, open, and until Y1-04: the third ends first, then the first; what remains is the second.
    const book = aRulebook(
      [
        enlist("court-finds-refusal", "court-defaulters", 4),
        enlist("court-finds-obstruction", "court-defaulters"),
        enlist("court-finds-assets-hidden", "court-defaulters", 2),
        enlist("court-finds-report-missing", "court-defaulters"),
      ],
      null,
    );
    const trace = await live(
      book,
      aPersona([
        on("Y1-01", "court-finds-refusal"),
        on("Y1-02", "court-finds-obstruction"),
        on("Y1-02", "court-finds-assets-hidden"),
        on("Y1-03", "court-finds-report-missing"),
      ]),
    );
    expect(
      trace.entries
        .filter((entry) => about(entry) === "list end")
        .map((entry) => [printMonth(entry.month), entry.effects[0]!.because]),
    ).toEqual([
      ["Y1-04", ["1.1"]],
      ["Y1-05", ["2.1"]],
    ]);
  });

  test("is left with all its grounds when somebody takes the name off, and a term that was running is void", async () => {
    const book = aRulebook(
      [
        enlist("court-finds-refusal", "court-defaulters"),
        enlist("court-finds-obstruction", "court-defaulters", 6),
        delist("debt-paid", "court-defaulters"),
      ],
      null,
    );
    const trace = await live(
      book,
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-02", "court-finds-obstruction"), on("Y1-04", "debt-paid")]),
    );
    expect(story(trace)).toEqual([
      "Y1-01 opening",
      "Y1-01 court-finds-refusal",
      "Y1-02 court-finds-obstruction",
      "Y1-04 debt-paid",
    ]);
    expect(effectsOf(trace, "delisted")).toMatchObject([{ rule: "toy/debt-paid", because: ["3.0"] }]);
    expect(trace.entries.at(-1)!.after.lists).toEqual([]);
  });

  describe("left by one ground alone", () => {
    const REFUSED = "toy/court-finds-refusal";
    const book = (...more: readonly ReturnType<typeof aRule>[]) =>
      aRulebook(
        [
          enlist("court-finds-refusal", "court-defaulters"),
          enlist("court-finds-obstruction", "court-defaulters", 6),
          delist("debt-paid", "court-defaulters", REFUSED),
          closes("no-flight", fact("lists", "contains", "court-defaulters")),
          ...more,
        ],
        null,
      );
    const [refused, obstructed] = [on("Y1-01", "court-finds-refusal"), on("Y1-02", "court-finds-obstruction")];

    test("goes on, rests on the others, and the clock runs from the first", async () => {
      const counts = aRule({
        id: "toy/third-month",
        when: at("time-passed", fact("monthsOnList:court-defaulters", "equal", 4)),
        then: { kind: "lead", event: "friends-withdrawn" },
      });
      const trace = await live(book(counts), aPersona([refused, obstructed, on("Y1-04", "debt-paid")]));
      expect(entryAbout(trace, "debt-paid").effects).toMatchObject([
        // Why it ended, and what.
        { kind: "delisted", rule: "toy/debt-paid", ground: REFUSED, last: false, because: ["3.0", "1.1"] },
        { kind: "rests", on: "list", because: ["2.1"] },
        { kind: "rests", on: "measure", rule: "toy/no-flight", because: ["2.1"] },
      ]);
      // The second ground runs from Y1-02 for six months; until then one is on the list, and has been since Y1-01.
      expect(trace.entries.map(({ after }) => after.lists.map(({ since }) => since))).toEqual([
        [],
        [0],
        [0],
        [0],
        [0],
        [0],
        [],
      ]);
      expect(story(trace).slice(3)).toEqual([
        "Y1-04 debt-paid",
        "Y1-05 time-passed",
        "Y1-05 friends-withdrawn",
        "Y1-08 list end",
      ]);
    });

    test("is left where no other stands, however often that one was entered", async () => {
      const trace = await live(
        book(aRule({ id: "toy/left", when: at("delisted"), then: { kind: "lead", event: "visit-missed" } })),
        aPersona([refused, on("Y1-02", "court-finds-refusal"), on("Y1-04", "debt-paid")]),
      );
      expect(effectsOf(trace, "delisted")).toMatchObject([
        { ground: REFUSED, last: true, because: ["3.0", "1.1", "2.1"] },
      ]);
      expect(effectsOf(trace, "rests")).toEqual([]);
      expect(story(trace).slice(3)).toEqual(["Y1-04 debt-paid", "Y1-04 delisted", "Y1-04 visit-missed"]);
    });

    test("stays as it was where that ground is not there, and nothing is said", async () => {
      const trace = await live(book(), aPersona([obstructed, on("Y1-04", "debt-paid")]));
      expect(entryAbout(trace, "debt-paid").effects).toEqual([]);
      expect(trace.entries.at(-1)!.month).toBe(7);
    });

    test("ends what stands when it takes effect, not when it was decided", async () => {
      const late = delist("loan-called-in", "court-defaulters", REFUSED);
      const rule = { ...late, then: { ...late.then, afterMonths: 2 } as typeof late.then };
      const trace = await live(
        book(rule),
        aPersona([obstructed, on("Y1-03", "loan-called-in"), on("Y1-04", "court-finds-refusal")]),
      );
      expect(entryAbout(trace, "deferred toy/loan-called-in").effects).toMatchObject([
        { kind: "delisted", ground: REFUSED, last: false, because: [expect.stringMatching(/\.0$/), "3.1"] },
        { kind: "rests", on: "list", because: ["1.1"] },
      ]);
    });
  });

  test("is not left by who is not on it", async () => {
    const trace = await live(
      aRulebook([delist("debt-paid", "court-defaulters")], null),
      aPersona([on("Y1-01", "debt-paid")]),
    );
    expect(effectsOf(trace, "delisted")).toEqual([]);
  });

  test("that is entered anew begins anew", async () => {
    const book = aRulebook([enlist("court-finds-refusal", "court-defaulters", 2)], null);
    const trace = await live(book, aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-06", "court-finds-refusal")]));
    expect(effectsOf(trace, "enlisted").map(({ first }) => first)).toEqual([true, true]);
    expect(entriesOn(trace.entries.map(({ after }) => after.lists))).toEqual([0, null, 5, null]);
  });

  const entriesOn = (lists: readonly (readonly { since: number }[])[]): (number | null)[] =>
    lists.slice(1).map((list) => list[0]?.since ?? null);
});

describe("an absence goes back to what removed the thing, else to the opening", () => {
  const free = closes("only-the-unlisted", fact("lists", "doesNotContain", "court-defaulters"));
  const book = aRulebook([enlist("court-finds-refusal", "court-defaulters", 3), free], null);

  test("never listed: the opening", async () => {
    expect(effectsOf(await live(book, aPersona([on("Y1-02", "charity")])), "imposed")).toMatchObject([
      { id: "0.1", because: ["0.0"] },
    ]);
  });

  test("listed and left: the leaving; and the measure had ended because of the listing", async () => {
    const trace = await live(book, aPersona([on("Y1-02", "court-finds-refusal")]));
    expect(effectsOf(trace, "lifted")).toMatchObject([{ because: ["1.1"] }]);
    expect(effectsOf(trace, "imposed")[1]).toMatchObject({ because: ["2.1"] });
    expect(effectNamed(trace, "2.1").kind).toBe("delisted");
  });
});

describe("a measure", () => {
  const both = closes("both", {
    any: [fact("lists", "contains", "court-defaulters"), fact("lists", "contains", "spending-limits")],
  });
  const book = aRulebook(
    [
      enlist("court-finds-refusal", "court-defaulters"),
      enlist("court-limits-spending", "spending-limits"),
      delist("debt-paid", "court-defaulters"),
      delist("settlement-reached", "spending-limits"),
      both,
    ],
    null,
  );

  test("that reads two lists holds while the person is on either, and then rests on the other", async () => {
    const trace = await live(
      book,
      aPersona([
        on("Y1-01", "court-finds-refusal"),
        on("Y1-02", "court-limits-spending"),
        on("Y1-03", "debt-paid"),
        on("Y1-04", "settlement-reached"),
      ]),
    );
    expect(trace.entries.map(({ effects }) => effects.map(({ kind }) => kind))).toEqual([
      [],
      ["enlisted", "imposed"],
      ["enlisted"],
      ["delisted", "rests"],
      ["delisted", "lifted"],
    ]);
    expect(effectsOf(trace, "imposed")).toMatchObject([{ because: ["1.1"] }]);
    expect(effectsOf(trace, "rests")).toMatchObject([{ because: ["2.1"] }]);
    // It ended because neither list is left: both leavings.
    expect(effectsOf(trace, "lifted")).toMatchObject([{ because: ["3.1", "4.1"] }]);
  });

  test("that needs another comes and goes with it, and goes back to it; in whatever order they stand", async () => {
    const first = closes("first", fact("lists", "contains", "court-defaulters"));
    const second = aRule({
      id: "toy/second",
      when: fact("measures", "contains", "toy/first"),
      then: { kind: "measure", closes: ["star-hotel"] },
    });
    const third = aRule({
      id: "toy/third",
      when: fact("measures", "contains", "toy/second"),
      then: { kind: "measure", closes: ["luxury-venue"] },
    });
    const rest = [enlist("court-finds-refusal", "court-defaulters"), delist("debt-paid", "court-defaulters")];
    for (const measures of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ]) {
      const trace = await live(
        aRulebook([...rest, ...measures], null),
        aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-02", "debt-paid")]),
      );
      expect(effectsOf(trace, "imposed").map(({ id, rule, because }) => [id, rule, because])).toEqual([
        ["1.2", "toy/first", ["1.1"]],
        ["1.3", "toy/second", ["1.2"]],
        ["1.4", "toy/third", ["1.3"]],
      ]);
      expect(effectsOf(trace, "lifted").map(({ id, rule, because }) => [id, rule, because])).toEqual([
        ["2.2", "toy/first", ["2.1"]],
        ["2.3", "toy/second", ["2.2"]],
        ["2.4", "toy/third", ["2.3"]],
      ]);
    }
  });

  test("that holds where another does not goes back to how that other ended", async () => {
    // “relief” holds while “ban” does not.
    const relief = aRule({
      id: "toy/relief",
      when: { all: [fact("measures", "doesNotContain", "toy/ban"), fact("circumstance:debt", "equal", "paid")] },
      then: { kind: "measure", prefers: ["air-travel"] },
    });
    const ban = closes("ban", fact("lists", "contains", "court-defaulters"));
    const trace = await live(
      aRulebook(
        [relief, ban, enlist("court-finds-refusal", "court-defaulters"), delist("debt-paid", "court-defaulters")],
        null,
      ),
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-02", "debt-paid"), on("Y1-03", "court-finds-refusal")]),
    );
    expect(
      trace.entries.map(({ effects }) =>
        effects.map((effect) =>
          effect.kind === "imposed" || effect.kind === "lifted"
            ? `${effect.kind} ${effect.rule} by ${effect.because.join(" ")}`
            : effect.kind,
        ),
      ),
    ).toEqual([
      [],
      ["enlisted", "imposed toy/ban by 1.1"],
      ["delisted", "lifted toy/ban by 2.1", "imposed toy/relief by 2.2 2.0"],
      ["enlisted", "imposed toy/ban by 3.1", "lifted toy/relief by 3.2"],
    ]);
  });

  test("passes on that it rests on something else, once: measures may stand on each other", async () => {
    // Each holds by a list of its own or by the other. Two grounds on the first list; the older one ends in Y1-05.
    const one = closes("one", {
      any: [fact("lists", "contains", "court-defaulters"), fact("measures", "contains", "toy/other")],
    });
    const other = closes("other", {
      any: [fact("lists", "contains", "spending-limits"), fact("measures", "contains", "toy/one")],
    });
    const rules = [
      one,
      other,
      enlist("court-finds-refusal", "court-defaulters", 4),
      enlist("court-finds-obstruction", "court-defaulters"),
      enlist("court-limits-spending", "spending-limits"),
      post("red-light", -1),
    ];
    const listens = aRule({ id: "toy/listens", when: at("posted"), then: { kind: "lead", event: "visit-missed" } });
    const trace = await live(
      aRulebook([...rules, listens]),
      aPersona([
        on("Y1-01", "court-finds-refusal"),
        on("Y1-01", "court-limits-spending"),
        on("Y1-02", "court-finds-obstruction"),
        on("Y1-06", "red-light"),
      ]),
    );
    const rests = effectsOf(trace, "rests").filter(({ on: what }) => what === "measure");
    expect(rests.map((effect) => ("rule" in effect ? effect.rule : null))).toEqual(["toy/one", "toy/other"]);
    expect(
      trace.entries.filter((entry) => entry.month > 4).flatMap(({ effects }) => effects.map(({ kind }) => kind)),
    ).toEqual(["posting", "led"]);
  });

  test("passes it on once also where much changes afterwards that it does not rest on", async () => {
    const one = closes("one", {
      any: [fact("lists", "contains", "court-defaulters"), fact("measures", "contains", "toy/other")],
    });
    const other = closes("other", {
      any: [fact("lists", "contains", "spending-limits"), fact("measures", "contains", "toy/one")],
    });
    const rules = [
      one,
      other,
      enlist("court-finds-refusal", "court-defaulters", 4),
      enlist("court-finds-obstruction", "court-defaulters"),
      enlist("court-limits-spending", "spending-limits"),
    ];
    const trace = await live(
      aRulebook([...rules, enlist("red-light", "published-entries", 1), post("charity", -50, 1)]),
      aPersona(
        [
          on("Y1-01", "court-finds-refusal"),
          on("Y1-01", "court-limits-spending"),
          on("Y1-02", "court-finds-obstruction"),
          on("Y1-06", "red-light"),
          on("Y1-08", "charity"),
          on("Y1-10", "savings-spent"),
        ],
        { savings: "some" },
      ),
    );
    expect(effectsOf(trace, "rests").filter(({ on: what }) => what === "measure").length).toBe(2);
  });

  // Two reasons, of which one ends: in whatever way it ends, the measure rests on the other from then on.
  describe("rests on its other reason", () => {
    const listing = [enlist("court-finds-refusal", "court-defaulters")];
    const known = fact("lists", "contains", "court-defaulters");
    const ban = (other: Condition) => closes("ban", { any: [other, known] });
    const first = on("Y1-01", "court-finds-refusal");

    test.each<{
      ends: string;
      rules: Parameters<typeof aRulebook>[0];
      life: Parameters<typeof aPersona>[0];
      savings?: string;
    }>([
      {
        ends: "a low score, by an addition",
        rules: [post("red-light", -8), post("charity", 8), ban(fact("score", "lessThan", 95))],
        life: [on("Y1-01", "red-light"), first, on("Y1-03", "charity")],
      },
      {
        ends: "a low score, by its return",
        rules: [post("red-light", -8, 2), ban(fact("score", "lessThan", 95))],
        life: [on("Y1-01", "red-light"), first],
      },
      {
        ends: "a high score, by a deduction",
        rules: [post("charity", 8), post("red-light", -8), ban(fact("score", "greaterThan", 105))],
        life: [on("Y1-01", "charity"), first, on("Y1-03", "red-light")],
      },
      {
        ends: "a class",
        rules: [post("red-light", -50, 2), ban(fact("class", "equal", "C"))],
        life: [on("Y1-01", "red-light"), first],
      },
      {
        ends: "the absence from another list, by a listing",
        rules: [
          enlist("court-limits-spending", "spending-limits"),
          ban(fact("lists", "doesNotContain", "spending-limits")),
        ],
        life: [first, on("Y1-03", "court-limits-spending")],
      },
      {
        ends: "another measure",
        rules: [
          enlist("court-limits-spending", "spending-limits", 2),
          closes("limit", fact("lists", "contains", "spending-limits")),
          ban(fact("measures", "contains", "toy/limit")),
        ],
        life: [on("Y1-01", "court-limits-spending"), first],
      },
      {
        ends: "the absence of another measure",
        rules: [
          enlist("court-limits-spending", "spending-limits"),
          closes("limit", fact("lists", "contains", "spending-limits")),
          ban(fact("measures", "doesNotContain", "toy/limit")),
        ],
        life: [first, on("Y1-03", "court-limits-spending")],
      },
      {
        ends: "a circumstance",
        rules: [ban(fact("circumstance:savings", "equal", "none"))],
        life: [on("Y1-01", "savings-spent"), first, on("Y1-03", "settlement-reached")],
        savings: "some",
      },
      {
        ends: "the first months on a list",
        rules: [
          enlist("court-limits-spending", "spending-limits"),
          ban(fact("monthsOnList:spending-limits", "lessThan", 2)),
        ],
        life: [on("Y1-01", "court-limits-spending"), first],
      },
      {
        ends: "the first months since something",
        rules: [ban(fact("monthsSince:charity", "lessThan", 2))],
        life: [on("Y1-01", "charity"), first],
      },
      {
        ends: "the long time since something, by its happening again",
        rules: [ban(fact("monthsSince:charity", "greaterThanInclusive", 2))],
        life: [on("Y1-01", "charity"), on("Y1-03", "court-finds-refusal"), on("Y1-04", "charity")],
      },
    ])("when $ends ends", async ({ ends, rules, life, savings }) => {
      const trace = await live(
        aRulebook([...listing, ...rules]),
        aPersona(life, savings === undefined ? {} : { savings }),
      );
      const enlisted = effectsOf(trace, "enlisted").find(({ list }) => list === "court-defaulters")!.id;
      const origin = trace.entries
        .flatMap(({ effects }) =>
          effects.filter(
            (effect) =>
              (effect.kind === "imposed" || (effect.kind === "rests" && effect.on === "measure")) &&
              effect.rule === "toy/ban",
          ),
        )
        .at(-1)!;
      // A circumstance does not end here: the measure rests on it, as on the list.
      expect(closingMeasures(trace)).toContain("toy/ban");
      if (ends === "a circumstance") expect(origin.because).not.toContain(enlisted);
      else expect(origin.because).toEqual([enlisted]);
    });

    const closingMeasures = (trace: Trace): readonly string[] => trace.entries.at(-1)!.after.measures;
  });

  test("that mentions itself does not hold of itself", async () => {
    const itself = closes("itself", {
      any: [fact("measures", "contains", "toy/itself"), fact("lists", "contains", "court-defaulters")],
    });
    const trace = await live(
      aRulebook([itself, enlist("court-finds-refusal", "court-defaulters", 2)], null),
      aPersona([on("Y1-01", "court-finds-refusal")]),
    );
    expect(trace.entries.map(({ after }) => after.measures)).toEqual([[], ["toy/itself"], []]);
    expect(effectsOf(trace, "imposed")).toMatchObject([{ because: ["1.1"] }]);
  });

  test("that begins again does not go back to its own end", async () => {
    const itself = closes("itself", {
      any: [fact("measures", "contains", "toy/itself"), fact("lists", "contains", "court-defaulters")],
    });
    const trace = await live(
      aRulebook([itself, enlist("court-finds-refusal", "court-defaulters", 2)], null),
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-06", "court-finds-refusal")]),
    );
    // Entry 2 is the end of the first listing, entry 3 the second finding.
    expect(effectsOf(trace, "imposed").map(({ because }) => because)).toEqual([["1.1"], ["3.1"]]);
  });

  test("reads a circumstance that is not known as not known", async () => {
    const some = closes("some", fact("circumstance:savings", "equal", "some"));
    const none = closes("none", fact("circumstance:savings", "equal", "none"));
    const unknown = closes("unknown", fact("circumstance:savings", "equal", "not-known"));
    const trace = await live(aRulebook([some, none, unknown], null), aPersona([on("Y1-02", "charity")]));
    expect(trace.entries[0]!.after.measures).toEqual(["toy/unknown"]);
    expect(trace.entries[0]!.findings.map(({ met }) => met)).toEqual([
      [{ actual: "not-known", holds: false }],
      [{ actual: "not-known", holds: false }],
      [{ actual: "not-known", holds: true }],
    ]);
  });

  test("may be answered when it begins and when it ends, once each", async () => {
    const rules = [
      enlist("court-finds-refusal", "court-defaulters", 3),
      closes("ban", fact("lists", "contains", "court-defaulters")),
      aRule({
        id: "toy/on",
        when: at("measure-imposed", fact("measure", "equal", "toy/ban")),
        then: { kind: "lead", event: "hours-cut" },
      }),
      aRule({
        id: "toy/off",
        when: at("measure-lifted", fact("measure", "equal", "toy/ban")),
        then: { kind: "lead", event: "work-found" },
      }),
    ];
    const trace = await live(
      aRulebook(rules, null),
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-02", "charity")], { work: "employed", hours: "full" }),
    );
    expect(effectsOf(trace, "led").map(({ rule, because }) => [rule, because])).toEqual([
      ["toy/on", ["2.0"]],
      ["toy/off", ["6.0"]],
    ]);
    expect(trace.entries[2]!.happening).toMatchObject({
      event: "measure-imposed",
      subject: { measure: "toy/ban" },
      because: ["1.2"],
    });
  });
});

describe("a rulebook without scoring", () => {
  test("keeps neither score nor class, and they are null to its rules", async () => {
    const trace = await live(
      aRulebook([closes("no-score", { all: [fact("score", "equal", null), fact("class", "equal", null)] })], null),
      aPersona([on("Y1-01", "charity")]),
    );
    expect(trace.opening).toMatchObject({ score: null, class: null });
    expect(trace.entries.at(-1)!.after.measures).toEqual(["toy/no-score"]);
  });
});

describe("what a rule led to at a refused attempt goes back to", () => {
  // On the list nobody flies. Both rules lead to something at the attempt; only one asks whether it was refused.
  const book = (asks: boolean) =>
    aRulebook([
      enlist("red-light", "court-defaulters"),
      closes("grounded", { all: [fact("lists", "contains", "court-defaulters")] }),
      aRule({
        id: "toy/led",
        when: at("attempt", ...(asks ? [fact("denied", "equal", true)] : [])),
        then: { kind: "lead", event: "visit-missed" },
      }),
    ]);
  const person = aPersona([on("Y1-01", "red-light"), tries("Y1-02", "air-travel")]);

  test("the refusal, where the rule asked for it", async () => {
    const trace = await live(book(true), person);
    expect(effectsOf(trace, "led")[0]!.because[0]).toBe(effectsOf(trace, "denied")[0]!.id);
  });

  test("the attempt, where it would have come all the same", async () => {
    const trace = await live(book(false), person);
    const [led] = effectsOf(trace, "led");
    expect(led!.because).toEqual([`${led!.id.split(".")[0]}.0`]);
  });
});
