import { seqOf } from "../../../analysis/graph/graph.ts";
import { decisionsIn, mostOf } from "../../../analysis/knowledge.ts";
import type { Told } from "../../../model/rule.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Row } from "../../outline.ts";

/** What the person was told of the decisions of one row: the most that any of them says. */
export interface ToldOf {
  readonly told: Told;
  /** Told nothing, but the reason stood where anyone could read it. */
  readonly published: boolean;
}

/** For each row; `null` where nothing was decided on the person. */
export function toldIn(rows: readonly Row[], trace: Trace): (ToldOf | null)[] {
  const decisions = decisionsIn(trace);
  return rows.map((row) => {
    const seqs = new Set(row.entries.map(({ seq }) => seq));
    const mine = decisions.filter(({ effects }) => seqs.has(seqOf(effects[0]!.id)));
    if (mine.length === 0) return null;
    const told = mostOf(mine.flatMap(({ effects }) => effects.map((effect) => effect.told)));
    return { told, published: told === "nothing" && mine.some(({ published }) => published) };
  });
}

/** In the order in which they stand to be circled. */
export const TOLD_LETTERS: Readonly<Record<Told, string>> = { nothing: "n", outcome: "r", reason: "w" };
export const TOLD_HEADS: Readonly<Record<Told, string>> = { nothing: "nothing", outcome: "result", reason: "why" };
