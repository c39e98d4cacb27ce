import { mutate } from "../../analysis/questions/mutate.ts";
import { MOST_CELLS } from "../../engine/cells.ts";
import { questionsOf } from "../../engine/prepare.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** `demerit mutate`: which numbers and comparisons make a difference to anybody, and which do not. */
export function mutateCommand(ids: readonly string[], options: QuestionOptions): Promise<number> {
  return answerQuestion(ids, options, { command: "mutate" }, ({ lab, progress }) =>
    mutate(lab, (rule, rulebook) => questionsOf(rule, rulebook) <= MOST_CELLS, progress),
  );
}
