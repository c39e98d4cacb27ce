import type { Memory } from "../engine/prepare.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { loadWideText } from "../report/text/columns.ts";
import { CouldNotRun } from "./exit.ts";
import { shippedRules } from "./library.ts";
import { shippedRulebook } from "./shipped.ts";
import { usesColour } from "./terminal.ts";

/** A rulebook, and the answers about it that are known already. */
export interface UsableRulebook {
  readonly rulebook: Rulebook;
  readonly memory: Memory;
}

/** The rulebook of an expression; where it has problems, all of them are shown and nothing is replayed. */
export async function usableRulebook(expression: string, colour: boolean): Promise<UsableRulebook> {
  const built = shippedRules().includes(expression) ? shippedRulebook(expression) : null;
  if (built !== null) return built;
  const { resolveRulebook } = await import("./rulebook-expression.ts");
  // A reader's own rules may be written in any script.
  await loadWideText();
  const { rulebook, problems, texts } = resolveRulebook(expression);
  if (rulebook !== null) return { rulebook, memory: new Map() };
  const { reportProblems } = await import("../report/problems.ts");
  const shown = reportProblems(
    problems.filter(({ severity }) => severity === "problem"),
    Object.fromEntries(texts),
    { color: usesColour(process.stderr, process.env, colour) },
  );
  throw new CouldNotRun(`the rulebook “${expression}” cannot be used:\n\n${shown}`);
}
