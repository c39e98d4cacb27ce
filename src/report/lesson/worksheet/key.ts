import { knowledgeOf } from "../../../analysis/knowledge.ts";
import { touches, withoutRule } from "../../../analysis/worksheet/material.ts";
import { HORIZON } from "../../../model/story-time.ts";
import { count, monthSays, whole } from "../../wording.ts";
import { type Block, heading, items, type Leaf, type Runs, small, text } from "../leaf.ts";
import { headOf, questionBlocks, ruleBox, traceWithGaps } from "./sheet.ts";
import { effectWords } from "./words.ts";
import type { Worksheet } from "./worksheet.ts";

/** The key of one sheet: the same rows and questions, filled in by computing. */
export function keyOf(worksheet: Worksheet, again: string): Leaf {
  return {
    ...headOf(worksheet, "Answer key"),
    blocks: [
      text("To the worksheet of the same number. Every answer was computed from the replay; none was typed."),
      ...traceWithGaps(worksheet, true),
      ...told(worksheet),
      ...questionBlocks(worksheet, true),
      ...openQuestion(worksheet),
      ...ruleBox(worksheet),
      small("The same key again: ", { code: again }),
    ],
  };
}

function told({ trace }: Worksheet): Block[] {
  const { decisions, reason, outcome, nothing, couldBeKnown } = knowledgeOf(trace);
  return [
    text(
      { strong: "Told. " },
      `Of ${count(decisions, "decision")} on the person they were told the reason of ${whole(reason)}, the result alone of ${whole(outcome)}, nothing of ${whole(nothing)}; of these ${whole(couldBeKnown)} stood published with their reason.`,
    ),
  ];
}

/** No answer to the last question is right; this is what replaying says of each. */
function openQuestion({ trace, box, ablation }: Worksheet): Block[] {
  const tried = box.flatMap((rule, at): { says: Runs; touched: boolean }[] => {
    const without = withoutRule({ ablation }, rule);
    return without === null
      ? []
      : [{ says: [`Without R${at + 1}: ${effectWords(without)}.`], touched: touches(without) }];
  });
  const touched = tried.filter((each) => each.touched).map(({ says }) => says);
  return [
    {
      kind: "together",
      blocks: [
        heading("For the last question", 3),
        text(
          touched.length === 0
            ? "Striking out any one rule explained here changes no refusal, no month and no loss."
            : "There is no one right answer. What changes in this life without each rule:",
        ),
        items(touched),
      ],
    },
    ...(touched.length < tried.length
      ? [
          small(
            `Without any other rule explained here each harm stays. More: demerit ablate ${trace.persona.id}${trace.until === HORIZON ? "" : ` --until ${monthSays(trace.until)}`}.`,
          ),
        ]
      : []),
  ];
}
