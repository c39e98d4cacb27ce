import { describe, expect, test } from "vitest";
import { experimentOn, UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { questionsOf } from "../../../src/analysis/multiverse/space.ts";
import { readings } from "../../../src/analysis/questions/readings.ts";
import { prepare } from "../../../src/engine/prepare.ts";
import { Readings } from "../../../src/load/readings.ts";
import type { Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { csvPage } from "../../../src/report/experiment/csv.ts";
import { evidenceWithin } from "../../../src/report/experiment/dial-wording.ts";
import { evidenceOfEdited } from "../../../src/report/experiment/edit-wording.ts";
import { experimentPage } from "../../../src/report/experiment/page.ts";
import { citationsOfAnswer } from "../../../src/report/experiment/readings-sources.ts";
import { multiverseAnswer } from "../../../src/report/experiment/readings-wording.ts";
import { repairRecords } from "../../../src/report/experiment/repair-records.ts";
import { scoringNumberOf, scoringStanding } from "../../../src/report/experiment/scoring-standing.ts";
import { evidenceSays } from "../../../src/report/rule-evidence.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, month, on, tries } from "../../support/builders.ts";

const PLACES = {
  GAZETTE: { "art-1": "art. 1" },
  DIARY: { "p-9": "p. 9" },
  ALMANAC: { "p-5": "p. 5" },
  PAPER: { "p-1": "p. 1", "p-3": "p. 3" },
  ESSAY: { "lost-points": "on lost points", "p-2": "p. 2" },
};
const LIGHT: Rule = {
  ...aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 }, evidence: "reported" }),
  citations: ["GAZETTE:art-1"],
  toldNote: { evidence: "reported", citations: ["DIARY:p-9"] },
  readings: [{ question: "amount", label: "fifty", amend: { then: { points: -50 } }, citations: ["ALMANAC:p-5"] }],
};
const SHUT = aRule({
  id: "toy/shut",
  when: fact("class", "equal", "B"),
  then: { kind: "measure", closes: ["air-travel"] },
});
const SCORING = aScoring({
  deductionsReturnAfterMonths: 24,
  numbers: {
    opening: { evidence: "reported", citations: ["PAPER:p-1"] },
    deductionsReturnAfterMonths: {
      evidence: "reported",
      citations: ["ESSAY:lost-points"],
      comment: "A single source.",
    },
  },
  readings: [
    { question: "return", label: "five", amend: { deductionsReturnAfterMonths: 60 }, citations: ["ESSAY:p-2"] },
    { question: "top", label: "full", amend: { ceiling: 100 }, citations: [] },
  ],
});
const BOOK: Rulebook = {
  ...aRulebook([LIGHT, SHUT], SCORING),
  sources: Object.fromEntries(
    Object.entries(PLACES).map(([key, places]) => [key, { title: `The ${key}`, seen: "whole", places }]),
  ),
  questions: {
    amount: { asks: "How many?", answers: { twenty: "twenty", fifty: "fifty" }, default: "twenty" },
    return: { asks: "When back?", answers: { two: "after two years", five: "after five" }, default: "two" },
    top: { asks: "Is there a top?", answers: { none: "no", full: "yes" }, default: "none" },
  },
};
const LAB = new Lab(
  BOOK,
  [aPersona([on("Y1-01", "red-light"), tries("Y1-02", "air-travel")])],
  (rulebook) => prepare(rulebook),
  month("Y1-04"),
);

describe("readings", () => {
  test("an answer rests on what its readings cite, the one in force on the number in which it stands", () => {
    const cited = (question: string, label: string) => citationsOfAnswer(BOOK, question, label);
    expect(cited("amount", "fifty")).toEqual(["ALMANAC:p-5"]);
    expect(cited("amount", "twenty")).toEqual(["GAZETTE:art-1"]);
    expect(cited("return", "two")).toEqual(["ESSAY:lost-points"]);
    expect(cited("return", "five")).toEqual(["ESSAY:p-2"]);
    expect(cited("top", "none")).toEqual([]);
  });

  test("a number's own note goes before the sources of its rule", () => {
    const noted: Rule = { ...LIGHT, numbers: { points: { evidence: "contested", citations: ["PAPER:p-3"] } } };
    expect(citationsOfAnswer({ ...BOOK, rules: [noted] }, "amount", "twenty")).toEqual(["PAPER:p-3"]);
    const when = { ...LIGHT.readings![0]!, amend: { when: SHUT.when, told: "reason" } };
    expect(citationsOfAnswer({ ...BOOK, rules: [{ ...noted, readings: [when] }] }, "amount", "twenty")).toEqual(
      LIGHT.citations,
    );
  });

  test("where the other answer takes a rule out, the one in force rests on the rule", () => {
    const gone = { ...LIGHT, readings: [{ ...LIGHT.readings![0]!, amend: null }] };
    expect(citationsOfAnswer({ ...BOOK, rules: [gone] }, "amount", "twenty")).toEqual(LIGHT.citations);
  });

  test("where the other answer changes only what is told, the one in force rests on what speaks of telling", () => {
    const amend = { told: "outcome", toldNote: { citations: ["ALMANAC:p-5"] } };
    const told = { ...LIGHT, readings: [{ ...LIGHT.readings![0]!, amend }] };
    expect(citationsOfAnswer({ ...BOOK, rules: [told] }, "amount", "twenty")).toEqual(LIGHT.toldNote!.citations);
    const { toldNote: _note, ...bare } = told;
    expect(citationsOfAnswer({ ...BOOK, rules: [bare] }, "amount", "twenty")).toEqual([]);
  });

  test("the page cites each answer and lists just these sources, and so does the sheet", async () => {
    const experiment = await readings(LAB, questionsOf(BOOK, ["top"]), new Readings(BOOK), UNWATCHED);
    if (experiment.kind === "too-much") throw new Error("too much");
    const page = experimentPage(experiment, multiverseAnswer(experiment), "again");
    expect(page.sections.at(-1)!.sentences).toEqual([
      "amount: How many? twenty (here): twenty ([GAZETTE] art. 1). fifty: fifty ([ALMANAC] p. 5).",
      "return: When back? two (here): after two years ([ESSAY] on lost points). five: after five ([ESSAY] p. 2).",
      "Answered beforehand, and the same throughout: top=none (no source is cited).",
    ]);
    expect(page.sources.map(({ key }) => key)).toEqual(["ALMANAC", "ESSAY", "GAZETTE"]);
    const sheet = csvPage(page);
    expect(sheet).toContain("amount=fifty,fifty ([ALMANAC] p. 5)");
    expect(sheet).toContain("source ESSAY,The ESSAY; seen: whole.");
  });
});

