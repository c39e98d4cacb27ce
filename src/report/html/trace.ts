import { type Fold, folded } from "../fold.ts";
import { MARKS } from "../marks.ts";
import { asideOf, type Note, noteSays } from "../note.ts";
import type { Row } from "../outline.ts";
import { TITLES } from "../section-titles.ts";
import type { Pair } from "../views.ts";
import { monthSays, signed, whole } from "../wording.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import { type Anchors, linked } from "./text.ts";

/** The numbered trace: a running sum down the right, which can be redone by hand. */
export function traceTable(rows: readonly Row[], keepsScore: boolean, anchors: Anchors): Html {
  const { first, fold, last } = folded(rows, (row) => row);
  const lines = (some: readonly Row[]): Html =>
    joined(some.map((row, at) => traceRow(row, at, some, keepsScore, anchors)));
  return html`<table class="trace">
<thead><tr><th scope="col" class="when">month</th><th scope="col" class="seq">#</th><th scope="col">what happened, and what came of it</th>${
    keepsScore
      ? html`<th scope="col" class="figure sum">points</th><th scope="col" class="figure sum">score</th><th scope="col" class="class">class</th>`
      : NOTHING
  }</tr></thead>
<tbody>
${lines(first)}${fold === null ? NOTHING : foldRow(fold, keepsScore ? 6 : 3)}${lines(last)}</tbody>
</table>
`;
}

function traceRow(row: Row, at: number, rows: readonly Row[], keepsScore: boolean, anchors: Anchors): Html {
  const { points, score, class: id } = row;
  return html`<tr${rowClass(row, rows[at - 1])}${rowId(row, anchors)}>${place(row)}<td class="what">${told(row, anchors)}</td>${
    keepsScore
      ? html`<td class="figure sum">${points === null || points === 0 ? "" : signed(points)}</td><td class="figure sum">${score === null ? "" : whole(score)}</td><td class="class">${id ?? ""}</td>`
      : NOTHING
  }</tr>
`;
}

/** What is on file, and beside it what the person knows of it. */
export function besideTable(pairs: readonly Pair[], keepsScore: boolean, anchors: Anchors): Html {
  const { first, fold, last } = folded(pairs, ({ onFile }) => onFile);
  const lines = (some: readonly Pair[]): Html =>
    joined(some.map((pair, at) => besideRow(pair, some[at - 1]?.onFile, keepsScore, anchors)));
  return html`<table class="trace beside">
<thead><tr><th scope="col" class="when">month</th><th scope="col" class="seq">#</th><th scope="col" class="onfile">${TITLES.onFile}</th><th scope="col" class="told">${TITLES.told}</th></tr></thead>
<tbody>
${lines(first)}${fold === null ? NOTHING : foldRow(fold, 4)}${lines(last)}</tbody>
</table>
`;
}

function besideRow(
  { onFile, told: seen, untold }: Pair,
  before: Row | undefined,
  keepsScore: boolean,
  anchors: Anchors,
): Html {
  const sums = keepsScore ? sumLine(onFile) : NOTHING;
  return html`<tr${rowClass(onFile, before)}${rowId(onFile, anchors)}>${place(onFile)}<td class="onfile">${told(onFile, anchors, false)}${sums}</td><td class="told">${
    seen === null ? NOTHING : told(seen, anchors)
  }${untold === null ? NOTHING : html`<p class="untold">${linked(untold, anchors)}</p>`}</td></tr>
`;
}

function sumLine({ points, score, class: id }: Row): Html {
  if (score === null) return NOTHING;
  const moved = points === null || points === 0 ? "" : `${signed(points)} → `;
  return html`<p class="sums"><strong>${moved}${whole(score)}</strong>${id === null ? "" : `, class ${id}`}</p>`;
}

function foldRow({ says, points, score, class: id }: Fold, columns: 3 | 4 | 6): Html {
  if (columns !== 6) return html`<tr class="fold"><td colspan="${columns}"><p><strong>${says}</strong></p></td></tr>\n`;
  return html`<tr class="fold"><td colspan="3"><p><strong>${says}</strong></p></td><td class="figure sum">${
    points === null || points === 0 ? "" : signed(points)
  }</td><td class="figure sum">${score === null ? "" : whole(score)}</td><td class="class">${id ?? ""}</td></tr>\n`;
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
  const refused = row.notes.some(({ kind }) => kind === "refused");
  return html`<p class="says">${linked(row.says, anchors)}</p>${row.from.map(
    ({ says }) => html`<p class="from">← ${linked(says, anchors)}</p>`,
  )}${
    row.notes.length === 0
      ? NOTHING
      : html`<ul class="notes">${row.notes.map((note) => noteItem(note, withTold ? asideOf(note) : note.evidence, refused, anchors))}</ul>`
  }`;
}

function noteItem(note: Note, aside: string | null, refused: boolean, anchors: Anchors): Html {
  const says = linked(noteSays(note), anchors);
  return html`<li><span class="mark">${MARKS[note.kind]}</span>${
    refused && note.kind === "refused" ? html`<span class="refused">${says}</span>` : says
  }${aside === null ? NOTHING : html` <span class="aside">${linked(aside, anchors)}</span>`}</li>`;
}
