import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { recoveryOf } from "../../../src/analysis/recovery.ts";
import { ablate } from "../../../src/analysis/questions/ablate.ts";
import { byEvidence } from "../../../src/analysis/by-evidence.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { drawFrom } from "../../../src/load/chance.ts";
import { unnamedLife } from "../../../src/load/unnamed-life.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import type { Prepared } from "../../../src/model/verdict.ts";
import type { Block, Leaf, Run, Runs } from "../../../src/report/lesson/leaf.ts";
import { keyOf } from "../../../src/report/lesson/worksheet/key.ts";
import { sheetOf } from "../../../src/report/lesson/worksheet/sheet.ts";
import {
  lastMonthFor,
  type Studied,
  type Worksheet,
  worksheetOf,
} from "../../../src/report/lesson/worksheet/worksheet.ts";
import { replay } from "../../../src/replay/replay.ts";
import { composite, shippedPersonas } from "../../support/shipped.ts";

export const RULEBOOK = composite();
const MEMORY: Memory = new Map();
export const ready = (rulebook: Rulebook): Promise<Prepared> => prepare(rulebook, MEMORY);
const PREPARED = await ready(RULEBOOK);
export const RECOVERY = recoveryOf(PREPARED, (events) => unnamedLife(events).persona);

export async function studied(persona: Persona): Promise<Studied> {
  const last = lastMonthFor(replay(PREPARED, persona));
  const trace = replay(PREPARED, persona, { until: last });
  return {
    trace,
    exposes: null,
    ablation: await ablate(new Lab(RULEBOOK, [persona], ready, last), false, UNWATCHED),
    byEvidence: await byEvidence(trace, ready),
  };
}

export const STUDIED: readonly Studied[] = await Promise.all(shippedPersonas().map(studied));

export function sheet(of: Studied, seed: number): Worksheet {
  return worksheetOf(of, seed, drawFrom(seed));
}

export const SEEDS = [0, 1, 2, 3, 4, 5];

/** Every shipped life on several sheets. */
export const SHEETS: readonly Worksheet[] = STUDIED.flatMap((each) => SEEDS.map((seed) => sheet(each, seed)));

export function nameOf({ trace, seed }: Worksheet): string {
  return `${trace.persona.id}, sheet ${seed}`;
}

export const papers = (worksheet: Worksheet): { sheet: Leaf; key: Leaf } => ({
  sheet: sheetOf(worksheet, "again"),
  key: keyOf(worksheet, "again"),
});

/** The rows of the one trace on a leaf. */
export function rowsOf(leaf: Leaf) {
  return leaf.blocks.flatMap((block) => (block.kind === "trace" ? block.rows : []));
}

/** What a block says, with its gaps and answers; all blocks within it too. */
export function runsOf(block: Block): Runs[] {
  switch (block.kind) {
    case "heading":
      return [[block.says]];
    case "links":
      return [block.links];
    case "text":
    case "small":
      return [block.says];
    case "items":
      return [...block.items];
    case "table":
      return [block.head, ...block.rows.flat()];
    case "trace":
      return block.rows.flatMap((row) => [[row.says], ...row.beneath, row.score, row.class, row.told]);
    case "question":
      return [block.says, ...block.beneath.flatMap(runsOf)];
    case "options":
      return block.options.map(({ says }) => says);
    case "scale":
      return [block.statements];
    case "cards":
      return block.cards.flatMap(({ title, blocks }) => [[title], ...blocks.flatMap(runsOf)]);
    case "together":
    case "part":
      return block.blocks.flatMap(runsOf);
    case "sources":
      return block.sources.map(({ says }) => [says]);
    case "lines":
    case "picture":
    case "in-words":
    case "new-page":
      return [];
  }
}

export function isGap(run: Run): run is Extract<Run, { gap: unknown }> {
  return typeof run === "object" && "gap" in run;
}

export function isAnswer(run: Run): run is Extract<Run, { answer: unknown }> {
  return typeof run === "object" && "answer" in run;
}

export function answersIn(runs: Runs): string[] {
  return runs.filter(isAnswer).map(({ answer }) => answer);
}
