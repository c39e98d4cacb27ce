import { sectionLines } from "../experiment/text.ts";
import { ruled } from "../text/ruled.ts";
import { fill, fillLeft, hang, type Style } from "../text/style.ts";
import { table } from "../text/table.ts";
import { plainText } from "./gaps.ts";
import { type Block, type Leaf, type Runs, STEPS, type TraceRow } from "./leaf.ts";

/** Paper for a lesson as plain text: to be looked at, or printed where there is nothing else. */
export function leafText(leaf: Leaf, style: Style): string {
  const { width, paint } = style;
  return `${[
    ...hang(leaf.kind, width, "").map((line) => paint.dim(line)),
    ...hang(leaf.title, width, "").map((line) => paint.bold(line)),
    "",
    ...hang(leaf.notice, width, "NOTICE  "),
    ...(leaf.warning === null ? [] : hang(leaf.warning, width, "NOTE    ")),
    ...blockLines(leaf.blocks, style, ""),
  ].join("\n")}\n`;
}

function blockLines(blocks: readonly Block[], style: Style, indent: string): string[] {
  return blocks.flatMap((block) => linesOf(block, style, indent));
}

function linesOf(block: Block, style: Style, indent: string): string[] {
  const { width, paint } = style;
  const says = (runs: Runs, first = indent): string[] => hang(plainText(runs), width, first);
  switch (block.kind) {
    case "heading":
      return block.level === 2
        ? ["", ...ruled(block.says, style), ""]
        : ["", ...hang(block.says, width, indent).map((line) => paint.bold(line))];
    case "text":
      return says(block.says);
    case "small":
      return says(block.says).map((line) => paint.dim(line));
    case "items":
      return block.items.flatMap((item) => says(item, `${indent}· `));
    case "links":
      return says([block.links.join(" → ")]);
    case "table":
      return table(
        { head: block.head, rows: block.rows.map((row) => row.map(plainText)), words: wordsIn(block) },
        style,
        indent,
      );
    case "trace":
      return traceLines(block, style);
    case "question":
      return [
        "",
        ...says(block.says, `${indent}${block.number}. `),
        ...blockLines(block.beneath, style, `${indent}   `),
      ];
    case "options":
      return block.options.flatMap((option) => says(option.says, `${indent}[${option.ticked === true ? "x" : " "}] `));
    case "lines":
      return Array.from({ length: block.count }, () => ["", `${indent}${"_".repeat(width - indent.length)}`]).flat();
    case "scale":
      return block.statements.flatMap((statement) => [
        ...hang(statement, width, `${indent}· `),
        `${indent}  ${block.ends[0]} ${"[ ] ".repeat(STEPS)}${block.ends[1]}`,
      ]);
    case "cards":
      return block.cards.flatMap((card) => [
        "",
        "─".repeat(width),
        ...hang(card.title, width, "").map((line) => paint.bold(line)),
        ...blockLines(card.blocks, style, ""),
      ]);
    case "together":
    case "part":
      return blockLines(block.blocks, style, indent);
    case "picture":
      return sectionLines(block.picture.says, style);
    case "sources":
      return block.sources.flatMap(({ key, says: where }) => hang(where, width, `${indent}[${key}] `));
    case "in-words":
    case "new-page":
      return [];
  }
}

/** How many columns stand to the left: all before the figures that end a row. */
function wordsIn({ head, figures = [] }: Extract<Block, { kind: "table" }>): number {
  const words = head.findIndex((_, at) => head.slice(at).every((__, after) => figures.includes(at + after)));
  return words === -1 ? head.length : words;
}

const SUMS = { points: 7, score: 9, class: 6 };
const TOLD = 9;
const GUTTER = 15;

function traceLines({ rows, keepsScore }: Extract<Block, { kind: "trace" }>, { width, paint }: Style): string[] {
  const right = (keepsScore ? SUMS.points + SUMS.score + SUMS.class : 0) + TOLD;
  const sums = (points: string, score: string, id: string, told: string): string =>
    (keepsScore ? fillLeft(points, SUMS.points) + fillLeft(score, SUMS.score) + fillLeft(id, SUMS.class) : "") +
    fillLeft(told, TOLD);
  const head = fill("", width - right) + sums("points", "score", "class", "told");
  const lines = (row: TraceRow): string[] => {
    const [first = "", ...rest] = hang(
      row.says,
      width - right - 1,
      fill(fill(row.month, 8) + row.label, GUTTER - 1).padEnd(GUTTER, " "),
    );
    const said = sums(row.points, plainText(row.score), plainText(row.class), plainText(row.told));
    return [
      `${fill(first, width - right)}${said}`.trimEnd(),
      ...rest,
      ...row.beneath.flatMap((runs) => hang(plainText(runs), width, " ".repeat(GUTTER))),
    ];
  };
  return ["", paint.dim(head), ...rows.flatMap(lines)];
}
