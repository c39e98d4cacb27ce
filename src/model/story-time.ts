/**
 * Story time: months counted from the start of the story, printed `Y3-07`. It is never a calendar
 * date, so that no record of a real life fits. 0 is `Y1-01`.
 */
export type Month = number;

/** Ten story years; nothing happens after `Y10-12`. */
export const HORIZON: Month = 119;

/** `Y<year>-<month>` with years 1 to 10 and months 01 to 12. */
export const STORY_TIME_PATTERN = /^Y([1-9]|10)-(0[1-9]|1[0-2])$/;

/** The month that `text` names, or `undefined` where it is not story time within the ten years. */
export function parseMonth(text: string): Month | undefined {
  const match = STORY_TIME_PATTERN.exec(text);
  return match === null ? undefined : (Number(match[1]) - 1) * 12 + Number(match[2]) - 1;
}

export function printMonth(month: Month): string {
  return `Y${Math.floor(month / 12) + 1}-${String((month % 12) + 1).padStart(2, "0")}`;
}
