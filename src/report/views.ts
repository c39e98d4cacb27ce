import { graphOf } from "../analysis/graph/graph.ts";
import { knowsHappening, type Reader } from "../analysis/readers.ts";
import type { Entry, Trace } from "../model/trace.ts";
import { noteFor } from "./note.ts";
import type { Row } from "./outline.ts";
import { episodeSays, sightSays } from "./wording.ts";

/** The auditor's rows as a reader sees them: what that reader knows nothing of is gone. */
export function seenBy(reader: Reader, rows: readonly Row[], trace: Trace): Row[] {
  return rows.flatMap((row) => seenRow(reader, row, trace) ?? []);
}

/** A row as it stands on file, and what the person knows of it; `null` for nothing at all. */
export interface Pair {
  readonly onFile: Row;
  readonly told: Row | null;
  /** What is said in place of decisions that they were not told of; `null` where there are none. */
  readonly untold: string | null;
}

export function sideBySide(rows: readonly Row[], trace: Trace): Pair[] {
  return rows.map((row) => ({ onFile: row, told: seenRow("person", row, trace), untold: untoldSays(row) }));
}

function seenRow(reader: Reader, row: Row, trace: Trace): Row | null {
  const known = row.entries.filter((entry) => knowsHappening(reader, entry, graphOf(trace)));
  const notes = row.notes.flatMap((note) => noteFor(reader, note));
  const isEnd = row.entries.length === 0;
  // A term that ends is news only where points or a list moved with it.
  const empty =
    notes.length === 0 &&
    (reader === "person" || row.score === null) &&
    known.every(({ happening }) => happening.kind === "term");
  if (empty && !isEnd) return null;
  return {
    ...row,
    says: isEnd ? row.says : saysTo(reader, known, row, trace),
    notes,
    from:
      reader === "clerk"
        ? []
        : row.from.flatMap((from) =>
            from.rule?.told === "reason" ? [{ says: from.rule.title, rule: from.rule }] : [],
          ),
    ...(reader === "clerk" ? {} : { points: null, score: null, class: null }),
  };
}

function saysTo(reader: Reader, known: readonly Entry[], row: Row, trace: Trace): string {
  if (known.length === 0) return sightSays(reader);
  const folded = known[0] === row.entries[0] ? row.asIn : null;
  // Of an act that nothing came of, as far as the person was told, there is nothing to look up.
  const bare = reader === "person" && known.length === 1 && known[0]?.happening.kind !== "attempt";
  return episodeSays(known, bare ? null : folded, trace, { reader, marked: true });
}

/** Where a note says what was told, a decision stands behind it. */
function untoldSays({ notes, unsaid }: Row): string | null {
  const decisions = [...notes, ...unsaid].filter(({ telling }) => telling !== null);
  const untold = decisions.filter(({ knownTo }) => knownTo.person === "nothing");
  if (untold.length === 0) return null;
  const nothing = untold.length === decisions.length ? "told nothing" : "told nothing more";
  return untold.some(({ published }) => published) ? `${nothing}; published, so it could be known` : nothing;
}
