import { warningOf } from "../heading.ts";
import { chainOfHarm } from "../picture/chain-of-harm.ts";
import { lifeLine } from "../picture/life-line.ts";
import type { Label, Picture } from "../picture/picture.ts";
import type { Section } from "../section.ts";
import { html, type Html } from "./html.ts";
import { printAgain, type Printed, type PrintOptions } from "./printed.ts";
import { sectionOf } from "./table.ts";
import { type Anchors, spoken } from "./text.ts";

/** The pictures of one life; `id` begins every name in them. */
export function picturesOf(
  { trace, compared }: Printed,
  id: string,
): { readonly line: Picture; readonly chain: readonly Picture[] } {
  return {
    line: lifeLine(trace, {
      id: `${id}line`,
      ...(compared === undefined ? {} : { variant: { trace: compared.trace, says: compared.trace.rulebook.title } }),
    }),
    chain: chainOfHarm(trace, { id: `${id}chain` }),
  };
}

/** What pictures that leave their page must still say. */
export function pictureLabel(lives: readonly Printed[], options: PrintOptions): Label {
  const [{ trace, compared }] = lives as readonly [Printed, ...Printed[]];
  const { title, digest } = trace.rulebook;
  return {
    notice: trace.notice,
    warning: warningOf(trace.rulebook, compared?.trace.rulebook),
    rulebook: `${title}, digest ${digest.slice(0, 12)}`,
    again: printAgain(lives, options, "svg"),
  };
}

/** A drawing under its title; the same in words stands at the end of the page. */
export function figureOf({ svg, title }: Picture, words: string): Html {
  return html`<figure>
<figcaption><strong>${spoken(title)}</strong><span class="screen"> (<a href="#${words}">in words</a>)</span></figcaption>
<div class="drawing" tabindex="0" role="group" aria-label="${title}">${svg}</div>
</figure>
`;
}

/** What the drawings say, for whoever does not see them; small, since everything in it stands elsewhere too. */
export function wordsOf(pictures: readonly Picture[], level: 3 | 4, anchors: Anchors): Html {
  return html`<div class="words">
${pictures.flatMap(({ says }) =>
  says.map((section) => sectionOf(section, level, anchors, isNarrow(section) ? html`narrow` : html`part`)),
)}</div>
`;
}

/** Whether a table is so narrow that two of it stand beside each other. */
function isNarrow({ table }: Section): boolean {
  return table !== null && table.rows.length > 6 && table.rows.every((row) => row.join(" ").length <= 80);
}
