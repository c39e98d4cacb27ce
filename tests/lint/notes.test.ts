import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { Reading, Rule, Then } from "../../src/model/rule.ts";
import { aRule, aRulebook, aScoring, at, fact } from "../support/builders.ts";
import { problemsOf, remarksOn } from "./remarks.ts";

const rule = (id: string, when: Condition, then: Then): Rule => aRule({ id: `toy/${id}`, when, then });
const LEAD: Then = { kind: "lead", event: "shift-missed" };

describe("rules that answer every measure", () => {
  const measure = rule("closed", fact("circumstance:work", "equal", "none"), {
    kind: "measure",
    closes: ["air-travel"],
  });
  const other = rule("other", fact("circumstance:work", "equal", "student"), {
    kind: "measure",
    closes: ["star-hotel"],
  });
  const named = (operator: "equal" | "notEqual"): Condition => fact("measure", operator, "toy/closed");

  test("are named, once", async () => {
    const rules = [
      measure,
      other,
      rule("begun", at("measure-imposed"), LEAD),
      rule("ended", at("measure-lifted", { not: named("equal") }), LEAD),
    ];
    expect(await remarksOn(rules)).toEqual([
      "any-measure: toy/begun and toy/ended answer every measure alike: to split a measure into two would make them act twice, and change what is counted.",
    ]);
  });

  test.each<[string, Condition]>([
    ["a measure named", at("measure-imposed", named("equal"))],
    ["all measures named", at("measure-lifted", fact("measure", "in", ["toy/closed", "toy/other"]))],
    ["another event", at("red-light")],
  ])("not so: %s", async (_, when) => {
    expect(await remarksOn([measure, other, rule("answers", when, LEAD)])).toEqual([]);
  });
});

describe("doors that nobody closes", () => {
  const any = fact("circumstance:work", "equal", "none");
  test("one note for all of which rules speak", async () => {
    const rules = [
      rule("checks", any, { kind: "measure", scrutinises: ["social-aid", "air-travel"], prefers: ["promotion"] }),
      rule("shuts", any, { kind: "measure", closes: ["air-travel"] }),
      rule("tries", at("red-light"), { kind: "lead", attempt: "private-loan", purpose: "none" }),
      rule("asks", at("attempt", fact("door", "in", ["star-hotel", "air-travel"])), LEAD),
    ];
    expect(await remarksOn(rules)).toEqual([
      "doors-nobody-closes: Rules speak of 4 doors that no measure here closes: star-hotel, promotion, social-aid and private-loan. Nobody is ever refused there.",
    ]);
  });

  test("none where all are closed", async () => {
    expect(
      await remarksOn([rule("shuts", any, { kind: "measure", closes: ["air-travel"], scrutinises: ["air-travel"] })]),
    ).toEqual([]);
  });
});

describe("permits", () => {
  const listed = rule("listed", at("debt-paid"), { kind: "enlist", list: "court-defaulters" });
  const shut = rule("shut", fact("lists", "contains", "court-defaulters"), { kind: "measure", closes: ["air-travel"] });
  const permit = (door: "air-travel" | "star-hotel", ...more: readonly Condition[]): Rule =>
    rule("permit", at("attempt", ...more), { kind: "permit", door, lifts: { list: "court-defaulters" } });

  test("for a list that nothing reads which shuts the door", async () => {
    expect(await remarksOn([listed, shut, permit("star-hotel")])).toEqual([
      "idle-permit: “toy/permit” lifts what reads court-defaulters and closes star-hotel, and no measure here does both: it permits nothing.",
      "doors-nobody-closes: Rules speak of a door that no measure here closes: star-hotel. Nobody is ever refused there.",
    ]);
    expect(await remarksOn([listed, shut, permit("air-travel")])).toEqual([]);
  });

  test("that ask for another door, or for a refusal, can never match", async () => {
    for (const asks of [fact("door", "equal", "star-hotel"), fact("denied", "equal", true)])
      expect(await remarksOn([listed, shut, permit("air-travel", asks)])).toEqual([
        expect.stringMatching(/^! contradiction/),
      ]);
  });

  test("are in the circle that an attempt let through closes", async () => {
    const late = (denied: boolean): Rule => rule("late", at("attempt", fact("denied", "equal", denied)), LEAD);
    const again = rule("again", at("shift-missed"), { kind: "lead", attempt: "air-travel", purpose: "none" });
    const circles = async (...rules: Rule[]): Promise<string[]> =>
      (await problemsOf(aRulebook([listed, shut, permit("air-travel"), ...rules])))
        .filter(({ code }) => code === "lint/feeds-itself")
        .map(({ message }) => message.split(":")[0]!);
    expect(await circles(late(false), again)).toEqual(["toy/permit → toy/late → toy/again → toy/permit"]);
    expect(await circles(late(true), again)).not.toContainEqual(expect.stringContaining("toy/permit"));
  });
});

describe("what sources disagree on", () => {
  const reading = <A extends Reading["amend"]>(amend: A): Reading<A> => ({
    question: "q",
    label: "l",
    amend,
    citations: ["s:whole"],
  });
  const post = (evidence: Evidence, contested: "points" | "when" | null, ...readings: Reading[]): Rule => ({
    ...rule("post", at("red-light", fact("priorCount", "lessThan", 2)), { kind: "post", points: -10 }),
    evidence,
    numbers: {
      points: { evidence: contested === "points" ? "contested" : "reported", citations: [] },
      when: { evidence: contested === "when" ? "contested" : "reported", citations: [] },
    },
    readings,
  });
  const places = async (given: Rule): Promise<string[]> =>
    (await problemsOf(aRulebook([given])))
      .filter(({ code }) => code === "lint/contested-without-reading")
      .map(({ at: { path } }) => path);

  test.each<[string, Rule, string[]]>([
    [
      "a number that no reading changes",
      post("reported", "points", reading({ when: at("red-light") })),
      ["toy/post numbers points"],
    ],
    [
      "a number whose note alone is changed",
      post("reported", "points", reading({ numbers: { points: { evidence: "inferred" } } })),
      ["toy/post numbers points"],
    ],
    [
      "a number beside which another is changed",
      post("reported", "points", reading({ then: { expiresAfterMonths: 9 } })),
      ["toy/post numbers points"],
    ],
    ["a number that a reading changes", post("reported", "points", reading({ then: { points: -20 } })), []],
    [
      "a condition that no reading changes",
      post("reported", "when", reading({ then: { points: -20 } })),
      ["toy/post numbers when"],
    ],
    ["a condition that a reading changes", post("reported", "when", reading({ when: at("red-light") })), []],
    ["a rule without readings", post("contested", null), ["toy/post evidence"]],
    ["a rule with one", post("contested", null, reading({ told: "reason" })), []],
    ["a number of a rule that a reading takes out", post("reported", "points", reading(null)), []],
    ["a rule of which a number is named already", post("contested", "points"), ["toy/post numbers points"]],
    ["nothing contested", post("reported", null), []],
  ])("%s", async (_, given, expected) => expect(await places(given)).toEqual(expected));

  test.each([
    ["no reading", [], 1],
    ["a reading of something else", [reading({ floor: 0 })], 1],
    ["a reading of it", [reading({ opening: 90 })], 0],
  ])("the opening: %s", async (_, readings, many) => {
    const scoring = aScoring({ numbers: { opening: { evidence: "contested", citations: [] } }, readings });
    const rules = await remarksOn([rule("post", at("red-light"), { kind: "post", points: -1 })], scoring);
    expect(
      rules.filter((each) => each.startsWith("contested-without-reading: Sources disagree on “opening”")),
    ).toHaveLength(many);
  });
});
