import { describe, expect, test } from "vitest";
import type { Rule, Then } from "../../../src/model/rule.ts";
import type { Condition } from "../../../src/model/condition.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, month, on, tries } from "../../support/builders.ts";
import { asking, disagreeing, type Grown, grown, otherwise } from "../../support/multiverse.ts";

/*
 * Books made by hand in which a question seems to do nothing in a life, and does. In each it is enough
 * to leave out one precaution for some reading to be told wrongly; property tests alone are too weak to
 * notice that.
 */

const UNTIL = month("Y2-12");
const PLANE = { kind: "measure", closes: ["air-travel"] } as const satisfies Then;

function rule(name: string, when: Condition, then: Then, readings: Rule["readings"] = []): Rule {
  return { ...aRule({ id: `toy/${name}`, when, then, evidence: "invented" }), readings };
}

/** The refusals in each reading, in order; that they are those of the life itself is seen to first. */
async function refusals(rulebook: Rulebook, persona: Persona): Promise<{ lives: number; refused: number[] }> {
  const tree = await grown(asking(rulebook), persona, UNTIL);
  expect(await disagreeing(tree)).toEqual({ wrong: [], miscounted: 0 });
  return { lives: tree.lives, refused: refusedIn(tree) };
}

function refusedIn({ open, told }: Grown): number[] {
  return open.flatMap(({ answers }, question) =>
    answers.map((_, place) => told(open.map((__, at) => (at === question ? place : 0)))!.denials.length),
  );
}

describe("wordings are asked whenever they could begin to hold", () => {
  const driver = aPersona([on("Y1-02", "red-light"), tries("Y1-05", "air-travel")]);
  const never = fact("monthsSince:job-lost", "equal", 1);

  // In force, nothing is asked three months after the red light: no clock of the rule runs out then.
  test("when a month has passed that they alone count to", async () => {
    const since = otherwise("when", "three", { when: fact("monthsSince:red-light", "equal", 3) });
    const { refused } = await refusals(aRulebook([rule("shut", never, PLANE, [since])]), driver);
    expect(refused).toEqual([0, 1]);
  });

  // It holds from the red light on, and its own clock runs out when it no longer does.
  test("when something happens that they alone remember", async () => {
    const since = otherwise("when", "since", { when: fact("monthsSince:red-light", "lessThan", 3) });
    const soon = aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")]);
    const { refused } = await refusals(aRulebook([rule("shut", never, PLANE, [since])]), soon);
    expect(refused).toEqual([0, 1]);
  });
});

/*
 * While on the list, rail is shut, and plane while rail is. Work lost: off the list, and rail shut for
 * want of work; or, read otherwise, as long as plane is, which in the moment it is asked still is. Settled
 * from none in force upwards, neither has anything to stand on.
 */
test("what a measure answers that reads measures hangs on what is in force with it", async () => {
  const book = aRulebook([
    rule("on", at("red-light"), { kind: "enlist", list: "court-defaulters" }),
    rule("off", at("job-lost"), { kind: "delist", list: "court-defaulters" }),
    rule("rail", fact("circumstance:work", "equal", "unemployed"), { kind: "measure", closes: ["high-speed-rail"] }, [
      otherwise("why", "plane", { when: { fact: "measures", operator: "contains", value: "toy/plane" } }),
    ]),
    rule(
      "plane",
      { any: [fact("measures", "contains", "toy/rail"), fact("lists", "contains", "court-defaulters")] },
      PLANE,
    ),
  ]);
  const life = [on("Y1-02", "red-light"), on("Y1-04", "job-lost"), tries("Y1-06", "air-travel")];
  const { refused } = await refusals(book, aPersona(life, { work: "employed" }));
  expect(refused).toEqual([1, 0]);
});

