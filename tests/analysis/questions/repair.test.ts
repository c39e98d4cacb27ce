import { describe, expect, test } from "vitest";
import { type Dial, mayBe } from "../../../src/analysis/dials.ts";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { repair, type RuleRepair } from "../../../src/analysis/questions/repair.ts";
import { type Goal, missedAt } from "../../../src/analysis/repair/goal.ts";
import { rulebooksIn } from "../../../src/analysis/repair/search.ts";
import { nowhere, type Part, pairsOf, partsOf } from "../../../src/analysis/repair/parts.ts";
import { prepare } from "../../../src/engine/prepare.ts";
import type { Range } from "../../../src/model/ranges.ts";
import { ranAway } from "../../../src/model/trace.ts";
import { repairAnswer } from "../../../src/report/experiment/repair-wording.ts";
import { goTogether } from "../../support/together.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, live, month, on, tries } from "../../support/builders.ts";

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
    expect(of).toBe(rulebooksIn(experiment.space!));
    // 9 delays, 3 rules, 4 numbers, and 21 pairs of those 7.
    expect(experiment.searched).toMatchObject({ variants: 37, of: 37, stopped: false });
    expect(experiment.finished).toEqual({ rules: 3, numbers: 4, pairs: 21 });
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

/*
 * Two measures shut planes: class C, as above, and a list, entered in Y1-02 for a year by a spending
 * limit broken. Either is enough for a refusal, so one edit never is: each of the five edits against
 * the class (above) goes with each of three against the list. A term of 2 months ends in Y1-04, before
 * the plane is tried; one of 3 does not. Both must be edited that far, and no further.
 */
test("where two rules each refuse, one edit against each: no trade between the two, and no more than one pair", async () => {
  const listing = aRule({
    id: "toy/list",
    when: at("spending-limit-broken"),
    then: { kind: "enlist", list: "court-defaulters", termMonths: 12 },
  });
  const listShut = aRule({
    id: "toy/list-shut",
    when: fact("lists", "contains", "court-defaulters"),
    then: { kind: "measure", closes: ["air-travel"] },
  });
  const [light, shut] = RULES.rules;
  const spender = aPersona([on("Y1-02", "spending-limit-broken"), ...DRIVER.timeline]);
  const lab = new Lab(
    aRulebook([light!, shut!, listing, listShut]),
    [spender],
    (variant) => prepare(variant),
    month("Y1-06"),
  );
  const { repairs, acts } = await repair(lab, DOOR, UNWATCHED);
  expect(repairs.map(says)).toEqual([
    "toy/light.points -20 + toy/list.termMonths 2",
    "opening 120 + toy/list.termMonths 2",
    "classes.B.min 40 + toy/list.termMonths 2",
    "drop toy/light + toy/list.termMonths 2",
    "drop toy/shut + toy/list.termMonths 2",
    "drop toy/list + toy/light.points -20",
    "drop toy/list-shut + toy/light.points -20",
    "drop toy/list + opening 120",
    "drop toy/list + classes.B.min 40",
    "drop toy/list-shut + opening 120",
    "drop toy/list-shut + classes.B.min 40",
    "drop toy/light + drop toy/list",
    "drop toy/light + drop toy/list-shut",
    "drop toy/shut + drop toy/list",
    "drop toy/shut + drop toy/list-shut",
  ]);
  // Only not to try at all.
  expect(acts.map(({ line, delay }) => [line, delay])).toEqual([[4, null]]);
});

/*
 * Opens at 59, class C. A good deed enters +1: class B, which here shuts planes; and so does a list, as
 * before. +1 cannot become 0, so it becomes −1, together with a term of 2 months.
 */
test("no pair sets points to 0", async () => {
  const rulebook = aRulebook(
    [
      aRule({ id: "toy/deed", when: at("charity"), then: { kind: "post", points: 1 } }),
      aRule({
        id: "toy/list",
        when: at("charity"),
        then: { kind: "enlist", list: "court-defaulters", termMonths: 12 },
      }),
      ...(["B", "list"] as const).map((why) =>
        aRule({
          id: `toy/shut-${why}`,
          when: why === "B" ? fact("class", "equal", "B") : fact("lists", "contains", "court-defaulters"),
          then: { kind: "measure", closes: ["air-travel"] },
        }),
      ),
    ],
    aScoring({ opening: 59 }),
  );
  const giver = aPersona([on("Y1-02", "charity"), tries("Y1-04", "air-travel")]);
  const lab = new Lab(rulebook, [giver], (variant) => prepare(variant), month("Y1-06"));
  const { repairs } = await repair(lab, DOOR, UNWATCHED);
  expect(repairs.map(says).filter((each) => each.includes("toy/deed.points"))).toEqual([
    "toy/deed.points -1 + toy/list.termMonths 2",
    // Up to class A.
    "toy/deed.points 31 + toy/list.termMonths 2",
    "drop toy/list + toy/deed.points -1",
    "drop toy/shut-list + toy/deed.points -1",
    "drop toy/list + toy/deed.points 31",
    "drop toy/shut-list + toy/deed.points 31",
  ]);
});

