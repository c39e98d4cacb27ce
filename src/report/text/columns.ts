import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Letters, figures and the signs of our own pages, one column each, and Chinese characters, two. */
const PLAIN =
  /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2190-\u2193\u2212\u2264\u2265\u2500\u2550\u25a0-\u25af\u25bc\u2717\u4e00-\u9fff]*$/;
const WIDE = /[\u4e00-\u9fff]/g;

/**
 * How many columns a text takes in a terminal. What our pages are made of is counted at once; only
 * the rest, the titles of edited rules among it, is worth the library's care and time.
 */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth(text);
}

/**
 * Wraps to so many columns, between words, and within one that is wider. Plain text is filled line by
 * line at once; what is left is the library's, which this follows to the letter.
 */
export function wrapped(text: string, columns: number): string[] {
  const words = text.split(" ");
  if (
    !PLAIN.test(text) ||
    words.some((word) => word === "" || (columnsOf(word) > columns && columnsOf(text) > text.length))
  )
    return wrapAnsi(text, columns, { hard: true, trim: true }).split("\n");
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const used = line === "" ? 0 : columnsOf(line) + 1;
    if (used > 0 && (columnsOf(word) > columns ? breaksLess(word, columns, used) : used + columnsOf(word) > columns)) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
    while (columnsOf(line) > columns) {
      lines.push(line.slice(0, columns).trimEnd());
      line = line.slice(columns);
    }
  }
  return [...lines, line];
}

/** Whether a word wider than a line is cut less often if it begins on a line of its own. */
function breaksLess(word: string, columns: number, used: number): boolean {
  const here = 1 + Math.floor((word.length - (columns - used) - 1) / columns);
  return Math.floor((word.length - 1) / columns) < here;
}
