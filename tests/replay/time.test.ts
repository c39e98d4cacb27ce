import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import { printMonth } from "../../src/model/story-time.ts";
import type { Trace } from "../../src/model/trace.ts";
import type { ListId } from "../../src/model/vocabulary/lists.ts";
import type { LifeEventKind } from "../../src/model/vocabulary/events.ts";
import {
  aPersona,
  aRule,
  aRulebook,
  at,
  effectsOf,
  fact,
  live,
  movements,
  on,
  story,
  tries,
} from "../support/builders.ts";

const enlist = (event: LifeEventKind, list: ListId, termMonths?: number) =>
  aRule({
    id: `toy/${event}`,
    when: at(event),
    then: { kind: "enlist", list, ...(termMonths === undefined ? {} : { termMonths }) },
  });
const delist = (event: LifeEventKind, list: ListId) =>
  aRule({ id: `toy/${event}`, when: at(event), then: { kind: "delist", list } });
const inTime = (id: string, points: number, ...when: Condition[]) =>
  aRule({ id: `toy/${id}`, when: at("time-passed", ...when), then: { kind: "post", points } });
const onList = (
  operator: "equal" | "greaterThanInclusive" | "greaterThan" | "lessThan" | "lessThanInclusive",
  months: number,
) => fact("monthsOnList:court-defaulters", operator, months);
const since = (operator: "equal" | "greaterThanInclusive", months: number) =>
  fact("monthsSince:red-light", operator, months);

/** `Y1-04 toy/rule yes`: when which rule was asked because time had passed, and what the answer was. */
function asked(trace: Trace): string[] {
  const moments = [
    ...trace.entries.filter(({ happening }) => happening.kind === "internal" && happening.event === "time-passed"),
    ...trace.quiet.filter(({ event }) => event === "time-passed"),
  ].sort((a, b) => a.month - b.month);
  return moments.flatMap(({ month, findings }) =>
    findings.map(({ rule, matched }) => `${printMonth(month)} ${rule} ${matched ? "yes" : "no"}`),
  );
}

const listed = enlist("court-finds-refusal", "court-defaulters");
const refusal = on("Y1-02", "court-finds-refusal");

describe("a rule that mentions elapsed time is asked in the month in which its comparison changes, and only then", () => {
  // Listed in Y1-02: three months on it in Y1-05.
  test.each<[string, Condition, string[]]>([
    ["three months or more", onList("greaterThanInclusive", 3), ["Y1-05 toy/timed yes"]],
    ["more than three", onList("greaterThan", 3), ["Y1-06 toy/timed yes"]],
    ["exactly three: it begins, and it ends", onList("equal", 3), ["Y1-05 toy/timed yes", "Y1-06 toy/timed no"]],
    ["less than three: it ends", onList("lessThan", 3), ["Y1-05 toy/timed no"]],
    ["at most three: it ends", onList("lessThanInclusive", 3), ["Y1-06 toy/timed no"]],
    ["not less than three", { not: onList("lessThan", 3) }, ["Y1-05 toy/timed yes"]],
    ["none yet: that is the event itself, no time has passed", onList("equal", 0), ["Y1-03 toy/timed no"]],
  ])("%s", async (_, when, expected) => {
    const trace = await live(aRulebook([listed, inTime("timed", -1, when)]), aPersona([refusal]));
    expect(asked(trace)).toEqual(expected);
    expect(movements(trace)).toEqual(
      expected.filter((line) => line.endsWith("yes")).map((line) => `${line.slice(0, 5)} -1 rule`),
    );
  });

  test("makes an entry only if it matches", async () => {
    const trace = await live(
      aRulebook([listed, inTime("timed", -1, onList("greaterThanInclusive", 3), fact("score", "lessThan", 50))]),
      aPersona([refusal]),
    );
    expect(story(trace)).toEqual(["Y1-01 opening", "Y1-02 court-finds-refusal"]);
    expect(trace.quiet).toMatchObject([
      { month: 4, after: 1, event: "time-passed", findings: [{ rule: "toy/timed", matched: false }] },
    ]);
  });

  test("goes back to what started the time", async () => {
    const trace = await live(
      aRulebook([listed, inTime("timed", -1, onList("greaterThanInclusive", 3))]),
      aPersona([refusal]),
    );
    expect(effectsOf(trace, "posting")).toMatchObject([{ id: "2.1", because: ["1.1"] }]);
    expect(trace.entries[2]!.happening).toEqual({
      kind: "internal",
      event: "time-passed",
      subject: {},
      because: ["1.1"],
    });
  });

  test("another rule's months do not have it asked again", async () => {
    const book = aRulebook([
      listed,
      inTime("three", -1, onList("greaterThanInclusive", 3)),
      inTime("six", -10, onList("greaterThanInclusive", 6)),
    ]);
    expect(asked(await live(book, aPersona([refusal])))).toEqual(["Y1-05 toy/three yes", "Y1-08 toy/six yes"]);
  });

  test("and where two of its times come in one month, it is asked once", async () => {
    // Listed in Y1-02 and over a red light in Y1-03: three months on the list, and two since the light, in Y1-05.
    const rule = inTime("both", -1, onList("greaterThanInclusive", 3), since("greaterThanInclusive", 2));
    const trace = await live(aRulebook([listed, rule]), aPersona([refusal, on("Y1-03", "red-light")]));
    expect(asked(trace)).toEqual(["Y1-05 toy/both yes"]);
    expect(effectsOf(trace, "posting")).toMatchObject([{ because: ["1.1", "2.0"] }]);
  });

  test("so too where the same thing happened twice in the month from which the time runs", async () => {
    const trace = await live(
      aRulebook([inTime("light", -1, since("greaterThanInclusive", 2))]),
      aPersona([on("Y1-03", "red-light"), on("Y1-03", "red-light")]),
    );
    expect(asked(trace)).toEqual(["Y1-05 toy/light yes"]);
    // It runs from the last of the two.
    expect(effectsOf(trace, "posting")).toMatchObject([{ because: ["2.0"] }]);
  });

  test("rules of which the time comes in the same month are asked in rulebook order, and keep their causes apart", async () => {
    const book = aRulebook([
      listed,
      inTime("light", -1, since("greaterThanInclusive", 2)),
      inTime("list", -10, onList("greaterThanInclusive", 3)),
    ]);
    const trace = await live(book, aPersona([refusal, on("Y1-03", "red-light")]));
    expect(asked(trace)).toEqual(["Y1-05 toy/light yes", "Y1-05 toy/list yes"]);
    // The listing has nothing to do with the one, nor the red light with the other.
    expect(effectsOf(trace, "posting").map(({ rule, because }) => [rule, because])).toEqual([
      ["toy/light", ["2.0"]],
      ["toy/list", ["1.1"]],
    ]);
  });
});

