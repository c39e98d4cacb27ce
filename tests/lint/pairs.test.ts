import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import type { Rule, Then, Told } from "../../src/model/rule.ts";
import { DOOR_NAMES } from "../../src/model/vocabulary/doors.ts";
import { aRule, at, fact } from "../support/builders.ts";
import { remarksOn } from "./remarks.ts";

const POST: Then = { kind: "post", points: -10 };
const rule = (id: string, when: Condition, then: Then = POST, told: Told = "outcome"): Rule =>
  aRule({ id: `toy/${id}`, when, then, told });

const prior = (operator: "equal" | "lessThan" | "greaterThan", value: number): Condition =>
  fact("priorCount", operator, value);
const listing = rule("listing", at("debt-paid"), { kind: "enlist", list: "court-defaulters" });
const listed = fact("lists", "contains", "court-defaulters");

describe("rules that both post for one act", () => {
  test("in some cases: an example is given", async () => {
    const rules = [
      rule("few", at("red-light", prior("lessThan", 3))),
      rule("many", at("red-light", prior("greaterThan", 1))),
    ];
    expect(await remarksOn(rules)).toEqual([
      "overlap: toy/few and toy/many can both match, for instance at red-light with priorCount 2: one act is then entered more than once.",
    ]);
  });

  test.each([
    ["the first only with the second", "some", "all", "Whenever toy/some matches, so does toy/all"],
    ["the second only with the first", "all", "some", "Whenever toy/some matches, so does toy/all"],
  ])("%s", async (_, first, second, says) => {
    const some = rule("some", at("red-light", prior("greaterThan", 0)), { kind: "post", points: -20 });
    const all = rule("all", at("red-light"));
    const by = new Map([
      ["some", some],
      ["all", all],
    ]);
    expect(await remarksOn([by.get(first)!, by.get(second)!])).toEqual([
      `overlap: ${says}: one act is then entered more than once.`,
    ]);
  });

  test("always: points of the same kind add up all the same", async () => {
    expect(await remarksOn([rule("one", at("red-light")), rule("same", at("red-light"))])).toEqual([
      "overlap: toy/one and toy/same always match together: one act is then entered more than once.",
    ]);
  });

  test("several, any two of them, are said at once; what overlaps with one only, for itself", async () => {
    const three = ["a", "b", "c"].map((id) => rule(id, at("red-light")));
    const last = rule("d", fact("event", "in", ["red-light", "bravery"]));
    expect(await remarksOn([...three, rule("z", at("bravery")), last])).toEqual([
      "overlap: Any two of toy/a, toy/b, toy/c and toy/d can match together: one act is then entered more than once.",
      "overlap: Whenever toy/z matches, so does toy/d: one act is then entered more than once.",
    ]);
    const [few, some, many] = [
      rule("few", at("red-light", prior("lessThan", 3))),
      rule("some", at("red-light", prior("greaterThan", 1), prior("lessThan", 5))),
      rule("many", at("red-light", prior("greaterThan", 3))),
    ];
    expect(await remarksOn([some, few, many])).toEqual([
      expect.stringMatching(/^overlap: toy\/some and toy\/few can both match, .* priorCount 2/),
      expect.stringMatching(/^overlap: toy\/some and toy\/many can both match, .* priorCount 4/),
    ]);
  });

  test.each<[string, Rule, Rule]>([
    ["other events", rule("a", at("red-light")), rule("b", at("bravery"))],
    [
      "numbers that meet but do not cross",
      rule("a", at("red-light", prior("lessThan", 2))),
      rule("b", at("red-light", prior("greaterThan", 1))),
    ],
    [
      "a class and a score that cannot be together",
      rule("a", at("red-light", fact("class", "equal", "A"))),
      rule("b", at("red-light", fact("score", "lessThan", 90))),
    ],
    [
      "on a list and long on it",
      rule("a", at("red-light", { not: listed })),
      rule("b", at("red-light", fact("monthsOnList:court-defaulters", "greaterThan", 2))),
    ],
    [
      "an event and what it needs",
      rule("a", at("instalment-missed")),
      rule("b", fact("event", "in", ["bravery", "instalment-missed"]), { kind: "strike", of: "bravery" }),
    ],
    [
      "months of which each is reached once",
      rule("a", at("time-passed", fact("monthsSince:bravery", "greaterThan", 2))),
      rule("b", at("time-passed", fact("monthsSince:bravery", "greaterThan", 5))),
    ],
  ])("not so: %s", async (_, a, b) => {
    expect(await remarksOn([listing, a, b])).toEqual([]);
  });

  test("not so: two terms that happen to end in one month", async () => {
    const after = (id: string, kind: "bravery" | "charity", ...rest: Condition[]): Rule =>
      rule(id, at("time-passed", fact(`monthsSince:${kind}`, "equal", 3), ...rest));
    expect(await remarksOn([after("a", "bravery"), after("b", "charity")])).toEqual([]);
    expect(
      await remarksOn([after("a", "bravery"), after("b", "bravery", fact("circumstance:work", "equal", "none"))]),
    ).toEqual([expect.stringMatching(/^overlap: Whenever toy\/b matches, so does toy\/a/)]);
  });

  test("not so: though both wait for a third thing as well", async () => {
    const after = (id: string, kind: "bravery" | "charity", operator: "equal" | "greaterThan"): Rule =>
      rule(
        id,
        at("time-passed", fact(`monthsSince:${kind}`, operator, 3), fact("monthsSince:red-light", "greaterThan", 5)),
      );
    expect(await remarksOn([after("a", "bravery", "equal"), after("b", "charity", "equal")])).toEqual([]);
    expect(await remarksOn([after("a", "bravery", "greaterThan"), after("b", "charity", "greaterThan")])).toEqual([
      expect.stringMatching(/^overlap: toy\/a and toy\/b can both match/),
    ]);
  });

  test("what only some of the events allow that they do not name", async () => {
    // The first of these events needs a debt that is still being paid.
    const others = fact("event", "notIn", ["drunk-driving", "traffic-offence", "red-light", "birth-beyond-plan"]);
    const paid = (id: string): Rule => rule(id, { all: [others, fact("circumstance:debt", "equal", "paid")] });
    expect((await remarksOn([paid("a"), paid("b")]))[0]).toMatch(/^overlap: toy\/a and toy\/b always match together/);
  });

  test("time that makes both match in one month", async () => {
    const rules = [
      rule("a", at("time-passed", fact("monthsSince:bravery", "greaterThan", 2))),
      rule("b", at("time-passed", fact("monthsSince:bravery", "equal", 3))),
    ];
    expect(await remarksOn(rules)).toHaveLength(1);
  });
});

