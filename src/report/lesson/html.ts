import { type Html, html, joined, NOTHING } from "../html/html.ts";
import { figureOf, wordsOf } from "../html/pictures.ts";
import { headingOf } from "../html/table.ts";
import { NO_ANCHORS, spoken } from "../html/text.ts";
import { HEADS } from "../print-wording.ts";
import { type Block, type Leaf, type Run, type Runs, STEPS } from "./leaf.ts";

/** The body of a page to be printed and written on. */
export function leafHtml(leaf: Leaf): Html {
  return html`<main class="leaf">
<p class="kicker">${leaf.kind}</p>
<h1>${spoken(leaf.title)}</h1>
<div class="notice"><p>${leaf.notice}</p></div>
${leaf.warning === null ? NOTHING : html`<div class="notice"><p>${spoken(leaf.warning)}</p></div>\n`}${blocks(leaf.blocks)}</main>
`;
}

function blocks(all: readonly Block[]): Html {
  return joined(all.map(blockHtml));
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "heading":
      return headingOf(block.says, block.level);
    case "text":
      return html`<p>${runs(block.says)}</p>\n`;
    case "small":
      return html`<p class="small">${runs(block.says)}</p>\n`;
    case "items": {
      const list = joined(block.items.map((item) => html`<li>${runs(item)}</li>\n`));
      if (block.items.length === 0) return NOTHING;
      return html`<ul class="items${block.short === true ? html` small columns` : NOTHING}">\n${list}</ul>\n`;
    }
    case "links":
      return html`<ol class="links small">${block.links.map(
        (link, at) => html`<li>${spoken(link)}${at < block.links.length - 1 ? " →" : ""}</li>`,
      )}</ol>\n`;
    case "table":
      return tableHtml(block);
    case "trace":
      return traceHtml(block);
    case "question":
      return html`<div class="question"><p><b>${block.number}.</b> ${runs(block.says)}</p>\n${blocks(block.beneath)}</div>\n`;
    case "options":
      return html`<ul class="options">
${block.options.map(({ says, ticked }) => html`<li>${box(ticked)} ${runs(says)}</li>\n`)}</ul>
`;
    case "lines":
      return html`<div class="lines">${Array.from({ length: block.count }, () => html`<div class="line"></div>`)}</div>\n`;
    case "scale":
      return scaleHtml(block);
    case "cards":
      return html`<div class="cards">
${block.cards.map(({ title, blocks: inner }) => html`<section class="card"><h3>${spoken(title)}</h3>\n${blocks(inner)}</section>\n`)}</div>
`;
    case "together":
      return html`<div class="keep">\n${blocks(block.blocks)}</div>\n`;
    case "picture":
      return figureOf(block.picture, WORDS);
    case "in-words":
      return html`${headingOf(HEADS.words, 2, NO_ANCHORS, WORDS)}${block.pictures.map(
        (picture) => html`${headingOf(picture.title, 3)}${wordsOf([picture], 4, NO_ANCHORS)}`,
      )}`;
    case "part":
      return html`<section class="sheets ${block.name}">\n${blocks(block.blocks)}</section>\n`;
    case "sources":
      return html`<ul class="sources small columns">
${block.sources.map(({ key, says }) => html`<li id="s-${key}"><b>${key}</b> ${spoken(says)}</li>\n`)}</ul>
`;
    case "new-page":
      return html`<div class="new-page"></div>\n`;
  }
}

/** Where the pictures of a leaf are said in words. */
const WORDS = "words";

/** A box to be ticked; in the key a cross stands in the right one. */
function box(ticked: boolean | null): Html {
  return ticked === true ? html`<b class="box">x</b>` : html`<span class="box"></span>`;
}

