import { EVIDENCE, EVIDENCE_MEANS } from "../../model/evidence.ts";
import type { Heading } from "../heading.ts";
import { legend } from "../legend.ts";
import type { Section } from "../section.ts";
import type { Exhibit, Format, FormatOptions } from "../options.ts";
import { type Audit, pageOf } from "../page.ts";
import { STOPPED, TITLES } from "../section-titles.ts";
import { joined, type Markdown, md } from "./md.ts";
import { besideTable } from "./beside.ts";
import { findingItems } from "./findings.ts";
import { rowItems } from "./rows.ts";
import { table } from "./table.ts";

/** A hand-out: CommonMark with the tables of GitHub, which pandoc reads as `gfm`. */
export const markdown: Format = (exhibits, options) =>
  `${exhibits.map((exhibit) => handout(exhibit, options).text).join("\n\n---\n\n")}\n`;

function handout(exhibit: Exhibit, options: FormatOptions): Markdown {
  const page = pageOf(exhibit, options);
  const below = options.full && page.audit !== null ? findingItems(exhibit.trace) : () => [];
  return blocks([
    ...head(page.heading),
    ...(page.audit === null
      ? []
      : [...short(page.audit), ...(page.audit.powers === null ? [] : part(page.audit.powers, md`##`))]),
    md`## ${TITLES.happened}`,
    md`${legend(options.view, options.full, page.rows)}`,
    ...(page.pairs === null ? rowItems(page.rows, below) : besideTable(page.pairs, below)),
    ...(page.audit === null ? [] : audit(page.audit)),
    md`## ${page.survives.heading}`,
    ...page.survives.sentences.map((sentence) => md`${sentence}`),
  ]);
}

function blocks(parts: readonly Markdown[]): Markdown {
  return joined(parts, "\n\n");
}

function head(heading: Heading): Markdown[] {
  return [
    md`# ${heading.title}`,
    ...(heading.about === "" ? [] : [md`${heading.about}`]),
    joined(
      [md`> **Notice.** ${heading.notice}`, ...(heading.warning === null ? [] : [md`> **Note.** ${heading.warning}`])],
      "\n>\n",
    ),
    joined(
      [
        md`- **Rules** ${heading.rulebook}`,
        ...(heading.conditions === "" ? [] : [md`- **Opening** ${heading.conditions}`]),
        md`- **Again** ${heading.reproduce}`,
      ],
      "\n",
    ),
    ...(heading.ranAway ? [md`> **Stopped.** ${STOPPED}`] : []),
  ];
}

function short({ short: sentences, longest }: Audit): Markdown[] {
  return [
    md`## ${TITLES.short}`,
    ...sentences.map((sentence) => md`${sentence}`),
    ...(longest === null
      ? []
      : [
          md`${longest.says}`,
          joined(
            longest.links.map((link, at) => md`${at + 1}. ${link}`),
            "\n",
          ),
        ]),
  ];
}

function audit({ ledger, questions, rules, sources, unknowns }: Audit): Markdown[] {
  return [
    md`## ${TITLES.ledger}`,
    ...ledger.flatMap((section) => part(section, md`###`)),
    ...(questions.length === 0
      ? []
      : [md`## ${TITLES.questions}`, list(questions.map(({ id, says }) => md`**${id}** ${says}`))]),
    ...(rules.length === 0 ? [] : [md`## ${TITLES.rules}`]),
    ...(rules.length === 0
      ? []
      : [
          joined(
            rules.map(({ id, says, parts, comment }) =>
              joined(
                [
                  md`- **${id}** ${says}`,
                  ...[...parts, ...(comment === null ? [] : [comment])].map((line) => md`  - ${line}`),
                ],
                "\n",
              ),
            ),
            "\n",
          ),
        ]),
    md`## ${TITLES.sources}`,
    list(sources.map(({ key, says }) => md`**${key}** ${says}`)),
    md`### Evidence`,
    list(EVIDENCE.map((level) => md`**${level}** ${EVIDENCE_MEANS[level]}`)),
    ...(unknowns.length === 0 ? [] : [md`### Not known`, list(unknowns.map((unknown) => md`${unknown}`))]),
  ];
}

function part({ heading, sentences, table: content }: Section, mark: Markdown): Markdown[] {
  return [
    md`${mark} ${heading}`,
    ...sentences.map((sentence) => md`${sentence}`),
    ...(content === null ? [] : [table(content)]),
  ];
}

function list(items: readonly Markdown[]): Markdown {
  return joined(
    items.map((item) => md`- ${item}`),
    "\n",
  );
}
