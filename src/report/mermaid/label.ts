import { harmless } from "../harmless.ts";

/** Characters that mean nothing to Mermaid, anywhere in a label. */
const PLAIN = /[\p{L}\p{M}\p{N} ,.()'“”‘’–—−→·✗?+-]/u;

/** A label in quotes, of one line or several; every character not known to be plain is written as its code, `#35;` for `#`. */
export function label(...lines: readonly string[]): string {
  return `"${lines.map(spelt).join("<br/>")}"`;
}

/** A colon stays where a space follows: Mermaid looks for `:` directly before a code. */
function spelt(text: string): string {
  return [...harmless(text.replaceAll(/\s+/g, " ").trim())].map((character, at, all) =>
    PLAIN.test(character) || (character === ":" && all[at + 1] === " ") ? character : `#${character.codePointAt(0)};`).join("");
}

/** A comment is one line; nothing in it can end it or give a directive. */
export function comment(text: string): string {
  return `%% ${harmless(text.replaceAll(/\s+/g, " ")).replaceAll(/[{}%]/g, "")}`;
}
