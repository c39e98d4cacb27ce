import { footnotesOf } from "../footnotes.ts";
import { headingOf as titleOf, warningOf } from "../heading.ts";
import type { Row } from "../outline.ts";
import type { Page } from "../page.ts";
import { CHECK, HEADS, kickerSays } from "../print-wording.ts";
import { TITLES } from "../section-titles.ts";
import { anchorsOf } from "./anchors.ts";
import { auditedParts } from "./audited.ts";
import { guide } from "./guide.ts";
import { type Head, lifeHead } from "./head.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import { jumpsTo, type Part, partsOf } from "./parts.ts";
import type { Printed, PrintOptions } from "./printed.ts";
import { paragraph } from "./table.ts";
import { traceTable } from "./trace.ts";

export interface LifeOptions extends PrintOptions {
  /** Names the article and begins every name in it; empty where the page holds one life. */
  readonly name: string;
  readonly again: string;
  /** The only life of its page. */
  readonly alone: boolean;
}

/** One life as it is printed; `page` is what there is to say of it. */
export function lifeArticle(printed: Printed, page: Page, options: LifeOptions): Html {
  const { view, name, alone } = options;
  const prefix = name === "" ? "" : `${name}-`;
  const parts = partsFor(printed, page, options, prefix);
  const heading = {
    ...page.heading,
    title: titleFor(printed, view),
    warning: warningOf(printed.trace.rulebook, printed.compared?.trace.rulebook),
  };
  return html`<article class="life${name === "" ? NOTHING : html` ${name}`}"${name === "" ? NOTHING : html` id="${name}"`}>
${lifeHead(heading, kickerSays(view), comparedFact(printed.compared), alone ? 1 : 2)}${jumpsTo(
    parts,
    prefix,
    alone ? "Parts of this page" : `Parts of life ${name.replace("life", "")}`,
  )}${partsOf(parts, alone ? 2 : 3, prefix)}</article>
`;
}

/** Side by side the line over the title says already what stands beside what. */
export function titleFor({ trace, exposes }: Printed, view: PrintOptions["view"]): string {
  return titleOf(trace, exposes, view === "side-by-side" ? "auditor" : view).title;
}

/** Which rulebook is drawn beside; nothing where there is none. */
export function comparedFact(compared: Printed["compared"]): Head["facts"] {
  if (compared === undefined) return [];
  const { title, digest } = compared.trace.rulebook;
  return [["Compared with", `${title}, digest ${digest.slice(0, 12)}`]];
}

function partsFor(printed: Printed, page: Page, { view, alone, again }: LifeOptions, prefix: string): Part[] {
  const { rows, keepsScore, audit, survives } = page;
  // Several lives have them once, before them all.
  const [reading, repeating] = alone ? [[readingPart(rows, keepsScore, view)], [againPart(again)]] : [[], []];
  const surviving = {
    key: "survives",
    title: survives.heading,
    body: joined(survives.sentences.map((sentence) => paragraph(sentence))),
  };
  const notes =
    audit === null
      ? []
      : footnotesOf(printed.trace, printed.compared?.trace.rulebook, printed.decisions, printed.powers);
  const anchors = anchorsOf(
    page,
    notes.map(({ key }) => key),
    prefix,
  );
  // In the person's view there is only what reached them.
  if (audit === null)
    return [
      surviving,
      ...reading,
      ...repeating,
      { key: "happened", title: TITLES.happened, body: traceTable(rows, "seen", anchors) },
    ];
  return auditedParts({
    printed,
    page,
    audit,
    notes,
    anchors,
    prefix,
    sub: alone ? 3 : 4,
    reading,
    surviving,
    repeating,
  });
}

export function readingPart(rows: readonly Row[], keepsScore: boolean, view: PrintOptions["view"]): Part {
  return { key: "reading", title: HEADS.read, body: guide(view, rows, keepsScore) };
}

export function againPart(again: string): Part {
  return {
    key: "again",
    title: HEADS.again,
    body: html`<p class="command"><code>${again}</code></p>
${paragraph(CHECK)}`,
  };
}
