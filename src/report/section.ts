/** A part of a page: a heading, and sentences, a table, or both. */
export interface Section {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly table: Table | null;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many of the first columns hold words, and stand to the left; the others hold figures. One where absent. */
  readonly words?: number;
}
