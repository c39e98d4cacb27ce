import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import type { Rule, Then } from "../../src/model/rule.ts";
import { aRule, aRulebook, aScoring, at, fact } from "../support/builders.ts";
import { problemsOf, remarksOn } from "./remarks.ts";

const LEAD: Then = { kind: "lead", event: "shift-missed" };
const POST: Then = { kind: "post", points: -10 };
const CLOSE: Then = { kind: "measure", closes: ["air-travel"] };

const rule = (id: string, when: Condition, then: Then = LEAD): Rule => aRule({ id: `toy/${id}`, when, then });

const listing = rule("listing", at("debt-paid"), { kind: "enlist", list: "court-defaulters" });
const closing = rule("closing", fact("lists", "contains", "court-defaulters"), CLOSE);
const deduction = rule("deduction", at("red-light"), POST);
const tried = fact("door", "equal", "air-travel");
const denied = fact("denied", "equal", true);

describe("a contradiction is a problem", () => {
  test.each<[string, Rule]>([
    [
      "two events at once",
      rule("no", { all: [fact("event", "equal", "red-light"), fact("event", "equal", "bravery")] }),
    ],
    [
      "a number below and above",
      rule("no", at("red-light", fact("score", "lessThan", 50), fact("score", "greaterThan", 60))),
    ],
    [
      "on a list and not",
      rule(
        "no",
        {
          all: [fact("lists", "contains", "court-defaulters"), { not: fact("lists", "contains", "court-defaulters") }],
        },
        CLOSE,
      ),
    ],
  ])("%s", async (_, no) => {
    expect(await remarksOn([listing, deduction, no])).toEqual([
      "! contradiction: “toy/no” can never match: no value of its facts satisfies all its conditions at once.",
    ]);
  });

  test.each<[string, Condition, Then?]>([
    ["a door at an event that is no attempt", at("red-light", tried)],
    ["an attempt without a door", at("attempt", fact("door", "equal", null))],
    ["a refusal seen by a rule that does not lead", at("attempt", denied), POST],
    ["a list where none is entered", at("red-light", fact("list", "equal", "court-defaulters"))],
    ["another conduct than was entered", at("posted", fact("conduct", "equal", "bravery"), fact("points", "equal", 0))],
    ["fewer entries than none", at("red-light", fact("priorCount", "lessThan", 0)), POST],
    ["more months than there are", at("red-light", fact("monthsSince:bravery", "greaterThan", 119))],
    ["a month before the first", at("red-light", fact("monthsSince:bravery", "lessThan", 0))],
    ["what the event needs not to be so", at("instalment-missed", fact("circumstance:debt", "equal", "paid")), POST],
    ["what the event has ended", at("settlement-broken", fact("circumstance:settlement", "equal", "standing"))],
    [
      "work that the purpose needs",
      at("attempt", fact("purpose", "equal", "work"), fact("circumstance:work", "equal", "unemployed")),
    ],
    ["an event long ago when it has just happened", at("red-light", fact("monthsSince:red-light", "greaterThan", 0))],
    ["time without a clock", at("time-passed", fact("score", "lessThan", 50))],
    ["time that never becomes so", at("time-passed", fact("monthsSince:bravery", "lessThan", 3))],
    [
      "months on a list without being on it",
      at(
        "red-light",
        fact("monthsOnList:court-defaulters", "greaterThan", 3),
        fact("lists", "doesNotContain", "court-defaulters"),
      ),
    ],
    ["a class that its score excludes", at("red-light", fact("class", "equal", "A"), fact("score", "lessThan", 60))],
  ])("%s", async (_, when, then = LEAD) => {
    expect(await remarksOn([listing, closing, deduction, rule("no", when, then)])).toEqual([
      "! contradiction: “toy/no” can never match: its conditions ask for what cannot be so at the moment at which it is asked.",
    ]);
  });

  test.each<[string, Condition, Then?]>([
    ["a door at an attempt", at("attempt", tried)],
    ["a refusal seen by a lead", at("attempt", tried, denied)],
    ["the list that was entered", at("listed", fact("list", "equal", "court-defaulters"))],
    ["what was entered", at("posted", fact("conduct", "equal", "red-light"), fact("points", "lessThan", 0))],
    [
      "earlier entries",
      at("red-light", fact("priorCount", "greaterThan", 3)),
      { kind: "delist", list: "court-defaulters" },
    ],
    ["the last month that there is", at("red-light", fact("monthsSince:bravery", "greaterThan", 118))],
    [
      "what the event needs",
      at("instalment-missed", fact("circumstance:debt", "equal", "instalments")),
      { kind: "delist", list: "court-defaulters" },
    ],
    [
      "what the event needed, before it ends it",
      at("settlement-broken", fact("circumstance:settlement", "equal", "standing")),
      { kind: "delist", list: "court-defaulters" },
    ],
    ["time that comes to be so", at("time-passed", fact("monthsOnList:court-defaulters", "greaterThan", 3))],
    ["a class that is reached", at("class-moved", fact("class", "equal", "C"), fact("previousClass", "equal", "A"))],
    ["something decided of which nothing is told", at("listed", fact("told", "equal", "nothing"))],
    ["any event but some", fact("event", "notIn", ["red-light", "measure-imposed", "measure-lifted"])],
  ])("not so: %s", async (_, when, then = LEAD) => {
    expect(await remarksOn([listing, closing, deduction, rule("yes", when, then)])).toEqual([]);
  });

  test("yearly classes may lag behind the score", async () => {
    const lagging = rule("yes", at("red-light", fact("class", "equal", "A"), fact("score", "lessThan", 60)));
    expect(await remarksOn([deduction, lagging], aScoring({ assigned: "yearly" }))).toEqual([]);
  });
});

