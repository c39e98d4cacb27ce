import { join } from "node:path";
import { expect } from "vitest";
import { ROOT } from "../cli/run.ts";

export const GOLDENS = join(ROOT, "tests", "golden");

/**
 * Compares a page with its golden, which opens as what it is. What nobody reads is left out of both: fonts and
 * styles, their hashes, the trace that a page carries, and within a page its pictures, which have goldens of
 * their own.
 */
export async function expectGolden(name: string, page: string): Promise<void> {
  const read = page
    .replaceAll(/<style>[^]*?<\/style>/g, "<style>…</style>")
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, "$1…")
    .replace(/(<script type="application\/json" id="demerit">)[^<]*/, "$1…")
    .replaceAll(/<svg .*?<title[^>]*>(.*?)<\/title>[^]*?<\/svg>/gs, (drawn, title: string) =>
      page.startsWith("<svg") ? drawn : `<svg>… ${title} …</svg>`,
    );
  await expect(read).toMatchFileSnapshot(join(GOLDENS, name));
}
