import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import {
  correcting,
  enterableKinds,
  type Markers,
  markersFor,
  usualKind,
} from "../../../src/analysis/false-record/correcting.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { standingsOf } from "../../../src/analysis/months.ts";
import { outcomeOf } from "../../../src/analysis/outcome.ts";
import { planted } from "../../../src/analysis/false-record/planted.ts";
import { wrongRecord, type WrongRecord } from "../../../src/analysis/questions/wrong-record.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { type Condition, leavesOf } from "../../../src/model/condition.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import type { Trace } from "../../../src/model/trace.ts";
import type { LifeEventKind } from "../../../src/model/vocabulary/events.ts";
import { replay } from "../../../src/replay/replay.ts";
import { wrongRecordAnswer } from "../../../src/report/experiment/wrong-record-wording.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, month, movements, on, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";
import { composite, shippedPersona } from "../../support/shipped.ts";

const MARKERS: Markers = { opens: "guarantee-signed", closes: "post-kept-back" };

function ask(
  rulebook: Rulebook,
  persona: Persona,
  correctedAfter: number,
  entry: LifeEventKind = "red-light",
  until = 11,
) {
  const memory: Memory = new Map();
  const lab = new Lab(rulebook, [persona], (variant) => prepare(variant, memory), until);
  return wrongRecord(lab, { entry, markers: MARKERS, correctedAfter }, UNWATCHED);
}

/** What is worked out on paper: for each planting its harms, when all is the same again, and how long the mark is. */
function worked({ months }: WrongRecord): Record<string, unknown> {
  return Object.fromEntries(
    months.map(({ month: at, before, after, sameFrom, mark }) => [
      at,
      [
        before.appeared.denials.length,
        before.appeared.losses.length,
        after.appeared.denials.length,
        after.appeared.losses.length,
        sameFrom,
        mark,
      ],
    ]),
  );
}

describe("worked by hand", () => {
  // 100 points at the start, class A from 90, B from 60, C below; a red light costs 20. In B or C no
  // plane; who is refused misses a visit a month later; who falls to C loses friends in the same month.
  const rulebook = aRulebook([
    aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
    aRule({
      id: "toy/plane",
      when: fact("class", "in", ["B", "C"]),
      then: { kind: "measure", closes: ["air-travel"] },
    }),
    aRule({
      id: "toy/visit",
      when: at("attempt", fact("denied", "equal", true)),
      then: { kind: "lead", event: "visit-missed", afterMonths: 1 },
    }),
    aRule({
      id: "toy/friends",
      when: at("class-moved", fact("class", "equal", "C")),
      then: { kind: "lead", event: "friends-withdrawn" },
    }),
  ]);

  test("a traveller: the harm of a false entry can come after its correction", async () => {
    // One year; one attempt in the third month (2). Corrected after 2 months, at the beginning of the
    // month: planted in 0 it is gone in 2, before the attempt. Planted in 1 it stands in 1 and 2: refused
    // in 2, and the visit is missed in 3, the month of the correction: all is the same from 4 on, a mark
    // of one month. Planted in 2, before the attempt: refused, missed in 3, corrected in 4: no mark.
    // Months 10 and 11 come too late: 10 + 2 is beyond the year's last month, 11.
    const result = await ask(rulebook, aPersona([tries("Y1-03", "air-travel")]), 2);
    expect(result.leftOut).toEqual({ tooLate: [10, 11], needs: [], blurred: [] });
    const none = (at: number) => [0, 0, 0, 0, at + 2, 0];
    expect(worked(result)).toEqual({
      0: none(0),
      1: [1, 0, 0, 1, 4, 1],
      2: [1, 1, 0, 0, 4, 0],
      ...Object.fromEntries([3, 4, 5, 6, 7, 8, 9].map((at) => [at, none(at)])),
    });
    // While it stands, the class is B and the plane is shut: at the ends of two months.
    expect(
      result.months.map(({ before, worst }) => [before.appeared.months.length, worst.before, worst.after]),
    ).toEqual(Array(10).fill([2, "B", "A"]));
    expect(result.longest).toEqual({
      month: 1,
      story: [
        { kind: "planted", month: 1 },
        { kind: "class", month: 1, truly: "A", now: "B" },
        { kind: "shut", month: 1 },
        // The attempt is entry 1 of the true life; entry 0 is the opening.
        { kind: "denied", month: 2, door: "air-travel", entry: 1 },
        { kind: "corrected", month: 3 },
        { kind: "class", month: 3, truly: "A", now: "A" },
        { kind: "open", month: 3 },
        { kind: "event", month: 3, event: "visit-missed", entry: null },
        { kind: "same", month: 4 },
      ],
    });
    expect(wrongRecordAnswer(result).sections[0]!.sentences[0]).toBe(
      "A false entry for a red light run (−20 points), corrected after 2 months, leaves a mark in 1 of the 10 months in which it could be planted; the longest lasts 1 month after the correction.",
    );
  });

  test("somebody with two true entries: a third, false one costs the friends for good", async () => {
    // Red lights in months 0 and 1: 80, then 60, which is still B. A false one more, whenever it is
    // planted, makes 40 in month 1 or in its own, later month: class C, friends withdraw at once. The
    // entry is taken back, the friends are not: never the same again, ten months of ten.
    const person = aPersona([on("Y1-01", "red-light"), on("Y1-02", "red-light")], { friends: "kept" });
    const result = await ask(rulebook, person, 2);
    expect(worked(result)).toEqual(
      Object.fromEntries(Array.from({ length: 10 }, (_, at) => [at, [0, 1, 0, 0, null, 12 - (at + 2)]])),
    );
    expect(result.months[0]!.ledTo).toEqual([{ month: 1, event: "friends-withdrawn" }]);
    expect(result.months[5]!.ledTo).toEqual([{ month: 5, event: "friends-withdrawn" }]);
    for (const { left } of result.months)
      expect(left).toEqual({
        score: null,
        class: null,
        lists: false,
        measures: false,
        circumstances: [{ name: "friends", truly: "kept", now: "withdrawn" }],
      });
    expect(wrongRecordAnswer(result).sections[0]!.sentences[0]).toContain(
      "leaves a mark in all 10 months in which it could be planted; it lasts to the end of the story.",
    );
  });
});

