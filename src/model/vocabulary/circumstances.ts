import words from "../../../rules/words.json" with { type: "json" };

/**
 * What may be said about an invented person's circumstances: closed lists, nothing else. A persona
 * that is silent on one has `not-known` for it, a value of its own that no rule may take for guilt
 * unseen: the trace marks where it counted. (But see `unsaid`.)
 */
const CIRCUMSTANCES: Readonly<Record<CircumstanceName, CircumstanceWords>> = words.circumstances;

interface CircumstanceWords {
  readonly values: readonly string[];
  /** What a court orders or allows: before it does there is none, in every life. What it does to a life, measures say. */
  readonly ordered?: boolean;
}

export const NOT_KNOWN = "not-known";

export type CircumstanceName = keyof typeof words.circumstances;
export type Circumstances = Readonly<Record<CircumstanceName, string>>;

export const CIRCUMSTANCE_NAMES = Object.keys(CIRCUMSTANCES) as readonly CircumstanceName[];

export const ORDERED: readonly CircumstanceName[] = CIRCUMSTANCE_NAMES.filter((name) => CIRCUMSTANCES[name].ordered);

/** What holds where nothing is said of it. */
export function unsaid(name: CircumstanceName): string {
  return ORDERED.includes(name) ? "none" : NOT_KNOWN;
}

/** The values a circumstance may take, `not-known` last. */
export function valuesOf(name: CircumstanceName): readonly string[] {
  return [...CIRCUMSTANCES[name].values, NOT_KNOWN];
}
