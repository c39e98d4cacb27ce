import { ablate } from "../../analysis/questions/ablate.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

/** `demerit ablate`: what each rule's absence changes, and each pair's. */
export async function ablateCommand(
  ids: readonly string[],
  options: QuestionOptions & { readonly pairs?: boolean | undefined },
): Promise<number> {
  const pairs = options.pairs === true;
  return answerQuestion(ids, options, { command: "ablate", after: pairs ? ["--pairs"] : [] }, ({ lab, progress }) =>
    ablate(lab, pairs, progress),
  );
}