describe("a correction takes back exactly the false entry", () => {
  test("and leaves the true one of the same kind and month, and the person's own place on the list", async () => {
    const rulebook = aRulebook([
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/list", when: at("red-light"), then: { kind: "enlist", list: "court-defaulters" } }),
    ]);
    const prepared = await prepare(rulebook);
    const { rulebook: variant } = correcting(prepared, "red-light", MARKERS, 3);
    const person = aPersona([on("Y1-02", "red-light")]);
    const put = planted(person, month("Y1-02"), [MARKERS.opens, "red-light", MARKERS.closes]);
    const trace = replay(await prepare(variant), put.persona, { until: 8 });
    expect(movements(trace)).toEqual(["Y1-02 -20 rule", "Y1-02 -20 rule", "Y1-05 +20 expiry"]);
    expect(standingsOf(trace).map(({ score, lists }) => [score, lists.length])).toEqual([
      [100, 0],
      [60, 1],
      [60, 1],
      [60, 1],
      [80, 1],
      [80, 1],
      [80, 1],
      [80, 1],
      [80, 1],
    ]);
  });

  test("and what ends a ground by name ends the false one too", async () => {
    const rulebook = aRulebook([
      aRule({ id: "toy/list", when: at("red-light"), then: { kind: "enlist", list: "court-defaulters" } }),
      aRule({
        id: "toy/paid",
        when: at("charity"),
        then: { kind: "delist", list: "court-defaulters", ground: "toy/list" },
      }),
    ]);
    const { rulebook: variant } = correcting(await prepare(rulebook), "red-light", MARKERS, 6);
    const put = planted(aPersona([on("Y1-04", "charity")]), 1, [MARKERS.opens, "red-light", MARKERS.closes]);
    const ends = standingsOf(replay(await prepare(variant), put.persona, { until: 5 }));
    // Planted in month 1, ended in month 3, and not only corrected in month 7.
    expect(ends.map(({ lists }) => lists.length)).toEqual([0, 1, 1, 0, 0, 0]);
  });

  test("also what is put on a list because points were entered; where a true entry would share in that, the month is left out", async () => {
    // Published without end, a month after each entry. The false one of month M is taken off in M + 3.
    const rulebook = aRulebook([
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({
        id: "toy/published",
        when: at("posted"),
        then: { kind: "enlist", list: "published-entries", afterMonths: 1 },
      }),
    ]);
    const result = await ask(rulebook, aPersona([on("Y1-09", "red-light")]), 3);
    expect(result.leftOut).toEqual({ tooLate: [9, 10, 11], needs: [], blurred: [8] });
    expect(result.months.every(({ mark, left }) => mark === 0 && !left.lists)).toBe(true);
    const prepared = await prepare(rulebook);
    const { rulebook: variant } = correcting(prepared, "red-light", MARKERS, 3);
    const put = planted(aPersona([]), 1, [MARKERS.opens, "red-light", MARKERS.closes]);
    const ends = standingsOf(replay(await prepare(variant), put.persona, { until: 5 }));
    expect(ends.map(({ lists }) => lists.length)).toEqual([0, 0, 1, 1, 0, 0]);
  });

  test("what was published ends in its own time where that is sooner, else at the correction", async () => {
    const endsWith = async (termMonths: number): Promise<number[]> => {
      const rulebook = aRulebook([
        aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
        aRule({
          id: "toy/published",
          when: at("posted"),
          then: { kind: "enlist", list: "published-entries", afterMonths: 1, termMonths },
        }),
      ]);
      const prepared = await prepare(rulebook);
      const { rulebook: variant } = correcting(prepared, "red-light", MARKERS, 3);
      const put = planted(aPersona([]), 0, [MARKERS.opens, "red-light", MARKERS.closes]);
      return standingsOf(replay(await prepare(variant), put.persona, { until: 5 })).map(({ lists }) => lists.length);
    };
    // Published in month 1. For one month: gone in 2. For nine: until the correction in 3.
    expect(await endsWith(1)).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await endsWith(9)).toEqual([0, 1, 1, 0, 0, 0]);
  });

  test.each([
    // Entered in month 1, to be taken back in 4. With no other term it runs from 1 on, to 2.
    ["no term", null, 1, [0, 1, 0, 0, 0, 0]],
    // A true one of two months ends in 2, lengthened in 3.
    ["a short one", 2, 1, [1, 1, 1, 0, 0, 0]],
    // A true one of three ends in 3, lengthened by two months in 5, but it is taken back in 4.
    ["a longer one", 3, 2, [1, 1, 1, 1, 0, 0]],
    // A true one of five stays as it is.
    ["one that outlasts it", 5, 2, [1, 1, 1, 1, 1, 0]],
  ])("and a lengthening ends in its own time or at the correction: of %s", async (_, own, more, standing) => {
    const enlist = (event: "charity" | "red-light", termMonths: number, lengthens: object): Rule =>
      aRule({
        id: `toy/${event}`,
        when: at(event),
        then: { kind: "enlist", list: "court-defaulters", termMonths, ...lengthens },
      });
    const rulebook = aRulebook([enlist("charity", own ?? 1, {}), enlist("red-light", more, { lengthens: true })]);
    const { rulebook: variant } = correcting(await prepare(rulebook), "red-light", MARKERS, 3);
    const person = aPersona(own === null ? [] : [on("Y1-01", "charity")]);
    const put = planted(person, 1, [MARKERS.opens, "red-light", MARKERS.closes]);
    const ends = standingsOf(replay(await prepare(variant), put.persona, { until: 5 }));
    expect(ends.map(({ lists }) => lists.length)).toEqual(standing);
  });

  test("and what stands round it means nothing, even to a rule that answers to every other event", async () => {
    // A point off for anything but paying the debt: for the false red light one, not three.
    const rulebook = aRulebook([
      aRule({
        id: "toy/anything",
        when: {
          all: [
            fact("event", "notIn", ["debt-paid", "posted", "class-moved", "time-passed", "measure-imposed"]),
            fact("score", "greaterThan", 0),
          ],
        },
        then: { kind: "post", points: -1 },
      }),
    ]);
    const result = await ask(rulebook, aPersona([]), 3);
    expect(result.months.map(({ outcome }) => [outcome.lowest, outcome.score])).toEqual(Array(9).fill([99, 100]));
  });

  test("and comes before what waits longer than the correction takes", async () => {
    const rulebook = aRulebook([
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20, afterMonths: 3 } }),
    ]);
    const result = await ask(rulebook, aPersona([]), 3);
    expect(result.months.every(({ outcome }) => outcome.lowest === 100)).toBe(true);
    const late = await ask(rulebook, aPersona([]), 4);
    expect(late.months.every(({ outcome }) => outcome.lowest === 80)).toBe(true);
  });
});

