import type { Heading } from "../heading.ts";
import { STOPPED } from "../section-titles.ts";
import { capital } from "../wording.ts";
import { html, type Html, NOTHING } from "./html.ts";
import { spoken } from "./text.ts";

/** The head of a sheet: what kind of sheet it is, its title, what it is about, the notice and any warning. */
export interface Head {
  readonly kicker: string;
  readonly title: string;
  readonly about: string;
  readonly notice: string;
  readonly warning: string | null;
  readonly stopped?: string | null;
  readonly facts: readonly (readonly [name: string, says: string])[];
}

export function headOf({ kicker, title, about, notice, warning, stopped = null, facts }: Head, level: 1 | 2 = 1): Html {
  return html`<header>
<p class="kicker">${spoken(kicker)}</p>
${level === 1 ? html`<h1>${titled(title)}</h1>` : html`<h2 class="title">${titled(title)}</h2>`}
${about === "" ? NOTHING : html`<p class="about">${spoken(about)}</p>\n`}<div class="notice">${said("Notice.", notice)}${
    warning === null ? NOTHING : said("Note.", warning)
  }${stopped === null ? NOTHING : said("Stopped.", stopped)}</div>
${
  facts.length === 0
    ? NOTHING
    : html`<dl class="facts">
${facts.map(([name, says]) => html`<dt>${name}</dt><dd>${spoken(says)}</dd>\n`)}</dl>\n`
}</header>
`;
}

const WHOSE = "(invented): ";

/** Whose life it is, and on a line of its own what it exposes. */
function titled(title: string): Html {
  const at = title.indexOf(WHOSE);
  if (at === -1) return spoken(title);
  const end = at + WHOSE.length;
  return html`<span class="whose">${spoken(title.slice(0, end - 2))}</span> ${spoken(capital(title.slice(end)))}`;
}

function said(name: string, says: string): Html {
  return html`<p><strong>${name}</strong> ${spoken(says)}</p>`;
}

/** The head of a page about one life. */
export function lifeHead(heading: Heading, kicker: string, more: Head["facts"], level: 1 | 2 = 1): Html {
  const { title, about, notice, warning, rulebook, conditions, ranAway } = heading;
  return headOf(
    {
      kicker,
      title,
      about,
      notice,
      warning,
      stopped: ranAway ? STOPPED : null,
      facts: [["Rulebook", rulebook], ...(conditions === "" ? [] : [["At the opening", conditions] as const]), ...more],
    },
    level,
  );
}
