import { html, type Html, joined, NOTHING } from "./html.ts";
import { headingOf } from "./table.ts";
import { spoken } from "./text.ts";

/** A part of a page under a heading of its own. */
export interface Part {
  /** Names it, for the style sheet and for what leads to it: small letters. */
  readonly key: string;
  readonly title: string;
  readonly body: Html;
  /** Short enough to stand on one sheet of paper whole. */
  readonly kept?: boolean;
}

/** The parts in order. `prefix` begins their names, where a page holds several lives. */
export function partsOf(parts: readonly Part[], level: 2 | 3, prefix: string): Html {
  return joined(
    parts.map(
      ({ key, title, body, kept }) => html`<section class="${key}${kept === true ? html` keep` : NOTHING}">
${headingOf(title, level, undefined, `${prefix}${key}`)}${body}</section>
`,
    ),
  );
}

/** On a screen, where a page is one long strip, what there is and where. */
export function jumpsTo(parts: readonly Part[], prefix: string, label: string): Html {
  if (parts.length < FEW) return NOTHING;
  return html`<nav class="jumps screen" aria-label="${label}">
<ul>${parts.map(({ key, title }) => html`<li><a href="#${prefix}${key}">${spoken(title)}</a></li> `)}</ul>
</nav>
`;
}

/** So few parts need no list. */
const FEW = 4;