describe("other effects that add up", () => {
  test("two grounds for one listing", async () => {
    const onto = (id: string, termMonths: number, when: Condition): Rule =>
      rule(id, when, { kind: "enlist", list: "spending-limits", termMonths });
    expect(
      await remarksOn([
        listing,
        onto("long", 24, at("red-light", listed)),
        onto("short", 12, at("red-light", fact("circumstance:work", "equal", "none"))),
      ]),
    ).toEqual([
      "overlap: toy/long and toy/short can both match, for instance at red-light with lists court-defaulters and circumstance:work none: there are then several grounds for one listing, each with its own term.",
    ]);
  });

  test("a ground that ends later than the other", async () => {
    const onto = (id: string, termMonths: number): Rule =>
      rule(id, at("red-light"), { kind: "enlist", list: "spending-limits", termMonths });
    const longer = rule("longer", at("red-light", listed), { kind: "enlist", list: "spending-limits", termMonths: 24 });
    expect(await remarksOn([listing, onto("short", 12), longer])).toEqual([
      expect.stringMatching(/^overlap: Whenever toy\/longer matches, so does toy\/short/),
    ]);
    expect(await remarksOn([listing, onto("as-long", 24), longer])).toEqual([
      expect.stringMatching(/^adds-nothing: Whenever toy\/longer matches, so does toy\/as-long/),
    ]);
  });

  test("an event led to twice, unless in the same month", async () => {
    const to = (id: string, afterMonths: number, when: Condition = at("red-light")): Rule =>
      rule(id, when, { kind: "lead", event: "shift-missed", afterMonths });
    expect(await remarksOn([to("now", 0), to("then", 2)])).toEqual([
      "overlap: toy/now and toy/then always match together: what they lead to then happens more than once.",
    ]);
    const employed = fact("circumstance:work", "equal", "employed");
    expect(
      await remarksOn([to("a", 1, at("red-light", employed)), to("b", 1, at("red-light", listed)), listing]),
    ).toEqual([]);
  });
});

