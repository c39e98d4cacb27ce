import { distance } from "fastest-levenshtein";

/** A word longer than this is a sentence, not a slip of the pen, and comparing it would cost time. */
const LONGEST = 80;

/** The candidate nearest to `word`, if it is near enough (a third of its length) to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const bound = Math.max(1, Math.floor(word.length / 3));
  let best: { candidate: string; away: number } | undefined;
  for (const candidate of candidates) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away <= bound && (best === undefined || away < best.away)) best = { candidate, away };
  }
  return best?.candidate;
}

/** At most this many words are listed in an advice. */
const LISTED = 16;

/** “Did you mean …?” where one is near; else what there is to choose from. */
export function adviceFor(word: unknown, candidates: readonly string[]): string {
  const meant = typeof word === "string" ? nearest(word, candidates) : undefined;
  if (meant !== undefined) return `Did you mean “${meant}”?`;
  if (candidates.length === 0) return "There is none to choose from here.";
  const listed = candidates.slice(0, LISTED).join(", ");
  return `Choose one of: ${listed}${candidates.length > LISTED ? `, and ${candidates.length - LISTED} more` : ""}.`;
}
