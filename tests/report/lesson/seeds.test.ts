import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawPersona } from "../../../src/load/draw.ts";
import { type Block, STEPS } from "../../../src/report/lesson/leaf.ts";
import { leafMarkdown } from "../../../src/report/lesson/markdown.ts";
import { leafText } from "../../../src/report/lesson/text.ts";
import { MOST_ROWS } from "../../../src/report/lesson/worksheet/worksheet.ts";
import { statements } from "../../../src/report/lesson/worksheet/opinion.ts";
import { styleOf } from "../../../src/report/text/style.ts";
import { LONG, runs } from "../../support/runs.ts";
import { papers, runsOf, sheet, SHEETS, STUDIED, studied } from "./sheets.ts";

const open = ({ blanks }: ReturnType<typeof sheet>): string =>
  JSON.stringify(Object.values(blanks).map((set) => [...set]));

test("the same number gives the same sheet and key, byte for byte", () => {
  for (const each of STUDIED) expect(papers(sheet(each, 7))).toEqual(papers(sheet(each, 7)));
});

describe.each(STUDIED.map((each) => [each.trace.persona.id, each] as const))("%s", (_, each) => {
  test("neighbours get other gaps, and a class of thirty hardly ever the same", () => {
    const sheets = Array.from({ length: 31 }, (__, seed) => sheet(each, seed));
    for (let seed = 1; seed < sheets.length; seed++) expect(open(sheets[seed]!)).not.toBe(open(sheets[seed - 1]!));
    const questions = new Set(sheets.map((one) => JSON.stringify(one.questions)));
    expect(questions.size).toBeGreaterThan(1);
  });

  test("the sheet fits into a lesson", () => {
    expect(sheet(each, 1).rows.length).toBeLessThanOrEqual(MOST_ROWS);
  });
});

test("neighbours with a harmed life get other questions", () => {
  const harmed = STUDIED.filter(({ ablation }) => ablation.compounding.all.denied > 1);
  expect(harmed.length).toBeGreaterThan(5);
  for (const each of harmed) {
    const all = Array.from({ length: 12 }, (_, seed) => JSON.stringify(sheet(each, seed).questions));
    for (let seed = 1; seed < all.length; seed++) expect(all[seed]).not.toBe(all[seed - 1]);
  }
});

function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === "together" ? flat(block.blocks) : [block]));
}

test("opinions are asked for twice, in the same words", () => {
  for (const worksheet of SHEETS) {
    const scales = flat(papers(worksheet).sheet.blocks).filter(({ kind }) => kind === "scale");
    expect(scales).toHaveLength(2);
    expect(scales[0]).toEqual(scales[1]);
    expect(scales[0]).toMatchObject({ statements: statements(worksheet.trace) });
  }
  expect(STEPS % 2).toBe(1);
});

test("two cards, of which neither says what only the other side knows", () => {
  for (const worksheet of SHEETS) {
    const { sheet: leaf } = papers(worksheet);
    const [cards] = flat(leaf.blocks).filter((block) => block.kind === "cards");
    expect(cards).toMatchObject({ cards: { length: 2 } });
    const [, person] = (cards as Extract<typeof cards, { kind: "cards" }>).cards;
    const says = person!.blocks
      .flatMap(runsOf)
      .flat()
      .filter((run) => typeof run === "string")
      .join("\n");
    expect(says).not.toMatch(/\bscore\b|\bpoints\b|class [A-D]/);
  }
});

test.prop([fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100 })], runs<[number, number]>(12))(
  "a sheet can be made of anybody who can be drawn, and laid out in every way",
  async (who, seed) => {
    const leaf = papers(sheet(await studied(drawPersona(who)), seed));
    for (const each of [leaf.sheet, leaf.key]) {
      expect(
        leafText(each, styleOf(80, false))
          .split("\n")
          .every((line) => line.length <= 80),
      ).toBe(true);
      expect(leafMarkdown(each)).toContain("Invented persons only");
    }
  },
  LONG,
);