describe("rules that add nothing", () => {
  const TRAINS: Then = { kind: "measure", closes: ["high-speed-rail"] };
  const BOTH: Then = { kind: "measure", closes: ["high-speed-rail", "air-travel"] };
  const bad = fact("class", "equal", "C");
  const low = fact("class", "in", ["B", "C"]);
  const deduction = rule("deduction", at("red-light"));

  test("a measure whose doors another closes whenever it holds", async () => {
    expect(await remarksOn([deduction, rule("bad", bad, TRAINS), rule("low", low, BOTH)])).toEqual([
      "adds-nothing: Whenever toy/bad matches, so does toy/low and does the same to the same doors: toy/bad adds nothing.",
    ]);
  });

  test("a score that says the same as a class", async () => {
    expect(
      await remarksOn([deduction, rule("low", low, BOTH), rule("few", fact("score", "lessThan", 90), TRAINS)]),
    ).toEqual([
      "adds-nothing: toy/low matches in exactly the same cases and does the same to the same doors: toy/few adds nothing.",
    ]);
  });

  test.each<[string, Rule[]]>([
    ["it holds in another case", [rule("low", low, TRAINS), rule("bad", bad, BOTH)]],
    ["it closes one more door", [rule("bad", bad, BOTH), rule("low", low, TRAINS)]],
    [
      "it closes what the other only examines",
      [
        rule("bad", bad, TRAINS),
        rule("low", low, { kind: "measure", scrutinises: ["high-speed-rail"], closes: ["air-travel"] }),
      ],
    ],
    ["more of it is told", [rule("bad", bad, TRAINS, "reason"), rule("low", low, BOTH)]],
    [
      "another measure asks for it",
      [
        rule("bad", bad, TRAINS),
        rule("low", low, BOTH),
        rule("third", fact("measures", "contains", "toy/bad"), { kind: "measure", closes: ["star-hotel"] }),
      ],
    ],
    [
      "a rule answers when it begins",
      [
        rule("bad", bad, TRAINS),
        rule("low", low, BOTH),
        rule("third", at("measure-imposed", fact("measure", "equal", "toy/bad")), {
          kind: "lead",
          event: "visit-missed",
        }),
      ],
    ],
    [
      "it prefers",
      [
        rule("bad", bad, { kind: "measure", closes: ["high-speed-rail"], prefers: ["air-travel"] }),
        rule("low", low, BOTH),
      ],
    ],
    [
      "the second is asked for by another",
      [
        rule("low", low, BOTH),
        rule("bad", bad, TRAINS),
        rule("third", fact("measures", "contains", "toy/bad"), { kind: "measure", closes: ["star-hotel"] }),
      ],
    ],
  ])("not so: %s", async (_, rules) => {
    expect(await remarksOn([deduction, ...rules])).toEqual([]);
  });

  test("not so: a rule answers every measure", async () => {
    const rules = [deduction, rule("bad", bad, TRAINS), rule("low", low, BOTH)];
    const third = rule("third", at("measure-imposed"), { kind: "lead", event: "visit-missed" });
    expect(await remarksOn([...rules, third])).toEqual([expect.stringMatching(/^any-measure/)]);
  });

  test.each<[string, Then, Then, string]>([
    [
      "a lead",
      { kind: "lead", event: "shift-missed", afterMonths: 1 },
      { kind: "lead", event: "shift-missed", afterMonths: 1 },
      "leads to the same: toy/b adds nothing beside one more cause",
    ],
    [
      "a ground that ends sooner",
      { kind: "enlist", list: "spending-limits" },
      { kind: "enlist", list: "spending-limits", termMonths: 9 },
      "does the same: toy/b adds nothing",
    ],
    [
      "a strike",
      { kind: "strike", of: "bravery" },
      { kind: "strike", of: "bravery" },
      "does the same: toy/b adds nothing",
    ],
    [
      "a delisting",
      { kind: "delist", list: "spending-limits" },
      { kind: "delist", list: "spending-limits" },
      "does the same: toy/b adds nothing",
    ],
    [
      "a delisting of one ground beside one of all",
      { kind: "delist", list: "spending-limits" },
      { kind: "delist", list: "spending-limits", ground: "toy/listing" },
      "does the same: toy/b adds nothing",
    ],
  ])("%s", async (_, more, less, says) => {
    const rules = [
      rule("a", at("red-light"), more),
      rule("b", at("red-light", { not: fact("score", "equal", null) }), less),
    ];
    expect(await remarksOn(rules)).toEqual([`adds-nothing: toy/a matches in exactly the same cases and ${says}.`]);
  });

  test.each<[string, Then, Then]>([
    ["a lead elsewhere", { kind: "lead", event: "shift-missed" }, { kind: "lead", event: "visit-missed" }],
    [
      "a delisting later",
      { kind: "delist", list: "spending-limits" },
      { kind: "delist", list: "spending-limits", afterMonths: 2 },
    ],
    [
      "a delisting of another ground",
      { kind: "delist", list: "spending-limits", ground: "toy/one" },
      { kind: "delist", list: "spending-limits", ground: "toy/other" },
    ],
    ["a strike of something else", { kind: "strike", of: "bravery" }, { kind: "strike", of: "charity" }],
  ])("not so: %s", async (_, one, other) => {
    expect(await remarksOn([rule("a", at("red-light"), one), rule("b", at("red-light"), other)])).toEqual([]);
  });

  test("not so: a ground that outlasts the other, since that is ended by name", async () => {
    const onto = (id: string): Rule => rule(id, at("red-light"), { kind: "enlist", list: "spending-limits" });
    const off = rule("off", at("debt-paid"), { kind: "delist", list: "spending-limits", ground: "toy/a" });
    expect(await remarksOn([onto("a"), onto("b")])).toEqual([expect.stringMatching(/^adds-nothing/)]);
    expect(await remarksOn([onto("a"), onto("b"), off])).toEqual([expect.stringMatching(/^overlap/)]);
  });

  test("a rule that is asked in other months", async () => {
    const since = (id: string, ...rest: Condition[]): Rule =>
      rule(id, at("time-passed", fact("monthsSince:charity", "greaterThan", 2), ...rest), {
        kind: "lead",
        event: "shift-missed",
      });
    expect(await remarksOn([since("one", fact("monthsSince:bravery", "greaterThan", 2)), since("other")])).toEqual([]);
  });
});

