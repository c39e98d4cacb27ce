import { NOTICE } from "../../model/notice.ts";
import { PROGRAM } from "../../model/version.ts";
import { editionSays, warningOf } from "../heading.ts";
import { type Page, pageOf } from "../page.ts";
import type { Picture } from "../picture/picture.ts";
import { HEADS } from "../print-wording.ts";
import { count, personName } from "../wording.ts";
import { carried } from "./data.ts";
import { document } from "./document.ts";
import { headOf } from "./head.ts";
import { html, type Html, NOTHING } from "./html.ts";
import { againPart, comparedFact, lifeArticle, readingPart, titleFor } from "./life.ts";
import { partsOf } from "./parts.ts";
import { figureOf, wordsOf } from "./pictures.ts";
import { printAgain, type Printed, type PrintOptions } from "./printed.ts";
import { NO_ANCHORS, spoken } from "./text.ts";

/**
 * One self-contained page: of one life, or of several behind a page of contents; each by itself, in the
 * order given. `hurt`: what stands before several lives, where another rulebook is drawn beside them.
 */
export function htmlPage(printed: readonly Printed[], options: PrintOptions, hurt: readonly Picture[] = []): string {
  const again = printAgain(printed, options);
  const several = printed.length > 1;
  const pages = printed.map((each) => pageOf(each, { view: options.view, full: false }));
  return document({
    title: several ? severalTitle(printed) : titleFor(printed[0]!, options.view),
    paper: options.paper,
    running: {
      head: several ? [severalTitle(printed), ""] : runningHead(printed[0]!),
      foot: NOTICE,
      parts: several ? printed.map((each, at) => ({ name: lifeName(at), head: runningHead(each) })) : [],
    },
    body: several
      ? html`<main class="lives">
${contents(printed, pages, options, again, hurt)}${printed.map((each, at) =>
          lifeArticle(each, pages[at]!, { ...options, name: lifeName(at), again, alone: false }),
        )}</main>
`
      : html`<main>
${lifeArticle(printed[0]!, pages[0]!, { ...options, name: "", again, alone: true })}</main>
`,
    data: carried(printed, options),
  });
}

function lifeName(at: number): string {
  return `life${at + 1}`;
}

function runningHead({ trace }: Printed): [string, string] {
  return [`${personName(trace)} (invented)`, editionSays(trace.rulebook)];
}

function severalTitle(printed: readonly Printed[]): string {
  return `${count(printed.length, "invented life", "invented lives")}, each by itself`;
}

/** What stands before several lives: whose they are, in the order asked for, and nothing that sets them against each other. */
function contents(
  printed: readonly Printed[],
  pages: readonly Page[],
  { view }: PrintOptions,
  again: string,
  hurt: readonly Picture[],
): Html {
  const [{ trace, compared }] = printed as readonly [Printed, ...Printed[]];
  const { title, digest } = trace.rulebook;
  const rows = pages.flatMap((page) => page.rows);
  return html`<div class="contents">
${headOf({
  kicker: `${PROGRAM} · audit traces`,
  title: severalTitle(printed),
  about: "",
  notice: trace.notice,
  warning: warningOf(trace.rulebook, compared?.trace.rulebook),
  facts: [["Rulebook", `${title}, digest ${digest.slice(0, 12)}`], ...comparedFact(compared)],
})}<nav aria-label="Contents">
<ul>
${printed.map(
  (each, at) =>
    html`<li><a href="#${lifeName(at)}">${spoken(titleFor(each, view))}</a>${exposing(each, view)}</li>
`,
)}</ul>
</nav>
${hurt.map((picture) => figureOf(picture, HURT_WORDS))}${partsOf([readingPart(rows, trace.rulebook.scoring !== null, view), againPart(again)], 2, "")}${
    hurt.length === 0
      ? NOTHING
      : partsOf([{ key: HURT_WORDS, title: HEADS.hurtWords, body: wordsOf(hurt, 3, NO_ANCHORS) }], 2, "")
  }</div>
`;
}

/** How the harm came about is nothing that a person was told. */
function exposing({ exposes }: Printed, view: PrintOptions["view"]): Html {
  return exposes === null || view === "person" ? NOTHING : html`<p class="small soft">${spoken(exposes.exposes)}</p>`;
}

const HURT_WORDS = "hurt-words";