describe("what nothing here brings about is a note, one for each thing missing", () => {
  test("a list that nobody is put on", async () => {
    const rules = [
      rule("entered", at("listed", fact("list", "equal", "court-defaulters"))),
      rule("on", fact("lists", "contains", "court-defaulters"), CLOSE),
      rule("for-long", at("time-passed", fact("monthsOnList:spending-limits", "greaterThan", 3))),
    ];
    expect(await remarksOn(rules)).toEqual([
      "never-matches: Nothing here puts anybody on court-defaulters or spending-limits, so these rules can never match: toy/entered, toy/on and toy/for-long.",
    ]);
  });

  test("a door that nothing closes, be it that the measure never holds", async () => {
    const rules = [deduction, closing, rule("refused", at("attempt", tried, denied))];
    expect(await remarksOn(rules)).toEqual([
      "never-matches: Nothing here puts anybody on court-defaulters, so this rule can never match: toy/closing.",
      "never-matches: No measure here closes air-travel, so this rule can never match: toy/refused.",
    ]);
  });

  test("a measure that never holds", async () => {
    const rules = [closing, rule("begun", at("measure-imposed", fact("measure", "equal", "toy/closing")))];
    expect((await remarksOn(rules))[1]).toBe(
      "never-matches: Here toy/closing never comes into force, so this rule can never match: toy/begun.",
    );
  });

  test("no score is kept", async () => {
    const rules = [
      rule("low", fact("class", "equal", "C"), CLOSE),
      rule("moved", at("class-moved")),
      rule("few", at("red-light", fact("score", "lessThan", 50))),
      rule("none", at("red-light", fact("score", "equal", null))),
    ];
    expect(await remarksOn(rules, null)).toEqual([
      "never-matches: This rulebook keeps no score, so these rules can never match: toy/low, toy/moved and toy/few.",
    ]);
  });

  test.each<[string, Condition, Then]>([
    ["a class that no deduction reaches", fact("class", "equal", "C"), CLOSE],
    ["a score that no addition reaches", fact("score", "greaterThan", 100), CLOSE],
    ["entries that no rule makes", at("posted"), LEAD],
    ["a class that never moves", at("class-moved"), LEAD],
    [
      "a second entry where there is no first",
      at("bravery", fact("priorCount", "greaterThan", 0)),
      { kind: "post", points: 5 },
    ],
  ])("%s", async (_, when, then) => {
    const strike = rule("strike", at("debt-paid"), { kind: "strike", of: "red-light" });
    expect(await remarksOn([strike, rule("never", when, then)])).toEqual([
      "never-matches: The scores and entries that would be needed never come about here, so this rule can never match: toy/never.",
    ]);
  });

  test("a floor that keeps the score up", async () => {
    const low = rule("low", fact("score", "lessThan", 50), CLOSE);
    expect(await remarksOn([deduction, low], aScoring({ floor: 49 }))).toEqual([]);
    expect(await remarksOn([deduction, low], aScoring({ floor: 50 }))).toHaveLength(1);
  });

  test("a ceiling that keeps the score down", async () => {
    const addition = rule("addition", at("bravery"), { kind: "post", points: 9 });
    const high = rule("high", fact("score", "greaterThan", 120), CLOSE);
    expect(await remarksOn([addition, high], aScoring({ ceiling: 121 }))).toEqual([]);
    expect(await remarksOn([addition, high], aScoring({ ceiling: 120 }))).toHaveLength(1);
  });

  test.each(["class", "previousClass"] as const)("where a rule names every %s that there is", async (name) => {
    const any = { any: [fact(name, "equal", null), fact(name, "equal", "A")] };
    const event = name === "class" ? "red-light" : "class-moved";
    expect(await remarksOn([rule("all", at(event, fact("lists", "contains", "spending-limits"), any))], null)).toEqual([
      expect.stringMatching(
        name === "class"
          ? /^never-matches: Nothing here puts anybody on spending-limits/
          : /^never-matches: This rulebook keeps no score/,
      ),
    ]);
  });

  test("two rules that only wait for each other", async () => {
    const one = rule("one", at("listed", fact("list", "equal", "spending-limits")), {
      kind: "enlist",
      list: "court-defaulters",
    });
    const other = rule("other", at("listed", fact("list", "equal", "court-defaulters")), {
      kind: "enlist",
      list: "spending-limits",
    });
    expect(await remarksOn([one, other])).toEqual([
      "never-matches: Nothing here puts anybody on spending-limits or court-defaulters, so these rules can never match: toy/one and toy/other.",
    ]);
    expect(await remarksOn([one, other, listing])).toEqual([]);
  });

  test("no score where one is kept", async () => {
    const without = rule("without", at("red-light", fact("class", "equal", null)));
    expect(await remarksOn([without], null)).toEqual([]);
    expect(await remarksOn([without])).toEqual([
      "never-matches: The scores and entries that would be needed never come about here, so this rule can never match: toy/without.",
    ]);
  });

  test("more than one thing is missing", async () => {
    const either = rule(
      "either",
      { any: [fact("lists", "contains", "court-defaulters"), fact("class", "equal", "C")] },
      CLOSE,
    );
    expect(await remarksOn([either])).toEqual([
      "never-matches: Nothing here brings about what would be needed, so this rule can never match: toy/either.",
    ]);
  });
});

