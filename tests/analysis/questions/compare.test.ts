import { describe, expect, test } from "vitest";
import { editsBetween } from "../../../src/analysis/edits.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { compare } from "../../../src/analysis/questions/compare.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { comparisonAnswer } from "../../../src/report/experiment/compare-wording.ts";
import { editsSay } from "../../../src/report/experiment/edit-wording.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, on, tries } from "../../support/builders.ts";

const costs = (points: number): Rule =>
  aRule({ id: "toy/costs", when: at("red-light"), then: { kind: "post", points }, evidence: "reported" });
const shuts = aRule({
  id: "toy/shuts",
  when: fact("class", "in", ["B", "C"]),
  then: { kind: "measure", closes: ["air-travel"] },
});
const misses = aRule({
  id: "toy/misses",
  when: at("attempt", fact("door", "equal", "air-travel"), fact("denied", "equal", true)),
  then: { kind: "lead", event: "visit-missed" },
});
const careless: Persona = { ...aPersona([on("Y1-02", "red-light"), tries("Y1-04", "air-travel")]), id: "careless" };
const careful: Persona = { ...aPersona([tries("Y1-04", "air-travel")]), id: "careful" };

async function compared(before: Rulebook, after: Rulebook) {
  const memory: Memory = new Map();
  return await compare(new Lab(before, [careless, careful], (each) => prepare(each, memory)), after);
}

describe("comparison, by hand", () => {
  // Under −20: 80, class B, shut from month 1 to 119, refused in Y1-04, a visit missed. Under −5: 95,
  // class A, and none of it. Who runs no red light notices nothing.
  test("a deduction made smaller", async () => {
    const { lives, edits } = await compared(
      aRulebook([costs(-20), shuts, misses]),
      aRulebook([{ ...costs(-5), evidence: "invented" }, shuts, misses]),
    );
    expect(editsSay(edits)).toEqual(["toy/costs (toy/costs): −20 → −5 points; was reported, now invented."]);
    expect(lives[1]).toBeNull();
    expect(lives[0]).toMatchObject({
      persona: "careless",
      vanished: { denials: [{ door: "air-travel", line: 2 }], losses: [{ month: 3, event: "visit-missed" }] },
      appeared: { denials: [], losses: [], months: [] },
      spared: ["toy/shuts"],
      imposed: [],
      outcome: { score: 95, class: "A", worst: "A" },
      // #0 is the opening, #1 the red light: −20 and class B on the one side, −5 on the other.
      parting: { before: { seq: 1, after: { score: 80 } }, after: { seq: 1, after: { score: 95 } } },
    });
    expect(lives[0]!.vanished.months).toHaveLength(119);
  });

  test("says what it spares, where the lives part, and who is untouched", async () => {
    const { sections } = comparisonAnswer(
      await compared(aRulebook([costs(-20), shuts, misses]), aRulebook([costs(-20), misses])),
    );
    expect(sections.map(({ heading }) => heading)).toEqual([
      "What is edited",
      "What it spares, and what it does not",
      "An Ranran (careless)",
      "Who is untouched",
    ]);
    expect(sections[1]!.table!.rows).toEqual([
      ["refused attempts", "1", "1", "0", "0"],
      ["months with a door shut", "119", "119", "0", "0"],
      ["losses", "1", "1", "0", "0"],
    ]);
    expect(sections[2]!.sentences.at(-1)).toBe(
      "The lives part at #1, Y1-02: before, a red light run: “toy/shuts” in force; now, a red light run without that.",
    );
    expect(sections[3]!.sentences).toEqual(["An Ranran (careful): the same life, entry by entry."]);
  });

  test.each([
    [
      "an opening",
      aRulebook([costs(-5)], aScoring({ opening: 110 })),
      "#0, Y1-01: the opening, with 110 points, not 100",
    ],
    [
      "another term",
      aRulebook([{ ...costs(-5), then: { kind: "post", points: -5, expiresAfterMonths: 3 } }]),
      "#1, Y1-02: a red light run, until Y1-05, not no end",
    ],
    ["other words", aRulebook([{ ...costs(-5), told: "reason" }]), "for other reasons or told otherwise"],
  ])("where the lives part by %s alone", async (_, after, says) => {
    const { sections } = comparisonAnswer(await compared(aRulebook([costs(-5)]), after));
    expect(sections.find(({ heading }) => heading.includes("careless"))!.sentences.at(-1)).toContain(says);
  });

  test("a rulebook beside itself changes nothing for anyone", async () => {
    const rulebook = aRulebook([costs(-20), shuts, misses]);
    const { lives, edits } = await compared(rulebook, structuredClone(rulebook));
    expect([lives, edits]).toEqual([[null, null], []]);
  });

  test("what only is told otherwise parts the lives, and changes no harm", async () => {
    const { lives } = await compared(
      aRulebook([costs(-20), shuts]),
      aRulebook([{ ...costs(-20), told: "reason" }, shuts]),
    );
    expect(lives[0]).toMatchObject({ vanished: { denials: [], months: [] }, parting: { before: { seq: 1 } } });
    expect(lives[1]).toBeNull();
  });
});

