import type { Evidence } from "../evidence.ts";
import type { Citation } from "../citation.ts";

/** That there is such a thing: how good the ground is, and where it stands in the sources of the shipped packs. */
export interface Stated {
  readonly evidence: Evidence;
  readonly citations?: readonly Citation[];
}
