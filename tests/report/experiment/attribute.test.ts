import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { attribute } from "../../../src/analysis/questions/attribute.ts";
import { mutate } from "../../../src/analysis/questions/mutate.ts";
import { prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { attributionAnswer } from "../../../src/report/experiment/attribute-wording.ts";
import { mutationAnswer } from "../../../src/report/experiment/mutate-wording.ts";
import type { Answer } from "../../../src/report/experiment/page.ts";
import { aPersona, aRule, aRulebook, at, fact, month, on, tries } from "../../support/builders.ts";

// The list shuts the plane by two rules that do the same; a debt paid takes off the list.
const shuts = (id: string) =>
  aRule({
    id,
    when: fact("lists", "contains", "court-defaulters"),
    then: { kind: "measure", closes: ["air-travel"] },
    evidence: "documented",
  });
const book = aRulebook(
  [
    aRule({ id: "toy/a", when: at("court-finds-refusal"), then: { kind: "enlist", list: "court-defaulters" } }),
    shuts("toy/b"),
    shuts("toy/c"),
    aRule({ id: "toy/e", when: at("debt-paid"), then: { kind: "delist", list: "court-defaulters" } }),
  ],
  null,
);
const person = aPersona([on("Y1-01", "court-finds-refusal"), tries("Y1-02", "air-travel"), on("Y1-03", "debt-paid")]);

function labOf(rulebook: Rulebook, one: Persona): Lab {
  return new Lab(rulebook, [one], (variant) => prepare(variant), month("Y1-04"));
}

function under(answer: Answer, heading: string): string[] {
  return [...answer.sections.find((section) => section.heading === heading)!.sentences];
}

describe("attribute", () => {
  const asked = async (limit: number): Promise<Answer> =>
    attributionAnswer(
      await attribute(labOf(book, person), { limit, orders: 50, seed: 1, draw: (_low, high) => high }, UNWATCHED),
    );

  test("says the whole, the largest shares, and what is ours", async () => {
    // The refusal: 2/3, 1/6, 1/6. Two month ends, and four where nobody takes off the list:
    // 4·(a·b + a·c − a·b·c) − 2·(a·b·e + a·c·e − a·b·c·e).
    // a: 8/3 − 2·5/12 = 11/6; b and c: 2/3 − 2·1/12 = 1/2; e: −2·5/12 = −5/6.
    const answer = await asked(100);
    expect(under(answer, "In short")).toEqual([
      "1 refused attempt in all. The largest shares: “toy/a” 0.67, “toy/b” 0.17 and “toy/c” 0.16. Rules that are ours (inferred or invented) hold 0.67 of the 1 refused attempt.",
      "2 months with a door shut in all. The largest shares: “toy/a” 1.83, “toy/b” 0.50 and “toy/c” 0.50. Rules that are ours (inferred or invented) add 1.83 and spare 0.83. All rules together add 2.83 and spare 0.83.",
      "0 losses: nothing to divide.",
      "Without any rule there is no harm of any kind here.",
    ]);
    expect(under(answer, "Months with a door shut: why share and left-out figure differ")).toEqual([
      "Shared: toy/a takes other rules too, though no single one of them is needed.",
      "Backed up: toy/b and toy/c do the same for each other, in whole or in part; whichever is left out, another does it.",
      "Spares what others do: toy/e. Without toy/a there is nothing for it to spare.",
    ]);
    const { table } = answer.sections.find(({ heading }) => heading === "Months with a door shut")!;
    expect(table!.rows).toEqual([
      ["toy/a", "invented", "shared", "1.83", "2"],
      ["toy/b", "documented", "backed up, 1 other", "0.50", "0"],
      ["toy/c", "documented", "backed up, 1 other", "0.50", "0"],
      ["toy/e", "invented", "spares what others do, 1 other", "−0.83", "−2"],
    ]);
  });

  test("says of chance that it is chance", async () => {
    const answer = await asked(1);
    expect(under(answer, "How to read it").join(" ")).toContain("These shares are estimates");
    expect(answer.tried).toContain("more than 1 life would be needed");
    expect(answer.sections.at(-1)!.table?.head ?? answer.sections.at(-2)!.table!.head).toContain("95 % interval");
  });
});

test("mutate: of numbers in rules that never act nothing is said, and one is one", async () => {
  const idle = aRule({
    id: "toy/idle",
    when: at("red-light"),
    then: { kind: "enlist", list: "published-entries", termMonths: 3 },
  });
  const lab = labOf(aRulebook([...book.rules, idle], null), person);
  const answer = mutationAnswer(await mutate(lab, () => true, UNWATCHED));
  const [numbers, fragile] = under(answer, "In short");
  expect(numbers).toBe(
    "No number stands in a rule that acts in this life, so that nothing can be said of the 1 there is.",
  );
  expect(fragile).toBe("No single step of any number changes a life.");
  expect(under(answer, "Numbers that make no difference to anybody here")).toEqual([
    "Their rule does not act in this life (1): toy/idle.termMonths.",
  ]);
});
