import { describe, expect, test } from "vitest";
import { byEvidence } from "../../src/analysis/by-evidence.ts";
import { UNWATCHED } from "../../src/analysis/experiment.ts";
import { Lab } from "../../src/analysis/lab.ts";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { ablate } from "../../src/analysis/questions/ablate.ts";
import { compare } from "../../src/analysis/questions/compare.ts";
import { VIEWS } from "../../src/analysis/readers.ts";
import { prepare } from "../../src/engine/prepare.ts";
import type { FixtureEvent, Persona } from "../../src/model/persona.ts";
import type { Told } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { ablationAnswer } from "../../src/report/experiment/ablate-wording.ts";
import { comparisonAnswer } from "../../src/report/experiment/compare-wording.ts";
import { inShort } from "../../src/report/in-short.ts";
import { ledgerSections } from "../../src/report/ledger-wording.ts";
import { chainOfHarm } from "../../src/report/picture/chain-of-harm.ts";
import { lifeLine } from "../../src/report/picture/life-line.ts";
import type { Section } from "../../src/report/section.ts";
import { survives } from "../../src/report/survival-wording.ts";
import { allOf, countOrNo, partOf, someOf } from "../../src/report/wording.ts";
import { aPersona, aRule, aRulebook, at, fact, liveUntil, on, tries } from "../support/builders.ts";

const ask = (rulebook: Rulebook) => prepare(rulebook);

test("none, one, two and more", () => {
  const attempt = ["attempt", "attempts"] as const;
  expect([1, 2, 3].map((number) => allOf(number, "loss", "losses"))).toEqual(["the one loss", "both losses", "all 3 losses"]); // prettier-ignore
  expect([0, 1, 2].map((number) => countOrNo(number, "loss", "losses"))).toEqual(["no loss", "1 loss", "2 losses"]);
  expect([[0, 1], [1, 1], [0, 2], [1, 2], [2, 2], [1, 3], [2, 3], [3, 3]].map(([some, of]) => someOf(some!, of!, "month"))).toEqual(["no month", "the one month", "no month", "1 of the 2 months", "both months", "1 of the 3 months", "2 of the 3 months", "all 3 months"]); // prettier-ignore
  expect([[0, 1], [1, 1], [0, 2], [1, 2], [2, 2], [2, 3]].map(([some, of]) => partOf(some!, of!, attempt))).toEqual(["the one attempt is not", "the one attempt is", "none of 2 attempts is", "1 of 2 attempts is", "both attempts are", "2 of 3 attempts are"]); // prettier-ignore
});

const NOUNS =
  "attempt|refusal|month|loss|person|people|rule|reading|decision|entry|entries|point|harm|act|way|pair|reason|event|step|cause";

/** What no sentence may say of none, one or several. */
const WRONG: readonly RegExp[] = [
  new RegExp(`(?<![\\d,.–/#-])1 (${NOUNS})(s|es)\\b(?<!people|loss|entries)`, "i"),
  /(?<![\d,.–/#-])1 (people|losses|entries)\b/,
  new RegExp(
    `(?<![\\d,.–/#-])(0|[2-9]|\\d\\d+) (attempt|refusal|month|loss|person|rule|reading|decision|entry|point|harm)\\b`,
    "i",
  ),
  /(?<![\d,.–/-])(0|1) of (the )?1\b/,
  /(?<![\d,.–/-])0 of \d+ \w+s?\b/,
  /\b(all|each) of [01]\b|\ball [012]\b/i,
  /\b1 \w+ (are|were|have|change|last|follow|live)\b|(?<!\bof )(?<!\bof the )\b[2-9] \w+s (is|was|has|changes|lasts|follows|lives)\b/,
  /^Nobody\.$|^None\.$|\bfor \d+ only\b/i,
];

function faults(sentences: readonly string[]): string[] {
  return sentences.filter((sentence) => WRONG.some((pattern) => pattern.test(sentence)));
}

test("what was once said of one and of none is found", () => {
  const once = [
    "0 of 1 attempt are refused.",
    "Nobody.",
    "For 1 only something else changes.",
    "All of 1 harm is drawn.",
  ];
  expect(faults(once)).toEqual(once);
});

/** A door is shut from the second month; who is refused loses something. */
function rulebook(told: Told): Rulebook {
  return aRulebook([
    aRule({ id: "toy/listed", when: at("court-finds-refusal"), then: { kind: "enlist", list: "court-defaulters", termMonths: 2 }, told }), // prettier-ignore
    aRule({ id: "toy/shut", when: fact("lists", "contains", "court-defaulters"), then: { kind: "measure", closes: ["air-travel"] }, told, evidence: "documented" }), // prettier-ignore
    aRule({ id: "toy/lost", when: at("attempt", fact("denied", "equal", true)), then: { kind: "lead", event: "visit-missed" } }), // prettier-ignore
    aRule({ id: "toy/point", when: at("red-light"), then: { kind: "post", points: -1, expiresAfterMonths: 1 }, told }),
  ]);
}

const lines = (tried: number, shut: number, lights: number): FixtureEvent[] =>
  [
    ...(shut > 0 ? [on("Y1-02", "court-finds-refusal")] : []),
    ...(shut > 1 ? [on("Y1-03", "court-finds-refusal")] : []),
    ...Array.from({ length: tried }, (_, nth) => tries(`Y1-0${nth + 1}`, "air-travel")),
    ...Array.from({ length: lights }, (_, nth) => on(`Y1-0${nth + 2}`, "red-light")),
  ].sort((one, other) => one.month - other.month);

const CASES = [0, 1, 2, 3].flatMap((tried) =>
  [0, 1, 2].flatMap((shut) => [0, 1, 2].map((lights) => ({ tried, shut, lights }))),
);

function sentencesOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ heading, sentences }) => [heading, ...sentences]);
}

