import type { Scoring } from "../../src/model/rulebook.ts";

/**
 * Whether two numbers of a scoring, each within its own range, also go together: classes begin in
 * falling order, and the opening lies between the floor and the ceiling.
 */
export function goTogether(scoring: Scoring | null): boolean {
  if (scoring === null) return true;
  const { classes, opening, floor = opening, ceiling = opening } = scoring;
  return (
    floor <= opening &&
    opening <= ceiling &&
    classes.every(({ min }, at) => at === 0 || min === null || min < classes[at - 1]!.min!)
  );
}
