import { FACES } from "./faces.ts";

const COVERED = new Set(FACES.flatMap(({ covers }) => Array.from(covers)));

/** Characters that a page prints and that none of its fonts has, in their order. */
export function notInFonts(page: string): string[] {
  const shown = page.replaceAll(/<(style|script|title|desc)[^>]*>[^]*?<\/\1>/g, "").replaceAll(/<[^>]*>/g, "");
  return [...new Set(shown)].filter((character) => /\S/u.test(character) && !COVERED.has(character));
}
