import type { Trace } from "../../../model/trace.ts";
import type { Section, Table } from "../../section.ts";
import { monthSays, signed, whole } from "../../wording.ts";
import type { Act, Time } from "./acts.ts";
import type { Beside, Life } from "./life.ts";
import type { Row } from "./rows.ts";
import {
  ACTS,
  LINE_IN_WORDS,
  LOSSES_AFTER,
  passagesSay,
  refusalsSay,
  rowNames,
  SAYS_OF_KIND,
  SHUT_WHEN,
  spanSays,
} from "./wording.ts";

/** More rows than these would not be read; the trace has them all. */
const MOST_ROWS = 80;

/** The same as the picture, in sentences and tables. */
export function lifeLineSays(
  { trace, acts, losses }: Life,
  variant: Beside | null,
  rows: readonly Row[],
  sentences: readonly string[],
): Section[] {
  return [
    { heading: LINE_IN_WORDS, sentences, table: actTable(acts, trace.opening.score !== null) },
    ...(rows.length === 0 ? [] : [{ heading: SHUT_WHEN, sentences: [], table: rowTable(rows, trace, variant) }]),
    ...(losses.length === 0 ? [] : [{ heading: LOSSES_AFTER, sentences: [], table: lossTable(losses) }]),
  ];
}

function actTable(acts: readonly Act[], scored: boolean): Table | null {
  if (acts.length === 0) return null;
  const times = inOrder(acts);
  return {
    head: ["story time", "entry", "what", ...(scored ? ["points", "score after"] : [])],
    rows: times
      .slice(0, MOST_ROWS)
      .map(({ month, seq, noun, points, score, given }) => [
        monthSays(month),
        `#${seq}`,
        `${noun}${given ? "" : ACTS.led}`,
        ...(scored ? [points === 0 ? "" : signed(points), score === null ? "" : whole(score)] : []),
      ]),
    words: 3,
  };
}

function rowTable(rows: readonly Row[], { until, rulebook }: Trace, variant: Beside | null): Table {
  const spans = (of: Row["spans"]): string => of.map((span) => spanSays(span, until)).join("; ");
  const passed = rows.some(({ passages, variantPassages }) => passages.length + variantPassages.length > 0);
  const under = (title: string): string[] => [title, "refused at", ...(passed ? ["let through at"] : [])];
  const letThrough = (of: Row["passages"]): string[] => (passed ? [passagesSay(of)] : []);
  return {
    head: [
      "what",
      "doors or list",
      ...(variant === null ? under("when") : [`when: ${rulebook.title}`, `when: ${variant.says}`].flatMap(under)),
    ],
    rows: rows.map((row) => [
      SAYS_OF_KIND[row.kind].head,
      rowNames(row),
      spans(row.spans),
      refusalsSay(row.refusals),
      ...letThrough(row.passages),
      ...(variant === null
        ? []
        : [spans(row.variantSpans), refusalsSay(row.variantRefusals), ...letThrough(row.variantPassages)]),
    ]),
    words: 8,
  };
}

function lossTable(losses: readonly Act[]): Table {
  const times = inOrder(losses);
  return {
    head: ["story time", "entry", "loss"],
    rows: times.slice(0, MOST_ROWS).map(({ month, seq, noun }) => [monthSays(month), `#${seq}`, noun]),
    words: 3,
  };
}

/** One after the other, as in the trace. */
function inOrder(acts: readonly Act[]): (Time & { readonly noun: string })[] {
  return acts
    .flatMap(({ noun, times }) => times.map((time) => ({ noun, ...time })))
    .sort((one, other) => one.seq - other.seq);
}
