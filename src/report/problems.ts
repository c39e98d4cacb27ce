import { codeFrameColumns } from "@babel/code-frame";
import type { Place, Problem } from "../model/problem.ts";
import { harmless } from "./harmless.ts";
import { columnsOf } from "./text/columns.ts";
import { hang, type Style } from "./text/style.ts";

/**
 * All problems, each with its place, its source lines, and what to do; then how many there are.
 * `sources` holds the text of each file by its name; a problem in another is printed without lines.
 */
export function reportProblems(
  problems: readonly Problem[],
  sources: Readonly<Record<string, string>>,
  style: Style,
): string {
  const { width, paint } = style;
  const linesOf = new Map(Object.entries(sources).map(([file, text]) => [file, linesIn(text)]));

  const blocks = problems.map(({ at, severity, code, message, advice }) => {
    const lines = linesOf.get(at.file) ?? [];
    return [
      ...headLines({ at, severity, code }, style),
      ...hang(message, width, "  "),
      ...frame(lines, at, width),
      ...hang(advice, width, "  ").map((line) => paint.bold(line)),
    ].join("\n");
  });
  const notes = problems.filter(({ severity }) => severity === "note").length;
  return [...blocks, `${count(problems.length - notes, "problem")}, ${count(notes, "note")}`].join("\n\n") + "\n";
}

/** The place is not cut, however long the name of its file: an editor finds it by it. */
function headLines({ at, severity, code }: Pick<Problem, "at" | "severity" | "code">, style: Style): string[] {
  const { width, paint } = style;
  const place = `${harmless(at.file)}:${at.line}:${at.column}`;
  const what = `${(severity === "note" ? paint.yellow : paint.red)(severity)}  ${paint.dim(code)}`;
  return columnsOf(`${place}  ${what}`) <= width ? [`${place}  ${what}`] : [place, `  ${what}`];
}

/**
 * The line of a place with its neighbours, and carets under the very part, in lines of at most so many
 * columns; nothing where the text has no such line.
 */
export function sourceFrame(text: string, at: Place, width: number): string[] {
  return frame(linesIn(text), at, width);
}

function linesIn(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r]/);
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

/** What stands before each line: `> 12 | `. */
const GUTTER = 5;

function frame(lines: readonly string[], at: Place, width: number): string[] {
  const line = lines[at.line - 1];
  if (line === undefined) return [];
  const last = Math.min(at.line + 1, lines.length);
  // One column is left, for a caret after the end.
  const room = width - GUTTER - String(last).length - 1;
  const from = startOf(line, at.column - 1, room);
  const lead = `${from > 0 ? "…" : ""}${harmless(line.slice(from, at.column - 1))}`;
  const end = at.endColumn === undefined ? at.column : Math.min(at.endColumn - 1, from + room);

  // code-frame counts UTF-16 units; the caret has to count cells of the terminal.
  const near = lines.slice(Math.max(0, at.line - 2), last).map((text) => shown(text, from, room));
  const framed = codeFrameColumns(near.join("\n"), { start: { line: at.line, column: 1 } }, {
    linesAbove: 1,
    linesBelow: 1,
    highlightCode: false,
    startLine: Math.max(1, at.line - 1),
  } as Parameters<typeof codeFrameColumns>[2]);
  const before = columnsOf(lead);
  const marked = columnsOf(harmless(line.slice(at.column - 1, end)));
  const carets = "^".repeat(Math.max(1, Math.min(marked, room - before)));
  return framed.replace(/^( *\| ) *\^.*$/m, `$1${" ".repeat(before)}${carets}`).split("\n");
}

/** From where on the lines are shown: all of them, or where this one is too wide, from a little before the fault. */
function startOf(line: string, fault: number, room: number): number {
  if (fits(line, room)) return 0;
  let from = Math.min(fault, line.length);
  const first = Math.max(0, from - room);
  while (from > first && columnsOf(harmless(line.slice(from - 1, fault))) <= room * BEFORE) from--;
  return pairStart(line, from);
}

/** How much of a line that is cut stands before the fault. */
const BEFORE = 0.4;

/** Whether all of it fits. A very long one does not, and is not measured. */
function fits(text: string, room: number): boolean {
  return text.length <= 4 * room && columnsOf(harmless(text)) <= room;
}

/** As much of a line as fits, with signs where it goes on. */
function shown(text: string, from: number, room: number): string {
  const lead = from > 0 && text.length > 0 ? "…" : "";
  const rest = text.slice(from, from + 8 * room);
  if (from + rest.length >= text.length && fits(rest, room - lead.length)) return lead + harmless(rest);
  let [kept, used] = ["", lead.length + 1];
  for (const { segment } of new Intl.Segmenter().segment(rest)) {
    used += columnsOf(harmless(segment));
    if (used > room) break;
    kept += segment;
  }
  return `${lead}${harmless(kept)}…`;
}

/** Never between the two halves of one character. */
function pairStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
