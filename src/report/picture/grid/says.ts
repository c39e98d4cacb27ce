import { movesSay } from "../../experiment/harm-wording.ts";
import type { Section } from "../../section.ts";
import { whole } from "../../wording.ts";
import type { Block } from "./draw.ts";
import type { Hurting } from "./rows.ts";
import { AS_IT_IS, KIND_SAYS, KINDS, titlesSay } from "./wording.ts";

/** The cells that are not empty, row by row. */
export function gridSections(
  kind: Hurting["kind"],
  { names, ids, counts, rows }: Block,
  heading: string,
  sentences: readonly string[],
): Section[] {
  const who = (at: number): string => `${names[at]!} (${ids[at]!})`;
  return [
    {
      heading,
      sentences,
      table: {
        head: ["under which rules", "who", ...KINDS.map((each) => KIND_SAYS[each])],
        rows: [
          ...counts.map((each, at) => [AS_IT_IS, who(at), ...KINDS.map((harm) => whole(each[harm]))]),
          ...rows.flatMap((row) =>
            row.cells.flatMap((cell, at) =>
              cell === null ? [] : [[titlesSay(row, kind), who(at), ...movesSay(cell.gone, cell.fresh)]],
            ),
          ),
        ],
        words: 2,
      },
    },
  ];
}
