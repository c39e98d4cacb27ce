import type { Section } from "../../section.ts";
import { outcomeSections } from "../../experiment/compare-wording.ts";
import { editsSay } from "../../experiment/edit-wording.ts";
import { whoWasHurt } from "../../picture/who-was-hurt.ts";
import { type Block, heading, items, type Runs, small, text } from "../leaf.ts";
import type { Safeguard } from "./lesson.ts";

/** What one safeguard spares these three, and what it does not; and only then how it edits the rules. */
export function safeguardBlocks(safeguard: Safeguard | null): Block[] {
  if (safeguard === null)
    return [
      heading("One safeguard"),
      text("None of the safeguards of this package fits this rulebook; they are written for the composite."),
    ];
  const { id, title, about, comparison } = safeguard;
  return [
    heading(`One safeguard: ${title}`),
    text(about),
    ...whoWasHurt(comparison, { id: "hurt" }).map((picture): Block => ({ kind: "picture", picture })),
    ...outcomeSections(comparison).map((section): Block => ({ kind: "together", blocks: sectionBlocks(section) })),
    heading("What it edits", 3),
    items(editsSay(comparison.edits, (rule) => rule.title).map((says): Runs => [says])),
    small("The same for other people, or with another safeguard: ", {
      code: `demerit compare ${comparison.rulebook.id} +${id}`,
    }),
  ];
}

function sectionBlocks({ heading: title, sentences, table }: Section): Block[] {
  return [
    heading(title, 3),
    ...sentences.map((sentence) => text(sentence)),
    ...(table === null ? [] : [tableBlock(table)]),
  ];
}

function tableBlock({ head, rows, words = 1 }: NonNullable<Section["table"]>): Block {
  return {
    kind: "table",
    head,
    rows: rows.map((row) => row.map((cell): Runs => [cell])),
    figures: head.flatMap((_, at) => (at < words ? [] : [at])),
  };
}
