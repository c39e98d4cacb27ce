import { sourceOf } from "../../../model/citation.ts";
import type { Rulebook, SourceHeading } from "../../../model/rulebook.ts";
import { sourceSays } from "../../sources.ts";
import { sourcesOf } from "../../wording.ts";
import { BACKGROUND } from "../facts/background.ts";
import { MYTHS } from "../facts/myths.ts";
import { READING } from "../facts/reading.ts";
import { LESSON_SOURCES } from "../facts/sources.ts";
import { type Block, heading } from "../leaf.ts";

/** Every key that stands on these pages; where a rulebook says otherwise of one than the lesson does, both are printed. */
export function sourceList(rulebook: Rulebook): Block[] {
  const lesson = new Set([
    ...BACKGROUND.flatMap(({ facts }) => facts.flatMap(({ cites }) => cites)),
    ...MYTHS.flatMap(({ cites }) => cites),
    ...READING.map(({ source }) => source),
  ]);
  const rules = new Set([
    ...rulebook.rules.flatMap(sourcesOf),
    ...(rulebook.scoring?.numbers.deductionsReturnAfterMonths?.citations ?? []).map(sourceOf),
  ]);
  return [
    heading("Sources"),
    {
      kind: "sources",
      sources: [...new Set([...lesson, ...rules])].sort().map((key) => ({
        key,
        says: [...new Set([...from(lesson, key, LESSON_SOURCES), ...from(rules, key, rulebook.sources)])].join(
          " In the rulebook: ",
        ),
      })),
    },
  ];
}

function from(cited: ReadonlySet<string>, key: string, sources: Readonly<Record<string, SourceHeading>>): string[] {
  const source = cited.has(key) ? sources[key] : undefined;
  return source === undefined ? [] : [sourceSays(source)];
}
