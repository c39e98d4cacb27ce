import type { DrawWhole } from "../../../analysis/worksheet/chance.ts";
import { graphOf } from "../../../analysis/graph/graph.ts";
import { ledgerOf } from "../../../analysis/ledger.ts";
import type { Ablation } from "../../../analysis/questions/ablate.ts";
import type { ByEvidence } from "../../../analysis/by-evidence.ts";
import type { Question } from "../../../analysis/worksheet/question.ts";
import { questionsOn } from "../../../analysis/worksheet/questions.ts";
import type { RuleId } from "../../../model/rule.ts";
import { HORIZON, type Month } from "../../../model/story-time.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { longestHarm } from "../../in-short.ts";
import { outline, type Row } from "../../outline.ts";
import { linkSays } from "../../wording.ts";
import { type Blanks, drawBlanks } from "./blanks.ts";
import { boxOf, referencesIn } from "./references.ts";
import { drawScene, type Scene } from "./scene.ts";
import { toldIn, type ToldOf } from "./told.ts";

/** One life, and what was computed about it for a lesson. */
export interface Studied {
  readonly trace: Trace;
  readonly exposes: { readonly title: string; readonly exposes: string } | null;
  /** Of this person alone, under the same rulebook and to the same month. */
  readonly ablation: Ablation;
  readonly byEvidence: ByEvidence;
}

/** What is asked on one sheet, and what is left open on it; the sheet and its key are drawn from the same one. */
export interface Worksheet extends Studied {
  readonly seed: number;
  readonly rows: readonly Row[];
  readonly told: readonly (ToldOf | null)[];
  readonly box: readonly RuleId[];
  readonly blanks: Blanks;
  readonly scene: Scene;
  readonly questions: readonly Question[];
}

/** The same from the same seed; `draw` draws from it. */
export function worksheetOf(studied: Studied, seed: number, draw: DrawWhole): Worksheet {
  const { trace, ablation, byEvidence } = studied;
  const rows = outline(trace, false);
  const told = toldIn(rows, trace);
  const references = referencesIn(rows, trace);
  const box = boxOf(references, trace.rulebook);
  const scene = drawScene(trace, rows, draw);
  const blanks = drawBlanks(rows, told, references, scene.given, draw);
  const ledger = ledgerOf(trace);
  const questions = questionsOn(
    { trace, ledger, ablation, byEvidence, box, shown: shownIn(rows), chain: chainIn(trace) },
    draw,
  );
  return { ...studied, seed, rows, told, box, blanks, scene, questions };
}

/** Entries with a row of their own. */
function shownIn(rows: readonly Row[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ entries, asIn }) => (asIn === null && entries.length === 1 ? [entries[0]!.seq] : [])));
}

/** The longest line as far back as no two of its links read alike. */
function chainIn(trace: Trace): EffectId[] {
  const harm = longestHarm(trace, ledgerOf(trace));
  if (harm === null) return [];
  const said = new Set<string>();
  const chain: EffectId[] = [];
  for (const link of graphOf(trace).line(harm.id).reverse()) {
    const says = linkSays(link, trace);
    if (says === null) continue;
    if (said.has(says)) break;
    said.add(says);
    chain.unshift(link.id);
  }
  return chain;
}

/** More rows than these do not fit into a lesson. */
export const MOST_ROWS = 24;

/** The last month up to which a life fits on a sheet. */
export function lastMonthFor(trace: Trace): Month {
  const rows = outline(trace, false);
  if (rows.length <= MOST_ROWS) return trace.until;
  const first = rows[MOST_ROWS - 1]!.month;
  return Math.min(HORIZON, Math.max(rows[0]!.month, first - 1));
}
