import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, choices, combinations } from "../../../src/analysis/multiverse/space.ts";
import type { Rule } from "../../../src/model/rule.ts";
import { personas, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, on, tries } from "../../support/builders.ts";
import { asking, disagreeing, type Grown, grown, otherwise } from "../../support/multiverse.ts";
import { questionedRulebooks } from "../../support/open-questions.ts";
import { few, LONG, runs, some } from "../../support/runs.ts";
import { composite, shippedPersonas, stacked } from "../../support/shipped.ts";

/*
 * What the leaves say, held against lives lived one by one: every combination of answers made into a
 * rulebook, prepared and replayed whole. `DEMERIT_LONG=1` looks at many more.
 */

const worlds = fc.tuple(questionedRulebooks(8), personas);

/** Of each leaf the reading that is furthest from the one lived for it: every answer that did not act is the last. */
function corners({ open, leaves }: Grown): Choice[] {
  return leaves.map(({ box }) => box.map((place, at) => place ?? open[at]!.answers.length - 1));
}

describe("books drawn by chance, of up to eight questions", () => {
  test(
    "every reading leads to the life that its leaf tells, points and all, and every reading is in one leaf",
    async () => {
      const met = { combinations: 0, faulty: 0, lives: 0 };
      await fc.assert(
        fc.asyncProperty(worlds, async ([rulebook, persona]) => {
          const tree = await grown(rulebook, persona, UNTIL);
          expect(await disagreeing(tree)).toEqual({ wrong: [], miscounted: 0 });
          met.combinations += combinations(tree.open);
          met.faulty += tree.faulty;
          met.lives += tree.lives;
        }),
        runs(15, 600),
      );
      // Else they would say little: of faulty ones, and of those that share a life.
      expect(met.faulty).toBeGreaterThan(0);
      expect(met.lives).toBeLessThan(met.combinations / 4);
      expect(met.lives).toBeGreaterThan(met.combinations / 100);
    },
    LONG * few(1, 3),
  );
});

describe("the lives shipped", () => {
  const rulebook = composite();
  let replayed = 0;

  test.each(shippedPersonas().map((persona) => [persona.id, persona] as const))(
    "%s",
    async (_, persona) => {
      const tree = await grown(rulebook, persona);
      replayed += tree.lives;
      expect(tree.lives).toBeLessThanOrEqual(4096);
      expect(tree.faulty).toBe(0);
      expect(tree.leaves.reduce((sum, { readings }) => sum + readings, 0)).toBe(combinations(tree.open));
      // Millions; of each leaf one that is far from what was lived, and some drawn from all.
      const places = fc.tuple(...tree.open.map(({ answers }) => fc.nat(answers.length - 1)));
      const drawn = fc.sample(places, { numRuns: few(3, 200), seed: 2010 });
      for (const choice of [...some(corners(tree), 5), ...drawn])
        expect([choice, tree.told(choice)]).toEqual([choice, await tree.lived(choice)]);
    },
    LONG * few(1, 3),
  );

  test("no more are lived than acting questions ask for", () => {
    expect(replayed).toBeLessThanOrEqual(3927);
  });
});

// Few enough to live them all, as the long tests do.
test.each(["listed-father", "guarantor", "missed-instalment"])(
  "every reading of the court's pack and what follows from it: %s",
  async (id) => {
    const persona = shippedPersonas().find((each) => each.id === id)!;
    const tree = await grown(stacked("court-defaulters-2017", "everyday-consequences"), persona);
    // Seven questions of two answers, two of three, one of four.
    expect(combinations(tree.open)).toBe(2 ** 7 * 3 ** 2 * 4);
    for (const choice of some(choices(tree.open), 40))
      expect([choice, tree.told(choice)]).toEqual([choice, await tree.lived(choice)]);
  },
  LONG,
);

// 2 to the 22nd: 4,194,304. Two questions act in this life.
test("of millions of readings those are told apart that differ", async () => {
  const many = Array.from({ length: 20 }, (_, number): Rule => ({
    ...aRule({ id: `toy/rule-${number}`, when: at("job-lost"), then: { kind: "post", points: -5 } }),
    readings: [otherwise(`amount-${number}`, "more", { then: { points: -40 } })],
  }));
  const book = asking(
    aRulebook([
      ...many,
      {
        ...aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -5 } }),
        readings: [
          otherwise("light", "more", { then: { points: -20 } }),
          otherwise("back", "soon", { then: { expiresAfterMonths: 2 } }),
        ],
      },
    ]),
  );
  const tree = await grown(book, aPersona([on("Y1-02", "red-light"), tries("Y1-03", "air-travel")]));
  expect(combinations(tree.open)).toBe(4_194_304);
  expect(tree.leaves.map(({ readings, outcome }) => [readings, outcome.lowest, outcome.score])).toEqual([
    [1_048_576, 95, 95],
    [1_048_576, 95, 100],
    [1_048_576, 80, 80],
    [1_048_576, 80, 100],
  ]);
  for (const choice of corners(tree)) expect(tree.told(choice)).toEqual(await tree.lived(choice));
});
