import { Causes } from "../analysis/causes.ts";
import { publishedIn } from "../analysis/knowledge.ts";
import type { Month } from "../model/story-time.ts";
import { closing, type Entry, type Trace } from "../model/trace.ts";
import { type Detail, episodes, type Episode } from "./visible.ts";
import { notesOf, quietReturnsNote, type Note, type NoteKind, type Telling } from "./notes.ts";
import { entryOf, evidenceSays, happeningNoun, happeningSays, listed } from "./wording.ts";
import { ruleNamed } from "../model/rulebook.ts";

/** One block of a trace as it is told, whatever the format. */
export interface Row {
  readonly month: Month;
  /** `#7`, `#13–18`; empty for the end of the story. */
  readonly label: string;
  readonly says: string;
  /** What it goes back to, where it did not happen of itself. */
  readonly from: readonly string[];
  /** Points moved here, and the running score and class; `null` where nothing moved them. */
  readonly points: number | null;
  readonly score: number | null;
  readonly class: string | null;
  readonly notes: readonly Note[];
  readonly entries: readonly Entry[];
}

/** The rows of a trace: entries in order, repeats folded at summary detail, and the end. */
export function outline(trace: Trace, detail: Detail): Row[] {
  const causes = new Causes(trace);
  const telling: Telling = { trace, causes, detail, published: publishedIn(trace, causes), cautioned: new Map(), listedDoors: new Map() };
  const rows = episodes(trace, detail).flatMap((episode) => (episode.asIn === null ? episode.entries.map((entry) => rowOf(entry, telling)) : [foldedRow(episode, telling)]));
  return withQuietReturns([...rows, endRow(trace)], trace);
}

function endRow(trace: Trace): Row {
  const { score, class: id } = closing(trace);
  return { month: trace.until, label: "", says: "The end of the replay", from: [], points: null, score, class: id, notes: [], entries: [] };
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
    return { ...row, notes: [quietReturnsNote(pointsOf(due)!, due.map(({ seq }) => seq)), ...row.notes] };
  });
}

function rowOf(entry: Entry, telling: Telling): Row {
  return {
    ...place([entry]),
    says: happeningSays(entry.happening, telling.trace),
    from: fromOf(entry, telling),
    notes: notesOf(entry, telling),
  };
}

/** A repeat in one line: what happened, “as in #16”, and only what was new. */
function foldedRow({ entries, asIn }: Episode, telling: Telling): Row {
  const [head, ...rest] = entries as [Entry, ...Entry[]];
  const outcome = head.effects.some((effect) => effect.kind === "denied") ? ": refused" : "";
  const then = rest.length > 0 ? `; ${listed(rest.map((entry) => happeningNoun(entry.happening)))}` : "";
  const news = entries.flatMap((entry) => notesOf(entry, telling)).filter(({ kind }) => NEWS.includes(kind));
  return { ...place(entries), says: `${happeningSays(head.happening, telling.trace)}${outcome}${then}, as in #${asIn}`, from: [], notes: news };
}

const NEWS: readonly NoteKind[] = ["class", "shut", "open", "scrutiny", "priority", "caution", "not-known"];

function place(entries: readonly Entry[]) {
  const [first, last] = [entries[0]!, entries.at(-1)!];
  const moved = last.seq === 0 || entries.some((entry) => entry.effects.some(({ kind }) => kind === "posting" || kind === "class-moved"));
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
  const postings = entries.flatMap((entry) => entry.effects.flatMap((effect) => (effect.kind === "posting" ? [effect.points] : [])));
  return postings.length === 0 ? null : postings.reduce((sum, points) => sum + points, 0);
}

/** The links that led to an entry: for a derived event the rules that led to it, for the fixture what occasioned it. */
function fromOf({ happening, seq }: Entry, { trace, causes }: Telling): string[] {
  if ("origin" in happening && happening.origin.kind === "exogenous") {
    const line = happening.origin.occasionedBy;
    const occasion = trace.entries.find((entry) => "origin" in entry.happening && entry.happening.origin.kind === "exogenous" && entry.happening.origin.line === line);
    return occasion === undefined ? [] : [`occasioned by #${occasion.seq}, ${happeningNoun(occasion.happening)}`];
  }
  if (happening.kind === "life-event" || happening.kind === "attempt") {
    return happening.because.flatMap((id) => {
      const { effect, entry } = causes.link(id);
      if (effect?.kind !== "led") return [];
      const rule = ruleNamed(trace.rulebook, effect.rule);
      return [`from #${visibleCause(entry, causes)}: ${rule.title} · ${evidenceSays(rule)}`];
    });
  }
  if (happening.because.length === 0 || seq === 0) return [];
  return [`from ${listed([...new Set(happening.because.map(entryOf))])}`];
}

/** An internal event stands for the change that queued it. */
function visibleCause(entry: Entry, causes: Causes): number {
  return entry.happening.kind === "internal" && entry.happening.because[0] !== undefined ? causes.link(entry.happening.because[0]).entry.seq : entry.seq;
}

