import { expect, test } from "vitest";
import { compare, metBy } from "../../src/analysis/rule-test.ts";
import type { Difference } from "../../src/analysis/rule-test.ts";
import { unnamedLife } from "../../src/load/unnamed-life.ts";
import type { FixtureEvent } from "../../src/model/persona.ts";
import type { Expectation } from "../../src/model/rule-test.ts";
import type { Trace } from "../../src/model/trace.ts";
import { listSpans } from "../../src/report/picture/life/spans.ts";
import { stepsOf } from "../../src/report/rule-test/steps.ts";
import { aPersona, aRule, aRulebook, at, fact, liveUntil, on, tries } from "../support/builders.ts";
import { composite, stacked } from "../support/shipped.ts";

const slander = (when: string): FixtureEvent => on(when, "online-post-judged-slander");

/** Opens at 1,000; four times −100, then −10: class D, which shuts the licence. */
const CLASS_D: FixtureEvent[] = [
  ...["Y1-02", "Y1-03", "Y1-04", "Y1-05"].map(slander),
  on("Y1-06", "utility-arrears"),
  tries("Y1-07", "business-licence", "trade"),
  tries("Y1-07", "air-travel"),
  tries("Y1-08", "business-licence", "trade"),
];

async function lived(until: string): Promise<Trace> {
  return liveUntil(until, stacked("suining-2010"), unnamedLife(CLASS_D).persona);
}

async function differing(expectation: Expectation, until = "Y1-08"): Promise<Partial<Difference>[]> {
  return compare(await lived(until), expectation).differences.map(({ key, expected, met, first }) => ({
    key,
    expected,
    met,
    first,
  }));
}

test("what is met is what stands at the end of the month", async () => {
  expect(metBy(await lived("Y1-08"))).toEqual({
    points: 590,
    class: "D",
    worstClass: "D",
    lists: [],
    denied: ["business-licence", "business-licence"],
    denials: 2,
    losses: [],
    monthsShut: 3,
  });
  expect(metBy(await lived("Y1-06"))).toMatchObject({ points: 590, class: "D", denials: 0, monthsShut: 1 });
  expect(metBy(await lived("Y1-05"))).toMatchObject({ points: 600, class: "C", worstClass: "C", monthsShut: 0 });
  expect(metBy(await lived("Y10-12"))).toMatchObject({ points: 1000, class: "A", worstClass: "D", monthsShut: 20 });
});

test("losses are those that rules led to, in order", async () => {
  const persona = aPersona([on("Y1-02", "court-finds-refusal"), tries("Y1-03", "high-speed-rail", "work")], {
    work: "employed",
    "work-travel": "distant",
  });
  const trace = await liveUntil("Y1-03", composite(), persona);
  expect(metBy(trace).losses).toEqual(["shift-missed", "wage-lost"]);
  expect(compare(trace, { losses: ["shift-missed", "wage-lost"] }).holds).toBe(true);
  expect(compare(trace, { losses: ["wage-lost", "shift-missed"] }).differences).toMatchObject([{ first: 0 }]);
});

test("everything named is compared exactly, and nothing else", async () => {
  expect(await differing({ points: 590, denied: ["business-licence", "business-licence"], denials: 2 })).toEqual([]);
  expect(await differing({ points: 591, class: "C", monthsShut: 2 })).toEqual([
    { key: "points", expected: 591, met: 590, first: null },
    { key: "class", expected: "C", met: "D", first: null },
    { key: "monthsShut", expected: 2, met: 3, first: null },
  ]);
});

test("doors and losses in order, with repeats; the first amiss is told", async () => {
  const met = ["business-licence", "business-licence"];
  expect(await differing({ denied: ["business-licence"] })).toMatchObject([{ met, first: null }]);
  expect(await differing({ denied: ["business-licence", "air-travel"] })).toMatchObject([{ met, first: 1 }]);
  expect(await differing({ denied: [] })).toMatchObject([{ met, first: null }]);
});

test("lists in any order", async () => {
  const rulebook = stacked("suining-2010", "court-defaulters-2017");
  const { persona } = unnamedLife([on("Y1-02", "court-finds-refusal"), on("Y1-02", "court-limits-spending")]);
  const trace = await liveUntil("Y1-03", rulebook, persona);
  expect(compare(trace, { lists: ["court-defaulters", "spending-limits"] }).holds).toBe(true);
  expect(compare(trace, { lists: ["spending-limits", "court-defaulters"] }).holds).toBe(true);
  expect(compare(trace, { lists: ["spending-limits"] }).holds).toBe(false);
  expect(
    compare(trace, { lists: ["spending-limits", "published-entries", "court-defaulters"] }).differences,
  ).toMatchObject([{ first: 1 }]);
});

