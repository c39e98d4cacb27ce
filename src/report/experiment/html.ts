import { document } from "../html/document.ts";
import { headOf } from "../html/head.ts";
import { html, type Html, NOTHING } from "../html/html.ts";
import { figureOf, wordsOf } from "../html/pictures.ts";
import type { Paper } from "../html/style/style.ts";
import { jumpsTo, type Part, partsOf } from "../html/parts.ts";
import { bodyOf, isShort } from "../html/table.ts";
import { type Anchors, linked, NO_ANCHORS } from "../html/text.ts";
import type { Picture } from "../picture/picture.ts";
import { HEADS } from "../print-wording.ts";
import { QUESTION_KICKER, RULES_NAMED } from "./page-wording.ts";
import type { ExperimentPage } from "./page.ts";

/** A page to be printed, like that of a life: one file, nothing fetched, nothing that runs; the pictures first. */
export function htmlExperiment(page: ExperimentPage, pictures: readonly Picture[], paper: Paper): string {
  const parts = partsFor(page, pictures);
  return document({
    title: cut(page.title),
    paper,
    running: { head: [page.title, page.edition], foot: page.notice, parts: [] },
    body: html`<main>
${headOf({
  kicker: QUESTION_KICKER,
  title: page.title,
  about: "",
  notice: page.notice,
  warning: page.warning,
  stopped: page.stopped,
  facts: [
    ["Rules", page.rulebook],
    ["People", page.people],
    ["Tried", page.searched],
    ["Again", page.again],
  ],
})}${jumpsTo(parts, "", "Parts of this page")}${pictures.map((picture) => figureOf(picture, WORDS))}${partsOf(parts, 2, "")}</main>
`,
  });
}

const WORDS = "words";

function partsFor(page: ExperimentPage, pictures: readonly Picture[]): Part[] {
  const anchors = anchorsOf(page);
  const rules = page.rules.map(({ id, says }) => [id, says] as const);
  const sources = page.sources.map(({ key, says }) => [key, says] as const);
  return [
    ...page.sections.map((section, at) => ({
      key: `part-${at + 1}`,
      title: section.heading,
      body: bodyOf(section, anchors),
      kept: isShort(section),
    })),
    ...(rules.length === 0
      ? []
      : [{ key: "rules", title: RULES_NAMED, body: definitions(rules, NO_ANCHORS, anchors) }]),
    ...(sources.length === 0
      ? []
      : [{ key: "sources", title: HEADS.sources, body: definitions(sources, anchors, anchors) }]),
    ...(pictures.length === 0 ? [] : [{ key: WORDS, title: HEADS.words, body: wordsOf(pictures, 3, anchors) }]),
  ];
}

/** Short enough for a tab, and cut between words; in full it stands at the head. */
function cut(title: string): string {
  const signs = Array.from(title);
  return signs.length <= 60 ? title : `${signs.slice(0, 59).join("").replace(/ \S*$/, "")}…`;
}

function definitions(all: readonly (readonly [term: string, says: string])[], named: Anchors, anchors: Anchors): Html {
  return html`<dl class="footnotes small">
${all.map(([term, says]) => {
  const id = named.source(term);
  return html`<dt${id === undefined ? NOTHING : html` id="${id}"`}>${linked(term, NO_ANCHORS)}</dt><dd>${linked(says, anchors)}</dd>\n`;
})}</dl>
`;
}

/** Sources by number, so that no key of a reader's own gets into a name; entries stand on the page of a life, not here. */
function anchorsOf({ sources }: ExperimentPage): Anchors {
  return {
    entry: () => undefined,
    source: (key) => {
      const at = sources.findIndex((source) => source.key === key);
      return at === -1 ? undefined : `source-${at + 1}`;
    },
  };
}
