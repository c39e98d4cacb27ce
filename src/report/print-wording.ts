import type { View } from "../analysis/readers.ts";
import { PROGRAM } from "../model/version.ts";

/** What the parts of a printout are called, beside those that every page has. */
export const HEADS = {
  line: "The life line",
  compared: "What the other rulebook changes",
  chain: "The chain of harm",
  unknown: "Not known",
  read: "How to read it",
  words: "The pictures in words",
  hurtWords: "Who is hurt, in words",
  sources: "Sources cited",
  again: "To print it again, and to check it",
} as const;

export function kickerSays(view: View): string {
  switch (view) {
    case "auditor":
      return `${PROGRAM} · audit trace of an invented life`;
    case "clerk":
      return `${PROGRAM} · an invented life, on a clerk's screen`;
    case "person":
      return `${PROGRAM} · an invented life, as far as the person was told`;
    case "side-by-side":
      return `${PROGRAM} · audit trace of an invented life, beside what the person was told`;
  }
}

export const LEFT_OUT =
  "Left out here: publication, quiet returns of points, links without effect; the numbers of entries stay.";

export const SUMS_BY_HAND =
  "To redo the sums: start from the score of the first row; the points of a row, and what it says has returned quietly since the last sum, are added to the score above it and give its own.";

/** So that no single source is taken to carry what several carry together. */
export const FOOTNOTE_LEVELS =
  "Beneath each source: what rests on it here. The level is that of the rule or number, by all its sources together; one of them alone may say less.";

export const CHECK =
  "The same input gives the same page, to the byte; there is no clock in it. With “-o page.pdf” it becomes a PDF. The page carries its whole trace as data: “demerit verify”, and the name of the HTML file, replays that trace, draws the page again, and compares every word, so that a digit changed by hand is found.";
