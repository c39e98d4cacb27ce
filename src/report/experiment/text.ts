import type { Section } from "../section.ts";
import { TITLES } from "../section-titles.ts";
import { definitions } from "../text/definitions.ts";
import { hang, type Style } from "../text/style.ts";
import { table } from "../text/table.ts";
import { RULES_NAMED } from "./page-wording.ts";
import type { ExperimentPage } from "./page.ts";

/** A page of text for a terminal. */
export function textPage(page: ExperimentPage, style: Style): string {
  const { width, paint } = style;
  const line = (label: string, says: string): string[] =>
    hang(says, width, `${label.padEnd(9)} `).map((each, at) =>
      at === 0 ? paint.dim(each.slice(0, 10)) + each.slice(10) : each,
    );
  const heading = (says: string): string[] => headingLines(says, style);
  return `${[
    ...hang(page.title, width, "").map((each) => paint.bold(each)),
    "",
    ...line("Notice", page.notice),
    ...(page.warning === null ? [] : line("Note", page.warning)),
    ...line("Rules", page.rulebook),
    ...line("People", page.people),
    ...line("Tried", page.searched),
    ...line("Again", page.again),
    ...(page.stopped === null ? [] : line("STOPPED", page.stopped)),
    ...sectionLines(page.sections, style),
    ...(page.rules.length === 0 ? [] : heading(RULES_NAMED)),
    ...definitions(
      page.rules.map(({ id, says }) => [id, says]),
      style,
    ),
    ...(page.sources.length === 0 ? [] : heading(TITLES.sources)),
    ...definitions(
      page.sources.map(({ key, says }) => [key, says]),
      style,
    ),
  ].join("\n")}\n`;
}

function headingLines(says: string, { width, paint }: Style): string[] {
  return ["", ...hang(says, width, "").map((line) => paint.bold(line)), paint.dim("─".repeat(width)), ""];
}

/** Sections, each under its heading. */
export function sectionLines(sections: readonly Section[], style: Style): string[] {
  return sections.flatMap(({ heading, sentences, table: content }) => [
    ...headingLines(heading, style),
    ...sentences.flatMap((sentence, at) => [...(at === 0 ? [] : [""]), ...hang(sentence, style.width, "  ")]),
    ...(sentences.length > 0 && content !== null ? [""] : []),
    ...(content === null ? [] : table(content, style, "  ")),
  ]);
}
