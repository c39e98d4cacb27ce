import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import type { Rule, Then } from "../../src/model/rule.ts";
import { aRule, at, fact } from "../support/builders.ts";
import { remarksOn } from "./remarks.ts";

const POST: Then = { kind: "post", points: -10 };
const rule = (id: string, when: Condition, then: Then = POST): Rule => aRule({ id: `toy/${id}`, when, then });
const prior = (operator: "equal" | "lessThan" | "greaterThanInclusive", value: number): Condition =>
  fact("priorCount", operator, value);
const score = (operator: "lessThan" | "greaterThanInclusive", value: number): Condition =>
  fact("score", operator, value);
const poor = fact("circumstance:savings", "equal", "none");

const first = rule("first", at("instalment-missed", prior("equal", 0)));
const second = rule("second", at("instalment-missed", prior("equal", 1)));
const third = rule("third", at("instalment-missed", prior("greaterThanInclusive", 2)));

test("a number left out between two rules", async () => {
  expect(await remarksOn([first, third])).toEqual([
    "gap: Between toy/first and toy/third no rule posts for priorCount 1, for instance at instalment-missed.",
  ]);
  expect(await remarksOn([first, second, third])).toEqual([]);
});

test("a stretch left out is one gap, and so is each of several", async () => {
  const fifth = rule("fifth", at("instalment-missed", prior("equal", 4)));
  const ninth = rule("ninth", at("instalment-missed", prior("greaterThanInclusive", 8)));
  expect(await remarksOn([first, fifth, ninth])).toEqual([
    "gap: Between toy/first and toy/fifth no rule posts for priorCount 1 to 3, for instance at instalment-missed.",
    "gap: Between toy/fifth and toy/ninth no rule posts for priorCount 5 to 7, for instance at instalment-missed.",
  ]);
});

test("a gap that is there in some circumstances only", async () => {
  const rules = [first, third, rule("poor", at("instalment-missed", prior("equal", 1), poor))];
  expect(await remarksOn(rules)).toEqual([
    "gap: Between toy/first and toy/third no rule posts for priorCount 1, for instance at instalment-missed with circumstance:savings some.",
  ]);
  expect(await remarksOn([...rules, rule("rich", at("instalment-missed", prior("equal", 1), { not: poor }))])).toEqual(
    [],
  );
});

test("bands of the score: measures on one door", async () => {
  const measure = (id: string, when: Condition, then: Omit<Then & { kind: "measure" }, "kind">): Rule =>
    rule(id, when, { kind: "measure", ...then });
  const rules = [
    first,
    rule("up", at("bravery"), { kind: "post", points: 5 }),
    measure("bad", score("lessThan", 60), { closes: ["social-aid"] }),
    measure(
      "middling",
      { all: [score("greaterThanInclusive", 70), score("lessThan", 90)] },
      { scrutinises: ["social-aid"] },
    ),
    measure("good", score("greaterThanInclusive", 95), { prefers: ["social-aid"] }),
  ];
  expect(await remarksOn(rules)).toEqual([
    // Between being examined and being preferred lies what is ordinary: no gap.
    "gap: Between toy/bad and toy/middling no rule holds for score 60 to 69.",
  ]);
});

test("months on a list", async () => {
  const on = (operator: "lessThan" | "greaterThanInclusive", months: number): Condition =>
    fact("monthsOnList:court-defaulters", operator, months);
  const closes: Then = { kind: "measure", closes: ["air-travel"] };
  const listing = rule("listing", at("debt-paid"), { kind: "enlist", list: "court-defaulters" });
  expect(
    await remarksOn([
      listing,
      rule("new", on("lessThan", 6), closes),
      rule("old", on("greaterThanInclusive", 12), closes),
    ]),
  ).toEqual(["gap: Between toy/new and toy/old no rule holds for monthsOnList:court-defaulters 6 to 11."]);
});

test("one gap is said once, for however many doors and events", async () => {
  const doors: Then = { kind: "measure", closes: ["air-travel", "star-hotel"] };
  const rules = [
    first,
    rule("low", score("lessThan", 60), doors),
    rule("high", { all: [score("greaterThanInclusive", 70), score("lessThan", 80)] }, doors),
  ];
  expect(await remarksOn(rules)).toHaveLength(1);
});

describe("no gap:", () => {
  test.each<[string, Rule[]]>([
    [
      "numbers before the first rule, or after the last",
      [second, rule("third", at("instalment-missed", prior("equal", 2)))],
    ],
    ["what one rule leaves out by itself", [rule("but-one", at("instalment-missed", { not: prior("equal", 1) }))]],
    [
      "what a third rule covers without reading the number",
      [
        first,
        third,
        rule("any", at("instalment-missed", poor)),
        rule("others", at("instalment-missed", { not: poor })),
      ],
    ],
    ["rules at other events", [first, rule("third", at("bravery", prior("greaterThanInclusive", 2)))]],
    [
      "a deduction and an addition",
      [first, rule("third", at("instalment-missed", prior("greaterThanInclusive", 2)), { kind: "post", points: 5 })],
    ],
    [
      "rules on other lists",
      ["court-defaulters", "spending-limits"]
        .map((list, at) =>
          rule(list, (at === 0 ? first : third).when, { kind: "enlist", list: list as "court-defaulters" }),
        )
        .concat(rule("posts", at("instalment-missed"))),
    ],
    [
      "months that two rules name",
      [3, 12].map((months) => rule(`after-${months}`, at("time-passed", fact("monthsSince:bravery", "equal", months)))),
    ],
    [
      "numbers that cannot be",
      [
        rule("small", at("posted", fact("points", "lessThan", 0)), { kind: "lead", event: "visit-missed" }),
        rule("large", at("posted", fact("points", "greaterThan", 0)), { kind: "lead", event: "visit-missed" }),
        rule("off", at("charity")),
        rule("on", at("bravery"), { kind: "post", points: 5 }),
      ],
    ],
    [
      "what a rule leaves out by itself, beside another",
      [first, rule("but-one", at("instalment-missed", { not: prior("equal", 1) }))],
    ],
    [
      "not being on the list at all",
      [
        rule("listing", at("debt-paid"), { kind: "enlist", list: "court-defaulters" }),
        rule("off", fact("monthsOnList:court-defaulters", "equal", null), { kind: "measure", closes: ["air-travel"] }),
        rule("long", fact("monthsOnList:court-defaulters", "greaterThan", 9), {
          kind: "measure",
          closes: ["air-travel"],
        }),
      ],
    ],
  ])("%s", async (_, rules) => {
    expect((await remarksOn(rules)).filter((each) => each.startsWith("gap"))).toEqual([]);
  });
});
