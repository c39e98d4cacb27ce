import { harmless } from "../harmless.ts";

/** Markdown that is safe to put into a page: made by `md` alone. */
export class Markdown {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Hole = string | number | Markdown | readonly Markdown[];

/** Escapes every hole that did not come out of the tag itself: nobody has to remember. */
export function md(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markdown {
  return new Markdown(strings.map((string, at) => string + (at < holes.length ? filled(holes[at]!) : "")).join(""));
}

/** Joins what is already Markdown. */
export function joined(parts: readonly Markdown[], between: string): Markdown {
  return new Markdown(parts.map(({ text }) => text).join(between));
}

function filled(hole: Hole): string {
  if (hole instanceof Markdown) return hole.text;
  return typeof hole === "string" || typeof hole === "number"
    ? escaped(String(hole))
    : hole.map(({ text }) => text).join("");
}

/**
 * Text that reads the same in Markdown: one line, each character that could begin markup, HTML, an
 * entity, a table cell or a link behind a backslash, and nothing at its start that could begin a block.
 */
export function escaped(text: string): string {
  return harmless(text.replaceAll(/\s+/g, " ").trim())
    .replaceAll(/[\\`*_[\]<>&|~$^@]|:(?=\/\/)|(?<=www)\./gi, "\\$&")
    .replace(BLOCK_START, (start) => start.replace(/.$/, "\\$&"));
}

/** A heading, a list, an underline, a definition: each needs its last character to be plain. */
const BLOCK_START = /^(?:#{1,6}|[-+:]|\d{1,9}[.)])(?= |$)|^[-=]+$/;
