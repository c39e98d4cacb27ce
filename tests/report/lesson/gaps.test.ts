import { describe, expect, test } from "vitest";
import type { Entry, Trace } from "../../../src/model/trace.ts";
import { plainText } from "../../../src/report/lesson/gaps.ts";
import { answersIn, isGap, nameOf, papers, rowsOf, runsOf, SHEETS } from "./sheets.ts";

const CASES = SHEETS.map((worksheet) => ({ name: nameOf(worksheet), worksheet, ...papers(worksheet) }));

/** The sum after an entry, added up here once more. */
function sumAfter(trace: Trace, seq: number): number {
  return trace.entries
    .slice(0, seq + 1)
    .flatMap(({ effects }) => effects)
    .reduce((sum, effect) => sum + (effect.kind === "posting" ? effect.points : 0), trace.opening.score!);
}

function classAt({ rulebook }: Trace, score: number): string {
  return rulebook.scoring!.classes.find(({ min }) => min === null || score >= min)!.id;
}

/** Rules that did something a row speaks of, looked up in the trace itself. */
function rulesAt({ entries }: Trace, { happening, effects }: Entry): Set<string> {
  const led = happening.because.flatMap((id) => {
    const [seq, place] = id.split(".").map(Number) as [number, number];
    const effect = place === 0 ? undefined : entries[seq]!.effects[place - 1];
    return effect?.kind === "led" ? [effect.rule] : [];
  });
  return new Set([
    ...led,
    ...effects.flatMap((effect) =>
      effect.kind === "denied" ? effect.measures : "rule" in effect && effect.rule !== null ? [effect.rule] : [],
    ),
  ]);
}

describe.each(CASES)("$name", ({ worksheet, sheet, key }) => {
  const { trace, rows, box } = worksheet;
  const [open, filled] = [rowsOf(sheet), rowsOf(key)];

  test("every score of the key is the sum of the postings up to it, and every class follows from it", () => {
    for (const [at, row] of rows.entries()) {
      const last = Math.max(-1, ...row.entries.map(({ seq }) => seq));
      if (row.score === null || last === -1) continue;
      const sum = sumAfter(trace, last);
      expect(plainText(filled[at]!.score).replaceAll(/[|,]/g, "")).toBe(String(sum));
      expect(plainText(filled[at]!.class).replaceAll("|", "")).toBe(classAt(trace, sum));
    }
  });

  test("a reader can add up down the sheet, from gap to gap to the last line", () => {
    let sum: number | null = null;
    for (const [at, row] of filled.entries()) {
      const printed = plainText(row.score).replaceAll(/[|,]/g, "");
      if (printed === "") continue;
      const quiet = row.beneath.flatMap((runs) => /([−+])(\d+) came back since/.exec(plainText(runs)) ?? []);
      const moved = row.points === "" ? 0 : Number(row.points.replace("−", "-"));
      const back = quiet.length === 0 ? 0 : Number(quiet[2]) * (quiet[1] === "−" ? -1 : 1);
      if (sum !== null) expect(`${at}: ${sum + moved + back}`).toBe(`${at}: ${printed}`);
      sum = Number(printed);
    }
  });

  test("every rule of the key is one that did something at its entry", () => {
    for (const [at, row] of filled.entries()) {
      const numbers = row.beneath.flatMap(answersIn);
      for (const number of numbers) {
        expect(number).toMatch(/^R\d+$/);
        expect(rulesAt(trace, rows[at]!.entries[0]!)).toContain(box[Number(number.slice(1)) - 1]);
      }
    }
  });

  test("what the person was told is the most that any decision of the row tells", () => {
    const DECIDES = ["struck", "class-moved", "denied", "imposed", "lifted"];
    for (const [at, row] of rows.entries()) {
      const [pick] = filled[at]!.told;
      const decided = row.entries.flatMap(({ effects }) =>
        effects.filter(
          (effect) =>
            DECIDES.includes(effect.kind) ||
            (effect.kind === "posting" && effect.reason === "rule") ||
            ((effect.kind === "enlisted" || effect.kind === "delisted") &&
              effect.list !== "published-entries" &&
              effect.rule !== null),
        ),
      );
      if (decided.length === 0) expect(pick).toBeUndefined();
      else
        expect(pick).toMatchObject({
          circled: Math.max(...decided.map(({ told }) => ["nothing", "outcome", "reason"].indexOf(told))),
        });
    }
  });

  test("what belongs in a gap does not stand in its row", () => {
    for (const [at, row] of open.entries()) {
      const said = [row.says, ...row.beneath.map(plainText)].join("\n");
      const all = [said, row.points, plainText(row.score), plainText(row.class)].join("\n");
      const [score] = answersIn(filled[at]!.score);
      if (score !== undefined) expect(all).not.toContain(score);
      const [moved] = answersIn(filled[at]!.class);
      if (moved !== undefined) {
        expect(said).not.toMatch(new RegExp(`Class \\w+ → ${moved}`));
        expect(plainText(row.class)).toBe("___");
      }
      for (const number of filled[at]!.beneath.flatMap(answersIn)) {
        const { title } = trace.rulebook.rules.find(({ id }) => id === box[Number(number.slice(1)) - 1])!;
        expect(said).not.toMatch(new RegExp(`\\b${number}\\b`));
        expect(said).not.toContain(title);
      }
    }
  });

  test("a rule that is asked for is named nowhere on the sheet but in the box", () => {
    const asked = new Set(filled.flatMap((row) => row.beneath.flatMap(answersIn)));
    const [from, to] = ["The rules that act here", "The trace, with gaps"].map((title) =>
      sheet.blocks.findIndex((block) => block.kind === "heading" && block.says === title),
    ) as [number, number];
    const elsewhere = sheet.blocks
      .filter((_, at) => at < from || at >= to)
      .flatMap(runsOf)
      .map(plainText)
      .join("\n");
    const inRows = open.flatMap((row) => row.beneath.map(plainText)).join("\n");
    for (const number of asked) {
      const { title } = trace.rulebook.rules.find(({ id }) => id === box[Number(number.slice(1)) - 1])!;
      expect(elsewhere).not.toContain(`“${title}”`);
      expect(inRows).not.toMatch(new RegExp(`\\b${number}\\b`));
    }
  });

  test("sheet and key say the same but for the gaps, and the sheet holds no answer", () => {
    const both = [sheet, key].map((leaf) =>
      leaf.blocks.filter(({ kind }) => kind === "trace" || kind === "question").flatMap(runsOf),
    ) as [ReturnType<typeof runsOf>, ReturnType<typeof runsOf>];
    expect(sheet.blocks.flatMap(runsOf).flatMap(answersIn)).toEqual([]);
    expect(key.blocks.flatMap(runsOf).flat().filter(isGap)).toEqual([]);
    const gaps = both[0].flat().filter(isGap);
    expect(both[1].flatMap(answersIn)).toHaveLength(gaps.length);
    expect(JSON.stringify(sheet)).not.toMatch(/"ticked":(true|false)|"answer"/);
    expect(open.map(({ says, label, points }) => ({ says, label, points }))).toEqual(
      filled.map(({ says, label, points }) => ({ says, label, points })),
    );
  });

  test("there is something to do", () => {
    expect(sheet.blocks.flatMap(runsOf).flat().filter(isGap).length).toBeGreaterThanOrEqual(3);
    expect(worksheet.questions.length).toBeGreaterThanOrEqual(2);
  });
});
