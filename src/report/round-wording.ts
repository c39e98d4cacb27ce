import type { Turn } from "../analysis/turns.ts";
import { allOf, capital, count } from "./wording.ts";

/** How many of the refusals came back round, and that the others did not. `denied`: at least one. */
export function roundSays(denied: number, turns: readonly Turn[]): string {
  const came = new Set(turns.map(({ refusal }) => refusal)).size;
  if (came === 0)
    return denied === 1 ? "The refusal led to no new listing." : "None of the refusals led to a new listing.";
  const rest = denied - came;
  const others = rest === 0 ? "" : `; the ${rest === 1 ? "other" : `other ${rest}`} led to no new listing`;
  const those = came === denied ? capital(allOf(denied, "refusal")) : `${came} of ${count(denied, "refusal")}`;
  return `${those} came back round, as a new reason for what refused${others}.`;
}
