import { NOTICE } from "../../../model/notice.ts";
import type { Rulebook, Source } from "../../../model/rulebook.ts";
import { sourceSays } from "../../sources.ts";
import { sourcesOf } from "../../wording.ts";
import { BACKGROUND } from "../facts/background.ts";
import { MYTHS } from "../facts/myths.ts";
import { READING } from "../facts/reading.ts";
import { LESSON_SOURCES } from "../facts/sources.ts";
import { type Block, heading, type Leaf, small, text } from "../leaf.ts";
import { background, myths } from "./facts.ts";
import type { Lesson } from "./lesson.ts";
import { lives } from "./lives.ts";
import { plans, readingList } from "./plans.ts";
import { ruleTables } from "./rules.ts";
import { safeguardBlocks } from "./safeguard.ts";

/** The whole lesson: what a teacher reads beforehand, and what a class may have in hand. */
export function handoutOf(lesson: Lesson): Leaf {
  const { rulebook } = lesson;
  return {
    kind: "A lesson",
    title: "How points become harm",
    short: "How points become harm",
    notice: NOTICE,
    warning: rulebook.warning,
    blocks: [
      text(
        "What does a score do to a life, and how does one thing lead to another? Three invented people are followed through rules that were reported of one Chinese county and of the courts, step by step, each with its source. The aim is to judge a rule by what it does, to tell what is documented from what is said, and to see what a safeguard spares and what it does not.",
      ),
      ...contents(),
      { kind: "new-page" },
      ...background(),
      { kind: "new-page" },
      ...ruleTables(rulebook),
      ...lives(lesson.lives),
      { kind: "new-page" },
      ...safeguardBlocks(lesson.safeguard),
      { kind: "new-page" },
      ...myths(),
      { kind: "new-page" },
      ...plans(lesson.lives),
      ...readingList(),
      ...sourceList(rulebook),
      small(`${rulebook.title}, digest ${rulebook.digest.slice(0, 12)}. The same handout again: `, {
        code: lesson.again,
      }),
    ],
  };
}

/** What is in it, and whose hands each part is for. */
function contents(): Block[] {
  return [
    heading("In this handout"),
    {
      kind: "table",
      head: ["part", "for", "what it is good for"],
      rows: [
        ["Background", "all", "one page: what is documented, what is only reported, and with which sources"],
        ["The rule book", "to look things up", "every rule with its evidence, and what else sources say"],
        ["Three lives", "all", "how one thing leads to another; each has worksheets of its own"],
        ["One safeguard", "all", "what a correction spares these three, and what it does not"],
        ["Myths and facts", "all", "claims to vote on before anything is read"],
        ["Two plans", "the teacher", "45 and 90 minutes, and what to print for them"],
        ["Where to read on", "whoever wants to know more", "and how much of each source we saw ourselves"],
      ].map((row) => row.map((cell) => [cell])),
      words: 3,
      shares: [20, 25, 55],
    },
    text(
      "Before the lesson: print worksheets and keys (see “To print”), cut the role cards apart, and keep the keys. A score, a class and a month of this story are never those of anyone real; story time has years 1 to 10 and no dates.",
    ),
  ];
}

/** Every key that stands on these pages; where a rulebook says otherwise of one than the lesson does, both are printed. */
function sourceList(rulebook: Rulebook): Block[] {
  const lesson = new Set([
    ...BACKGROUND.flatMap(({ facts }) => facts.flatMap(({ cites }) => cites)),
    ...MYTHS.flatMap(({ cites }) => cites),
    ...READING.map(({ source }) => source),
  ]);
  const rules = new Set(rulebook.rules.flatMap(sourcesOf));
  return [
    heading("Sources cited in this handout"),
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

function from(cited: ReadonlySet<string>, key: string, sources: Readonly<Record<string, Source>>): string[] {
  const source = cited.has(key) ? sources[key] : undefined;
  return source === undefined ? [] : [sourceSays(source)];
}
