/** Letters, figures and the signs of our own pages, one column each, and Chinese characters, two. */
const PLAIN =
  /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2190-\u2193\u2212\u2264\u2265\u2500\u2550\u25a0-\u25af\u25b3\u25bc\u25c6\u2713\u2717\u3001\u3002\u4e00-\u9fff]*$/;
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

const WIDE = /[\u3001\u3002\u4e00-\u9fff]/g;

/** What paints a text, and takes no room. */
const PAINT = /\u001b\[[\d;]*m/g;

interface WideText {
  readonly width: (text: string) => number;
  readonly wrap: (text: string, columns: number, options: { readonly hard: boolean; readonly trim: boolean }) => string;
}

let library: WideText | null = null;

/**
 * Loads the libraries that know every script. It takes as long as a whole page of plain text, and
 * all shipped text is plain, so it is left to those who bring text of their own: it has to be awaited
 * before a page with a reader's own rules is laid out.
 */
export async function loadWideText(): Promise<void> {
  const [{ default: width }, { default: wrap }] = await Promise.all([import("string-width"), import("wrap-ansi")]);
  library = { width, wrap };
}

function wideText(): WideText {
  if (library === null) throw new Error("text that is not plain was laid out before loadWideText");
  return library;
}

/**
 * How many columns a text takes in a terminal, painted or not. What our pages are made of is counted at once; only
 * the rest, the titles of edited rules among it, is worth the library's care and time.
 */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length + (text.match(WIDE)?.length ?? 0);
  const bare = text.replace(PAINT, "");
  return bare === text ? wideText().width(text) : columnsOf(bare);
}

/**
 * Wraps to so many columns, between words, and within one that is wider. Plain text is filled line by
 * line at once, as the library would fill it; all else is the library's.
 */
export function wrapped(text: string, columns: number): string[] {
  if (!PLAIN.test(text)) return wideText().wrap(text, columns, { hard: true, trim: true }).split("\n");
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const used = line === "" ? 0 : columnsOf(line) + 1;
    const wide = columnsOf(word);
    if (used > 0 && (wide > columns ? breaksLess(wide, columns, used) : used + wide > columns)) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
    while (columnsOf(line) > columns) {
      const end = fitting(line, columns);
      lines.push(line.slice(0, end).trimEnd());
      line = line.slice(end);
    }
  }
  return [...lines, line];
}

/** Whether a word wider than a line is cut less often if it begins on a line of its own. */
function breaksLess(wide: number, columns: number, used: number): boolean {
  const here = 1 + Math.floor((wide - (columns - used) - 1) / columns);
  return Math.floor((wide - 1) / columns) < here;
}

/** How many characters fit; at least one. */
function fitting(line: string, columns: number): number {
  let end = 1;
  while (end < line.length && columnsOf(line.slice(0, end + 1)) <= columns) end++;
  return end;
}
