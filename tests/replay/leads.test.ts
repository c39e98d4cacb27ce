import { describe, expect, test } from "vitest";
import type { Rule } from "../../src/model/rule.ts";
import { printMonth } from "../../src/model/story-time.ts";
import type { Door, Purpose } from "../../src/model/vocabulary/doors.ts";
import type { EventName, LifeEventKind } from "../../src/model/vocabulary/events.ts";
import {
  about,
  aPersona,
  aRule,
  aRulebook,
  at,
  effectsOf,
  entryAbout,
  fact,
  live,
  on,
  story,
  tries,
} from "../support/builders.ts";

type Whereto = ({ readonly event: LifeEventKind } | { readonly attempt: Door; readonly purpose: Purpose }) & {
  readonly afterMonths?: number;
};

const leads = (id: string, when: EventName, whereto: Whereto): Rule =>
  aRule({ id: `toy/${id}`, when: at(when), then: { kind: "lead", ...whereto } });

describe("leads to the same event in the same month", () => {
  test("are one event with all their causes", async () => {
    // Two rules, one a month late: both lead to Y1-03.
    const book = aRulebook([
      leads("slow", "red-light", { event: "visit-missed", afterMonths: 1 }),
      leads("quick", "charity", { event: "visit-missed" }),
    ]);
    const trace = await live(book, aPersona([on("Y1-02", "red-light"), on("Y1-03", "charity")]));
    expect(story(trace)).toEqual(["Y1-01 opening", "Y1-02 red-light", "Y1-03 charity", "Y1-03 visit-missed"]);
    // 1.1 and 2.1 are the two “led”.
    expect(entryAbout(trace, "visit-missed").happening.because).toEqual(["1.1", "2.1"]);
  });

  test("in different months are different events", async () => {
    const book = aRulebook([
      leads("now", "red-light", { event: "visit-missed" }),
      leads("later", "red-light", { event: "visit-missed", afterMonths: 1 }),
    ]);
    const trace = await live(book, aPersona([on("Y1-02", "red-light")]));
    expect(story(trace).filter((line) => line.endsWith("visit-missed"))).toEqual([
      "Y1-02 visit-missed",
      "Y1-03 visit-missed",
    ]);
  });

  test("to doors are kept apart by what the attempt is for", async () => {
    const book = aRulebook([
      leads("one", "red-light", { attempt: "air-travel", purpose: "family" }),
      leads("two", "red-light", { attempt: "air-travel", purpose: "family" }),
      leads("other", "red-light", { attempt: "air-travel", purpose: "none" }),
    ]);
    const trace = await live(book, aPersona([on("Y1-02", "red-light")]));
    expect(
      trace.entries.flatMap(({ happening }) =>
        happening.kind === "attempt" ? [[happening.purpose, happening.because]] : [],
      ),
    ).toEqual([
      ["family", ["1.1", "1.2"]],
      ["none", ["1.3"]],
    ]);
  });

  test("once it has happened, a further lead in that month lapses", async () => {
    // red-light → shift-missed; shift-missed → shift-missed again.
    const book = aRulebook([
      leads("first", "red-light", { event: "visit-missed" }),
      leads("again", "visit-missed", { event: "visit-missed" }),
    ]);
    const trace = await live(book, aPersona([on("Y1-02", "red-light")]));
    expect(story(trace)).toEqual(["Y1-01 opening", "Y1-02 red-light", "Y1-02 visit-missed"]);
    expect(effectsOf(trace, "lapsed")).toEqual([
      {
        id: "2.1",
        kind: "lapsed",
        rule: "toy/again",
        to: { event: "visit-missed" },
        why: "already",
        because: ["2.0"],
        told: "nothing",
      },
    ]);
  });

  test("and again in the next month it may happen", async () => {
    const book = aRulebook([leads("again", "visit-missed", { event: "visit-missed", afterMonths: 1 })]);
    const trace = await live(book, aPersona([on("Y1-02", "visit-missed")]), { until: 4 });
    expect(story(trace).slice(1)).toEqual([
      "Y1-02 visit-missed",
      "Y1-03 visit-missed",
      "Y1-04 visit-missed",
      "Y1-05 visit-missed",
    ]);
  });

  test("where it has happened of itself, what was led to lapses, whether the lead came before or after", async () => {
    // The lead of Y1-01 waits for Y1-03, in which the fixture has the visit missed anyway.
    const book = aRulebook([
      leads("late", "red-light", { event: "visit-missed", afterMonths: 2 }),
      leads("now", "charity", { event: "visit-missed" }),
    ]);
    const trace = await live(
      book,
      aPersona([on("Y1-01", "red-light"), on("Y1-03", "visit-missed"), on("Y1-03", "charity")]),
    );
    expect(
      trace.entries.map((entry) => [
        printMonth(entry.month),
        about(entry),
        entry.effects.map((effect) => (effect.kind === "lapsed" ? `lapsed ${effect.why}` : effect.kind)),
      ]),
    ).toEqual([
      ["Y1-01", "opening", []],
      ["Y1-01", "red-light", ["led"]],
      ["Y1-03", "visit-missed", []],
      ["Y1-03", "charity", ["lapsed already"]],
      ["Y1-03", "visit-missed", ["lapsed already"]],
    ]);
  });

  test("what lapsed did not happen: a further lead in that month is one more chance", async () => {
    // Y1-02: no debt in instalments, so the missed instalment lapses. It leads to nothing; but then a
    // dearer loan is taken, there are instalments, and the second lead of the month finds them.
    const book = aRulebook([
      leads("early", "red-light", { event: "instalment-missed" }),
      leads("borrow", "red-light", { event: "dear-loan-taken" }),
      leads("then", "dear-loan-taken", { event: "instalment-missed" }),
    ]);
    const trace = await live(book, aPersona([on("Y1-02", "red-light")], { debt: "none", "dear-loan": "none" }));
    expect(story(trace)).toEqual([
      "Y1-01 opening",
      "Y1-02 red-light",
      "Y1-02 instalment-missed",
      "Y1-02 dear-loan-taken",
      "Y1-02 instalment-missed",
    ]);
    expect(trace.entries.map(({ effects }) => effects[0]?.kind)).toEqual([
      undefined,
      "led",
      "lapsed",
      "led",
      undefined,
    ]);
    // The first keeps its own cause only: nothing is written into the past.
    expect(trace.entries[2]!.happening.because).toEqual(["1.1"]);
    expect(trace.entries[4]!.happening.because).toEqual(["3.1"]);
  });
});

