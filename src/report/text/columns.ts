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
 * Wraps to so many columns, between words, and within one that is wider. Plain text whose words all
 * fit is filled line by line at once; what is left is the library's.
 */
export function wrapped(text: string, columns: number): string[] {
  const words = text.split(" ");
  const simple = PLAIN.test(text) && words.every((word) => word !== "" && columnsOf(word) <= columns);
  if (!simple) return wrapAnsi(text, columns, { hard: true, trim: true }).split("\n");
  const lines: string[] = [];
  let line = "";
  let taken = 0;
  for (const word of words) {
    const wide = columnsOf(word);
    if (taken > 0 && taken + 1 + wide > columns) {
      lines.push(line);
      taken = 0;
    }
    line = taken === 0 ? word : `${line} ${word}`;
    taken += taken === 0 ? wide : wide + 1;
  }
  return [...lines, line];
}
