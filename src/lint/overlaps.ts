import type { Problem } from "../model/problem.ts";
import type { PreparedRule } from "../model/verdict.ts";
import { type Check, type Locator, note } from "./locator.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { addsUp } from "./same-effect.ts";
import { idleOf } from "./subsumed.ts";
import { caseSays, listed } from "./wording.ts";

/** Rules whose effects add up, and that can match at the same moment. Those of which any two can are named together. */
export const overlaps: Check = (_, locate, study) => {
  let left = pairsOf(study).filter(
    (pair) =>
      pair.comparison?.atOnce !== undefined &&
      addsUp(pair.first.rule.then, pair.second.rule.then) &&
      // That one of them adds nothing is said elsewhere.
      idleOf(pair, study) === undefined,
  );
  const problems: Problem[] = [];
  for (let [next] = left; next !== undefined; [next] = left) {
    const together = anyTwoOf(next, left);
    const said = left.filter(({ first, second }) => together.includes(first) && together.includes(second));
    problems.push(overlap(next, together, locate));
    left = left.filter((pair) => !said.includes(pair));
  }
  return problems;
};

/** The rules of a pair, and each further one that overlaps with all those before it. */
function anyTwoOf({ first, second }: Pair, pairs: readonly Pair[]): PreparedRule[] {
  const together = [first, second];
  for (const { first: one, second: rule } of pairs)
    if (
      one === first &&
      !together.includes(rule) &&
      together.every((each) => pairs.some((pair) => pair.first === each && pair.second === rule))
    )
      together.push(rule);
  return together;
}

function overlap({ first, second, comparison }: Pair, together: readonly PreparedRule[], locate: Locator): Problem {
  const { then, id } = first.rule;
  const other = second.rule.id;
  const { firstAlone, secondAlone, atOnce } = comparison!;
  const when =
    together.length > 2
      ? `Any two of ${listed(together.map(({ rule }) => rule.id))} can match together`
      : firstAlone && secondAlone
        ? `${id} and ${other} can both match, for instance ${caseSays(atOnce!, [first, second])}`
        : firstAlone
          ? `Whenever ${other} matches, so does ${id}`
          : secondAlone
            ? `Whenever ${id} matches, so does ${other}`
            : `${id} and ${other} always match together`;
  const what =
    then.kind === "post"
      ? "one act is then entered more than once"
      : then.kind === "enlist"
        ? "there are then several grounds for one listing, each with its own term"
        : "what they lead to then happens more than once";
  return note(
    "overlap",
    locate(id, ["when"]),
    `${when}: ${what}.`,
    "If that is not meant, let their conditions exclude each other; if it is, nothing needs to be done.",
  );
}