describe("where it cannot be planted", () => {
  test("it needs what the person does not have, or a rule brings the same in that month", async () => {
    const rulebook = aRulebook([
      aRule({ id: "toy/missed", when: at("instalment-missed"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/wage", when: at("wage-lost"), then: { kind: "lead", event: "instalment-missed" } }),
    ]);
    // The debt is paid in month 6: from 7 on nothing can be missed. In month 2 a rule brings it truly.
    const person = aPersona([on("Y1-03", "wage-lost"), on("Y1-07", "debt-paid")], {
      debt: "instalments",
      work: "employed",
    });
    const result = await ask(rulebook, person, 2, "instalment-missed");
    expect(result.leftOut).toEqual({ tooLate: [], needs: [7, 8, 9, 10, 11], blurred: [2] });
    expect(result.months.map((each) => each.month)).toEqual([0, 1, 3, 4, 5, 6]);
  });

  test("the usual entry is the middle deduction; only kinds that are entered can be false", async () => {
    const prepared = await prepare(composite());
    // 10 five times, 20, 30 twice, 35 three times, 50 five times, 100: the ninth of 17 is 35.
    expect(usualKind(prepared)).toBe("birth-beyond-plan");
    expect(enterableKinds(prepared)).toContain("court-finds-refusal");
    expect(enterableKinds(prepared)).not.toContain("job-lost");
    expect(markersFor(composite(), new Set(["post-kept-back"]))).toEqual({
      opens: "guarantee-signed",
      closes: "loan-called-in",
    });
  });
});

/** Standing and outcome, by which two routes are compared. */
function summary(trace: Trace, renumbered: ReturnType<typeof planted>["renumbered"]) {
  return {
    outcome: renumbered(outcomeOf(trace)),
    ends: standingsOf(trace).map(({ lists, ...rest }) => ({ ...rest, lists: lists.map(({ list }) => list) })),
  };
}

/** With a rule or two about red lights, so that there is something to enter. */
const withEntries = fc
  .tuple(rulebooks(), fc.boolean(), fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }))
  .map(([rulebook, listed, term]): Rulebook => ({
    ...rulebook,
    rules: [
      aRule({
        id: "toy/entry",
        when: at("red-light"),
        then:
          rulebook.scoring === null || listed
            ? { kind: "enlist", list: "court-defaulters", ...(term === undefined ? {} : { termMonths: term }) }
            : { kind: "post", points: -20, ...(term === undefined ? {} : { expiresAfterMonths: term }) },
      }),
      ...rulebook.rules,
    ],
  }));

describe("any small rulebook", () => {
  test("never corrected, the false entry is a true one to every rule", { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(withEntries, personas, fc.integer({ min: 0, max: 20 }), async (rulebook, person, when) => {
        const prepared = await prepare(rulebook);
        const { rulebook: variant } = correcting(prepared, "red-light", MARKERS, Number.POSITIVE_INFINITY);
        const plain = planted(person, when, ["red-light"]);
        const marked = planted(person, when, [MARKERS.opens, "red-light", MARKERS.closes]);
        expect(summary(replay(await prepare(variant), marked.persona, { until: UNTIL }), marked.renumbered)).toEqual(
          summary(replay(prepared, plain.persona, { until: UNTIL }), plain.renumbered),
        );
      }),
      runs(200),
    );
  });

  test("corrected, it is what a kind of its own with shorter effects would be", { timeout: LONG }, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        withEntries.filter(tellable),
        personas,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        async (rulebook, person, when, months) => {
          const prepared = await prepare(rulebook);
          const { rulebook: variant, blurred } = correcting(prepared, "red-light", MARKERS, months);
          fc.pre(blurred.length === 0);
          const marked = planted(person, when, [MARKERS.opens, "red-light", MARKERS.closes]);
          const own = planted(person, when, ["bravery"]);
          expect(summary(replay(await prepare(variant), marked.persona, { until: UNTIL }), marked.renumbered)).toEqual(
            summary(
              replay(await prepare(withOwnKind(rulebook, months)), own.persona, { until: UNTIL }),
              own.renumbered,
            ),
          );
          compared++;
        },
      ),
      runs(200),
    );
    expect(compared).toBeGreaterThan(50);
  });
});

