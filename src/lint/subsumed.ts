import type { PreparedRule } from "../model/verdict.ts";
import { answersAnyMeasure } from "./any-measure.ts";
import { type Check, note } from "./locator.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { isContained } from "./same-effect.ts";
import type { Study } from "./study.ts";

/** Rules that add nothing: whenever they match, another does the same and more. */
export const subsumed: Check = (_, locate, study) => {
  const idle = pairsOf(study).flatMap((pair) => idleOf(pair, study) ?? []);
  return [...new Set(idle.map(({ rule }) => rule))].map((rule) => {
    const { by, alike } = idle.find((each) => each.rule === rule)!;
    const { id, then } = rule.rule;
    const same =
      then.kind === "measure"
        ? "does the same to the same doors"
        : then.kind === "lead"
          ? "leads to the same"
          : "does the same";
    const beside = then.kind === "lead" ? " beside one more cause" : "";
    return note(
      "adds-nothing",
      locate(id, ["when"]),
      `${alike ? `${by.rule.id} matches in exactly the same cases` : `Whenever ${id} matches, so does ${by.rule.id}`} and ${same}: ${id} adds nothing${beside}.`,
      "Take it out, or let it say what it adds.",
    );
  });
};

interface Idle {
  readonly rule: PreparedRule;
  readonly by: PreparedRule;
  /** Whether both match in the same cases. */
  readonly alike: boolean;
}

/** Which of two rules adds nothing to the other; where neither adds to the other, the second. */
export function idleOf({ first, second, comparison }: Pair, study: Study): Idle | undefined {
  if (comparison === null) return undefined;
  const { firstAlone, secondAlone } = comparison;
  if ([first, second].some((rule) => isEndedByName(rule, study))) return undefined;
  const alike = !firstAlone && !secondAlone;
  if (!secondAlone && isContained(second.rule, first.rule) && !isReadByName(second, study))
    return { rule: second, by: first, alike };
  if (!firstAlone && isContained(first.rule, second.rule) && !isReadByName(first, study))
    return { rule: first, by: second, alike };
  return undefined;
}

/** What a rule put on a list may be ended apart from what others put there. */
function isEndedByName({ rule: { id } }: PreparedRule, study: Study): boolean {
  return study.able.some(({ rule: { then } }) => then.kind === "delist" && then.ground === id);
}

/** A measure that another rule asks for is not idle, whatever else closes its doors. */
function isReadByName({ rule: { id, then } }: PreparedRule, study: Study): boolean {
  return (
    then.kind === "measure" &&
    study.able.some(
      (other) =>
        answersAnyMeasure(other, study) ||
        other.leaves.some(
          ({ fact, value }) => (fact === "measure" || fact === "measures") && [value].flat().includes(id),
        ),
    )
  );
}