describe("a moment at which time has passed", () => {
  test("goes back to the times of which something came, not to those that ran out unanswered", async () => {
    // In Y1-05 both times have come; the red light's rule does not match, and only the listing acts.
    const book = aRulebook([
      listed,
      inTime("light", -1, since("greaterThanInclusive", 2), fact("score", "lessThan", 50)),
      inTime("list", -10, onList("greaterThanInclusive", 3)),
    ]);
    const trace = await live(book, aPersona([refusal, on("Y1-03", "red-light")]));
    expect(asked(trace)).toEqual(["Y1-05 toy/light no", "Y1-05 toy/list yes"]);
    expect(trace.entries.at(-1)!.happening.because).toEqual(["1.1"]);
  });
});

describe("time that is interrupted", () => {
  const timed = inTime("timed", -1, onList("greaterThanInclusive", 3));

  test("off the list it does not run", async () => {
    const trace = await live(
      aRulebook([listed, delist("debt-paid", "court-defaulters"), timed]),
      aPersona([refusal, on("Y1-04", "debt-paid")]),
    );
    expect(asked(trace)).toEqual([]);
  });

  test("re-entry of the list starts it anew", async () => {
    // Listed Y1-02, left Y1-04, listed again Y1-05: three months on it in Y1-08, not in Y1-05.
    const trace = await live(
      aRulebook([listed, delist("debt-paid", "court-defaulters"), timed]),
      aPersona([refusal, on("Y1-04", "debt-paid"), on("Y1-05", "court-finds-refusal")]),
    );
    expect(asked(trace)).toEqual(["Y1-08 toy/timed yes"]);
  });

  test("re-entry in the same month runs from the later entry, and once", async () => {
    const trace = await live(
      aRulebook([listed, delist("debt-paid", "court-defaulters"), timed]),
      aPersona([refusal, on("Y1-02", "debt-paid"), on("Y1-02", "court-finds-refusal")]),
    );
    expect(asked(trace)).toEqual(["Y1-05 toy/timed yes"]);
    expect(effectsOf(trace, "posting")).toMatchObject([{ because: ["3.1"] }]);
  });

  test("a further ground does not start it anew", async () => {
    const trace = await live(
      aRulebook([listed, enlist("court-finds-obstruction", "court-defaulters"), timed]),
      aPersona([refusal, on("Y1-04", "court-finds-obstruction")]),
    );
    expect(asked(trace)).toEqual(["Y1-05 toy/timed yes"]);
  });

  test.each([
    ["stands on", undefined, ["1.1"]],
    // Off the list it never was: the second ground, from Y1-03, carries on what the first began.
    ["ends in Y1-07", 6, ["1.1", "2.1"]],
  ] as const)("it runs from the first ground, whether that %s, and not from the latest", async (_, term, because) => {
    const year = inTime("year", -1, onList("greaterThanInclusive", 12));
    const trace = await live(
      aRulebook([
        enlist("court-finds-refusal", "court-defaulters", term),
        enlist("court-finds-obstruction", "court-defaulters"),
        year,
      ]),
      aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-03", "court-finds-obstruction")]),
    );
    expect(asked(trace)).toEqual(["Y2-01 toy/year yes"]);
    expect(movements(trace)).toEqual(["Y2-01 -1 rule"]);
    expect(effectsOf(trace, "posting")).toMatchObject([{ because }]);
  });

  test("a term that ends in that month comes first", async () => {
    const trace = await live(
      aRulebook([enlist("court-finds-refusal", "court-defaulters", 3), timed]),
      aPersona([refusal]),
    );
    expect(asked(trace)).toEqual([]);
  });

  test("what happens again starts it anew; what lapses does not", async () => {
    const rule = aRule({
      id: "toy/job",
      when: at("time-passed", fact("monthsSince:job-lost", "greaterThanInclusive", 3)),
      then: { kind: "post", points: -1 },
    });
    // Lost in Y1-01; cannot be lost again in Y1-02, which lapses.
    expect(
      asked(
        await live(
          aRulebook([rule]),
          aPersona([on("Y1-01", "job-lost"), on("Y1-02", "job-lost")], { work: "employed" }),
        ),
      ),
    ).toEqual(["Y1-04 toy/job yes"]);
    expect(
      asked(
        await live(
          aRulebook([rule]),
          aPersona([on("Y1-01", "job-lost"), on("Y1-02", "work-found"), on("Y1-03", "job-lost")], { work: "employed" }),
        ),
      ),
    ).toEqual(["Y1-06 toy/job yes"]);
  });
});

