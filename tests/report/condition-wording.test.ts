import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import { conditionWords } from "../../src/report/condition-wording.ts";
import { conditionEdit } from "../../src/report/experiment/condition-edit.ts";
import { at, fact } from "../support/builders.ts";
import { composite } from "../support/shipped.ts";

describe("a condition in words", () => {
  test.each<[Condition, string]>([
    [at("red-light"), "the event is a red light run"],
    [
      fact("event", "in", ["charity", "bravery", "attempt"]),
      "the event is a gift to charity, a brave act or an attempt",
    ],
    [fact("score", "lessThan", 850), "the score is under 850"],
    [fact("points", "greaterThanInclusive", -20), "the points entered are at least −20"],
    [fact("score", "equal", null), "no score is kept"],
    [fact("class", "in", ["C", "D"]), "the class is C or D"],
    [fact("class", "notEqual", "D"), "the class is not D"],
    [fact("denied", "equal", true), "the attempt is refused"],
    [fact("told", "equal", "nothing"), "what the person is told of it is nothing"],
    [
      fact("told", "notIn", ["outcome", "reason"]),
      "what the person is told of it is not the outcome alone or the outcome and its reason",
    ],
    [fact("told", "equal", null), "nothing was decided of which one may be told"],
    [fact("denied", "notEqual", true), "the attempt is not refused"],
    [fact("door", "equal", "high-speed-rail"), "the door tried is fast train"],
    [fact("purpose", "equal", "family"), "the attempt is for the family"],
    [fact("purpose", "equal", "none"), "the attempt is for nothing in particular"],
    [fact("lists", "doesNotContain", "court-defaulters"), "the person is not on the court's defaulter list"],
    [fact("measures", "contains", "court/holidays"), "the measure “court/holidays” is in force"],
    [fact("circumstance:dear-loan", "equal", "running"), "dear loan is “running”"],
    [fact("circumstance:savings", "notEqual", "none"), "savings are not “none”"],
    [fact("monthsSince:debt-paid", "equal", null), "there has never been the debt paid"],
    [fact("monthsSince:illness-in-family", "equal", 0), "it is the month of a parent's illness"],
    [fact("monthsSince:illness-in-family", "greaterThan", 1), "more than 1 month has passed since a parent's illness"],
    [
      fact("monthsOnList:court-defaulters", "greaterThanInclusive", 6),
      "the months on the court's defaulter list are at least 6",
    ],
    [
      {
        any: [
          fact("monthsSince:debt-paid", "lessThanInclusive", 3),
          fact("monthsSince:settlement-reached", "lessThanInclusive", 3),
        ],
      },
      "the last 3 months saw the debt paid or a settlement",
    ],
    [
      { any: [fact("class", "notEqual", "A"), fact("class", "notEqual", "B")] },
      "the class is not A or the class is not B",
    ],
    [
      {
        all: [
          { any: [at("charity", fact("class", "equal", "A")), fact("score", "greaterThan", 9)] },
          { not: fact("class", "equal", "B") },
        ],
      },
      "((the event is a gift to charity, and the class is A), or the score is over 9), and not (the class is B)",
    ],
  ])("%j", (condition, says) => expect(conditionWords(condition)).toBe(says));

  test("no two conditions of the rulebook that ask something else read alike", () => {
    const conditions = composite().rules.map(({ when }) => when);
    const words = new Set(conditions.map(conditionWords));
    expect(words.size).toBe(new Set(conditions.map((each) => JSON.stringify(each))).size);
    expect([...words].join()).not.toMatch(/undefined|…|NaN|[a-z]:[a-z]/);
  });
});

describe("what is edited in a condition", () => {
  const waits = (months: number, ...rest: Condition[]): Condition =>
    at("time-passed", fact("monthsSince:court-finds-refusal", "equal", months), ...rest);

  test.each<[string, Condition, Condition, string]>([
    ["another", at("charity"), at("bravery"), "if the event is a gift to charity → if the event is a brave act"],
    ["one more", at("charity"), at("charity", fact("class", "equal", "A")), "only if the class is A"],
    ["one less", at("charity", fact("class", "equal", "A")), at("charity"), "no longer only if the class is A"],
    ["an exception", at("charity"), at("charity", { not: fact("class", "equal", "A") }), "not if the class is A"],
    [
      "an exception by its sign",
      at("charity"),
      at("charity", fact("class", "notIn", ["A", "B"])),
      "not if the class is A or B",
    ],
    ["a wait", at("court-finds-refusal"), waits(3), "not at once, but after 3 months"],
    [
      "a wait, and more",
      at("court-finds-refusal"),
      waits(1, fact("class", "equal", "D")),
      "not at once, but after 1 month; only if the class is D",
    ],
    [
      "an order",
      at("charity", fact("class", "equal", "A")),
      { all: [fact("class", "equal", "A"), fact("event", "equal", "charity")] },
      "the same conditions in another order",
    ],
  ])("%s", (_, was, is, says) => expect(conditionEdit(was, is)).toBe(says));
});
