import { type Ledger, ledgerOf } from "../../analysis/ledger.ts";
import type { Remaining } from "../../analysis/without-evidence.ts";
import { EVIDENCE, EVIDENCE_MEANS } from "../../model/evidence.ts";
import type { Trace } from "../../model/trace.ts";
import { openQuestions, ruleNote, rulesActing } from "../evidence-wording.ts";
import { findingLines, quietLines } from "./findings.ts";
import { type Heading, headingOf } from "../heading.ts";
import { chainOf, inShort, longestHarm } from "../in-short.ts";
import { ledgerSections } from "../ledger-wording.ts";
import { outline, type Row } from "../outline.ts";
import { sourcesCited, unknownsOf } from "../sources.ts";
import type { Detail } from "../visible.ts";
import { rowLines } from "./rows.ts";
import { hang, type Style } from "./style.ts";
import { table } from "./table.ts";

export interface TextOptions {
  readonly detail: Detail;
  readonly style: Style;
  readonly remaining: readonly Remaining[];
  /** The sentence beside the persona. */
  readonly exposes: { readonly title: string; readonly exposes: string } | null;
}

/** The audit trace as a page of text. */
export function textTrace(trace: Trace, { detail, style, remaining, exposes }: TextOptions): string {
  const ledger = ledgerOf(trace);
  const rows = outline(trace, detail);
  const lines = [
    ...headLines(headingOf(trace, exposes), style),
    ...shortLines(trace, ledger, style),
    ...section("What happened", style),
    ...hang(legend(detail), style.width, "").map((line) => style.paint.dim(line)),
    "",
    ...rowLines(rows, trace.rulebook.scoring !== null, style, (row) => (detail === "full" ? consulted(row, trace, style) : [])),
    ...ledgerLines(trace, ledger, remaining, style),
    ...questionLines(trace, style),
    ...(detail === "summary" ? [] : ruleLines(trace, style)),
    ...sourceLines(trace, detail, style),
  ];
  return `${lines.join("\n")}\n`;
}

function headLines(heading: Heading, { width, paint }: Style): string[] {
  return [
    ...hang(heading.title, width, "").map((line) => paint.bold(line)),
    ...hang(heading.about, width, ""),
    "",
    ...hang(heading.notice, width, "NOTICE  ").map((line) => paint.yellow(line)),
    ...(heading.warning === null ? [] : hang(heading.warning, width, "NOTE    ").map((line) => paint.yellow(line))),
    "",
    ...hang(heading.rulebook, width, "Rules   "),
    ...hang(heading.conditions, width, "Opening "),
    ...hang(heading.reproduce, width, "Again   "),
    ...(heading.ranAway ? ["", ...hang("The rulebook never settled: the trace was stopped. See its last entry.", width, "STOPPED ").map((line) => paint.red(line))] : []),
  ];
}

function shortLines(trace: Trace, ledger: Ledger, style: Style): string[] {
  const longest = longestHarm(trace, ledger);
  const chain = longest === null ? [] : chainOf(trace, longest).map(({ says, seq }) => `${says} #${seq}`);
  return [
    ...section("In short", style),
    ...inShort(trace, ledger).flatMap((sentence) => hang(sentence, style.width, "")),
    ...(longest === null ? [] : [
      "",
      ...hang(`The longest line of harm (order ${longest.order}${longest.turns > 1 ? `, passing the same restriction ${longest.turns} times` : ""}):`, style.width, ""),
      ...hang(chain.join(" → "), style.width, "  "),
    ]),
  ];
}

function legend(detail: Detail): string {
  const marks = "✗ refused  ■ shut  □ open again  ▪ list  ▼ class  ? stricter checks  ^ priority  ← what it came from";
  return detail === "summary"
    ? `${marks}. Left out here: publication, quiet returns of points, links without effect (--detail matched shows them; numbers stay).`
    : `${marks}.`;
}

/** At full detail every rule consulted stands below the entry, and the quiet moments after it. */
function consulted({ entries }: Row, trace: Trace, style: Style): string[] {
  return entries.flatMap(({ seq, findings }) => [
    ...findingLines(findings, trace, style),
    ...trace.quiet.filter((moment) => moment.after === seq).flatMap((moment) => quietLines(moment, trace, style)),
  ]);
}

function ledgerLines(trace: Trace, ledger: Ledger, remaining: readonly Remaining[], style: Style): string[] {
  return [
    ...section("Harm ledger", style),
    ...ledgerSections(trace, ledger, remaining).flatMap(({ heading, sentences, table: content }, at) => [
      ...(at === 0 ? [] : [""]),
      style.paint.bold(heading),
      ...sentences.flatMap((sentence) => hang(sentence, style.width, "  ")),
      ...(content === null ? [] : table(content.head, content.rows, style, "  ")),
    ]),
  ];
}

function questionLines(trace: Trace, style: Style): string[] {
  const questions = openQuestions(trace);
  return questions.length === 0 ? [] : [...section("Where sources differ", style), ...questions.flatMap(({ id, says }) => hang(`${id}: ${says}`, style.width, "· "))];
}

function ruleLines(trace: Trace, style: Style): string[] {
  const { width, paint } = style;
  return [
    ...section("The rules that acted, and where they stand", style),
    ...rulesActing(trace).map(ruleNote).flatMap(({ id, says, parts, comment }) => [
      ...hang(`${id}  ${says}`, width, ""),
      ...[...parts, ...(comment === null ? [] : [comment])].flatMap((part) => hang(part, width, "  ").map((line) => paint.dim(line))),
    ]),
  ];
}

function sourceLines(trace: Trace, detail: Detail, style: Style): string[] {
  const { width } = style;
  const unknowns = unknownsOf(trace.rulebook);
  return [
    ...section("Sources cited on this page", style),
    ...(detail === "summary" ? hang("Where in each source a rule or number stands: --detail matched.", width, "") : []),
    ...sourcesCited(trace).flatMap(({ key, says }) => hang(says, width, `[${key}] `)),
    "",
    ...hang(EVIDENCE.map((level) => `${level}: ${EVIDENCE_MEANS[level]}`).join("; "), width, "Evidence: "),
    ...(unknowns.length === 0 ? [] : hang(`${unknowns.join("; ")}.`, width, "Not known: ")),
  ];
}

function section(title: string, { width, paint }: Style): string[] {
  const [first = "", ...rest] = hang(title, width, "── ");
  const rule = rest.length === 0 ? ` ${"─".repeat(Math.max(0, width - title.length - 4))}`.trimEnd() : "";
  return ["", paint.bold(first + rule), ...rest.map((line) => paint.bold(line))];
}
