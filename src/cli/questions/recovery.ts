import { recovery } from "../../analysis/questions/recovery.ts";
import { unnamedLife } from "../../load/unnamed-life.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** `demerit recovery`: what an act costs, what it takes to win that back, and who never does. */
export async function recoveryCommand(ids: readonly string[], options: QuestionOptions): Promise<number> {
  return answerQuestion(ids, options, { command: "recovery" }, ({ lab, progress, rulebook }) => {
    if (rulebook.scoring === null)
      throw new CouldNotRun(`“${rulebook.id}” keeps no points, so none can be won back; try suining-2010`);
    return recovery(lab, (events) => unnamedLife(events).persona, progress);
  });
}
