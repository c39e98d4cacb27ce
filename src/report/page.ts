import type { View } from "../analysis/readers.ts";
import { ledgerOf } from "../analysis/ledger.ts";
import { openQuestions, type OpenQuestion, ruleNote, type RuleNote, rulesActing } from "./evidence-wording.ts";
import { type Heading, headingOf } from "./heading.ts";
import { inShort, longestLine } from "./in-short.ts";
import { ledgerSections } from "./ledger-wording.ts";
import type { Section } from "./section.ts";
import type { Exhibit, FormatOptions } from "./options.ts";
import { outline, type Row } from "./outline.ts";
import { partsSay, partsSection } from "./parts-wording.ts";
import { powersSection } from "./powers-wording.ts";
import { sourcesCited, unknownsOf } from "./sources.ts";
import { type Survives, survives } from "./survival-wording.ts";
import { type Pair, seenBy, sideBySide } from "./views.ts";

/** A page before it is laid out: what it says, in order, and nothing of how it looks. */
export interface Page {
  readonly heading: Heading;
  readonly keepsScore: boolean;
  readonly rows: readonly Row[];
  /** Side by side; then `rows` are those on file. */
  readonly pairs: readonly Pair[] | null;
  /** The auditor's own parts; `null` in the views of those in the story. */
  readonly audit: Audit | null;
  readonly survives: Survives;
}

export interface Audit {
  readonly short: readonly string[];
  /** The longest line of harm: what it is, and its links. */
  readonly longest: { readonly says: string; readonly links: readonly string[] } | null;
  /** Who could have stopped it; `null` where nobody, or where that was not asked. */
  readonly powers: Section | null;
  readonly ledger: readonly Section[];
  readonly questions: readonly OpenQuestion[];
  /** The rules that acted; only where everything is shown. */
  readonly rules: readonly RuleNote[];
  readonly sources: readonly { readonly key: string; readonly says: string }[];
  readonly unknowns: readonly string[];
}

export function pageOf(exhibit: Exhibit, { view, full }: Pick<FormatOptions, "view" | "full">): Page {
  const { trace, exposes, decisions } = exhibit;
  const rows = outline(trace, full, decisions);
  return {
    heading: headingOf(trace, exposes, view),
    keepsScore: trace.rulebook.scoring !== null && view !== "person",
    rows: view === "clerk" || view === "person" ? seenBy(view, rows, trace) : rows,
    pairs: view === "side-by-side" ? sideBySide(rows, trace) : null,
    audit: isAudited(view) ? auditOf(exhibit, full) : null,
    survives: survives(view, trace),
  };
}

/** Whether a view has the ledger, and so needs to know what would be left. */
export function isAudited(view: View): boolean {
  return view === "auditor" || view === "side-by-side";
}

function auditOf({ trace, byEvidence, decisions, parts = null, powers }: Exhibit, full: boolean): Audit {
  const ledger = ledgerOf(trace);
  return {
    short: [...inShort(trace, ledger, byEvidence), ...(parts === null ? [] : partsSay(parts, trace.rulebook))],
    longest: longestLine(trace, ledger, full),
    powers: powers === undefined ? null : powersSection(powers, trace.rulebook),
    ledger: [
      ...ledgerSections(trace, ledger, byEvidence),
      ...(full && parts !== null ? [partsSection(parts, trace.rulebook)] : []),
    ],
    questions: openQuestions(trace),
    rules: full ? rulesActing(trace).map((rule) => ruleNote(rule, trace.rulebook.sources)) : [],
    sources: sourcesCited(trace, decisions, powers),
    unknowns: unknownsOf(trace.rulebook),
  };
}
