import type { Problem } from "../model/problem.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { anyMeasure } from "./any-measure.ts";
import { circles } from "./circles.ts";
import { contested } from "./contested.ts";
import type { Engine } from "./engine.ts";
import { gaps } from "./gaps.ts";
import { idleMeasures, idlePermits } from "./idle-measures.ts";
import type { Check, Locator } from "./locator.ts";
import { neverMatches } from "./never-matches.ts";
import { notCompared } from "./not-compared.ts";
import { numberNotes } from "./number-notes.ts";
import { openDoors } from "./open-doors.ts";
import { overlaps } from "./overlaps.ts";
import { studied } from "./study.ts";
import { subsumed } from "./subsumed.ts";
import { unusedParts } from "./unused-parts.ts";

/** Every check that a rulebook is put to, beyond being readable. */
export const CHECKS: readonly Check[] = [
  idleMeasures,
  idlePermits,
  neverMatches,
  subsumed,
  overlaps,
  gaps,
  notCompared,
  numberNotes,
  contested,
  unusedParts,
  anyMeasure,
  openDoors,
  circles,
];

/**
 * What a careful reader would remark on a valid rulebook, in the order of the checks. Most are notes;
 * a problem says that the rulebook cannot mean what it says. Conditions are decided by the engine.
 */
export function lint(rulebook: Rulebook, locate: Locator, engine: Engine): Problem[] {
  const study = studied(engine);
  return CHECKS.flatMap((check) => check(rulebook, locate, study));
}
