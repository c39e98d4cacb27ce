/** What a number may be, both ends included. A rule file with any other is refused, and no analysis tries one. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The length of the story, in months. */
const STORY = 120;

/** Points that one rule moves; never 0, which would be an entry that enters nothing. */
export const POINTS_MOVED: Range = { least: -1000, most: 1000 };
/** Months that something lasts. */
export const DURATION: Range = { least: 1, most: STORY };
/** Months before something takes effect. */
export const DELAY: Range = { least: 0, most: STORY };
export const OPENING_POINTS: Range = { least: 0, most: 10_000 };
/** Bounds of classes, the floor and the ceiling. */
export const SCORE: Range = { least: -100_000, most: 100_000 };

/** Constants that a fact may be compared with, by the unit of the fact; beyond them none could be met. */
export const COMPARED: Readonly<Record<"points" | "months" | "entries", Range>> = {
  points: SCORE,
  months: { least: 0, most: STORY },
  entries: { least: 0, most: 2000 },
};
