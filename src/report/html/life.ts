import { folded } from "../fold.ts";
import { footnotesOf, unsourced } from "../footnotes.ts";
import type { Audit, Page } from "../page.ts";
import { pageOf } from "../page.ts";
import { TITLES } from "../section-titles.ts";
import { toldSection } from "../told-wording.ts";
import { checkSays, HEADS, kickerSays } from "../print-wording.ts";
import { footnoteList } from "./footnotes.ts";
import { type Head, lifeHead } from "./head.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import { guide } from "./guide.ts";
import { figureOf, picturesOf, wordsOf } from "./pictures.ts";
import type { Printed, PrintOptions } from "./printed.ts";
import { headingOf, paragraph, sectionOf } from "./table.ts";
import { type Anchors, linked, NO_ANCHORS } from "./text.ts";
import { besideTable, traceTable } from "./trace.ts";

export interface LifeOptions extends PrintOptions {
  /** Names the article and begins every name in it; empty where the page holds one life. */
  readonly name: string;
  readonly again: string;
  /** The only life of its page. */
  readonly alone: boolean;
}

/** Levels of headings: a life that stands alone has the title of its page. */
interface Levels {
  readonly part: 2 | 3;
  readonly sub: 3 | 4;
}

/** One life as it is printed. */
export function lifeArticle(printed: Printed, options: LifeOptions): Html {
  const { view, name, alone } = options;
  const page = pageOf(printed, { view, detail: "summary" });
  const levels: Levels = alone ? { part: 2, sub: 3 } : { part: 3, sub: 4 };
  const notes = footnotesOf(printed.trace);
  const anchors = anchorsOf(page, page.audit === null ? [] : notes.map(({ key }) => key), name);
  const { compared } = printed;
  return html`<article class="life${name === "" ? NOTHING : html` ${name}`}"${name === "" ? NOTHING : html` id="${name}"`}>
${lifeHead(page.heading, kickerSays(view), comparedFact(compared), alone ? 1 : 2)}${
    page.audit === null
      ? told(page, options, levels, anchors)
      : audited(page, page.audit, printed, options, levels, anchors)
  }</article>
`;
}

/** Which rulebook is drawn beside; nothing where there is none. */
export function comparedFact(compared: Printed["compared"]): Head["facts"] {
  if (compared === undefined) return [];
  const { title, digest } = compared.trace.rulebook;
  return [["Compared with", `${title}, digest ${digest.slice(0, 12)}`]];
}

/** In the person's view there is only what reached them. */
function told(page: Page, options: LifeOptions, levels: Levels, anchors: Anchors): Html {
  const { alone, view } = options;
  const { part } = levels;
  return html`${alone ? guide(view, false, part) : NOTHING}${headingOf(TITLES.happened, part)}${traceTable(
    page.rows,
    false,
    anchors,
  )}${closing(page, options, levels)}`;
}

function audited(
  page: Page,
  audit: Audit,
  printed: Printed,
  options: LifeOptions,
  levels: Levels,
  anchors: Anchors,
): Html {
  const { name, view, alone } = options;
  const { part, sub } = levels;
  const { trace, compared } = printed;
  const { line, chain } = picturesOf(printed, name === "" ? "" : `${name}-`);
  const words = `${name === "" ? "" : `${name}-`}words`;
  return joined([
    short(audit, part, anchors),
    alone ? guide(view, page.keepsScore, part) : NOTHING,
    headingOf(HEADS.line, part),
    figureOf(line, words),
    compared === undefined ? NOTHING : headingOf(HEADS.compared, part),
    ...(compared?.sections ?? []).map((section) => sectionOf(section, sub)),
    headingOf(TITLES.happened, part),
    page.pairs === null
      ? traceTable(page.rows, page.keepsScore, anchors)
      : besideTable(page.pairs, page.keepsScore, anchors),
    headingOf(HEADS.chain, part),
    ...chain.map((picture) => figureOf(picture, words)),
    headingOf(TITLES.ledger, part),
    ...audit.ledger.map((section) => sectionOf(section, sub, anchors)),
    page.pairs === null ? sectionOf(toldSection(trace), part, anchors, html`part decisions`) : NOTHING,
    open(audit, levels, anchors),
    headingOf(TITLES.sources, part),
    footnoteList(footnotesOf(trace), unsourced(trace), anchors),
    closing(page, options, levels),
    headingOf(HEADS.words, part, NO_ANCHORS, words),
    wordsOf([line, ...chain], sub, anchors),
  ]);
}

function short({ short: sentences, longest }: Audit, part: 2 | 3, anchors: Anchors): Html {
  return html`${headingOf(TITLES.short, part)}<div class="lead">
${sentences.map((sentence) => paragraph(sentence, anchors))}</div>
${
  longest === null
    ? NOTHING
    : html`${paragraph(longest.says)}<ol class="links">${longest.links.map(
        (link, at) => html`<li>${linked(link, anchors)}${at < longest.links.length - 1 ? " →" : ""}</li>`,
      )}</ol>\n`
}`;
}

/** Where sources differ, and what none of them says. */
function open({ questions, unknowns }: Audit, { part, sub }: Levels, anchors: Anchors): Html {
  return html`${
    questions.length === 0
      ? NOTHING
      : html`${headingOf(TITLES.questions, part)}<ul class="items small">
${questions.map(({ id, says }) => html`<li><strong>${id}</strong> ${linked(says, anchors)}</li>\n`)}</ul>
`
  }${
    unknowns.length === 0
      ? NOTHING
      : html`${headingOf(HEADS.unknown, questions.length === 0 ? part : sub)}<ul class="items small columns">
${unknowns.map((unknown) => html`<li>${linked(unknown, anchors)}</li>\n`)}</ul>
`
  }`;
}

function closing({ survives }: Page, { again }: LifeOptions, { part }: Levels): Html {
  return html`${headingOf(survives.heading, part)}${survives.sentences.map((sentence) => paragraph(sentence))}<section class="keep">
${headingOf(HEADS.again, part)}<p class="command"><code>${again}</code></p>
${checkSays().map((sentence) => paragraph(sentence))}</section>
`;
}

/** Rows and footnotes by the name that they have on this page; by number, so that no key of a reader's own gets into a name. */
function anchorsOf(page: Page, sources: readonly string[], name: string): Anchors {
  const prefix = name === "" ? "" : `${name}-`;
  const { first, last } = folded(
    page.pairs === null ? page.rows : page.pairs.map(({ onFile }) => onFile),
    (row) => row,
  );
  const rows = [...first, ...last];
  const entries = new Map(
    rows.flatMap((row) => row.entries.map(({ seq }) => [seq, `${prefix}entry-${row.entries[0]!.seq}`] as const)),
  );
  return {
    entry: (seq) => entries.get(seq),
    source: (key) => {
      const at = sources.indexOf(key);
      return at === -1 ? undefined : `${prefix}source-${at + 1}`;
    },
  };
}
