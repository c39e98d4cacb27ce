import { compare } from "../../analysis/questions/compare.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";
import { usableRulebook } from "../usable-rulebook.ts";

/** `demerit compare`: what a variant changes for whom, and for whom it changes nothing. A leading “+” extends the baseline. */
export async function compareCommand(
  baseline: string,
  variant: string,
  ids: readonly string[],
  options: Omit<QuestionOptions, "rulebook"> & { readonly watch?: boolean | undefined },
): Promise<number> {
  const expression = variant.startsWith("+") ? `${baseline},${variant.slice(1)}` : variant;
  if (options.watch === true) {
    if (options.format !== "text" || options.output !== undefined)
      throw new CouldNotRun("--watch shows on the screen what each save changes; leave -o and --format out");
    const { watchComparison } = await import("../watch.ts");
    return watchComparison(baseline, expression, ids, options);
  }
  const { rulebook } = await usableRulebook(expression, options.color);
  return answerQuestion(
    ids,
    { ...options, rulebook: baseline },
    { command: "compare", rulebooks: (first) => [first.id, rulebook.id] },
    ({ lab }) => compare(lab, rulebook),
  );
}
