import { graphOf } from "../../../analysis/graph/graph.ts";
import { TOLD } from "../../../model/rule.ts";
import { HORIZON } from "../../../model/story-time.ts";
import type { Entry, Trace } from "../../../model/trace.ts";
import { MARKS, type NoteKind } from "../../marks.ts";
import { noteSays } from "../../note.ts";
import type { Row } from "../../outline.ts";
import { monthSays, signed, whole } from "../../wording.ts";
import { gapFor, type Run, type Runs, type TraceRow } from "../leaf.ts";
import type { Blanks } from "./blanks.ts";
import { effectLine } from "./effects.ts";
import type { RuleReferences } from "./rule-reference.ts";
import { quietReturns } from "./sums.ts";
import { TOLD_LETTERS, type ToldOf } from "./told.ts";

/** Notes that stand on a sheet as on every page; all others are told anew, with gaps. */
const AS_EVER: readonly NoteKind[] = ["shut", "open", "scrutiny", "priority", "lapses", "own"];

export interface SheetRows {
  readonly trace: Trace;
  readonly rows: readonly Row[];
  readonly told: readonly (ToldOf | null)[];
  readonly blanks: Blanks;
}

/** The rows of a trace with gaps, or for the key with what belongs in them. */
export function traceRows(
  { trace, rows, told, blanks }: SheetRows,
  references: RuleReferences,
  key: boolean,
): TraceRow[] {
  const quiet = quietReturns(rows);
  let month = -1;
  return rows.map((row, at) => {
    const shownMonth = row.month === month ? "" : monthSays(row.month);
    month = row.month;
    const place = { label: row.label, classGap: blanks.classes.has(at), key, references, trace };
    const told_ = told[at] ?? null;
    return {
      month: shownMonth,
      label: row.label,
      says: row.entries.length === 0 ? endSays(trace) : row.says,
      refused: row.notes.some(({ kind }) => kind === "refused"),
      beneath: [
        ...(quiet[at] === 0 ? [] : [[`${MARKS.returns} ${signed(quiet[at]!)} came back since the last sum`]]),
        ...fromLines(row, trace, references),
        ...row.entries.flatMap((entry) => lines(entry, row, place)),
        ...row.notes
          .filter(({ kind }) => AS_EVER.includes(kind))
          .map((note): Runs => [`${MARKS[note.kind]} ${noteSays(note).replace(UNDER, "")}`]),
        ...(row.notes.some(({ kind }) => kind === "not-known")
          ? [[`${MARKS["not-known"]} What is not known was taken as grounds`]]
          : []),
      ],
      points: row.points === null || row.points === 0 ? "" : signed(row.points),
      score:
        row.score === null ? [] : [blanks.scores.has(at) ? gapFor(whole(row.score), "figure", key) : whole(row.score)],
      class: row.class === null ? [] : [blanks.classes.has(at) ? gapFor(row.class, "letter", key) : row.class],
      told: told_ === null ? [] : [toldRun(told_, blanks.told.has(at) && !key)],
    };
  });
}

function endSays({ until }: Trace): string {
  return until === HORIZON ? "The story ends" : "This sheet ends";
}

/** Under which rule somebody was let through could be asked for elsewhere. */
const UNDER = /, under “[^]*$/;

/** Of a folded row only what moved its class: all else is “as in #16”. */
function lines(entry: Entry, row: Row, place: Parameters<typeof effectLine>[1]): Runs[] {
  return entry.effects
    .filter(({ kind }) => row.asIn === null || kind === "class-moved")
    .flatMap((effect) => {
      const line = effectLine(effect, place);
      return line === null ? [] : [line];
    });
}

function fromLines(row: Row, trace: Trace, references: RuleReferences): Runs[] {
  const [entry] = row.entries;
  // What comes back names what it comes from in a line of its own.
  if (row.asIn !== null || entry === undefined || entry.happening.kind === "term") return [];
  const graph = graphOf(trace);
  const led = graph.leadsTo(entry);
  if (led.length === 0) return row.from.map(({ says }): Runs => [`← ${says}`]);
  return led.map(({ effect, entry: from }): Runs => [
    `← from #${graph.seenAt(from)} by `,
    references.at(effect.rule, row.label),
  ]);
}

/** One of three letters, to be circled. */
function toldRun({ told }: ToldOf, open: boolean): Run {
  return { pick: TOLD.map((each) => TOLD_LETTERS[each]), circled: open ? null : TOLD.indexOf(told) };
}
