import { coverage } from "../../analysis/questions/coverage.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** `demerit coverage`: which rules, comparisons, doors and events the lives reach. */
export async function coverageCommand(ids: readonly string[], options: QuestionOptions): Promise<number> {
  return answerQuestion(ids, options, { command: "coverage" }, ({ lab, progress }) => coverage(lab, progress));
}
