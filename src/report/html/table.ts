import type { Section, Table } from "../section.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { type Anchors, linked, NO_ANCHORS } from "./text.ts";

/** A table with its head, which paper repeats on each page; columns that hold figures stand to the right. */
export function tableOf({ head, rows, words = 1 }: Table, anchors: Anchors = NO_ANCHORS): Html {
  const kind = (at: number): Html => (at < words ? NOTHING : html` class="figure"`);
  return html`<table class="plain${rows.length <= MOST_KEPT ? html` keep` : NOTHING}">
<thead><tr>${head.map((cell, at) => html`<th scope="col"${kind(at)}>${linked(cell, anchors)}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell, at) =>
    at === 0
      ? html`<th scope="row">${linked(cell, anchors)}</th>`
      : html`<td${kind(at)} data-head="${head[at] ?? ""}">${linked(cell, anchors)}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
`;
}

/** A table of at most so many rows is not cut in two on paper, nor is a part with no more. */
const MOST_KEPT = 8;

/** A part of a page under a heading of that level: sentences, a table, or both. */
export function sectionOf(
  { heading, sentences, table }: Section,
  level: 2 | 3 | 4,
  anchors: Anchors = NO_ANCHORS,
  kind = html`part`,
): Html {
  return html`<section class="${kind}${isShort({ sentences, table }) ? html` keep` : NOTHING}">
${headingOf(heading, level, anchors)}${bodyOf({ sentences, table }, anchors)}</section>
`;
}

/** Whether it is so short that it is not cut in two on paper. */
export function isShort({ sentences, table }: Omit<Section, "heading">): boolean {
  return sentences.length <= 3 && (table === null || table.rows.length <= MOST_KEPT);
}

/** What stands under the heading of a section. */
export function bodyOf({ sentences, table }: Omit<Section, "heading">, anchors: Anchors = NO_ANCHORS): Html {
  return html`${sentences.map((sentence) => paragraph(sentence, anchors))}${
    table === null ? NOTHING : tableOf(table, anchors)
  }`;
}

export function headingOf(text: string, level: 2 | 3 | 4, anchors: Anchors = NO_ANCHORS, id?: string): Html {
  const name = id === undefined ? NOTHING : html` id="${id}"`;
  const says = linked(text, anchors);
  switch (level) {
    case 2:
      return html`<h2${name}>${says}</h2>\n`;
    case 3:
      return html`<h3${name}>${says}</h3>\n`;
    case 4:
      return html`<h4${name}>${says}</h4>\n`;
  }
}

export function paragraph(text: string, anchors: Anchors = NO_ANCHORS): Html {
  return html`<p>${linked(text, anchors)}</p>\n`;
}
