import type { Rulebook } from "../model/rulebook.ts";
import { reportProblems } from "../report/problems.ts";
import { CouldNotRun } from "./exit.ts";
import { resolveRulebook } from "./rulebook-expression.ts";
import { usesColour } from "./terminal.ts";

/** The rulebook of an expression; where it has problems, all of them are shown and nothing is replayed. */
export function usableRulebook(expression: string, colour: boolean): Rulebook {
  const { rulebook, problems, texts } = resolveRulebook(expression);
  if (rulebook !== null) return rulebook;
  const shown = reportProblems(problems.filter(({ severity }) => severity === "problem"), Object.fromEntries(texts), { color: usesColour(process.stderr, process.env, colour) });
  throw new CouldNotRun(`the rulebook “${expression}” cannot be used:\n\n${shown}`);
}
