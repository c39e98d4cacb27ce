import type { HarmCounts } from "../outcome.ts";

/** The kinds of harm, in the order in which they are printed; never added together. */
export const HARM_KINDS = ["denied", "months", "losses"] as const satisfies readonly (keyof HarmCounts)[];
export type HarmKind = (typeof HARM_KINDS)[number];

/** What of each kind there is more of in the one than in the other. */
export function harmsLess(one: HarmCounts, other: HarmCounts): HarmCounts {
  return {
    denied: one.denied - other.denied,
    months: one.months - other.months,
    losses: one.losses - other.losses,
  };
}
