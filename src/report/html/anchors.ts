import { folded } from "../fold.ts";
import type { Page } from "../page.ts";
import type { Anchors } from "./text.ts";

/** Rows and footnotes by the name that they have on this page; by number, so that no key of a reader's own gets into a name. */
export function anchorsOf(page: Page, sources: readonly string[], prefix: string): Anchors {
  const { first, last } = folded(
    page.pairs === null ? page.rows : page.pairs.map(({ onFile }) => onFile),
    (row) => row,
  );
  const rows = [...first, ...last];
  const entries = new Map(
    rows.flatMap((row) => row.entries.map(({ seq }) => [seq, `${prefix}entry-${row.entries[0]!.seq}`] as const)),
  );
  return {
    entry: (seq) => entries.get(seq),
    source: (key) => {
      const at = sources.indexOf(key);
      return at === -1 ? undefined : `${prefix}source-${at + 1}`;
    },
  };
}
