import { combinations, questionsOf } from "../../analysis/multiverse/space.ts";
import { MOST_READINGS, readings } from "../../analysis/questions/readings.ts";
import { whole } from "../../report/wording.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";
import { readingMany } from "../readings.ts";

/** `demerit readings`: what holds however the sources are read, and what hangs on which disagreement. */
export async function readingsCommand(ids: readonly string[], options: QuestionOptions): Promise<number> {
  return answerQuestion(ids, options, { command: "readings" }, ({ lab, progress, rulebook, asLoaded, answers }) => {
    const questions = questionsOf(rulebook, Object.keys(answers));
    if (questions.open.length === 0)
      throw new CouldNotRun(
        questions.fixed.length > 0
          ? "every open question of this rulebook has been answered, so there is nothing to be read otherwise; leave one --reading out"
          : "no rule here hangs on an open question, so there is nothing to be read otherwise; “demerit list questions” shows those of the default rulebook",
      );
    const of = combinations(questions.open);
    if (of > MOST_READINGS)
      throw new CouldNotRun(
        `the open questions can be answered in ${whole(of)} ways together, and at most ${whole(MOST_READINGS)} are lived under; answer some of them with --reading`,
      );
    return readings(lab, questions, readingMany(asLoaded, answers), progress);
  });
}
