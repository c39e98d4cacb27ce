import { codeFrameColumns } from "@babel/code-frame";
import { Chalk } from "chalk";
import stringWidth from "string-width";
import type { Place, Problem } from "../model/problem.ts";
import { harmless } from "./harmless.ts";

export interface ProblemOptions {
  readonly color: boolean;
}

/**
 * All problems, each with its place, its source lines, and what to do; then how many there are.
 * `sources` holds the text of each file by its name; a problem in another is printed without lines.
 */
export function reportProblems(
  problems: readonly Problem[],
  sources: Readonly<Record<string, string>>,
  options: ProblemOptions,
): string {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  const linesOf = new Map(Object.entries(sources).map(([file, text]) => [file, linesIn(text)]));

  const blocks = problems.map((problem) => {
    const { at, severity, code } = problem;
    const head = [
      `${harmless(at.file)}:${at.line}:${at.column}`,
      (severity === "note" ? paint.yellow : paint.red)(severity),
      paint.dim(code),
    ].join("  ");
    const lines = linesOf.get(at.file);
    return [
      head,
      `  ${harmless(problem.message)}`,
      ...(lines === undefined || at.line > lines.length ? [] : [frame(lines, at)]),
      `  ${paint.bold(harmless(problem.advice))}`,
    ].join("\n");
  });
  const notes = problems.filter(({ severity }) => severity === "note").length;
  return [...blocks, `${count(problems.length - notes, "problem")}, ${count(notes, "note")}`].join("\n\n") + "\n";
}

/** The line of a place with its neighbours, and carets under the very part; empty where the text has no such line. */
export function sourceFrame(text: string, at: Place): string {
  const lines = linesIn(text);
  return at.line > lines.length ? "" : frame(lines, at);
}

function linesIn(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r]/);
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

/** Lines longer than this are shown from around the fault only. */
const LONGEST = 200;
const BEFORE = 80;

function frame(lines: readonly string[], at: Place): string {
  const line = lines[at.line - 1]!;
  const from = line.length > LONGEST ? pairStart(line, Math.max(0, at.column - 1 - BEFORE)) : 0;
  const cut = (text: string): string => shown(text, from);
  const lead = shownPart(line, from, at.column - 1);
  const marked = line.slice(
    at.column - 1,
    Math.min(at.endColumn === undefined ? at.column : at.endColumn - 1, from + LONGEST),
  );

  // code-frame counts UTF-16 units; the caret has to count cells of the terminal.
  const near = lines.slice(Math.max(0, at.line - 2), at.line + 1).map(cut);
  const framed = codeFrameColumns(near.join("\n"), { start: { line: at.line, column: 1 } }, {
    linesAbove: 1,
    linesBelow: 1,
    highlightCode: false,
    startLine: Math.max(1, at.line - 1),
  } as Parameters<typeof codeFrameColumns>[2]);
  const spaces = " ".repeat(stringWidth(lead));
  const carets = "^".repeat(Math.max(1, stringWidth(harmless(marked))));
  return framed.replace(/^( *\| ) *\^.*$/m, `$1${spaces}${carets}`);
}

function shown(text: string, from: number): string {
  const end = pairStart(text, from + LONGEST);
  const tail = end < text.length ? "…" : "";
  return `${from > 0 && text.length > 0 ? "…" : ""}${harmless(text.slice(from, end))}${tail}`;
}

function shownPart(text: string, from: number, to: number): string {
  return `${from > 0 ? "…" : ""}${harmless(text.slice(from, to))}`;
}

/** Never between the two halves of one character. */
function pairStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