test("differences come in the order in which they were written", async () => {
  expect((await differing({ monthsShut: 0, points: 0 })).map(({ key }) => key)).toEqual(["monthsShut", "points"]);
});

test("a life that never settles holds nothing, whatever it met", async () => {
  const again = aRule({
    id: "toy/again",
    when: at("posted", fact("points", "lessThan", 0)),
    then: { kind: "post", points: -1 },
  });
  const start = aRule({ id: "toy/start", when: at("red-light"), then: { kind: "post", points: -1 } });
  const trace = await liveUntil("Y1-03", aRulebook([start, again]), aPersona([on("Y1-02", "red-light")]));
  expect(compare(trace, { denials: 0 })).toMatchObject({ ranAway: true, holds: false, differences: [] });
});

test.each<[keyof Expectation, Expectation, string[]]>([
  [
    "points",
    { points: 1 },
    [
      "opens at 1,000 points",
      ...[1, 2, 3, 4].map(() => "Online post judged slander −100 suining/online-post-judged-slander"),
      "Water or electricity bill left unpaid −10 suining/utility-arrears",
    ],
  ],
  ["lists", { lists: ["court-defaulters"] }, ["never on court-defaulters"]],
  [
    "denied",
    { denied: [] },
    [
      "business-licence (business licence): denied suining/class-d-no-licence",
      "air-travel (plane): not denied",
      "business-licence (business licence): denied suining/class-d-no-licence",
    ],
  ],
  ["losses", { losses: ["job-lost"] }, ["no rule leads to a loss"]],
  ["monthsShut", { monthsShut: 0 }, ["some door shut from Y1-06 to Y1-08: 3 months suining/class-d-vetting"]],
])("what made %s", async (_, expectation, says) => {
  const trace = await lived("Y1-08");
  const [difference] = compare(trace, expectation).differences;
  expect(
    stepsOf(difference!, trace).map((step) => [step.says, ...(step.rule === null ? [] : [step.rule])].join(" ")),
  ).toEqual(says);
});

test("what made a list, ground by ground; and until when one is drawn to be on it", async () => {
  const onto = (id: string, event: "red-light" | "drunk-driving") =>
    aRule({ id: `toy/${id}`, when: at(event), then: { kind: "enlist", list: "court-defaulters" } });
  const off = (id: string, event: "charity" | "bravery", ground?: string) =>
    aRule({
      id: `toy/${id}`,
      when: at(event),
      then: { kind: "delist", list: "court-defaulters", ...(ground === undefined ? {} : { ground }) },
    });
  const trace = await liveUntil(
    "Y1-12",
    aRulebook([
      onto("light", "red-light"),
      onto("drunk", "drunk-driving"),
      off("good", "charity", "toy/light"),
      off("brave", "bravery"),
    ]),
    aPersona([on("Y1-01", "red-light"), on("Y1-02", "drunk-driving"), on("Y1-04", "charity"), on("Y1-09", "bravery")]),
  );
  const [difference] = compare(trace, { lists: ["court-defaulters"] }).differences;
  expect(stepsOf(difference!, trace).map(({ says, rule }) => `${says} ${rule}`)).toEqual([
    "on court-defaulters toy/light",
    "on court-defaulters for one more reason toy/drunk",
    "still on court-defaulters, for one reason less toy/good",
    "off court-defaulters toy/brave",
  ]);
  expect(listSpans(trace).get("court-defaulters")).toEqual([{ from: 0, to: 8 }]);
});

test("what made a class, and what still counts of many movements", async () => {
  const trace = await lived("Y1-08");
  const [moved] = compare(trace, { class: "A" }).differences;
  expect(stepsOf(moved!, trace).map(({ says }) => says)).toEqual([
    "opens in class A",
    "Online post judged slander: class A → B, at 900 points",
    "Online post judged slander: class B → C, at 800 points",
    "Water or electricity bill left unpaid: class C → D, at 590 points",
  ]);
  const later = await lived("Y3-05");
  const [points] = compare(later, { points: 0 }).differences;
  expect(points).toMatchObject({ met: 990 });
  // Nine movements are told one by one; a tenth would leave only the last deduction.
  expect(stepsOf(points!, later)).toHaveLength(10);
  const many = await liveUntil(
    "Y3-06",
    stacked("suining-2010"),
    unnamedLife([...CLASS_D.slice(0, 5), on("Y2-01", "drunk-driving")]).persona,
  );
  const [left] = compare(many, { points: 0 }).differences;
  expect(stepsOf(left!, many).map(({ says }) => says)).toEqual([
    "opens at 1,000 points; what has come back since is left out",
    "Drunk driving −50",
  ]);
});