describe("edits in words", () => {
  test.each<[string, Rulebook, Rulebook, string[]]>([
    [
      "gone",
      aRulebook([costs(-20), misses]),
      aRulebook([misses]),
      ["Gone: toy/costs (toy/costs): −20 points (reported)."],
    ],
    [
      "new",
      aRulebook([]),
      aRulebook([costs(-20)]),
      ["New: toy/costs (toy/costs): −20 points; if the event is a red light run (reported)."],
    ],
    [
      "a condition",
      aRulebook([costs(-20)]),
      aRulebook([{ ...costs(-20), when: at("charity") }]),
      ["toy/costs (toy/costs): if the event is a red light run → if the event is a gift to charity; still reported."],
    ],
    [
      "what is told, and another effect",
      aRulebook([costs(-20)]),
      aRulebook([{ ...costs(-20), told: "reason", then: { kind: "post", points: -20, expiresAfterMonths: 12 } }]),
      [
        "toy/costs (toy/costs): on file with no term of its own → for 12 months; told the outcome, no reason → told, with the reason; still reported.",
      ],
    ],
    [
      "the delay",
      aRulebook([costs(-20)]),
      aRulebook([{ ...costs(-20), then: { kind: "post", points: -15, afterMonths: 2 } }]),
      ["toy/costs (toy/costs): −20 → −15 points; entered at once → after 2 months; still reported."],
    ],
    [
      "several rules alike, at the place of the first",
      aRulebook([costs(-20), misses, { ...costs(-10), id: "toy/other", title: "Other", evidence: "invented" }]),
      aRulebook([
        { ...costs(-20), told: "reason" },
        { ...misses, told: "nothing" },
        { ...costs(-10), id: "toy/other", title: "Other", evidence: "invented", told: "reason" },
      ]),
      [
        "2 rules alike: told the outcome, no reason → told, with the reason; still reported or invented. They are: toy/costs (toy/costs); Other (toy/other).",
        "toy/misses (toy/misses): told the outcome, no reason → told nothing; still invented.",
      ],
    ],
    ["the opening", aRulebook([]), aRulebook([], aScoring({ opening: 120 })), ["Points at the start: 100 → 120."]],
    [
      "the classes",
      aRulebook([]),
      aRulebook(
        [],
        aScoring({
          classes: [
            { id: "A", label: "good", min: 50 },
            { id: "B", label: "bad", min: null },
          ],
        }),
      ),
      ["Classes: A from 90, B from 60, C below → A from 50, B below."],
    ],
    [
      "words only",
      aRulebook([costs(-20)]),
      aRulebook([{ ...costs(-20), caution: "Look twice." }]),
      ["Only other words, sources or evidence: toy/costs."],
    ],
    [
      "another place",
      aRulebook([costs(-20), misses]),
      aRulebook([misses, costs(-20)]),
      ["Stands elsewhere: toy/costs (toy/costs).", "Stands elsewhere: toy/misses (toy/misses)."],
    ],
  ])("%s", (_, before, after, says) => expect(editsSay(editsBetween(before, after))).toEqual(says));
});