function tableHtml({ head, rows, figures = [], shares }: Extract<Block, { kind: "table" }>): Html {
  const kind = (at: number): Html => (figures.includes(at) ? html` class="figure"` : NOTHING);
  return html`<table class="plain${shares === undefined ? NOTHING : html` wide`}">
${shares === undefined ? NOTHING : html`<colgroup>${shares.map((share) => html`<col class="w${percent(share, shares)}">`)}</colgroup>\n`}<thead><tr>${head.map(
    (cell, at) => html`<th scope="col"${kind(at)}>${cell}</th>`,
  )}</tr></thead>
<tbody>
${rows.map(
  (row) =>
    html`<tr>${row.map((cell, at) =>
      at === 0
        ? html`<th scope="row"${kind(at)} data-head="${head[at] ?? ""}">${runs(cell)}</th>`
        : html`<td${kind(at)} data-head="${head[at] ?? ""}">${runs(cell)}</td>`,
    )}</tr>\n`,
)}</tbody>
</table>
`;
}

/** Widths come from the style sheet, in steps of five: a page may carry no styles of its own. */
function percent(share: number, shares: readonly number[]): number {
  const whole = shares.reduce((sum, each) => sum + each, 0);
  return Math.max(5, Math.round((share * 20) / whole) * 5);
}

function traceHtml({ rows, keepsScore, told }: Extract<Block, { kind: "trace" }>): Html {
  const sums = (cells: Html): Html => (keepsScore ? cells : NOTHING);
  return html`<table class="gaps">
<thead><tr><th scope="col">month</th><th scope="col">no.</th><th scope="col">what happens</th>${sums(
    html`<th scope="col" class="figure">points</th><th scope="col" class="sum">score</th><th scope="col" class="class">class</th>`,
  )}<th scope="col" class="told">told${told.map((letter) => html`<span class="under">${letter}</span>`)}</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${row.month === "" ? NOTHING : html` class="new"`}><td class="when">${row.month}</td><td class="seq">${row.label}</td><td class="what"><p class="${row.refused ? "refused" : "says"}">${spoken(row.says)}</p>${row.beneath.map(
    (each) => html`<p class="beneath">${runs(each)}</p>`,
  )}</td>${sums(
    html`<td class="figure">${row.points}</td><td class="sum" data-head="score">${runs(row.score)}</td><td class="class" data-head="class">${runs(row.class)}</td>`,
  )}<td class="told" data-head="told (${told.join(", ")})">${runs(row.told)}</td></tr>
`,
)}</tbody>
</table>
`;
}

function scaleHtml({ ends, statements }: Extract<Block, { kind: "scale" }>): Html {
  const steps = Array.from({ length: STEPS }, (_, at) =>
    at === 0 ? ends[0] : at === STEPS - 1 ? ends[1] : String(at + 1),
  );
  return html`<table class="scale">
<thead><tr><th scope="col">statement</th>${steps.map((step) => html`<th scope="col">${step}</th>`)}</tr></thead>
<tbody>
${statements.map(
  (statement) =>
    html`<tr><th scope="row">${statement}</th>${steps.map((step) => html`<td data-head="${step}"><span class="box"></span></td>`)}</tr>\n`,
)}</tbody>
</table>
`;
}

function runs(all: Runs): Html {
  return joined(all.map(run));
}

function run(each: Run): Html {
  if (typeof each === "string") return spoken(each);
  if ("gap" in each) return html`<span class="gap ${each.gap}" role="img" aria-label="gap"></span>`;
  if ("answer" in each) return html`<b class="answer">${spoken(each.answer)}</b>`;
  if ("strong" in each) return html`<b>${spoken(each.strong)}</b>`;
  if ("code" in each) return html`<code>${each.code}</code>`;
  if ("beneath" in each) return html`<span class="under">${spoken(each.beneath)}</span>`;
  if ("pick" in each)
    return html`<span class="pick">${joined(
      each.pick.map((option, at) => (at === each.circled ? html`<b>${option}</b>` : html`<span>${option}</span>`)),
      " ",
    )}</span>`;
  const { cites, grade } = each;
  return html`<span class="cites">[${joined(
    cites.map((key) => html`<a href="#s-${key}">${key}</a>`),
    ", ",
  )}]${grade === null ? NOTHING : html` ${grade}`}</span>`;
}
