import { ledgerOf } from "../../analysis/ledger.ts";
import type { Parts } from "../../analysis/parts.ts";
import type { ByEvidence } from "../../analysis/by-evidence.ts";
import { EVIDENCE, EVIDENCE_MEANS } from "../../model/evidence.ts";
import type { Trace } from "../../model/trace.ts";
import { headingOf } from "../heading.ts";
import { chainOf, inShort, longestHarm } from "../in-short.ts";
import { ledgerSections } from "../ledger-wording.ts";
import { outline, type Row } from "../outline.ts";
import { partsSay } from "../parts-wording.ts";
import { classLabel, count, listed, shortName, whole } from "../wording.ts";
import { rowLines } from "./rows.ts";
import { hang, type Style } from "./style.ts";
import { table } from "./table.ts";

/** One screen for a projector: what is shown, and a question to put to the class. */
export interface Screen {
  readonly title: string;
  readonly lines: readonly string[];
  readonly question: string | null;
}

/** What title, question and prompt take. */
const FRAME = 11;

/** A guided walk through one life, computed from its trace, for a terminal of so many rows. */
export function demoScreens(
  trace: Trace,
  evidence: ByEvidence,
  parts: Parts | null,
  exposes: { readonly title: string; readonly exposes: string } | null,
  style: Style,
  rows: number,
): Screen[] {
  const ledger = ledgerOf(trace);
  const sections = ledgerSections(trace, ledger, evidence);
  const titled = (heading: string, question: string): Screen[] =>
    sections
      .filter((section) => section.heading === heading)
      .map(({ sentences, table: content }) => ({
        title: heading,
        lines: [
          ...sentences.flatMap((sentence) => hang(sentence, style.width, "")),
          ...(content === null ? [] : ["", ...table(content, style, "")]),
        ],
        question,
      }));
  return [
    opening(trace, exposes, style),
    rules(trace, style),
    ...life(trace, style, Math.max(8, rows - FRAME)),
    {
      title: "In short",
      lines: [...inShort(trace, ledger, evidence), ...(parts === null ? [] : partsSay(parts, trace.rulebook))].flatMap(
        (sentence) => hang(sentence, style.width, ""),
      ),
      question: "Which of these numbers did you expect?",
    },
    ...longest(trace, style),
    ...titled("What the person was told", `What could ${shortName(trace)} have done with a reason?`),
    ...titled("What would be left", "Which of these rules would you have to believe in, to believe the whole story?"),
    {
      title: "The end",
      lines: hang(
        `Every line can be traced: “demerit why ${trace.persona.id} ENTRY” goes back to the roots, and with the id of a rule in the place of ENTRY says what that rule answered, and why. “demerit new mine.jsonc” begins an edit of your own: change a number, and look again.`,
        style.width,
        "",
      ),
      question: "Which single number would you change, and for whom would it matter?",
    },
  ];
}

function opening(
  trace: Trace,
  exposes: { readonly title: string; readonly exposes: string } | null,
  style: Style,
): Screen {
  const { title, about, notice, warning, conditions } = headingOf(trace, exposes);
  const lines = [about, "", notice, ...(warning === null ? [] : ["", warning]), "", `At the opening: ${conditions}.`];
  return { title, lines: lines.flatMap((line) => hang(line, style.width, "")), question: null };
}

function rules({ rulebook }: Trace, style: Style): Screen {
  const { scoring } = rulebook;
  const kept =
    scoring === null
      ? []
      : [
          `Everyone starts with ${whole(scoring.opening)} points.`,
          ...scoring.classes.map(
            (band) =>
              `Class ${classLabel(rulebook, band.id)}: ${band.min === null ? "all below" : `${whole(band.min)} and above`}.`,
          ),
          "",
        ];
  const levels = EVIDENCE.map((level) => ({
    level,
    rules: rulebook.rules.filter((rule) => rule.evidence === level).length,
  }));
  const lines = [
    ...kept,
    `${count(rulebook.rules.length, "rule")}, from ${listed(rulebook.packs.map(({ id }) => id))}:`,
    ...levels.map(({ level, rules: number }) => `  ${number} ${level}: ${EVIDENCE_MEANS[level]}`),
  ];
  return {
    title: "The rules",
    lines: lines.flatMap((line) => hang(line, style.width, line.startsWith("  ") ? "  " : "")),
    question: "What would you want to know of a rule before it is used on you?",
  };
}

/** The life in screens: a new one where the next row would no longer fit. */
function life(trace: Trace, style: Style, mostLines: number): Screen[] {
  const keepsScore = trace.rulebook.scoring !== null;
  const screens: Row[][] = [];
  for (const row of outline(trace, false)) {
    const open = screens.at(-1);
    if (open !== undefined && rowLines([...open, row], keepsScore, style).length <= mostLines) open.push(row);
    else screens.push([row]);
  }
  return screens.map((rows, at) => ({
    title: `What happened (${at + 1} of ${screens.length})`,
    lines: rowLines(rows, keepsScore, style),
    question: questionFor(rows),
  }));
}

/** A question that the rows themselves raise. */
function questionFor(rows: readonly Row[]): string {
  const kinds = new Set(rows.flatMap((row) => row.notes.map(({ kind }) => kind)));
  if (kinds.has("refused")) return "Who decided that this door is shut? Was it the same who decided what came before?";
  if (kinds.has("own")) return "Was this a free choice? Would another have been better?";
  if (kinds.has("shut")) return "Which of these doors has to do with the reason for shutting them?";
  if (kinds.has("class-down") || kinds.has("class-up")) return "Who would notice that the class has changed, and when?";
  if (kinds.has("list")) return "How would one learn of this list, and how does one leave it?";
  if (rows.some((row) => row.says.includes("as in #")))
    return "What would have to be different for this not to repeat?";
  return "What do you think happens next?";
}

function longest(trace: Trace, style: Style): Screen[] {
  const harm = longestHarm(trace, ledgerOf(trace));
  if (harm === null) return [];
  const steps = chainOf(trace, harm).map(({ says, seq }, at) => `${at === 0 ? "" : "→ "}${says} #${seq}`);
  return [
    {
      title: "The longest line of harm",
      lines: steps.flatMap((step) => hang(step, style.width, "  ")),
      question: "At which arrow could somebody have stopped it, and who?",
    },
  ];
}

export function screenLines({ title, lines, question }: Screen, { width, paint }: Style): string[] {
  return [
    ...hang(title, width, "").map((line) => paint.bold(line)),
    paint.dim("─".repeat(width)),
    ...lines,
    ...(question === null ? [] : ["", ...hang(question, width, "? ").map((line) => paint.cyan(line))]),
  ];
}