test("a life under rules that never settle reaches nothing", async () => {
  const list = (id: string, event: "red-light" | "delisted" | "listed", kind: "enlist" | "delist") =>
    aRule({ id, when: at(event), then: { kind, list: "court-defaulters" } });
  const restless = aRulebook([
    list("toy/on", "red-light", "enlist"),
    list("toy/off", "listed", "delist"),
    list("toy/on-again", "delisted", "enlist"),
  ]);
  const trace = await live(restless, DRIVER);
  expect(ranAway(trace)).toBe(true);
  expect(missedAt(DOOR, trace)).toBe(trace.entries.length - 1);
});

test("values that make no rulebook together are left out, one by one and in the count", () => {
  const rulebook = aRulebook(RULES.rules, aScoring({ floor: 80, ceiling: 101 }));
  const narrow = ({ now, range }: Dial): Range => ({
    least: Math.max(range.least, now - 25),
    most: Math.min(range.most, now + 35),
  });
  const parts = partsOf(rulebook, narrow).filter(({ dial }) => dial !== null);
  const values = ({ range, now }: Part): number[] =>
    Array.from({ length: range.most - range.least + 1 }, (_, step) => range.least + step).filter(
      (each) => each !== now,
    );
  for (const [at_, one] of parts.entries()) {
    for (const other of parts.slice(at_ + 1)) {
      const bounds = nowhere(one, other);
      let pairs = 0;
      for (const first of values(one)) {
        for (const second of values(other)) {
          const together = goTogether(other.turn(one.turn(rulebook, first), second).scoring);
          const possible = together && mayBe(one.dial!, first) && mayBe(other.dial!, second);
          expect(bounds.some((each) => each.holds([first, second]))).toBe(!possible);
          if (possible) pairs++;
        }
      }
      expect(pairsOf(one, other)).toBe(pairs);
    }
  }
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

test("an act may be put off to the last month of the story, if only that helps", async () => {
  // On the list for four months from Y1-02: off it in Y1-06, with which the story ends.
  const rulebook = aRulebook(
    [
      aRule({
        id: "toy/list",
        when: at("spending-limit-broken"),
        then: { kind: "enlist", list: "court-defaulters", termMonths: 4 },
      }),
      aRule({
        id: "toy/shut",
        when: fact("lists", "contains", "court-defaulters"),
        then: { kind: "measure", closes: ["air-travel"] },
      }),
    ],
    null,
  );
  const spender = aPersona([on("Y1-02", "spending-limit-broken"), tries("Y1-03", "air-travel")]);
  const lab = new Lab(rulebook, [spender], (variant) => prepare(variant), month("Y1-06"));
  const { acts, actSpace } = await repair(lab, DOOR, UNWATCHED);
  expect(acts.map(({ line, delay }) => [line, delay])).toEqual([
    [1, null],
    [1, 2],
    [2, null],
    [2, 3],
  ]);
  // Up to Y1-06: 4 and 3 months.
  expect(actSpace).toEqual({ acts: 2, delays: 7 });
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
  expect(repairAnswer(experiment).sections[0]!.sentences[0]).toBe(
    "An Ranran is never refused a room in a star-rated hotel as the rules stand. There is nothing to repair.",
  );
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

test("stopped after the edits one by one, it gives those, and says how far it came", async () => {
  // 9 delays, 3 rules and 4 numbers are done; and the first of these with the 6 others, since no life is needed for them.
  const told: (readonly [number, number])[] = [];
  const experiment = await repaired(DOOR, (done, of) => {
    told.push([done, of]);
    return done < 16;
  });
  expect(experiment.searched).toMatchObject({ variants: 22, of: 37, stopped: true });
  expect(told.at(-1)).toEqual([22, 37]);
  expect(experiment.finished).toEqual({ rules: 3, numbers: 4, pairs: 6 });
  expect(experiment.repairs.map(says)).toEqual([
    "toy/light.points -20",
    "opening 120",
    "classes.B.min 40",
    "drop toy/light",
    "drop toy/shut",
  ]);
  const { tried, sections } = repairAnswer(experiment);
  expect(tried).not.toContain("rulebooks");
  expect(sections[0]!.sentences.slice(0, 2)).toEqual([
    "So that An Ranran is never refused a seat on a plane, it is enough to set one number of the rules otherwise (3 ways), or to drop one rule (2 ways). That is what had been found when the search was stopped; there may be other ways.",
    "Finished before the search was stopped: 3 of 3 rules dropped one by one, 4 of 4 numbers turned one by one, 6 of 21 pairs of these.",
  ]);
  expect(sections.at(-1)!.heading).toBe("What was to be searched, and how far it came");
});

test("stopped while the acts are tried, it claims nothing of them", async () => {
  const experiment = await repaired(DOOR, () => false);
  expect(experiment).toMatchObject({ actsStopped: true, repairs: [], searched: { stopped: true, variants: 0 } });
  const page = JSON.stringify(repairAnswer(experiment).sections);
  expect(page).toContain("before every act had been tried");
  expect(page).toContain("nothing was tried of the rules");
  expect(page).not.toContain("What was searched");
  expect(page).not.toContain("None of");
  expect(page).not.toContain("Nothing reaches");
});
