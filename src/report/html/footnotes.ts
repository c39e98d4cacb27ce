import type { Footnote, Ground } from "../footnotes.ts";
import { FOOTNOTE_LEVELS } from "../print-wording.ts";
import { html, type Html, NOTHING } from "./html.ts";
import { type Anchors, linked } from "./text.ts";

/** The footnotes: every source cited, how much of it was seen, and what stands on it at which level of evidence. */
export function footnoteList(notes: readonly Footnote[], bare: readonly Ground[], anchors: Anchors): Html {
  if (notes.length === 0 && bare.length === 0) return html`<p>None: no rule acted in this life.</p>\n`;
  return html`<p class="small">${FOOTNOTE_LEVELS}</p>
<dl class="footnotes small">
${notes.map(
  ({ key, says, grounds }) =>
    html`<dt${nameOf(key, anchors)}>[${key}]</dt><dd>${linked(says, anchors)}${groundItems(grounds, anchors)}</dd>\n`,
)}${
    bare.length === 0
      ? NOTHING
      : html`<dt>No source</dt><dd>What rests on none, and is said to be so:${groundItems(bare, anchors)}</dd>\n`
  }</dl>
`;
}

function nameOf(key: string, { source }: Anchors): Html {
  const id = source(key);
  return id === undefined ? NOTHING : html` id="${id}"`;
}

function groundItems(grounds: readonly Ground[], anchors: Anchors): Html {
  if (grounds.length === 0) return NOTHING;
  return html`<ul>${grounds.map(
    ({ level, says }) => html`<li><strong>${level}</strong>: ${linked(says, anchors)}</li>`,
  )}</ul>`;
}
