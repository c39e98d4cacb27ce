import { compare } from "../../analysis/questions/compare.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";
import { usableRulebook } from "../usable-rulebook.ts";

/** `demerit compare`: what a variant changes for whom, and for whom it changes nothing. A leading “+” extends the baseline. */
export async function compareCommand(
  baseline: string,
  variant: string,
  ids: readonly string[],
  options: Omit<QuestionOptions, "rulebook">,
): Promise<number> {
  const expression = variant.startsWith("+") ? `${baseline},${variant.slice(1)}` : variant;
  const { rulebook } = await usableRulebook(expression, options.color);
  return answerQuestion(
    ids,
    { ...options, rulebook: baseline },
    { command: "compare", rulebooks: (first) => [first.id, rulebook.id] },
    ({ lab }) => compare(lab, rulebook),
  );
}