describe("what an event needs", () => {
  test("must hold when it is due, or it lapses as an entry, with what took it away", async () => {
    const book = aRulebook([
      leads("loses", "red-light", { event: "job-lost", afterMonths: 2 }),
      leads("shift", "red-light", { event: "shift-missed", afterMonths: 2 }),
    ]);
    const trace = await live(book, aPersona([on("Y1-01", "red-light"), on("Y1-02", "job-lost")], { work: "employed" }));
    // 2.0 is the job lost in Y1-02: neither can a job be lost twice, nor a shift be missed without one.
    expect(effectsOf(trace, "lapsed").map(({ why, because }) => [why, because])).toEqual([
      ["needs", ["3.0", "2.0"]],
      ["needs", ["4.0", "2.0"]],
    ]);
    expect(
      trace.entries
        .slice(3)
        .map((entry) => [printMonth(entry.month), about(entry), entry.findings.length, entry.effects.length]),
    ).toEqual([
      ["Y1-03", "job-lost", 0, 1],
      ["Y1-03", "shift-missed", 0, 1],
    ]);
  });

  test("not known is not enough", async () => {
    const trace = await live(aRulebook([]), aPersona([on("Y1-01", "job-lost")]));
    expect(effectsOf(trace, "lapsed")).toMatchObject([{ why: "needs", because: ["1.0"] }]);
    expect(trace.entries[1]!.after.circumstances.work).toBe("not-known");
  });

  test("an attempt for work needs work, for the trade a trade; for the family nothing", async () => {
    const trace = await live(
      aRulebook([]),
      aPersona(
        [
          tries("Y1-01", "air-travel", "work"),
          tries("Y1-01", "air-travel", "trade"),
          tries("Y1-01", "air-travel", "family"),
        ],
        { work: "unemployed", trade: "closed" },
      ),
    );
    expect(trace.entries.map(({ effects }) => effects.map(({ kind }) => kind))).toEqual([
      [],
      ["lapsed"],
      ["lapsed"],
      [],
    ]);
  });

  test("a loss that sets a circumstance cannot recur until it is restored", async () => {
    // Y1-01 lost, Y1-03 has nothing to lose, Y1-05 found, Y1-06 lost again.
    const book = aRulebook([leads("loses", "red-light", { event: "job-lost" })]);
    const person = aPersona(
      [on("Y1-01", "red-light"), on("Y1-03", "red-light"), on("Y1-05", "work-found"), on("Y1-06", "red-light")],
      { work: "employed" },
    );
    const trace = await live(book, person);
    expect(
      trace.entries
        .filter((entry) => about(entry) === "job-lost")
        .map((entry) => [printMonth(entry.month), entry.effects[0]?.kind ?? "lost"]),
    ).toEqual([
      ["Y1-01", "lost"],
      ["Y1-03", "lapsed"],
      ["Y1-06", "lost"],
    ]);
  });

  test("a loss that sets nothing may recur", async () => {
    const book = aRulebook([leads("misses", "red-light", { event: "shift-missed" })]);
    const trace = await live(
      book,
      aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")], { work: "employed" }),
    );
    expect(effectsOf(trace, "lapsed")).toEqual([]);
    expect(story(trace).filter((line) => line.endsWith("shift-missed"))).toEqual([
      "Y1-01 shift-missed",
      "Y1-02 shift-missed",
    ]);
  });
});

