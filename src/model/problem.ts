/** Where something is wrong. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the faulty part ends, if it is known to be on one line. */
  readonly endColumn?: number;
  /** For instance `rules[3].citations[0].source`; empty for the whole file. */
  readonly path: string;
}

/** Something wrong with an input. All of them are returned at once; nothing is thrown for bad input. */
export interface Problem {
  /** For instance `rule/unknown-fact`. */
  readonly code: string;
  readonly at: Place;
  /** What is wrong, and why it matters. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** A `note` is worth knowing and refuses nothing. */
  readonly severity: "problem" | "note";
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
