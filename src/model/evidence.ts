/**
 * How far a statement stands from a text, strongest first.
 *
 * - `documented`: an official text, or a scholar's own page, was seen saying so;
 * - `reported`: the press or a secondary essay says so;
 * - `contested`: sources disagree, and all readings are kept;
 * - `inferred`: ours, joining sources;
 * - `invented`: ours, for the exhibit.
 */
export const EVIDENCE = ["documented", "reported", "contested", "inferred", "invented"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** One sentence for each level, printed beside the ledger and in the help. */
export const EVIDENCE_MEANS: Readonly<Record<Evidence, string>> = {
  documented: "an official text or a scholar's own page was seen saying so",
  reported: "the press or a secondary essay says so",
  contested: "sources disagree; every reading is kept",
  inferred: "ours, joining sources",
  invented: "ours, made up for the exhibit",
};

/** The weaker of several levels; `documented` for none. */
export function weakest(levels: readonly Evidence[]): Evidence {
  return EVIDENCE[Math.max(0, ...levels.map((level) => EVIDENCE.indexOf(level)))]!;
}