/** Whether a kind of its own would be treated alike: nothing asks what was entered, how often or when, or leads to it. */
function tellable({ rules }: Rulebook): boolean {
  return rules.every(
    ({ when, then }) =>
      leavesOf(when).every(({ fact: read }) => !["conduct", "priorCount", "monthsSince:red-light"].includes(read)) &&
      !(then.kind === "lead" && "event" in then && then.event === "red-light") &&
      !(then.kind === "strike" && then.of === "red-light"),
  );
}

/** Each rule answers “bravery” as it answers “red-light”; what it posts or lists for it is gone after so many months. */
function withOwnKind(rulebook: Rulebook, months: number): Rulebook {
  const returns = rulebook.scoring?.deductionsReturnAfterMonths;
  return {
    ...rulebook,
    rules: rulebook.rules.flatMap((rule): Rule[] => {
      const { then, when } = rule;
      if (then.kind === "measure") return [rule];
      if (then.kind !== "post" && then.kind !== "enlist") return [{ ...rule, when: alike(when) }];
      const plain = { ...rule, when: { all: [when, fact("event", "notEqual", "bravery")] } };
      const left = months - (then.afterMonths ?? 0);
      if (left <= 0) return [plain];
      const own =
        then.kind === "post"
          ? {
              ...then,
              expiresAfterMonths: Math.min(
                left,
                then.expiresAfterMonths ?? (then.points < 0 ? returns : undefined) ?? left,
              ),
            }
          : then.lengthens === true
            ? { ...then, atMost: left }
            : { ...then, termMonths: Math.min(left, typeof then.termMonths === "number" ? then.termMonths : left) };
      return [
        plain,
        { ...rule, id: `${rule.id} own`, when: { all: [alike(when), fact("event", "equal", "bravery")] }, then: own },
      ];
    }),
  };
}