test("a class that no rule names is not tried where a rule leaves none over", async () => {
  const named = { any: [fact("previousClass", "equal", null), fact("previousClass", "equal", "A")] };
  expect(await remarksOn([rule("no", at("class-moved", tried, named))], null)).toEqual([
    expect.stringMatching(/^! contradiction/),
  ]);
});

test("a rule of too many cases is not said to be idle", async () => {
  // Four cells for each, and when time passes two months in two of them.
  const some = (["bravery", "charity", "media-praise", "local-award", "party-warning"] as const).map((kind) =>
    fact(`monthsSince:${kind}`, "equal", 5),
  );
  expect(await remarksOn([rule("much", at("time-passed", { any: some }))])).toEqual([]);
});

test("the advice tells a rule that waits for a refusal which rules see one", async () => {
  const [problem] = await problemsOf(aRulebook([rule("no", at("attempt", denied), POST)]));
  expect(problem).toMatchObject({ severity: "problem", at: { path: "toy/no when" } });
  expect(problem!.advice).toMatch(/^Only a rule that leads, or remarks, sees/);
  const shut = rule("shut", fact("class", "notEqual", "A"), { kind: "measure", closes: ["air-travel"] });
  const falls = rule("falls", at("red-light"), { kind: "post", points: -30 });
  const remark = rule("so", at("attempt", denied), { kind: "remark", says: "so" });
  expect(await problemsOf(aRulebook([shut, falls, remark]))).toEqual([]);
});
