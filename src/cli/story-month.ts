import { HORIZON, type Month, parseMonth } from "../model/story-time.ts";
import { CouldNotRun } from "./exit.ts";

/** The month of `--until`; the end of the ten years where it is absent. */
export function untilOf(text: string | undefined): Month {
  if (text === undefined) return HORIZON;
  const month = parseMonth(text);
  if (month === undefined)
    throw new CouldNotRun(`“${text}” is not story time; write a month from Y1-01 to Y10-12, for instance Y5-01`);
  return month;
}