function alike(condition: Condition): Condition {
  if ("all" in condition) return { all: condition.all.map(alike) };
  if ("any" in condition) return { any: condition.any.map(alike) };
  if ("not" in condition) return { not: alike(condition.not) };
  if (condition.fact !== "event") return condition;
  const names = [condition.value].flat() as string[];
  if (!names.includes("red-light")) return condition;
  const without = condition.operator === "notEqual" || condition.operator === "notIn";
  return fact("event", without ? "notIn" : "in", [...names, "bravery"]);
}

test("what is found survives JSON, and a stopped search says so", async () => {
  const memory: Memory = new Map();
  const lab = new Lab(composite(), [shippedPersona("petitioner")], (variant) => prepare(variant, memory));
  const result = await wrongRecord(
    lab,
    { entry: "birth-beyond-plan", markers: MARKERS, correctedAfter: 6 },
    (done) => done < 7,
  );
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(result.searched).toMatchObject({ variants: 7, of: 114, stopped: true });
  expect(result.months).toHaveLength(7);
});

test("a rulebook that keeps a ceiling and returns deductions is corrected too", async () => {
  // 100 at most: −20 in month 0, +20 at the correction, cut nowhere; a reward before it is cut to the ceiling.
  const rulebook = aRulebook(
    [
      aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/good", when: at("charity"), then: { kind: "post", points: 10 } }),
    ],
    aScoring({ ceiling: 100, deductionsReturnAfterMonths: 2 }),
  );
  // Truly: charity in month 2 at 100 is cut to nothing. Planted in 1, returning in 3 (its own term of 2
  // is shorter than the correction in 6): 80, +10 = 90, and back by 20 to 110, cut to 100.
  const result = await ask(rulebook, aPersona([on("Y1-03", "charity")]), 5);
  expect(result.months.find((each) => each.month === 1)).toMatchObject({ sameFrom: 3, mark: 0 });
});
