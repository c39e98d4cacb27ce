import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { repair, type RuleRepair } from "../../../src/analysis/questions/repair.ts";
import type { Goal } from "../../../src/analysis/repair/goal.ts";
import { prepare } from "../../../src/engine/prepare.ts";
import { repairAnswer } from "../../../src/report/experiment/repair-wording.ts";
import { aPersona, aRule, aRulebook, at, fact, month, on, tries } from "../../support/builders.ts";

/*
 * Opens at 100; A from 90, B from 60, C below. A red light costs 30; class C shuts planes; a refused
 * plane is a visit missed. Lived until Y1-06.
 *
 * Red lights in Y1-02 and Y1-03, a plane in Y1-04. Scores 100, 70 (B), 40 (C): refused.
 */
const RULES = aRulebook([
  aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -30 }, evidence: "reported" }),
  aRule({
    id: "toy/shut",
    when: fact("class", "equal", "C"),
    then: { kind: "measure", closes: ["air-travel"] },
    evidence: "documented",
  }),
  aRule({
    id: "toy/visit",
    when: at("attempt", fact("denied", "equal", true)),
    then: { kind: "lead", event: "visit-missed" },
  }),
]);
const DRIVER = aPersona([on("Y1-02", "red-light"), on("Y1-03", "red-light"), tries("Y1-04", "air-travel")]);

function repaired(goal: Goal, progress = UNWATCHED) {
  return repair(new Lab(RULES, [DRIVER], (variant) => prepare(variant), month("Y1-06")), goal, progress);
}

const says = ({ edits }: RuleRepair): string =>
  edits.map((edit) => (edit.kind === "drop" ? `drop ${edit.rule}` : `${edit.address} ${edit.to}`)).join(" + ");

const DOOR: Goal = { kind: "door", door: "air-travel" };

describe("no plane is refused, worked on paper", async () => {
  const experiment = await repaired(DOOR);

  test("by one edit", () => {
    /*
     * toy/light: 100 + 2n ≥ 60, so n ≥ −20: ten steps. The opening o: o − 60 ≥ 60, so o ≥ 120: twenty
     * steps. B from m: 40 ≥ m: twenty steps, and after the opening among the numbers. Nothing helps
     * downwards, or upwards for m, or for A. Rules last: the light, the measure; not the visit.
     */
    expect(experiment.repairs.filter(({ edits }) => edits.length === 1).map(says)).toEqual([
      "toy/light.points -20",
      "opening 120",
      "classes.B.min 40",
      "drop toy/light",
      "drop toy/shut",
    ]);
  });

  test("by two edits neither of which is enough", () => {
    /*
     * With the opening up by a, the light up by b and B down by c: 40 + a + 2b ≥ 60 − c.
     * a + 2b = 20: b from 1 to 9. c + 2b = 20: likewise. a + c = 20: a from 1 to 19. By steps:
     * 20 − b for the first two, 20 for the third.
     */
    const byLight = Array.from({ length: 9 }, (_, nth) => 9 - nth).flatMap((b) => [
      `opening ${100 + 20 - 2 * b} + toy/light.points ${-30 + b}`,
      `classes.B.min ${60 - (20 - 2 * b)} + toy/light.points ${-30 + b}`,
    ]);
    const byBoth = Array.from({ length: 19 }, (_, nth) => nth + 1).map(
      (a) => `opening ${100 + a} + classes.B.min ${60 - (20 - a)}`,
    );
    expect(experiment.repairs.filter(({ edits }) => edits.length === 2).map(says)).toEqual([...byLight, ...byBoth]);
  });

  test("what comes of a repair: the refusal, four months, the visit are gone", () => {
    expect(experiment.repairs[0]).toEqual({
      edits: [
        {
          kind: "set",
          address: "toy/light.points",
          rule: "toy/light",
          unit: "points",
          from: -30,
          to: -20,
          evidence: "reported",
        },
      ],
      gone: { denied: 1, months: 4, losses: 1 },
      fresh: { denied: 0, months: 0, losses: 0 },
      worst: "B",
    });
  });

  test("what the person would have had to do", () => {
    /*
     * Without either light the score is 70; without the plane nothing is refused. The first light can
     * be put off to Y1-05, by 3 months: in Y1-04 it would still stand before the plane in the fixture.
     * The second likewise by 2. The plane is refused whenever it is tried later.
     */
    expect(experiment.acts.map(({ line, delay }) => [line, delay])).toEqual([
      [1, null],
      [1, 3],
      [2, null],
      [2, 2],
      [3, null],
    ]);
    // Up to Y1-06: 4, 3 and 2 months.
    expect(experiment.actSpace).toEqual({ acts: 3, delays: 9 });
  });

  test("the space, counted", () => {
    /*
     * Numbers: the opening, 0 to 10,000; A from 61 to 100,000; B from −100,000 to 89; points from −1,000
     * to 1,000 without 0; each without where it stands. A and B may not meet: for B at 61 to 89, A from
     * 61 to B, which are 1 + 2 + … + 29 = 435 pairs.
     */
    const [opening, a, b, points] = [10_000, 99_939, 100_089, 1999] as const;
    const integers = opening + a + b + points;
    expect(experiment.space).toEqual({
      rules: 3,
      numbers: 4,
      integers,
      pairsOfRules: 3,
      // The light's own points cannot be set where it is dropped.
      ruleAndInteger: integers * 3 - points,
      pairsOfIntegers: opening * (a + b + points) + a * b - 435 + (a + b) * points,
    });
    const { rules, pairsOfRules, ruleAndInteger, pairsOfIntegers } = experiment.space!;
    const of = rules + integers + pairsOfRules + ruleAndInteger + pairsOfIntegers;
    expect(experiment.searched).toMatchObject({ variants: of, of, stopped: false });
    // Twelve thousand million rulebooks, and few lives.
    expect(experiment.searched.lives.replayed).toBeLessThan(300);
  });

  test("the page", () => {
    const { title, sections } = repairAnswer(experiment);
    expect(title).toBe("What would have to change so that An Ranran is never refused a seat on a plane");
    expect(sections[0]!.sentences).toEqual([
      "So that An Ranran is never refused a seat on a plane, it is enough to set one number of the rules otherwise (3 ways), to drop one rule (2 ways), or to make two edits neither of which is enough alone (37 ways).",
      "As the rules stand, An Ranran is refused for the first time in Y1-04 (#3).",
      "Under the rules as they stand, An Ranran would have done it by leaving out, or putting off, any one of 3 of 3 acts.",
      "Not trying at all counts: an attempt that is not made is not refused.",
    ]);
    expect(sections[1]!.table!.rows[0]).toEqual([
      "toy/light, points",
      "−30 reported → −20 invented",
      "−1",
      "−4",
      "−1",
      "B",
    ]);
    expect(sections.map(({ heading }) => heading)).toEqual([
      "The answer",
      "What the rules would have to change: one number",
      "What the rules would have to change: one rule dropped",
      "What the rules would have to change: two edits together",
      "What An Ranran would have had to do",
      "What was searched",
    ]);
  });
});

