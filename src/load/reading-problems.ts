import type { Problem } from "../model/problem.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Fault } from "./fault.ts";
import { pathText } from "./place.ts";
import { adviceFor } from "./suggest.ts";

/** What is wrong with answering one question of a rulebook so. `spent`: questions whose answer in force is a reading already. */
export function answerProblems(
  { questions }: Rulebook,
  question: string,
  label: string,
  spent: ReadonlySet<string>,
): Problem[] {
  const asked = Object.hasOwn(questions, question) ? questions[question]! : undefined;
  if (asked === undefined) {
    return [
      problem(
        "readings/unknown-question",
        question,
        `The rulebook asks no question “${question}”.`,
        adviceFor(question, Object.keys(questions)),
      ),
    ];
  }
  if (!Object.hasOwn(asked.answers, label)) {
    return [
      problem(
        "readings/unknown-answer",
        question,
        `“${label}” is no answer to “${question}”.`,
        adviceFor(label, Object.keys(asked.answers)),
      ),
    ];
  }
  if (label !== asked.default && spent.has(question)) {
    return [
      problem(
        "readings/already-answered",
        question,
        `“${question}” has been answered “${asked.default}” before, and what stood there is gone.`,
        "Give all answers at once, to the rulebook as it was loaded.",
      ),
    ];
  }
  return [];
}

/** A fault that several readings together make, each being right alone. `of`: the rule, or the scoring. */
export function resultProblem({ code, path, message, advice }: Fault, of: string, rulebook: Rulebook): Problem {
  return problem(code, `${of} ${pathText(path)}`, message, advice, rulebook.id);
}

function problem(code: string, path: string, message: string, advice: string, file = "readings"): Problem {
  return { code, at: { file, line: 1, column: 1, path }, message, advice, severity: "problem" };
}
