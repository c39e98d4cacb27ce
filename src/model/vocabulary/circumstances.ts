/**
 * What may be said about an invented person's circumstances: closed lists, nothing else. A persona
 * that is silent on one has `not-known` for it, a value of its own that no rule may take for guilt
 * unseen: the trace marks where it counted. (But see `unsaid`.)
 */
export const CIRCUMSTANCES = {
  work: ["employed", "self-employed", "unemployed", "student", "official", "none"],
  "work-travel": ["local", "distant"],
  hours: ["full", "short"],
  savings: ["none", "some"],
  debt: ["none", "instalments", "overdue", "settled", "paid"],
  settlement: ["none", "standing", "broken"],
  /** The spending limit that a listing makes compulsory. */
  limit: ["none", "standing", "lifted"],
  permission: ["none", "granted", "refused"],
  /** A room near a distant place of work. */
  lodging: ["not-tried", "tried"],
  "dear-loan": ["none", "running"],
  trade: ["none", "open", "closed"],
  partners: ["kept", "withdrawn"],
  "supplier-credit": ["none", "kept", "withdrawn"],
  schooling: ["none", "public", "private"],
  friends: ["kept", "withdrawn"],
  parents: ["none", "supported", "disputed"],
  father: ["none", "not-listed", "listed"],
  tenancy: ["kept", "lost"],
} as const;

export const NOT_KNOWN = "not-known";

export type CircumstanceName = keyof typeof CIRCUMSTANCES;
export type Circumstances = Readonly<Record<CircumstanceName, string>>;

export const CIRCUMSTANCE_NAMES = Object.keys(CIRCUMSTANCES) as readonly CircumstanceName[];

/** What a court orders or allows: before it does there is none, in every life. What it does to a life, measures say. */
export const ORDERED: readonly CircumstanceName[] = ["limit", "permission"];

/** What holds where nothing is said of it. */
export function unsaid(name: CircumstanceName): string {
  return ORDERED.includes(name) ? "none" : NOT_KNOWN;
}

/** The values a circumstance may take, `not-known` last. */
export function valuesOf(name: CircumstanceName): readonly string[] {
  return [...CIRCUMSTANCES[name], NOT_KNOWN];
}
