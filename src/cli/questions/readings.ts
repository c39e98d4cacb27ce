import { questionsOf } from "../../analysis/multiverse/space.ts";
import { readings, type TooMuch } from "../../analysis/questions/readings.ts";
import { listed, whole } from "../../report/wording.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";
import { readingMany } from "../readings.ts";

/** `demerit readings`: what holds however the sources are read, and what hangs on which disagreement. */
export async function readingsCommand(ids: readonly string[], options: QuestionOptions): Promise<number> {
  return answerQuestion(
    ids,
    options,
    { command: "readings" },
    async ({ lab, progress, rulebook, asLoaded, answers }) => {
      const questions = questionsOf(rulebook, Object.keys(answers));
      if (questions.open.length === 0)
        throw new CouldNotRun(
          questions.fixed.length > 0
            ? "every open question of this rulebook has been answered, so there is nothing to be read otherwise; leave one --reading out"
            : "no rule here hangs on an open question, so there is nothing to be read otherwise; “demerit list questions” shows those of the default rulebook",
        );
      const experiment = await readings(lab, questions, readingMany(asLoaded, answers), progress);
      if (experiment.kind === "too-much") throw new CouldNotRun(tooMuchSays(experiment));
      return experiment;
    },
  );
}

function tooMuchSays({ of, questions, reached }: TooMuch): string {
  const advice = `answer some of these questions with --reading question=answer: ${listed(questions)}`;
  switch (of) {
    case "readings":
      return `there are more readings than can be counted exactly (${whole(Number.MAX_SAFE_INTEGER)}); ${advice}`;
    case "versions":
      return `so many open questions bear on one rule, or on the scoring, that it would have too many versions; ${advice}`;
    case "soundness":
      return `some readings would spoil the rulebook together, and too many combinations would have to be tried to tell which; ${advice}`;
    case "lives":
      return `so many open questions act in the life of ${reached!.persona} that more than ${whole(reached!.lives)} lives would have to be replayed; these tell of ${whole(reached!.told)} of ${whole(reached!.of)} readings. To ask of fewer, ${advice}`;
  }
}