describe("a denial", () => {
  const closed = (id: string, list: "court-defaulters" | "spending-limits") =>
    aRule({
      id: `toy/${id}`,
      when: fact("lists", "contains", list),
      then: { kind: "measure", closes: ["air-travel"] },
    });
  const book = aRulebook(
    [
      closed("by-limits", "spending-limits"),
      closed("by-list", "court-defaulters"),
      aRule({ id: "toy/listed", when: at("court-finds-refusal"), then: { kind: "enlist", list: "court-defaulters" } }),
      aRule({
        id: "toy/limited",
        when: at("court-limits-spending"),
        then: { kind: "enlist", list: "spending-limits" },
      }),
      aRule({
        id: "toy/missed",
        when: at("attempt", fact("denied", "equal", true)),
        then: { kind: "lead", event: "visit-missed" },
      }),
    ],
    null,
  );
  const person = aPersona([
    on("Y1-01", "court-finds-refusal"),
    on("Y1-02", "court-limits-spending"),
    on("Y1-03", "illness-in-family"),
    tries("Y1-03", "air-travel", "family", 3),
    tries("Y1-03", "high-speed-rail", "family"),
  ]);

  test("names every closing measure, the one longest in force first, and is caused by them and not by the attempt", async () => {
    const trace = await live(book, person);
    const entry = entryAbout(trace, "attempt air-travel");
    const denied = effectsOf(trace, "denied");
    // 1.2 and 2.2 are the two measures coming into force. The attempt is entry 4, and is not named.
    expect(denied).toEqual([
      {
        id: "4.1",
        kind: "denied",
        door: "air-travel",
        measures: ["toy/by-list", "toy/by-limits"],
        because: ["1.2", "2.2"],
        told: "outcome",
      },
    ]);
    expect(entry.happening).toEqual({
      kind: "attempt",
      door: "air-travel",
      purpose: "family",
      origin: { kind: "exogenous", line: 4, occasionedBy: 3 },
      because: [],
    });
  });

  test("is what its consequences go back to", async () => {
    const trace = await live(book, person);
    expect(effectsOf(trace, "led")).toMatchObject([{ id: "4.2", because: ["4.1"] }]);
    expect(entryAbout(trace, "visit-missed").happening.because).toEqual(["4.2"]);
  });

  test("does not come of a door that nothing closes", async () => {
    const trace = await live(book, person);
    expect(entryAbout(trace, "attempt high-speed-rail").effects).toEqual([]);
    // Still the lead was asked, and answered no.
    expect(entryAbout(trace, "attempt high-speed-rail").findings).toMatchObject([
      { rule: "toy/missed", matched: false },
    ]);
  });

  test.each([
    ["nothing", "outcome"],
    ["outcome", "outcome"],
    ["reason", "reason"],
  ] as const)("of a measure that tells %s is told as %s: one learns of it at the counter", async (told, learned) => {
    const one = aRule({
      id: "toy/only",
      when: fact("lists", "doesNotContain", "court-defaulters"),
      then: { kind: "measure", closes: ["air-travel"] },
      told,
    });
    expect(effectsOf(await live(aRulebook([one]), aPersona([tries("Y1-01", "air-travel")])), "denied")).toMatchObject([
      { told: learned },
    ]);
  });

  test.each([
    ["outcome", "reason"],
    ["reason", "outcome"],
    ["nothing", "reason"],
  ] as const)("of two measures, told %s and %s, is told with its reason: one of them gives it", async (...told) => {
    const measures = told.map((each) =>
      aRule({
        id: `toy/told-${each}`,
        when: fact("lists", "doesNotContain", "court-defaulters"),
        then: { kind: "measure", closes: ["air-travel"] },
        told: each,
      }),
    );
    expect(
      effectsOf(await live(aRulebook(measures), aPersona([tries("Y1-01", "air-travel")])), "denied"),
    ).toMatchObject([{ measures: measures.map(({ id }) => id), told: "reason" }]);
  });

  test("comes of closing only: scrutiny and priority deny nothing", async () => {
    const looks = aRule({
      id: "toy/looks",
      when: fact("lists", "doesNotContain", "court-defaulters"),
      then: { kind: "measure", scrutinises: ["air-travel"], prefers: ["air-travel"] },
    });
    const both = aRule({
      id: "toy/both",
      when: fact("lists", "doesNotContain", "court-defaulters"),
      then: { kind: "measure", prefers: ["air-travel"], closes: ["air-travel"] },
    });
    expect(effectsOf(await live(aRulebook([looks]), aPersona([tries("Y1-01", "air-travel")])), "denied")).toEqual([]);
    expect(
      effectsOf(await live(aRulebook([looks, both]), aPersona([tries("Y1-01", "air-travel")])), "denied"),
    ).toMatchObject([{ measures: ["toy/both"] }]);
  });

  test("an act done under a restriction is marked as the person's own", async () => {
    const trace = await live(book, aPersona([on("Y1-01", "spending-limit-broken"), on("Y1-02", "red-light")]));
    expect(
      trace.entries.flatMap(({ happening }) =>
        happening.kind === "life-event" ? [[happening.event, happening.own]] : [],
      ),
    ).toEqual([
      ["spending-limit-broken", true],
      ["red-light", false],
    ]);
  });
});
