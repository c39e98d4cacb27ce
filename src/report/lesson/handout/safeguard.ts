import type { Section } from "../../section.ts";
import { comparisonAnswer } from "../../experiment/compare-wording.ts";
import { count } from "../../wording.ts";
import { type Block, heading, type Runs, small, text } from "../leaf.ts";
import type { Safeguard } from "./lesson.ts";

/** What one safeguard spares these three, and what it does not. */
export function safeguardBlocks(safeguard: Safeguard | null): Block[] {
  if (safeguard === null)
    return [
      heading("One safeguard"),
      text("None of the safeguards of this package fits this rulebook; they are written for the composite."),
    ];
  const { id, title, about, comparison } = safeguard;
  // The edits one by one are for the screen; here it is asked what came of them.
  const [, ...sections] = comparisonAnswer(comparison).sections;
  return [
    heading(`One safeguard: ${title}`),
    text(about),
    ...sections.flatMap(sectionBlocks),
    small(`${count(comparison.edits.length, "edit")} of the rulebook; each of them, and other people: `, {
      code: `demerit compare ${comparison.rulebook.id} +${id}`,
    }),
  ];
}

function sectionBlocks({ heading: title, sentences, table }: Section): Block[] {
  return [
    heading(title, 3),
    ...sentences.map((sentence) => text(sentence)),
    ...(table === null
      ? []
      : [
          {
            kind: "table" as const,
            head: table.head,
            rows: table.rows.map((row) => row.map((cell): Runs => [cell])),
            words: table.words ?? 1,
          },
        ]),
  ];
}
