import { document } from "../html/document.ts";
import { LESSON } from "../html/style/lesson.ts";
import type { Paper } from "../html/style/style.ts";
import { leafHtml } from "./html.ts";
import type { Leaf } from "./leaf.ts";

/** A page to be printed: one file, nothing fetched, nothing that runs. */
export function leafPage(leaf: Leaf, paper: Paper): string {
  return document({
    title: `${leaf.kind}: ${leaf.short}`,
    paper,
    running: {
      head: [leaf.title, leaf.running ?? leaf.kind],
      foot: leaf.notice,
      parts: leaf.blocks
        .filter((block) => block.kind === "part")
        .map(({ name, says }) => ({ name, head: [leaf.title, says] })),
    },
    body: leafHtml(leaf),
    style: LESSON,
  });
}