test("an attempt of the fixture is known by its line: put off, it is still refused", async () => {
  const goal: Goal = { kind: "denial", seq: 3, month: month("Y1-04"), door: "air-travel", purpose: "none", line: 3 };
  const { acts } = await repaired(goal);
  expect(acts.map(({ line, delay }) => [line, delay])).toEqual([
    [1, null],
    [1, 3],
    [2, null],
    [2, 2],
    [3, null],
  ]);
});

test("a loss is known by its month: put off, the plane is refused in another", async () => {
  const goal: Goal = { kind: "loss", seq: 4, month: month("Y1-04"), event: "visit-missed" };
  const { acts, repairs } = await repaired(goal);
  expect(acts.map(({ line, delay }) => [line, delay])).toContainEqual([3, 1]);
  expect(repairs.map(says)).toContain("drop toy/visit");
});

test("a class that is skipped for a lower one counts, and the page says so", async () => {
  const { repairs } = await repaired({ kind: "class", class: "B" });
  /*
   * Neither 100 + n nor 100 + 2n may lie from 60 to 89: n ≤ −41 (59 and 18), or n ≥ −5 (95 and 90).
   * B from 71 on: 70 is C already. A from 70 on: 70 is A, and 40 is C. An opening of 59 is C itself;
   * one of 150 leaves 120 and 90.
   */
  expect(repairs.filter(({ edits }) => edits.length === 1).map((each) => [says(each), each.worst])).toEqual([
    ["classes.B.min 71", "C"],
    ["toy/light.points -41", "C"],
    ["classes.A.min 70", "C"],
    ["toy/light.points -5", "A"],
    ["opening 59", "C"],
    ["opening 150", "A"],
    ["drop toy/light", "A"],
  ]);
});

test("reached already: nothing is searched", async () => {
  const experiment = await repaired({ kind: "door", door: "star-hotel" });
  expect(experiment).toMatchObject({ missed: null, repairs: [], acts: [], space: null, actSpace: null });
  expect(repairAnswer(experiment).sections[0]!.sentences[0]).toContain("already");
});

test("nothing that the person could have done is an answer too", async () => {
  // Class A is where everybody begins, before any act.
  const { repairs, acts } = await repaired({ kind: "class", class: "A" });
  expect(acts).toEqual([]);
  expect(repairs.filter(({ edits }) => edits.length === 1).map(says)).toEqual([
    // Eleven steps each; the opening stands first among the numbers.
    "opening 89",
    "classes.A.min 101",
  ]);
});

test("stopped, it gives what was found, and says that it is a part", async () => {
  let asked = 0;
  const experiment = await repaired(DOOR, () => ++asked < 20);
  expect(experiment.searched.stopped).toBe(true);
  expect(experiment.searched.variants).toBeLessThan(experiment.searched.of);
  const whole = (await repaired(DOOR)).repairs.map(says);
  for (const each of experiment.repairs.map(says)) expect(whole).toContain(each);
});