// −20 in February, back in May: in January the score is whole again, and no class was ever moved.
test("a class assigned once a year may leave out what a class at once would not", async () => {
  const book = aRulebook(
    [
      rule("light", at("red-light"), { kind: "post", points: -20, expiresAfterMonths: 3 }),
      rule("shut", fact("class", "notEqual", "A"), PLANE),
    ],
    aScoring({ assigned: "yearly", readings: [otherwise("when", "at-once", { assigned: "at-once" })] }),
  );
  const { refused } = await refusals(book, aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")]));
  expect(refused).toEqual([0, 1]);
});

// The score is 90. Below 40: no. Equal to 40: no. Below 90: no. Equal to 90: yes.
test("two questions may change nothing each and something together", async () => {
  const book = aRulebook(
    [
      rule("shut", fact("score", "lessThan", 40), PLANE, [
        otherwise("how", "equal", { when: { operator: "equal" } }),
        otherwise("what", "ninety", { when: { value: 90 } }),
      ]),
    ],
    aScoring({ opening: 90 }),
  );
  const tree = await grown(asking(book), aPersona([tries("Y1-02", "air-travel")]), UNTIL);
  expect(await disagreeing(tree)).toEqual({ wrong: [], miscounted: 0 });
  expect(
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map((choice) => tree.told(choice)!.denials.length),
  ).toEqual([0, 0, 0, 1]);
});

// +30 and −30 at once: 100 before and after, but 80 where the honour cannot take it above 110.
test("a ceiling may be met and left within one event", async () => {
  const book = aRulebook(
    [
      rule("honour", at("red-light"), { kind: "post", points: 30 }),
      rule("light", at("red-light"), { kind: "post", points: -30 }),
      rule("shut", fact("class", "notEqual", "A"), PLANE),
    ],
    aScoring({ readings: [otherwise("top", "full", { ceiling: 110 })] }),
  );
  const { refused } = await refusals(book, aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")]));
  expect(refused).toEqual([0, 1]);
});

test("a floor likewise", async () => {
  const book = aRulebook(
    [
      rule("light", at("red-light"), { kind: "post", points: -30 }),
      rule("honour", at("red-light"), { kind: "post", points: 30 }),
      rule("spared", fact("score", "greaterThan", 100), PLANE),
    ],
    aScoring({ readings: [otherwise("bottom", "high", { floor: 80 })] }),
  );
  const { refused } = await refusals(book, aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")]));
  expect(refused).toEqual([0, 1]);
});

describe("terms", () => {
  const listed = (term: number, read: number, off: string, tried: string): [Rulebook, Persona] => [
    aRulebook([
      rule("on", at("red-light"), { kind: "enlist", list: "court-defaulters", termMonths: term }, [
        otherwise("term", "other", { then: { termMonths: read } }),
      ]),
      rule("off", at("debt-paid"), { kind: "delist", list: "court-defaulters" }),
      rule("shut", fact("lists", "contains", "court-defaulters"), PLANE),
    ]),
    aPersona([on("Y1-02", "red-light"), tries(tried as "Y1-02", "air-travel"), on(off as "Y1-02", "debt-paid")]),
  ];

  // A term ends before anything else happens in its month.
  test("one that ends in the month in which the list was left ended first", async () => {
    expect(await refusals(...listed(12, 6, "Y1-08", "Y1-08"))).toEqual({ lives: 2, refused: [1, 0] });
  });

  test("one that ends after the list was left, or after all, ends nothing", async () => {
    expect(await refusals(...listed(12, 7, "Y1-08", "Y1-08"))).toEqual({ lives: 1, refused: [1, 1] });
    expect(await refusals(...listed(23, 100, "Y2-11", "Y2-11"))).toEqual({ lives: 1, refused: [1, 1] });
  });
});

describe("returns", () => {
  const light = (
    readings: Rule["readings"],
    usual: Parameters<typeof aScoring>[0],
    when: string,
  ): [Rulebook, Persona] => [
    aRulebook(
      [
        rule("light", at("red-light"), { kind: "post", points: -20 }, readings),
        rule("shut", fact("class", "notEqual", "A"), PLANE),
      ],
      aScoring(usual),
    ),
    aPersona([on(when as "Y1-02", "red-light"), tries("Y2-12", "air-travel")]),
  ];
  const usual = {
    deductionsReturnAfterMonths: 30,
    readings: [otherwise("usual", "soon", { deductionsReturnAfterMonths: 12 })],
  };

  test("hang on the scoring where the rule names no months of its own", async () => {
    expect(await refusals(...light([], usual, "Y1-02"))).toEqual({ lives: 2, refused: [1, 0] });
  });

  test("hang on both where another reading names some", async () => {
    const own = [otherwise("own", "soon", { then: { expiresAfterMonths: 12 } })];
    expect((await refusals(...light(own, usual, "Y1-02"))).refused).toEqual([1, 0, 1, 0]);
    const never = [otherwise("own", "late", { then: { expiresAfterMonths: 90 } })];
    const tree = await grown(asking(light(never, usual, "Y1-02")[0]), light(never, usual, "Y1-02")[1], UNTIL);
    expect(await disagreeing(tree)).toEqual({ wrong: [], miscounted: 0 });
  });

  test("after the end change nothing", async () => {
    expect(await refusals(...light([], usual, "Y2-01"))).toEqual({ lives: 1, refused: [1, 1] });
  });
});

describe("delays", () => {
  const late = (months: number, read: number): [Rulebook, Persona] => [
    aRulebook([
      rule("on", at("red-light"), { kind: "enlist", list: "court-defaulters", afterMonths: months }, [
        otherwise("delay", "other", { then: { afterMonths: read } }),
      ]),
      rule("shut", fact("lists", "contains", "court-defaulters"), PLANE),
    ]),
    aPersona([on("Y1-02", "red-light"), tries("Y2-12", "air-travel")]),
  ];

  test("act where one of them comes due", async () => {
    expect(await refusals(...late(30, 21))).toEqual({ lives: 2, refused: [0, 1] });
    // In the last month, but after all that is tried in it.
    expect(await refusals(...late(30, 22))).toEqual({ lives: 2, refused: [0, 0] });
    expect(await refusals(...late(0, 21))).toEqual({ lives: 2, refused: [1, 1] });
  });

  test("and not where none does", async () => {
    expect(await refusals(...late(30, 23))).toEqual({ lives: 1, refused: [0, 0] });
  });
});

describe("permits", () => {
  const LET: Then = { kind: "permit", door: "air-travel", lifts: { list: "court-defaulters" } };
  const asked = at("attempt", fact("door", "equal", "air-travel"));
  const listed = rule("on", at("red-light"), { kind: "enlist", list: "court-defaulters" });
  const onList = fact("lists", "contains", "court-defaulters");
  const driver = aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")], { work: "employed" });

  // In force both ways and from the same moment, but a permit goes by what a measure reads.
  test("a measure that holds for another reason may be lifted no more", async () => {
    const other = otherwise("why", "work", { when: { ...fact("circumstance:work", "equal", "unemployed") } });
    const book = aRulebook([
      rule("on", at("job-lost"), { kind: "enlist", list: "court-defaulters" }),
      rule("shut", onList, PLANE, [other]),
      rule("let", asked, LET),
    ]);
    const jobless = aPersona([on("Y1-02", "job-lost"), tries("Y1-03", "air-travel")], { work: "employed" });
    expect(await refusals(book, jobless)).toEqual({ lives: 2, refused: [0, 1] });
  });

  test("one for a purpose that nobody has may be read as one for any", async () => {
    const any = otherwise("whom", "all", { then: { purpose: null } });
    const book = aRulebook([
      listed,
      rule("shut", onList, PLANE),
      rule("let", asked, { ...LET, purpose: "work" }, [any]),
    ]);
    expect(await refusals(book, driver)).toEqual({ lives: 2, refused: [1, 0] });
  });

  test("one that would never have been asked hangs on nothing", async () => {
    const book = aRulebook([
      listed,
      rule("shut", onList, PLANE),
      rule("let", at("attempt", fact("door", "equal", "business-licence")), { ...LET, door: "business-licence" }, [
        otherwise("whom", "work", { then: { purpose: "work" } }),
        otherwise("there", "gone", null),
      ]),
    ]);
    const { lives } = await refusals(book, driver);
    expect(lives).toBe(1);
  });
});

describe("rules that are taken out, or only remark", () => {
  const driver = aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")], { work: "employed" });
  const light = (then: Then, readings: Rule["readings"]): Rulebook =>
    aRulebook([
      rule("light", at("red-light"), then, readings),
      rule("off", at("job-lost"), { kind: "enlist", list: "court-defaulters" }),
      rule("shut", fact("lists", "contains", "court-defaulters"), PLANE),
    ]);
  const SAYS: Then = { kind: "remark", says: "So it is." };
  const LOST: Then = { kind: "lead", event: "job-lost" };

  test("a rule that is gone does nothing, and one that never matched is not missed", async () => {
    const gone = [otherwise("there", "gone", null)];
    expect(await refusals(light(LOST, gone), driver)).toEqual({ lives: 2, refused: [1, 0] });
    const walker = aPersona([tries("Y1-03", "air-travel")], { work: "employed" });
    expect(await refusals(light(LOST, gone), walker)).toEqual({ lives: 1, refused: [0, 0] });
  });

  test("a remark may be read as what leads on, and the other way round", async () => {
    const leads = [otherwise("does", "leads", { then: { says: null, ...LOST } })];
    expect(await refusals(light(SAYS, leads), driver)).toEqual({ lives: 2, refused: [0, 1] });
    const remarks = [otherwise("does", "remarks", { then: { event: null, ...SAYS }, told: "nothing" })];
    expect(await refusals(light(LOST, remarks), driver)).toEqual({ lives: 2, refused: [1, 0] });
  });

  test("that a remark is made, or gone, changes no life", async () => {
    const readings = [
      otherwise("when", "never", { when: at("job-lost"), told: "nothing" }),
      otherwise("says", "other", { then: { says: "So it was." }, told: "nothing" }),
      otherwise("there", "gone", null),
    ];
    expect((await refusals(light(SAYS, readings), driver)).lives).toBe(1);
  });

  test("a remark that is made, beside what would lead on and does not, is no answer", async () => {
    const leads = [otherwise("does", "leads", { when: at("debt-paid"), then: { says: null, ...LOST } })];
    expect((await refusals(light(SAYS, leads), driver)).lives).toBe(1);
    const remarks = [
      otherwise("does", "remarks", { then: { event: null, ...SAYS }, told: "nothing", when: at("red-light") }),
    ];
    const never = aRulebook([rule("light", at("debt-paid"), LOST, remarks)]);
    expect((await refusals(never, driver)).lives).toBe(1);
  });

  test("what speaks of a rule that is gone is faulty, though nothing of either acts", async () => {
    const book = asking(
      aRulebook([
        rule("on", at("red-light"), { kind: "enlist", list: "published-entries" }, [otherwise("there", "gone", null)]),
        rule("off", at("job-lost"), { kind: "delist", list: "published-entries", ground: "toy/on" }),
      ]),
    );
    const tree = await grown(book, aPersona([tries("Y1-03", "air-travel")]), UNTIL);
    expect(await disagreeing(tree)).toEqual({ wrong: [], miscounted: 0 });
    expect([tree.faulty, tree.lives]).toEqual([1, 1]);
  });
});

describe("terms counted from the end of another", () => {
  const grounds = (term: number, read: number | null): Rulebook =>
    aRulebook([
      rule("on", at("red-light"), { kind: "enlist", list: "court-defaulters", termMonths: term }, [
        otherwise("term", "other", { then: { termMonths: read } }),
      ]),
      rule("more", at("shift-missed"), {
        kind: "enlist",
        list: "court-defaulters",
        termMonths: 2,
        lengthens: true,
      }),
      rule("off", at("debt-paid"), { kind: "delist", list: "court-defaulters", ground: "toy/on" }),
      rule("shut", fact("lists", "contains", "court-defaulters"), PLANE),
    ]);
  const life = aPersona(
    [on("Y1-02", "red-light"), on("Y1-03", "shift-missed"), on("Y1-04", "debt-paid"), tries("Y2-08", "air-travel")],
    { work: "employed" },
  );

  // The first ends early, but the second still goes by when it would have ended: in Y1-12, or in Y2-12.
  test("go by what the first would have been", async () => {
    expect(await refusals(grounds(8, 20), life)).toEqual({ lives: 2, refused: [0, 1] });
  });

  // One ground ends in Y1-04, and the list goes on: until Y1-11 or Y2-11.
  test("act although another ground was ended before", async () => {
    const book = aRulebook([
      rule("on", at("red-light"), { kind: "enlist", list: "court-defaulters" }),
      rule("more", at("shift-missed"), { kind: "enlist", list: "court-defaulters", termMonths: 8 }, [
        otherwise("term", "other", { then: { termMonths: 20 } }),
      ]),
      rule("off", at("debt-paid"), { kind: "delist", list: "court-defaulters", ground: "toy/on" }),
      rule("shut", fact("lists", "contains", "court-defaulters"), PLANE),
    ]);
    expect(await refusals(book, life)).toEqual({ lives: 2, refused: [0, 1] });
  });

  // After the end of all either way; but from one that has no end nothing can be counted.
  test("and by whether it had an end at all", async () => {
    expect(await refusals(grounds(30, null), life)).toEqual({ lives: 2, refused: [1, 0] });
  });
});

// Asked for ever anew, it ends when too much has happened; how soon hangs on every moment.
test("where a life does not settle, no wording is thought to be silent", async () => {
  const never = fact("circumstance:work", "equal", "employed");
  const book = aRulebook([
    rule("on", fact("circumstance:father", "equal", "listed"), PLANE),
    rule("again", at("posted"), { kind: "post", points: 1 }),
    rule("first", at("red-light"), { kind: "post", points: 1 }),
    rule("other", never, { kind: "measure", closes: ["high-speed-rail"] }, [
      otherwise("who", "official", { when: { value: "official" } }),
    ]),
  ]);
  const tree = await grown(asking(book), aPersona([on("Y1-02", "red-light")]), UNTIL);
  expect(await disagreeing(tree)).toEqual({ wrong: [], miscounted: 0 });
  expect(tree.told([0])!.ranAway).toBe(true);
  expect(tree.lives).toBe(2);
});

describe("what cannot matter is not lived twice", () => {
  test("what is told, and what a rule is called", async () => {
    const book = aRulebook([
      rule("shut", fact("class", "equal", "A"), PLANE, [
        otherwise("told", "reason", { told: "reason", title: "Shut" }),
      ]),
    ]);
    expect(await refusals(book, aPersona([tries("Y1-02", "air-travel")]))).toEqual({ lives: 1, refused: [1, 1] });
  });

  test("an earlier reading that a later one overrides", async () => {
    const book = aRulebook([
      rule("light", at("red-light"), { kind: "post", points: -5 }, [
        otherwise("first", "more", { then: { points: -15 } }),
        otherwise("last", "most", { then: { points: -45 } }),
      ]),
    ]);
    const tree = await grown(asking(book), aPersona([on("Y1-02", "red-light")]), UNTIL);
    expect(tree.leaves.map(({ box, readings }) => [...box, readings])).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [null, 1, 2],
    ]);
  });
});
