import { getNodeValue, type Node, type ParseError, parseTree } from "jsonc-parser";
import type { Parsed, Problem } from "../model/problem.ts";
import { firstOf } from "./fault.ts";
import { keyFaults } from "./keys.ts";
import { lineStartsOf, type Locate, locateIn, type Path, placeAt } from "./place.ts";
import { scan } from "./scan.ts";
import { inWords } from "./syntax.ts";

/** JSON with comments and trailing commas, read, with the way back from each part to its place. */
export interface Document {
  readonly file: string;
  readonly value: unknown;
  readonly tree: Node;
  readonly locate: Locate;
}

/** In UTF-16 units; the rule books here have 60,000 at most. */
export const LARGEST = 1_000_000;

/** More problems than these are not worth placing. */
const MANY = 1000;

/**
 * Reads `text`; never throws. Too large a text is refused unread, then what is wrong with the
 * characters and the nesting, then all errors of syntax, then keys that are doubled or reserved.
 * Columns count from after a byte order mark.
 */
export function parseJsonc(text: string, file: string): Parsed<Document> {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (bare.length > LARGEST)
    return refuse([
      wholeFile(
        file,
        "file/too-large",
        `The file has ${bare.length.toLocaleString("en")} characters; at most ${LARGEST.toLocaleString("en")} are read.`,
        "Split it into several packs.",
      ),
    ]);
  if (bare.trim() === "")
    return refuse([
      wholeFile(file, "file/empty", "The file is empty.", "See rules/README.md for an example to start from."),
    ]);

  const starts = lineStartsOf(bare);
  const at = (offset: number, length: number, path: Path = []) => placeAt(file, starts, offset, length, path);
  const faults = scan(bare);
  if (faults.length > 0) {
    return refuse(
      faults.slice(0, MANY).map(({ code, offset, length, message, advice }): Problem => ({
        code,
        at: at(offset, length),
        message,
        advice,
        severity: "problem",
      })),
    );
  }

  const errors: ParseError[] = [];
  const tree = parseTree(bare, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree === undefined) {
    const problems = errors.slice(0, MANY).map((error): Problem => ({
      code: "file/syntax",
      at: at(error.offset, error.length),
      ...inWords(error),
      severity: "problem",
    }));
    return refuse(firstOfEachLine(problems));
  }

  const locate = locateIn(file, starts, tree);
  const keys = keyFaults(tree);
  if (keys.length > 0) {
    return refuse(
      keys.slice(0, MANY).map(({ key, code, path, message, advice }): Problem => ({
        code,
        at: at(key.offset, key.length, path),
        message,
        advice,
        severity: "problem",
      })),
    );
  }
  // As plain objects, and with no 0 below 0.
  const value = JSON.parse(JSON.stringify(getNodeValue(tree))) as unknown;
  return { ok: true, value: { file, value, tree, locate }, notes: [] };
}

/** After one error the parser guesses on, and what else it meets in the line mostly follows from it. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ at }, index) => problems[index - 1]?.at.line !== at.line);
}

function refuse(problems: readonly Problem[]): Parsed<never> {
  return { ok: false, problems: firstOf(problems) };
}

function wholeFile(file: string, code: string, message: string, advice: string): Problem {
  return { code, at: { file, line: 1, column: 1, path: "" }, message, advice, severity: "problem" };
}
