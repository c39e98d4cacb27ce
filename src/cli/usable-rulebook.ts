import type { Memory } from "../engine/prepare.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Answers } from "../load/readings.ts";
import { loadWideText } from "../report/text/columns.ts";
import { CouldNotRun } from "./exit.ts";
import { shippedRules } from "./library.ts";
import { shippedRulebook } from "./shipped.ts";
import { styleFor } from "./terminal.ts";

/** A rulebook, and the answers about it that are known already. */
export interface UsableRulebook {
  readonly rulebook: Rulebook;
  readonly memory: Memory;
}

/** One whose open questions may have been answered otherwise. */
export interface ReadRulebook extends UsableRulebook {
  /** Before `--reading` answered any of them. */
  readonly asLoaded: Rulebook;
  readonly answers: Answers;
}

/**
 * The rulebook of an expression, with its open questions answered as `readings` (`question=answer`)
 * say. Where it has problems, all of them are shown and nothing is replayed.
 */
export async function usableRulebook(
  expression: string,
  colour: boolean,
  readings: readonly string[] = [],
): Promise<ReadRulebook> {
  const { rulebook: asLoaded, memory } = await loadedRulebook(expression, colour);
  if (readings.length === 0) return { rulebook: asLoaded, memory, asLoaded, answers: {} };
  const { answersIn, readUnder } = await import("./readings.ts");
  const answers = answersIn(readings);
  return { rulebook: readUnder(asLoaded, answers), memory, asLoaded, answers };
}

async function loadedRulebook(expression: string, colour: boolean): Promise<UsableRulebook> {
  const built = shippedRules().includes(expression) ? shippedRulebook(expression) : null;
  if (built !== null) return built;
  const { resolveRulebook } = await import("./rulebook-expression.ts");
  // A reader's own rules may be written in any script.
  await loadWideText();
  const { rulebook, problems, texts, shipped } = resolveRulebook(expression);
  if (rulebook !== null) return { rulebook, memory: memoryOf(shipped) };
  const { reportProblems } = await import("../report/problems.ts");
  const shown = reportProblems(
    problems.filter(({ severity }) => severity === "problem"),
    Object.fromEntries(texts),
    styleFor(process.stderr, process.env, colour),
  );
  throw new CouldNotRun(`the rulebook “${expression}” cannot be used:\n\n${shown}`);
}

/** What the build has asked about shipped parts: only what was edited or added need be asked anew. */
export function memoryOf(shipped: readonly string[]): Memory {
  return new Map(shipped.flatMap((id) => [...(shippedRulebook(id)?.memory ?? [])]));
}
