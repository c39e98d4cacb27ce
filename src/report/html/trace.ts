import { type Fold, folded } from "../fold.ts";
import { FROM, LOSS, MARKS } from "../marks.ts";
import { asideOf, type Note, noteSays } from "../note.ts";
import type { Row } from "../outline.ts";
import { TITLES } from "../section-titles.ts";
import type { Pair } from "../views.ts";
import { monthSays, signed, whole } from "../wording.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import { type Anchors, linked } from "./text.ts";

/** `sums`: with a running sum down the right; `bare`: where no score is kept; `seen`: what the person saw of it. */
export type TraceKind = "sums" | "bare" | "seen";

/** The numbered trace, whose sums can be redone by hand. */
export function traceTable(rows: readonly Row[], kind: TraceKind, anchors: Anchors): Html {
  const keepsScore = kind === "sums";
  const { first, fold, last } = folded(rows, (row) => row);
  const lines = (some: readonly Row[]): Html =>
    joined(some.map((row, at) => traceRow(row, some[at - 1], keepsScore, anchors)));
  return html`<table class="trace ${kind}">
<thead><tr>${PLACE_HEAD}<th scope="col">what happened, and what came of it</th>${keepsScore ? SUMS_HEAD : NOTHING}</tr></thead>
<tbody>
${lines(first)}${fold === null ? NOTHING : foldRow(fold, keepsScore, NOTHING)}${lines(last)}</tbody>
</table>
`;
}

const PLACE_HEAD = html`<th scope="col" class="when">month</th><th scope="col" class="seq">#</th>`;
const SUMS_HEAD = html`<th scope="col" class="figure sum points">points</th><th scope="col" class="figure sum">score</th><th scope="col" class="class">class</th>`;

function traceRow(row: Row, before: Row | undefined, keepsScore: boolean, anchors: Anchors): Html {
  return html`<tr${rowClass(row, before)}${rowId(row, anchors)}>${place(row)}<td class="what">${told(row, anchors)}</td>${
    keepsScore ? sumCells(row) : NOTHING
  }</tr>
`;
}

function sumCells({ points, score, class: id }: Pick<Row, "points" | "score" | "class">): Html {
  return html`<td class="figure sum points">${points === null || points === 0 ? "" : signed(points)}</td><td class="figure sum">${score === null ? "" : whole(score)}</td><td class="class">${id ?? ""}</td>`;
}

/** What is on file, with the running sum, and beside it what the person knows of it. */
export function besideTable(pairs: readonly Pair[], keepsScore: boolean, anchors: Anchors): Html {
  const { first, fold, last } = folded(pairs, ({ onFile }) => onFile);
  const lines = (some: readonly Pair[]): Html =>
    joined(some.map((pair, at) => besideRow(pair, some[at - 1]?.onFile, keepsScore, anchors)));
  return html`<table class="trace beside">
<thead><tr>${PLACE_HEAD}<th scope="col" class="onfile">${TITLES.onFile}</th>${keepsScore ? SUMS_HEAD : NOTHING}<th scope="col" class="told">${TITLES.told}</th></tr></thead>
<tbody>
${lines(first)}${fold === null ? NOTHING : foldRow(fold, keepsScore, html`<td class="told"></td>`)}${lines(last)}</tbody>
</table>
`;
}

/** On a phone the columns stand below each other, and each needs its name. */
function besideRow(
  { onFile, told: seen, untold }: Pair,
  before: Row | undefined,
  keepsScore: boolean,
  anchors: Anchors,
): Html {
  return html`<tr${rowClass(onFile, before)}${rowId(onFile, anchors)}>${place(onFile)}<td class="onfile" data-head="${TITLES.onFile}">${told(onFile, anchors, false)}</td>${
    keepsScore ? sumCells(onFile) : NOTHING
  }<td class="told${seen !== null && isSame(onFile, seen) ? html` same` : NOTHING}" data-head="${TITLES.told}">${
    seen === null ? NOTHING : told(seen, anchors)
  }${untold === null ? NOTHING : html`<p class="untold">${linked(untold, anchors)}</p>`}</td></tr>
`;
}

/** Whether they know of what happened what the file says: it steps back, so that what is missing stands out. */
function isSame(onFile: Row, seen: Row): boolean {
  return onFile.says.replaceAll(`${LOSS} `, "") === seen.says;
}

function foldRow(fold: Fold, keepsScore: boolean, beyond: Html): Html {
  return html`<tr class="fold"><td colspan="3"><p><strong>${fold.says}</strong></p></td>${keepsScore ? sumCells(fold) : NOTHING}${beyond}</tr>\n`;
}

function rowClass(row: Row, before: Row | undefined): Html {
  if (row.entries.length === 0) return html` class="end"`;
  return before !== undefined && before.month !== row.month ? html` class="new"` : NOTHING;
}

/** Only what other parts of the page may lead to has a name. */
function rowId({ entries }: Row, anchors: Anchors): Html {
  const [first] = entries;
  const id = first === undefined ? undefined : anchors.entry(first.seq);
  return id === undefined ? NOTHING : html` id="${id}"`;
}

function place({ month, label }: Row): Html {
  return html`<td class="when">${monthSays(month)}</td><th scope="row" class="seq">${label === "" ? "end" : label}</th>`;
}

/** What happened, what it came from, and what came of it, each behind its mark. */
function told(row: Row, anchors: Anchors, withTold = true): Html {
  return html`<p class="says">${linked(row.says, anchors)}</p>${row.from.map(
    ({ says }) => html`<p class="from">${FROM} ${linked(says, anchors)}</p>`,
  )}${
    row.notes.length === 0
      ? NOTHING
      : html`<ul class="notes">${row.notes.map((note) => noteItem(note, withTold ? asideOf(note) : note.evidence, anchors))}</ul>`
  }`;
}

function noteItem(note: Note, aside: string | null, anchors: Anchors): Html {
  const says = linked(noteSays(note), anchors);
  const [mark, isRefused] = [MARKS[note.kind], note.kind === "refused"];
  return html`<li><span class="mark${isRefused ? html` strong` : NOTHING}">${mark}</span> <span>${
    isRefused ? html`<span class="refused">${says}</span>` : says
  }${aside === null ? NOTHING : html` <span class="aside">· ${linked(unbroken(aside), anchors)}</span>`}</span></li>`;
}

/** “told nothing” is too short for a line of its own: as one word it takes another along. */
function unbroken(aside: string): string {
  return aside.replaceAll("told nothing", "told\u00a0nothing");
}
