import { type Footnote, unsourced } from "../footnotes.ts";
import type { Audit, Page } from "../page.ts";
import { HEADS } from "../print-wording.ts";
import { TITLES } from "../section-titles.ts";
import { toldSection } from "../told-wording.ts";
import { footnoteList } from "./footnotes.ts";
import { html, type Html, joined, NOTHING } from "./html.ts";
import type { Part } from "./parts.ts";
import { figureOf, picturesOf, wordsOf } from "./pictures.ts";
import type { Printed } from "./printed.ts";
import { bodyOf, headingOf, paragraph, sectionOf } from "./table.ts";
import { type Anchors, linked, NO_ANCHORS } from "./text.ts";
import { besideTable, traceTable } from "./trace.ts";

/** A page on which everything is to be seen. */
export interface Audited {
  readonly printed: Printed;
  readonly page: Page;
  readonly audit: Audit;
  readonly notes: readonly Footnote[];
  readonly anchors: Anchors;
  /** Begins every name on the page. */
  readonly prefix: string;
  /** Of the headings within a part. */
  readonly sub: 3 | 4;
  /** What stands before the trace. */
  readonly reading: readonly Part[];
  /** What stands after what the person was told, and what before the pictures in words. */
  readonly surviving: Part;
  readonly repeating: readonly Part[];
}

/** The parts of a page for the auditor, in order: first the picture and the answer, then what they rest on. */
export function auditedParts(audited: Audited): Part[] {
  const { printed, page, audit, notes, anchors, prefix, sub, reading, surviving, repeating } = audited;
  const { trace, compared } = printed;
  const { line, chain } = picturesOf(printed, prefix);
  const words = `${prefix}words`;
  const trial =
    page.pairs === null
      ? traceTable(page.rows, page.keepsScore ? "sums" : "bare", anchors)
      : besideTable(page.pairs, page.keepsScore, anchors);
  return [
    { key: "life-line", title: HEADS.line, body: figureOf(line, words) },
    { key: "short", title: TITLES.short, body: joined(audit.short.map((sentence) => paragraph(sentence, anchors))) },
    ...(audit.powers === null
      ? []
      : [{ key: "powers", title: audit.powers.heading, body: bodyOf(audit.powers, anchors) }]),
    ...(compared === undefined ? [] : [comparedPart(compared, sub, anchors)]),
    ...reading,
    { key: "happened", title: TITLES.happened, body: trial },
    {
      key: "chain",
      title: HEADS.chain,
      body: html`${longest(audit, anchors)}${chain.map((picture) => figureOf(picture, words))}`,
    },
    {
      key: "ledger",
      title: TITLES.ledger,
      body: html`<div class="accounts">
${audit.ledger.map((section) => sectionOf(section, sub, anchors))}</div>
`,
    },
    ...(page.pairs === null ? [decisionsPart(printed, anchors)] : []),
    surviving,
    ...openParts(audit, sub, anchors),
    { key: "sources", title: HEADS.sources, body: footnoteList(notes, unsourced(trace), anchors) },
    ...repeating,
    { key: "words", title: HEADS.words, body: wordsOf([line, ...chain], sub, anchors) },
  ];
}

/** Their numbers may be entries of the other life, but their sources stand on this page. */
function comparedPart({ sections }: NonNullable<Printed["compared"]>, sub: 3 | 4, { source }: Anchors): Part {
  const anchors = { source, entry: NO_ANCHORS.entry };
  return {
    key: "compared",
    title: HEADS.compared,
    body: joined(sections.map((section) => sectionOf(section, sub, anchors))),
  };
}

function decisionsPart({ trace }: Printed, anchors: Anchors): Part {
  const decisions = toldSection(trace);
  return { key: "decisions", title: decisions.heading, body: bodyOf(decisions, anchors) };
}

function longest({ longest: line }: Audit, anchors: Anchors): Html {
  if (line === null) return NOTHING;
  const { says, links } = line;
  return html`${paragraph(says)}<ol class="links">${links.map(
    (link, at) => html`<li>${linked(link, anchors)}${at < links.length - 1 ? " →" : ""}</li> `,
  )}</ol>
`;
}

/** Where sources differ, and what none of them says. */
function openParts({ questions, unknowns }: Audit, sub: 3 | 4, anchors: Anchors): Part[] {
  const differ = html`<ul class="items small">
${questions.map(({ id, says }) => html`<li><strong>${id}</strong> ${linked(says, anchors)}</li>\n`)}</ul>
`;
  const unknown = html`<ul class="items small columns">
${unknowns.map((each) => html`<li>${linked(each, anchors)}</li>\n`)}</ul>
`;
  if (questions.length === 0)
    return unknowns.length === 0 ? [] : [{ key: "unknown", title: HEADS.unknown, body: unknown }];
  const both = unknowns.length === 0 ? differ : html`${differ}${headingOf(HEADS.unknown, sub)}${unknown}`;
  return [{ key: "differ", title: TITLES.questions, body: both }];
}
