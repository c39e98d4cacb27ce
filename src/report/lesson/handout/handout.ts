import { NOTICE } from "../../../model/notice.ts";
import type { Picture } from "../../picture/picture.ts";
import { type Block, heading, type Leaf, small, text } from "../leaf.ts";
import { background, myths } from "./facts.ts";
import type { Lesson } from "./lesson.ts";
import { lives } from "./lives.ts";
import { plans, readingList, toPrint } from "./plans.ts";
import { recoveryBlocks } from "./recovery.ts";
import { ruleTables } from "./rules.ts";
import { safeguardBlocks } from "./safeguard.ts";
import { sourceList } from "./sources.ts";

/** The whole lesson, in three parts: what a teacher reads beforehand, what a class may have in hand, and where to look things up. */
export function handoutOf(lesson: Lesson): Leaf {
  const { rulebook } = lesson;
  const forClass = [
    ...background(),
    ...lives(lesson),
    ...recoveryBlocks(lesson.recovery, rulebook),
    ...safeguardBlocks(lesson.safeguard),
  ];
  return {
    kind: "A lesson",
    title: "How points become harm",
    short: "How points become harm",
    running: "For the teacher",
    notice: NOTICE,
    warning: rulebook.warning,
    blocks: [
      text(
        `What does a score do to a life, and how does one thing lead to another? Three invented people live under the rules of “${rulebook.title}”, each marked with how well it is known, or as ours; the class follows them step by step. The aim is to judge a rule by what it does, to tell what is documented from what is only said, and to see what a safeguard spares and what it does not.`,
      ),
      ...contents(),
      ...toPrint(lesson),
      ...plans(),
      ...myths(),
      { kind: "part", name: "class", says: "For the class", blocks: forClass },
      {
        kind: "part",
        name: "lookup",
        says: "To look things up",
        blocks: [
          ...ruleTables(rulebook),
          ...readingList(),
          ...sourceList(rulebook),
          { kind: "in-words", pictures: picturesIn(forClass) },
          small(`${rulebook.title}, digest ${rulebook.digest.slice(0, 12)}. The same handout again: `, {
            code: lesson.again,
          }),
        ],
      },
    ],
  };
}

/** What is in it, and whose hands each part is for. */
function contents(): Block[] {
  return [
    heading("In this handout"),
    {
      kind: "table",
      head: ["part", "what is in it"],
      rows: [
        [
          "For the teacher",
          "two plans, for 45 and for 90 minutes; what to print for them; myths and facts, to vote on before anything is read",
        ],
        [
          "For the class",
          "the background, with what is documented and what is only reported; three lives, and how one thing leads to another in them; what one act costs, and how many win it back; one safeguard, what it spares and what it does not",
        ],
        [
          "To look things up",
          "every rule with its evidence, and what else sources say; what is not known; where to read on; every source, and how much of it we saw ourselves; the pictures in words",
        ],
      ].map((row) => row.map((cell) => [cell])),
      shares: [20, 80],
    },
  ];
}

function picturesIn(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block) => {
    if (block.kind === "together") return picturesIn(block.blocks);
    return block.kind === "picture" ? [block.picture] : [];
  });
}
