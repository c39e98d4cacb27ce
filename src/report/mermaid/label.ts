import { harmless } from "../harmless.ts";

/** All but the characters that mean nothing to Mermaid, anywhere in a label. */
const NOT_PLAIN = /:(?! )|[^\p{L}\p{M}\p{N} ,.:()'“”‘’–—−→·×?+-]/gu;

/** A label in quotes, of one line or several; every character not known to be plain is written as its code, `#35;` for `#`. */
export function label(...lines: readonly string[]): string {
  return `"${lines.map(spelt).join("<br/>")}"`;
}

/** A colon stays where a space follows: Mermaid looks for `:` directly before a code. */
function spelt(text: string): string {
  return harmless(text.replaceAll(/\s+/g, " ").trim()).replaceAll(
    NOT_PLAIN,
    (character) => `#${character.codePointAt(0)};`,
  );
}

/** A comment is one line; nothing in it can end it or give a directive. */
export function comment(text: string): string {
  return `%% ${harmless(text.replaceAll(/\s+/g, " ")).replaceAll(/[{}%]/g, "")}`;
}
