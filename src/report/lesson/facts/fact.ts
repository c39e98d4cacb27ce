import type { Evidence } from "../../../model/evidence.ts";

/**
 * A statement of the lesson, in our own words: the dossier's name of the fact, how good the source is,
 * and where it stands. What nobody could check is not stated. Private people whom sources name are not named.
 */
export interface Fact {
  readonly id: string;
  readonly says: string;
  readonly grade: Evidence;
  readonly cites: readonly string[];
}

/** A claim that is often heard, and what is known. */
export interface Myth extends Fact {
  readonly claim: string;
}
