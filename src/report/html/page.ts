import { NOTICE } from "../../model/notice.ts";
import { headingOf as titleOf, warningOf } from "../heading.ts";
import type { Picture } from "../picture/picture.ts";
import { HEADS } from "../print-wording.ts";
import { count, personName } from "../wording.ts";
import { carried } from "./data.ts";
import { document } from "./document.ts";
import { guide } from "./guide.ts";
import { headOf } from "./head.ts";
import { html, type Html, NOTHING } from "./html.ts";
import { comparedFact, lifeArticle } from "./life.ts";
import { figureOf, wordsOf } from "./pictures.ts";
import { printAgain, type Printed, type PrintOptions } from "./printed.ts";
import { headingOf } from "./table.ts";
import { NO_ANCHORS, spoken } from "./text.ts";

/**
 * One self-contained page: of one life, or of several behind a page of contents; each by itself, in the
 * order given. `hurt`: what stands before several lives, where another rulebook is drawn beside them.
 */
export function htmlPage(printed: readonly Printed[], options: PrintOptions, hurt: readonly Picture[] = []): string {
  const again = printAgain(printed, options);
  const several = printed.length > 1;
  return document({
    title: several ? severalTitle(printed) : nameOf(printed[0]!, options.view),
    paper: options.paper,
    running: {
      head: several ? [severalTitle(printed), ""] : runningHead(printed[0]!),
      foot: NOTICE,
      parts: several ? printed.map((each, at) => ({ name: lifeName(at), head: runningHead(each) })) : [],
    },
    body: several
      ? html`<main class="lives">
${contents(printed, options, again, hurt)}${printed.map((each, at) =>
          lifeArticle(each, { ...options, name: lifeName(at), again, alone: false }),
        )}</main>
`
      : html`<main>
${lifeArticle(printed[0]!, { ...options, name: "", again, alone: true })}</main>
`,
    data: carried(printed, options),
  });
}

/** Short enough for a tab and for the title of a PDF: what is said twice of a page side by side is left out. */
function nameOf({ trace, exposes }: Printed, view: PrintOptions["view"]): string {
  return titleOf(trace, exposes, view === "side-by-side" ? "auditor" : view).title;
}

function lifeName(at: number): string {
  return `life${at + 1}`;
}

function runningHead({ trace }: Printed): [string, string] {
  const { title, digest } = trace.rulebook;
  return [
    `${personName(trace)} (invented)`,
    `${title.length > 60 ? `${title.slice(0, 60)}…` : title}, ${digest.slice(0, 12)}`,
  ];
}

function severalTitle(printed: readonly Printed[]): string {
  return `${count(printed.length, "invented life", "invented lives")}, each by itself`;
}

/** What stands before several lives: whose they are, in the order asked for, and nothing that sets them against each other. */
function contents(printed: readonly Printed[], { view }: PrintOptions, again: string, hurt: readonly Picture[]): Html {
  const [{ trace, compared }] = printed as readonly [Printed, ...Printed[]];
  const { title, digest } = trace.rulebook;
  return html`<div class="contents">
${headOf({
  kicker: "demerit · audit traces",
  title: severalTitle(printed),
  about: "",
  notice: trace.notice,
  warning: warningOf(trace.rulebook, compared?.trace.rulebook),
  facts: [["Rulebook", `${title}, digest ${digest.slice(0, 12)}`], ...comparedFact(compared), ["Again", again]],
})}<nav aria-label="Contents">
<ul>
${printed.map(
  (each, at) =>
    html`<li><a href="#${lifeName(at)}">${spoken(titleOf(each.trace, each.exposes, "auditor").title)}</a><p class="small soft">${spoken(each.exposes?.exposes ?? "")}</p></li>\n`,
)}</ul>
</nav>
${hurt.map((picture) => figureOf(picture, HURT_WORDS))}${guide(view, trace.rulebook.scoring !== null, 2)}${
    hurt.length === 0
      ? NOTHING
      : html`${headingOf(HEADS.hurtWords, 2, NO_ANCHORS, HURT_WORDS)}${wordsOf(hurt, 3, NO_ANCHORS)}`
  }</div>
`;
}

const HURT_WORDS = "hurt-words";