describe("numbers of the scoring", () => {
  test("stand with their level, sources and comment", () => {
    expect(scoringStanding(BOOK, ["deductionsReturnAfterMonths", "opening", "ceiling"])).toEqual([
      { id: "opening", says: "Points at the start: 100 · reported [PAPER].", sources: ["PAPER"] },
      {
        id: "deductionsReturnAfterMonths",
        says: "Return of deductions: after 24 months · reported [ESSAY]. A single source.",
        sources: ["ESSAY"],
      },
    ]);
  });
  test("beside another rulebook, with what they were", () => {
    const edited = { scoring: aScoring({ opening: 80 }) };
    expect(scoringStanding(edited, ["opening", "classes", "deductionsReturnAfterMonths"], BOOK)).toEqual([
      { id: "opening", says: "Points at the start: 80 · invented (was 100: reported [PAPER]).", sources: ["PAPER"] },
      { id: "classes", says: "Classes: A from 90, B from 60, C below · invented.", sources: [] },
      {
        id: "deductionsReturnAfterMonths",
        says: "Return of deductions: none (was after 24 months: reported [ESSAY]).",
        sources: ["ESSAY"],
      },
    ]);
  });
  test("are known by the address of their dial", () => {
    const of = (address: string, rule: string | null = null) => scoringNumberOf({ address, rule });
    expect([of("classes.A.min"), of("opening"), of("toy/light.points", "toy/light")]).toEqual([
      ["classes"],
      ["opening"],
      [],
    ]);
  });
});

test("an invented number is not printed with the sources of the old one", () => {
  const edited: Rule = {
    ...LIGHT,
    then: { kind: "post", points: -5 },
    numbers: { points: { evidence: "invented", citations: [] } },
    amended: { by: ["milder"], was: LIGHT },
  };
  expect(evidenceSays(edited)).toBe("rule reported [GAZETTE], points invented (was −20: reported [GAZETTE])");
  const cited: Rule = { ...edited, numbers: { points: { evidence: "contested", citations: ["PAPER:p-3"] } } };
  expect(evidenceSays(cited)).toBe("rule reported [GAZETTE], points contested [PAPER] (was −20: reported [GAZETTE])");
  expect(evidenceSays({ ...edited, evidence: "invented", citations: [] })).toMatch(/^invented \(was −20/);
});

test("numbers of the scoring stand before the rules named, and every source listed is cited", () => {
  const experiment = experimentOn("toy", LAB, [], { variants: 1, of: 1, stopped: false });
  const answer = { title: "", tried: "", sections: [], rules: [], records: { columns: [], rows: [] } };
  const scoring = ["deductionsReturnAfterMonths", "opening", "classes"] as const;
  const keysOf = (rules: readonly string[]): string[] => {
    const page = experimentPage(experiment, { ...answer, rules, scoring }, "again");
    expect(page.rules.map(({ id }) => id)).toEqual(["opening", "classes", "deductionsReturnAfterMonths", ...rules]);
    const keys = page.sources.map(({ key }) => key);
    for (const key of keys) expect(page.rules.map(({ says }) => says).join(" ")).toContain(`[${key}]`);
    return keys;
  };
  expect(keysOf([])).toEqual(["ESSAY", "PAPER"]);
  expect(keysOf(["toy/light"])).toEqual(["ESSAY", "GAZETTE", "PAPER"]);
});

test("tables say what an edited number rests on, before and after", () => {
  const number = { now: -20, evidence: "reported" } as const;
  expect(evidenceWithin(number, { from: -30, to: -20 })).toBe("reported");
  expect(evidenceWithin(number, { from: -19, to: -1 })).toBe("reported → invented");

  const edits = [
    { kind: "scoring", part: "ceiling", was: SCORING, is: aScoring({ ceiling: 100 }) },
    { kind: "dropped", rule: LIGHT },
  ] as const;
  expect([evidenceOfEdited(edits, "was"), evidenceOfEdited(edits, "is")]).toEqual(["reported", "invented"]);
  expect(evidenceOfEdited([edits[1]], "is")).toBeNull();

  const none = { denied: 0, months: 0, losses: 0 };
  const after = { gone: none, fresh: none, worst: "A" };
  const set = {
    kind: "set",
    address: "opening",
    rule: null,
    from: 100,
    to: 120,
    unit: "points",
    evidence: "reported",
  } as const;
  const drop = { kind: "drop", rule: "toy/light", evidence: "documented" } as const;
  const { rows } = repairRecords({ repairs: [{ ...after, edits: [drop, set] }], acts: [] } as never);
  expect(rows[0]!.slice(2, 10)).toEqual([
    "toy/light",
    null,
    "dropped",
    "documented → dropped",
    "opening",
    100,
    120,
    "reported → invented",
  ]);
});
