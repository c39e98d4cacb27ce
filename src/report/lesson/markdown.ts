import { joined, type Markdown, md } from "../markdown/md.ts";
import { table } from "../markdown/table.ts";
import { citesSay, GAP_WIDTH } from "./gaps.ts";
import { type Block, type Leaf, type Run, type Runs, STEPS, type TraceRow } from "./leaf.ts";

/** Paper for a lesson as Markdown, to be edited before it is printed. */
export function leafMarkdown(leaf: Leaf): string {
  return `${
    joined(
      [
        md`*${leaf.kind}*`,
        md`# ${leaf.title}`,
        joined(
          [md`> **Notice.** ${leaf.notice}`, ...(leaf.warning === null ? [] : [md`> **Note.** ${leaf.warning}`])],
          "\n>\n",
        ),
        ...leaf.blocks.flatMap((block) => blockParts(block)),
      ],
      "\n\n",
    ).text
  }\n`;
}

function blockParts(block: Block): Markdown[] {
  switch (block.kind) {
    case "heading":
      return [block.level === 2 ? md`## ${block.says}` : md`### ${block.says}`];
    case "text":
      return [runs(block.says)];
    case "small":
      return [md`*${plain(block.says)}*`];
    case "items":
      return block.items.length === 0 ? [] : [lines(block.items.map((item) => md`- ${runs(item)}`))];
    case "links":
      return [md`${block.links.join(" → ")}`];
    case "table":
      return [tableOf(block)];
    case "trace":
      return [traceOf(block.rows)];
    case "question":
      return [md`**${block.number}.** ${runs(block.says)}`, ...block.beneath.flatMap(blockParts)];
    case "options":
      return [lines(block.options.map(({ says, ticked }) => md`- ${ticked === true ? TICKED : EMPTY} ${runs(says)}`))];
    case "lines":
      return Array.from({ length: block.count }, () => md`${underscores(60)}`);
    case "scale":
      return [
        lines([
          md`| ${""} | ${block.ends[0]} ${joined(
            Array.from({ length: STEPS }, () => md``),
            " | ",
          )} ${block.ends[1]} |`,
          md`| --- ${joined(
            Array.from({ length: STEPS }, () => md`| :---: `),
            "",
          )}|`,
          ...block.statements.map(
            (statement) =>
              md`| ${statement} ${joined(
                Array.from({ length: STEPS }, () => md`| ${EMPTY} `),
                "",
              )}|`,
          ),
        ]),
      ];
    case "cards":
      return block.cards.flatMap((card) => [md`---`, md`**${card.title}**`, ...card.blocks.flatMap(blockParts)]);
    case "together":
    case "part":
      return block.blocks.flatMap(blockParts);
    case "picture":
      return block.picture.says.flatMap(({ heading, sentences, table: content }) => [
        md`**${heading}**`,
        ...sentences.map((sentence) => md`${sentence}`),
        ...(content === null ? [] : [table(content)]),
      ]);
    case "sources":
      return [lines(block.sources.map(({ key, says }) => md`- **${key}** ${says}`))];
    case "in-words":
    case "new-page":
      return [];
  }
}

const EMPTY = md`${"[ ]"}`;
const TICKED = md`${"[x]"}`;

function tableOf({ head, rows, figures = [] }: Extract<Block, { kind: "table" }>): Markdown {
  const line = (cells: readonly Markdown[]): Markdown => md`| ${joined(cells, " | ")} |`;
  return lines([
    line(head.map((cell) => md`${cell}`)),
    line(head.map((_, at) => (figures.includes(at) ? md`---:` : md`---`))),
    ...rows.map((row) => line(row.map(runs))),
  ]);
}

function traceOf(rows: readonly TraceRow[]): Markdown {
  return lines(
    rows.flatMap((row) => {
      const sums = joined(
        [
          ...(row.points === "" ? [] : [md`${row.points}`]),
          ...(row.score.length === 0 ? [] : [md`score ${runs(row.score)}`]),
          ...(row.class.length === 0 ? [] : [md`class ${runs(row.class)}`]),
          ...(row.told.length === 0 ? [] : [md`told ${runs(row.told)}`]),
        ],
        " · ",
      );
      const label = row.label === "" ? md`` : md`**${row.label}** `;
      return [
        md`- ${row.month === "" ? md`` : md`**${row.month}** `}${label}${row.says}${sums.text === "" ? md`` : md` (${sums})`}`,
        ...row.beneath.map((each) => md`  - ${runs(each)}`),
      ];
    }),
  );
}

function lines(all: readonly Markdown[]): Markdown {
  return joined(all, "\n");
}

function runs(all: Runs): Markdown {
  return joined(all.map(run), "");
}

function run(each: Run): Markdown {
  if (typeof each === "string") return spaced(each);
  if ("gap" in each) return md`${underscores(GAP_WIDTH[each.gap])}`;
  if ("answer" in each) return md`**${each.answer}**`;
  if ("strong" in each) return md`**${each.strong}**`;
  if ("code" in each) return md`${each.code}`;
  if ("beneath" in each) return md`; *${each.beneath}*`;
  if ("pick" in each)
    return joined(
      each.pick.map((option, at) => (at === each.circled ? md`**(${option})**` : md`${option}`)),
      " ",
    );
  return md`*${citesSay(each)}*`;
}

/** The tag trims what it escapes; between two runs a space is kept. */
function spaced(text: string): Markdown {
  if (text.trim() === "") return md` `;
  return md`${text.startsWith(" ") ? md` ` : md``}${text}${text.endsWith(" ") ? md` ` : md``}`;
}

function plain(all: Runs): string {
  return all
    .map((each) => (typeof each === "string" ? each : "code" in each ? each.code : "strong" in each ? each.strong : ""))
    .join("");
}

function underscores(count: number): string {
  return "_".repeat(count);
}
