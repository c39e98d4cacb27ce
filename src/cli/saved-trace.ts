import { prepare } from "../engine/prepare.ts";
import { canonicalJson } from "../load/digest.ts";
import { parseSavedTrace } from "../load/saved-trace.ts";
import type { Trace } from "../model/trace.ts";
import { reportProblems } from "../report/problems.ts";
import { loadWideText } from "../report/text/columns.ts";
import { replay } from "../replay/replay.ts";
import { CouldNotRun } from "./exit.ts";
import { readText } from "./library.ts";
import { personaKnown } from "./personas.ts";
import { styleFor } from "./terminal.ts";

/**
 * A saved trace, read and lived again: what it says must be what its own rulebook gives for its own
 * person, entry by entry. So nothing that was written into it by hand is ever drawn.
 */
export async function savedTrace(path: string, colour: boolean): Promise<Trace> {
  const { name, text } = readText(path, LARGEST_BYTES);
  // It may carry a reader's own rules, written in any script.
  await loadWideText();
  const parsed = await parseSavedTrace(text, name, personaKnown);
  if (!parsed.ok) {
    const shown = reportProblems(parsed.problems, { [name]: text }, styleFor(process.stderr, process.env, colour));
    throw new CouldNotRun(`the saved trace ${path} cannot be used:\n\n${shown}`);
  }
  const saved = parsed.value;
  const lived = replay(await prepare(saved.rulebook), saved.persona, { until: saved.until });
  if (canonicalJson(lived) !== canonicalJson(saved))
    throw new CouldNotRun(
      `the saved trace ${path} does not hold: ${firstDifference(lived, saved)}. It was changed after it was saved, or saved by another version.`,
    );
  return saved;
}

const LARGEST_BYTES = 60_000_000;

/** Where what was lived and what was saved part. */
export function firstDifference(lived: Trace, saved: Trace): string {
  const seq = lived.entries.findIndex((entry, at) => canonicalJson(entry) !== canonicalJson(saved.entries[at] ?? null));
  if (seq !== -1) return `entry #${seq} is not what its rules give`;
  return saved.entries.length > lived.entries.length
    ? `entry #${lived.entries.length} should not be there`
    : "it differs outside its entries";
}