describe("elapsed time as a fact", () => {
  test("is null off the list and where a thing never happened: a cell of its own", async () => {
    const never = aRule({
      id: "toy/never",
      when: at(
        "charity",
        fact("monthsSince:red-light", "equal", null),
        fact("monthsOnList:court-defaulters", "equal", null),
      ),
      then: { kind: "post", points: 1 },
    });
    const long = aRule({
      id: "toy/long",
      when: at("charity", { any: [since("greaterThanInclusive", 0), onList("greaterThanInclusive", 0)] }),
      then: { kind: "post", points: 2 },
    });
    const book = aRulebook([never, long, listed]);
    expect(movements(await live(book, aPersona([on("Y1-01", "charity")])))).toEqual(["Y1-01 +1 rule"]);
    expect(movements(await live(book, aPersona([on("Y1-01", "red-light"), on("Y1-01", "charity")])))).toEqual([
      "Y1-01 +2 rule",
    ]);
    expect(movements(await live(book, aPersona([on("Y1-01", "court-finds-refusal"), on("Y1-02", "charity")])))).toEqual(
      ["Y1-02 +2 rule"],
    );
  });

  test("since an event itself: the last time to its rules, no time to its leads", async () => {
    const before = aRule({
      id: "toy/before",
      when: at("red-light", since("equal", 3)),
      then: { kind: "post", points: -1 },
    });
    const after = aRule({
      id: "toy/after",
      when: at("red-light", since("equal", 0)),
      then: { kind: "lead", event: "visit-missed" },
    });
    const trace = await live(
      aRulebook([before, after]),
      aPersona([on("Y1-01", "red-light"), on("Y1-04", "red-light")]),
    );
    expect(movements(trace)).toEqual(["Y1-04 -1 rule"]);
    expect(effectsOf(trace, "led").length).toBe(2);
  });

  test("moves a measure in its month, without any rule asking", async () => {
    // Shut for the first three months on the list.
    const fresh = aRule({
      id: "toy/fresh",
      when: onList("lessThan", 3),
      then: { kind: "measure", closes: ["air-travel"] },
    });
    const trace = await live(
      aRulebook([listed, fresh], null),
      aPersona([refusal, tries("Y1-04", "air-travel"), tries("Y1-05", "air-travel")]),
    );
    expect(story(trace)).toEqual([
      "Y1-01 opening",
      "Y1-02 court-finds-refusal",
      "Y1-04 attempt air-travel",
      "Y1-05 time-passed",
      "Y1-05 attempt air-travel",
    ]);
    expect(effectsOf(trace, "denied").length).toBe(1);
    expect(effectsOf(trace, "lifted")).toMatchObject([{ because: ["1.1"] }]);
  });
});
