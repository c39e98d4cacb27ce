import { EVIDENCE, EVIDENCE_MEANS } from "../../model/evidence.ts";
import type { Trace } from "../../model/trace.ts";
import type { Heading } from "../heading.ts";
import { legend } from "../legend.ts";
import type { Exhibit, Format, FormatOptions } from "../options.ts";
import type { Row } from "../outline.ts";
import { type Audit, type Page, pageOf } from "../page.ts";
import { STOPPED, TITLES } from "../section-titles.ts";
import { besideLines } from "./beside.ts";
import { findingLines, quietLines } from "./findings.ts";
import { rowLines } from "./rows.ts";
import { ruled } from "./ruled.ts";
import { hang, type Style } from "./style.ts";
import { table } from "./table.ts";

/** Pages of text for a terminal, one after the other. */
export const text: Format = (exhibits, options) =>
  exhibits
    .map((exhibit) => `${pageLines(exhibit, options).join("\n")}\n`)
    .join(`\n${"═".repeat(options.style.width)}\n\n`);

function pageLines(exhibit: Exhibit, options: FormatOptions): string[] {
  const { style, full, view } = options;
  const page = pageOf(exhibit, options);
  const below = (row: Row): string[] => (full && page.audit !== null ? consulted(row, exhibit.trace, style) : []);
  return [
    ...headLines(page.heading, style),
    ...(page.audit === null ? [] : [...shortLines(page.audit, style), ...powerLines(page.audit, style)]),
    ...section(TITLES.happened, style),
    ...hang(legend(view, full, page.rows), style.width, "").map((line) => style.paint.dim(line)),
    "",
    ...(page.pairs === null
      ? rowLines(page.rows, page.keepsScore, style, below)
      : besideLines(page.pairs, style, below)),
    ...(page.audit === null
      ? []
      : [
          ...ledgerLines(page.audit, style),
          ...questionLines(page.audit, style),
          ...ruleLines(page.audit, style),
          ...sourceLines(page.audit, full, style),
        ]),
    ...survivalLines(page, style),
  ];
}

function headLines(heading: Heading, { width, paint }: Style): string[] {
  return [
    ...hang(heading.title, width, "").map((line) => paint.bold(line)),
    ...(heading.about === "" ? [] : hang(heading.about, width, "")),
    "",
    ...hang(heading.notice, width, "NOTICE  ").map((line) => paint.yellow(line)),
    ...(heading.warning === null ? [] : hang(heading.warning, width, "NOTE    ").map((line) => paint.yellow(line))),
    "",
    ...hang(heading.rulebook, width, "Rules   "),
    ...(heading.conditions === "" ? [] : hang(heading.conditions, width, "Opening ")),
    ...hang(heading.reproduce, width, "Again   "),
    ...(heading.ranAway ? ["", ...hang(STOPPED, width, "STOPPED ").map((line) => paint.red(line))] : []),
  ];
}

function shortLines({ short, longest }: Audit, style: Style): string[] {
  return [
    ...section(TITLES.short, style),
    ...short.flatMap((sentence) => hang(sentence, style.width, "")),
    ...(longest === null
      ? []
      : ["", ...hang(longest.says, style.width, ""), ...hang(longest.links.join(" → "), style.width, "  ")]),
  ];
}

function powerLines({ powers }: Audit, style: Style): string[] {
  return powers === null
    ? []
    : [
        ...section(powers.heading, style),
        ...powers.sentences.flatMap((sentence) => hang(sentence, style.width, "")),
        ...(powers.table === null ? [] : table(powers.table, style, "  ")),
      ];
}

/** Where everything is shown, every rule consulted stands below the entry, and the quiet moments after it. */
function consulted({ entries }: Row, trace: Trace, style: Style): string[] {
  return entries.flatMap(({ seq, findings }) => [
    ...findingLines(findings, trace, style),
    ...trace.quiet.filter((moment) => moment.after === seq).flatMap((moment) => quietLines(moment, trace, style)),
  ]);
}

function ledgerLines({ ledger }: Audit, style: Style): string[] {
  return [
    ...section(TITLES.ledger, style),
    ...ledger.flatMap(({ heading, sentences, table: content }, at) => [
      ...(at === 0 ? [] : [""]),
      style.paint.bold(heading),
      ...sentences.flatMap((sentence) => hang(sentence, style.width, "  ")),
      ...(content === null ? [] : table(content, style, "  ")),
    ]),
  ];
}

function questionLines({ questions }: Audit, style: Style): string[] {
  return questions.length === 0
    ? []
    : [
        ...section(TITLES.questions, style),
        ...questions.flatMap(({ id, says }) => hang(`${id}: ${says}`, style.width, "· ")),
      ];
}

function ruleLines({ rules }: Audit, style: Style): string[] {
  if (rules.length === 0) return [];
  const { width, paint } = style;
  return [
    ...section(TITLES.rules, style),
    ...rules.flatMap(({ id, says, parts, comment }) => [
      ...hang(`${id}  ${says}`, width, ""),
      ...[...parts, ...(comment === null ? [] : [comment])].flatMap((part) =>
        hang(part, width, "  ").map((line) => paint.dim(line)),
      ),
    ]),
  ];
}

function sourceLines({ sources, unknowns }: Audit, full: boolean, style: Style): string[] {
  const { width } = style;
  return [
    ...section(TITLES.sources, style),
    ...(full ? [] : hang("Where in each source a rule or number stands: --full.", width, "")),
    ...sources.flatMap(({ key, says }) => hang(says, width, `[${key}] `)),
    "",
    ...hang(EVIDENCE.map((level) => `${level}: ${EVIDENCE_MEANS[level]}`).join("; "), width, "Evidence: "),
    ...(unknowns.length === 0 ? [] : hang(`${unknowns.join("; ")}.`, width, "Not known: ")),
  ];
}

function survivalLines({ survives }: Page, style: Style): string[] {
  return [
    ...section(survives.heading, style),
    ...survives.sentences.flatMap((sentence) => hang(sentence, style.width, "")),
  ];
}

function section(title: string, style: Style): string[] {
  return ["", ...ruled(title, style)];
}
