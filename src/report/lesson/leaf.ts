import type { Evidence } from "../../model/evidence.ts";
import type { Picture } from "../picture/picture.ts";

/**
 * Paper for a lesson before it is laid out: what it says, where something is to be written, and
 * nothing of how it looks. A gap does not know what belongs in it, so no layout can give it away.
 */
export interface Leaf {
  readonly title: string;
  /** The title in a few words, for a tab. */
  readonly short: string;
  /** What kind of paper it is, above the title: “Worksheet, sheet 7”. */
  readonly kind: string;
  readonly notice: string;
  readonly warning: string | null;
  /** What stands at the head of its sheets, beside the title, where no part says otherwise; the kind where absent. */
  readonly running?: string;
  readonly blocks: readonly Block[];
}

/** How much room a gap gives: a letter, a figure, the number of a rule, some words. */
export type GapWidth = "letter" | "figure" | "rule" | "words";

export type Run =
  | string
  | { readonly gap: GapWidth }
  /** What belongs in a gap; in the key only. */
  | { readonly answer: string }
  | { readonly strong: string }
  | { readonly code: string }
  /** A line of its own, in small print. */
  | { readonly beneath: string }
  /** Short options to circle; `circled` in the key only. */
  | { readonly pick: readonly string[]; readonly circled: number | null }
  /** Where a statement stands, and how good that is. */
  | { readonly cites: readonly string[]; readonly grade: Evidence | null };
export type Runs = readonly Run[];

/** A row of a trace with gaps in it. */
export interface TraceRow {
  readonly month: string;
  readonly label: string;
  readonly says: string;
  readonly refused: boolean;
  readonly beneath: readonly Runs[];
  readonly points: string;
  readonly score: Runs;
  readonly class: Runs;
  readonly told: Runs;
}

export interface Option {
  readonly says: Runs;
  /** Ticked in the key; `null` on the sheet. */
  readonly ticked: boolean | null;
}

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly says: string }
  | { readonly kind: "text"; readonly says: Runs }
  | { readonly kind: "small"; readonly says: Runs }
  /** `short`: so short that two may stand beside each other. */
  | { readonly kind: "items"; readonly items: readonly Runs[]; readonly short?: true }
  /** What leads to what. */
  | { readonly kind: "links"; readonly links: readonly string[] }
  /** `figures`: the columns that hold figures, from 0; `shares`: how the width is divided, in parts. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly Runs[])[];
      readonly figures?: readonly number[];
      readonly shares?: readonly number[];
    }
  /** `told`: what the letters to be circled mean. */
  | {
      readonly kind: "trace";
      readonly rows: readonly TraceRow[];
      readonly keepsScore: boolean;
      readonly told: readonly string[];
    }
  | { readonly kind: "question"; readonly number: number; readonly says: Runs; readonly beneath: readonly Block[] }
  | { readonly kind: "options"; readonly options: readonly Option[] }
  /** Empty lines to write on; at least so many. */
  | { readonly kind: "lines"; readonly count: number }
  /** Agreement with each statement from one end to the other, to be ticked. */
  | { readonly kind: "scale"; readonly ends: readonly [string, string]; readonly statements: readonly string[] }
  /** Cut out and given to different people. */
  | { readonly kind: "cards"; readonly cards: readonly { readonly title: string; readonly blocks: readonly Block[] }[] }
  /** Not torn apart by the end of a page, where that can be helped. */
  | { readonly kind: "together"; readonly blocks: readonly Block[] }
  | { readonly kind: "picture"; readonly picture: Picture }
  /** What pictures say, for whoever does not see them; only where they are drawn. */
  | { readonly kind: "in-words"; readonly pictures: readonly Picture[] }
  /** What the keys in brackets stand for. */
  | { readonly kind: "sources"; readonly sources: readonly { readonly key: string; readonly says: string }[] }
  /** Sheets that are given to somebody else, or used at another time; they begin with a sheet of their own. */
  | Part
  | { readonly kind: "new-page" };

export interface Part {
  readonly kind: "part";
  /** Letters only. */
  readonly name: string;
  /** Whose it is, or what for: at the head of its sheets. */
  readonly says: string;
  readonly blocks: readonly Block[];
}

/** The steps of a scale. */
export const STEPS = 5;

export function heading(says: string, level: 2 | 3 = 2): Block {
  return { kind: "heading", level, says };
}

export function text(...says: Run[]): Block {
  return { kind: "text", says };
}

export function small(...says: Run[]): Block {
  return { kind: "small", says };
}

export function items(all: readonly Runs[]): Block {
  return { kind: "items", items: all };
}

/** A gap, or in the key what belongs in it. */
export function gapFor(answer: string, width: GapWidth, key: boolean): Run {
  return key ? { answer } : { gap: width };
}
