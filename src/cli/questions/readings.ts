import { questionsOf } from "../../analysis/multiverse/space.ts";
import { readings } from "../../analysis/questions/readings.ts";
import { CouldNotRun } from "../exit.ts";
import type { ExtentOptions } from "../extent-options.ts";
import { extentAgain, extentOf } from "../extent.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";
import { readingMany } from "../readings.ts";

/** `demerit readings`: what holds however the sources are read, and what hangs on which disagreement. */
export async function readingsCommand(
  ids: readonly string[],
  options: QuestionOptions & ExtentOptions,
): Promise<number> {
  const extent = extentOf(options);
  return answerQuestion(
    ids,
    options,
    { command: "readings", after: extentAgain(options) },
    ({ lab, progress, rulebook, asLoaded, answers }) => {
      const questions = questionsOf(rulebook, Object.keys(answers));
      if (questions.open.length === 0)
        throw new CouldNotRun(
          questions.fixed.length > 0
            ? "every open question of this rulebook has been answered, so there is nothing to be read otherwise; leave one --reading out"
            : "no rule here hangs on an open question, so there is nothing to be read otherwise; “demerit list questions” shows those of the default rulebook",
        );
      return readings(lab, questions, readingMany(asLoaded, answers), extent, progress);
    },
  );
}