describe.each(["nothing", "outcome", "reason"] as const)("told %s", (told) => {
  test.each(CASES)(
    "$tried attempts, $shut grounds, $lights lights: each sentence of a page",
    async ({ tried, shut, lights }) => {
      const trace = await liveUntil("Y1-06", rulebook(told), aPersona(lines(tried, shut, lights)));
      const ledger = ledgerOf(trace);
      const evidence = await byEvidence(trace, ask);
      const pictures = [...chainOfHarm(trace, { id: "chain" }), lifeLine(trace, { id: "life" })].flatMap(
        ({ says }) => says,
      );
      const said = [
        ...inShort(trace, ledger, evidence),
        ...sentencesOf(ledgerSections(trace, ledger, evidence)),
        ...sentencesOf(pictures),
        ...VIEWS.flatMap((view) => survives(view, trace).sentences),
      ];
      // An empty part of a ledger says so by its heading.
      expect(faults(said.filter((sentence) => sentence !== "None."))).toEqual([]);
    },
  );
});

describe("of questions about none, one and two", () => {
  const people = (...lives: readonly FixtureEvent[][]): Persona[] =>
    lives.map((timeline, nth) => ({ ...aPersona(timeline), id: `life-${nth}` }));
  const LIVES = [lines(3, 2, 0), lines(0, 0, 1), lines(0, 0, 0)];
  const GROUPS = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 0], [2, 2], [0, 1, 2]].map((group) =>
    people(...group.map((life) => LIVES[life]!)),
  );
  const book = rulebook("nothing");
  const milder: Rulebook = { ...book, title: "Milder", rules: book.rules.slice(2) };

  test.each(GROUPS.map((group) => [group.length, group] as const))("%i people", async (_, group) => {
    for (const rules of [book, { ...book, rules: book.rules.slice(0, 2) }, { ...book, rules: book.rules.slice(3) }]) {
      const lab = () => new Lab(rules, group, ask, 5);
      const answers = [
        ablationAnswer(await ablate(lab(), true, UNWATCHED)),
        comparisonAnswer(await compare(lab(), milder)),
      ];
      for (const { tried, sections } of answers) expect(faults([tried, ...sentencesOf(sections)])).toEqual([]);
    }
  });
});

describe("what the refusals go back to", () => {
  const book = aRulebook([
    aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -25 } }),
    aRule({ id: "toy/low", when: fact("class", "equal", "C"), then: { kind: "measure", closes: ["air-travel"] } }),
    aRule({ id: "toy/listed", when: at("court-finds-refusal"), then: { kind: "enlist", list: "court-defaulters" } }),
    aRule({ id: "toy/shut", when: fact("lists", "contains", "court-defaulters"), then: { kind: "measure", closes: ["air-travel"] } }), // prettier-ignore
  ]);
  const flight = (when: string) => tries(when, "air-travel");
  const light = (when: string) => on(when, "red-light");
  const found = on("Y1-03", "court-finds-refusal");
  const finding = "a court's finding “able but refuses”";

  test.each<[says: string, timeline: FixtureEvent[]]>([
    [`The one refusal goes back to ${finding} #1.`, [found, flight("Y1-04")]],
    [`Both refusals go back to ${finding} #1.`, [found, flight("Y1-04"), flight("Y1-05")]],
    ["The one refusal goes back to a red light run #1 #2 together.", [light("Y1-01"), light("Y1-02"), flight("Y1-04")]],
    // The second refusal rests on the class too.
    [
      `Each refusal goes back to ${finding} #1, and 1 of the 2 to something else as well.`,
      [found, flight("Y1-04"), light("Y1-05"), light("Y1-05"), flight("Y1-06")],
    ],
    // Of three, two go back to the first two lights alone, and the last to the finding as well.
    [
      `Each refusal goes back to a red light run #1 #2 together, and 1 of the 3 to something else as well.`,
      [light("Y1-01"), light("Y1-02"), flight("Y1-02"), flight("Y1-02"), found, flight("Y1-04")],
    ],
    [
      `The one refusal goes back to ${finding} #2 (occasioned by a loan payment missed #1).`,
      [on("Y1-02", "instalment-missed"), { ...found, occasionedBy: 1 }, flight("Y1-04")],
    ],
  ])("%s", async (says, timeline) => {
    const trace = await liveUntil("Y1-06", book, aPersona(timeline));
    expect(inShort(trace, ledgerOf(trace), null).find((sentence) => sentence.includes("refused"))).toContain(
      ` ${says}`,
    );
  });
});
