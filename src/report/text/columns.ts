import stringWidth from "string-width";

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