test("rules with too many cases are named, not skipped", async () => {
  // Each of these facts has four cells: never, less than 5 months ago, 5, and more.
  const kinds = [
    "bravery",
    "charity",
    "media-praise",
    "local-award",
    "red-light",
    "drunk-driving",
    "party-warning",
  ] as const;
  const reading = (id: string, ...some: readonly (typeof kinds)[number][]): Rule =>
    rule(id, at("debt-paid", { any: some.map((kind) => fact(`monthsSince:${kind}`, "equal", 5)) }));
  const much = reading("much", ...kinds.slice(0, 3));
  expect(await remarksOn([much, reading("more", ...kinds.slice(3, 6))])).toEqual([
    expect.stringMatching(/^overlap: toy\/much and toy\/more can both match/),
  ]);
  expect(await remarksOn([much, reading("most", ...kinds.slice(3)), rule("other", at("red-light"))])).toEqual([
    "not-compared: Some of these rules were not compared with each other (too many cases: more than 4096): toy/much and toy/most.",
  ]);
});

test("rules of which any two can be compared, but not all for a gap", async () => {
  const kinds = ["bravery", "charity", "media-praise", "local-award", "party-warning", "drunk-driving"] as const;
  const reading = (id: string, first: number, count: number): Rule =>
    rule(
      id,
      at(
        "red-light",
        prior("equal", count),
        ...kinds.slice(first, first + 2).map((kind) => fact(`monthsSince:${kind}`, "equal", 5)),
      ),
    );
  expect(await remarksOn([reading("a", 0, 0), reading("b", 2, 1), reading("c", 4, 2)])).toEqual([
    expect.stringMatching(/^not-compared: .*: toy\/a, toy\/b and toy\/c\.$/),
  ]);
});

test("many items of a list are too many cases before they are written out", async () => {
  const ids = Array.from({ length: 22 }, (_, index) => `toy/measure-${index}`);
  const measures = ids.map((id, index) =>
    aRule({
      id,
      when: fact("circumstance:work", index % 2 === 0 ? "equal" : "notEqual", "none"),
      then: { kind: "measure", closes: [DOOR_NAMES[index]!] },
    }),
  );
  const reading = (id: string, some: readonly string[]): Rule =>
    rule(id, at("debt-paid", { any: some.map((each) => fact("measures", "contains", each)) }));
  expect(await remarksOn([...measures, reading("one", ids.slice(0, 11)), reading("other", ids.slice(11))])).toEqual([
    expect.stringMatching(/^not-compared: .*: toy\/one and toy\/other\.$/),
  ]);
});
