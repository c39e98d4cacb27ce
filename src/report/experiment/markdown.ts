import { joined, type Markdown, md } from "../markdown/md.ts";
import { table } from "../markdown/table.ts";
import { TITLES } from "../section-titles.ts";
import { RULES_NAMED } from "./page-wording.ts";
import type { ExperimentPage } from "./page.ts";

/** A hand-out: CommonMark with the tables of GitHub. */
export function markdownPage(page: ExperimentPage): string {
  return `${
    joined(
      [
        md`# ${page.title}`,
        joined(
          [md`> **Notice.** ${page.notice}`, ...(page.warning === null ? [] : [md`> **Note.** ${page.warning}`])],
          "\n>\n",
        ),
        list([
          md`**Rules** ${page.rulebook}`,
          md`**People** ${page.people}`,
          md`**Tried** ${page.searched}`,
          md`**Again** ${page.again}`,
        ]),
        ...(page.stopped === null ? [] : [md`> **Stopped.** ${page.stopped}`]),
        ...page.sections.flatMap(({ heading, sentences, table: content }) => [
          md`## ${heading}`,
          ...sentences.map((sentence) => md`${sentence}`),
          ...(content === null ? [] : [table(content)]),
        ]),
        ...(page.rules.length === 0 ? [] : [md`## ${RULES_NAMED}`]),
        ...(page.rules.length === 0 ? [] : [list(page.rules.map(({ id, says }) => md`**${id}** ${says}`))]),
        ...(page.sources.length === 0 ? [] : [md`## ${TITLES.sources}`]),
        ...(page.sources.length === 0 ? [] : [list(page.sources.map(({ key, says }) => md`**${key}** ${says}`))]),
      ],
      "\n\n",
    ).text
  }\n`;
}

function list(items: readonly Markdown[]): Markdown {
  return joined(
    items.map((item) => md`- ${item}`),
    "\n",
  );
}
