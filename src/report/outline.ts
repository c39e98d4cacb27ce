import type { FixtureDecision } from "../model/decision.ts";
import type { Month } from "../model/story-time.ts";
import { closing, type Entry, type Trace } from "../model/trace.ts";
import { fromOf, type From } from "./from.ts";
import type { Note } from "./note.ts";
import type { NoteKind } from "./marks.ts";
import { notesOf, quietReturnsNote } from "./notes.ts";
import { type Telling, tellingOf } from "./telling.ts";
import { episodes } from "./visible.ts";
import { episodeSays } from "./wording.ts";

/** One block of a trace as it is told, whatever the format. */
export interface Row {
  readonly month: Month;
  /** `#7`, `#13–18`; empty for the end of the story. */
  readonly label: string;
  readonly says: string;
  /** What it goes back to, where it did not happen of itself. */
  readonly from: readonly From[];
  /** Points moved here, and the running score and class; `null` where nothing moved them. */
  readonly points: number | null;
  readonly score: number | null;
  readonly class: string | null;
  readonly notes: readonly Note[];
  /** What a folded row does not say again, since it went as in the row that it names. */
  readonly unsaid: readonly Note[];
  readonly entries: readonly Entry[];
  /** The entry of an earlier row that went just so; `null` where the row is told in full. */
  readonly asIn: number | null;
}

/** The rows of a trace as the auditor reads them: entries in order, repeats folded unless everything is to be shown, and the end. */
export function outline(trace: Trace, full: boolean, decisions: readonly FixtureDecision[] = []): Row[] {
  const telling = tellingOf(trace, full, decisions);
  const rows = episodes(trace, full).flatMap(({ entries, asIn }) =>
    asIn === null ? entries.map((entry) => rowOf(entry, telling)) : [foldedRow(entries, asIn, telling)],
  );
  return withPlainLabels(withQuietReturns([...rows, endRow(trace)], trace));
}

/** A folded row between whose first and last entry another row stands is named by its first alone. */
function withPlainLabels(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const [first, last] = [row.entries[0]?.seq, row.entries.at(-1)?.seq];
    if (first === undefined || last === undefined || first === last) return row;
    const between = rows.some((other) => other !== row && other.entries.some(({ seq }) => seq > first && seq < last));
    return between ? { ...row, label: `#${first}` } : row;
  });
}

function endRow(trace: Trace): Row {
  const { score, class: id } = closing(trace);
  return {
    month: trace.until,
    label: "",
    says: "The end of the replay",
    from: [],
    points: null,
    score,
    class: id,
    notes: [],
    unsaid: [],
    entries: [],
    asIn: null,
  };
}

/** Points that moved in entries not shown are told at the next row, so that a reader can add up down the page. */
function withQuietReturns(rows: readonly Row[], trace: Trace): Row[] {
  const shown = new Set(rows.flatMap((row) => row.entries.map(({ seq }) => seq)));
  const quiet = trace.entries.filter((entry) => !shown.has(entry.seq) && pointsOf([entry]) !== null);
  let told = 0;
  return rows.map((row) => {
    const before = row.entries[0]?.seq ?? trace.entries.length;
    const due = row.score === null ? [] : quiet.filter(({ seq }) => seq >= told && seq < before);
    if (due.length === 0) return row;
    told = before;
    return {
      ...row,
      notes: [
        quietReturnsNote(
          pointsOf(due)!,
          due.map(({ seq }) => seq),
        ),
        ...row.notes,
      ],
    };
  });
}

function rowOf(entry: Entry, telling: Telling): Row {
  return {
    ...place([entry]),
    says: episodeSays([entry], null, telling.trace, { marked: true }),
    from: fromOf(entry, telling),
    notes: notesOf(entry, telling),
    unsaid: [],
    asIn: null,
  };
}

/** A repeat in one line: what happened, “as in #16”, and only what was new. */
function foldedRow(entries: readonly Entry[], asIn: number, telling: Telling): Row {
  const all = entries.flatMap((entry) => notesOf(entry, telling));
  const isNews = ({ kind }: Note): boolean => NEWS.includes(kind);
  return {
    ...place(entries),
    says: episodeSays(entries, asIn, telling.trace, { marked: true }),
    from: [],
    notes: all.filter(isNews),
    unsaid: all.filter((note) => !isNews(note)),
    asIn,
  };
}

const NEWS: readonly NoteKind[] = [
  "decided",
  "class-down",
  "class-up",
  "shut",
  "open",
  "scrutiny",
  "priority",
  "caution",
  "not-known",
  "remark",
];

function place(entries: readonly Entry[]) {
  const [first, last] = [entries[0]!, entries.at(-1)!];
  const moved =
    last.seq === 0 ||
    entries.some((entry) => entry.effects.some(({ kind }) => kind === "posting" || kind === "class-moved"));
  return {
    month: last.month,
    label: first === last ? `#${first.seq}` : `#${first.seq}–${last.seq}`,
    points: pointsOf(entries),
    score: moved ? last.after.score : null,
    class: moved ? last.after.class : null,
    entries,
  };
}

function pointsOf(entries: readonly Entry[]): number | null {
  const postings = entries.flatMap((entry) =>
    entry.effects.flatMap((effect) => (effect.kind === "posting" ? [effect.points] : [])),
  );
  return postings.length === 0 ? null : postings.reduce((sum, points) => sum + points, 0);
}
