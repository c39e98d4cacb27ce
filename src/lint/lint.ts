import type { Problem } from "../model/problem.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { circles } from "./circles.ts";
import { idleMeasures } from "./idle-measures.ts";
import type { Check, Locator } from "./locator.ts";
import { numberNotes } from "./number-notes.ts";
import { unusedParts } from "./unused-parts.ts";

/** Every check that a rulebook is put to, beyond being readable. */
export const CHECKS: readonly Check[] = [idleMeasures, numberNotes, unusedParts, circles];

/**
 * What a careful reader would remark on a valid rulebook, in the order of its files. Most are notes;
 * a problem says that the rulebook cannot mean what it says.
 */
export function lint(rulebook: Rulebook, locate: Locator): Problem[] {
  return CHECKS.flatMap((check) => check(rulebook, locate));
}
