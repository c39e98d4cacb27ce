import type { View } from "../analysis/readers.ts";
import type { Parts } from "../analysis/parts.ts";
import type { Powers } from "../analysis/powers.ts";
import type { ByEvidence } from "../analysis/by-evidence.ts";
import type { FixtureDecision } from "../model/decision.ts";
import type { Trace } from "../model/trace.ts";
import type { Style } from "./text/style.ts";

/** A trace, and what is shown beside it without being part of it. */
export interface Exhibit {
  readonly trace: Trace;
  /** The sentence beside the persona; `null` where there is none. */
  readonly exposes: { readonly title: string; readonly exposes: string } | null;
  /** What the decisions in the fixture rest on; none where nobody has written of them. */
  readonly decisions?: readonly FixtureDecision[];
  /** How good the ground of each harm is, and what would be left without the weak; `null` where that was not asked. */
  readonly byEvidence: ByEvidence | null;
  /** What each part of a composite does alone; absent where that was not asked, `null` where there are no parts. */
  readonly parts?: Parts | null;
  /** What would be left where somebody used a power; absent where that was not asked. */
  readonly powers?: Powers;
}

export interface FormatOptions {
  readonly view: View;
  /** Every entry, every rule consulted, and where in its source each rule stands; else a summary of them. */
  readonly full: boolean;
  /** For formats that are read in a terminal. */
  readonly style: Style;
}

/** Draws exhibits, each by itself and in the order given; people are never set against each other. */
export type Format = (exhibits: readonly Exhibit[], options: FormatOptions) => string;

/** Formats that print the ledger, and so want to know what would be left without weak evidence. */
export const PRINTS_LEDGER: readonly string[] = ["text", "markdown"];
