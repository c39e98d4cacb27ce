import { parseMonth } from "../../model/story-time.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { Part } from "./part.ts";

/** A line of a timeline as its file holds it. */
export interface TimelineLine {
  readonly at: string;
  readonly event?: string | undefined;
  readonly attempt?: string | undefined;
  readonly purpose?: string | undefined;
}

/** What is wrong with one line by itself. `area` is the kind of file, for the code of the problem. */
export function happeningFaults(line: TimelineLine, path: Path, area: string): Fault[] {
  const faults: Fault[] = [];
  if ((line.event === undefined) === (line.attempt === undefined)) {
    faults.push({
      code: `${area}/unclear-line`,
      path,
      message: "A line of the timeline is one thing: an event, or an attempt on a door.",
      advice: "Give exactly one of “event” and “attempt”.",
    });
  }
  if (line.purpose !== undefined && line.attempt === undefined) {
    faults.push({
      code: `${area}/purpose-without-attempt`,
      path: [...path, "purpose"],
      message: "Only an attempt has a purpose.",
      advice: "Take “purpose” out.",
    });
  }
  return faults;
}

/** Whether a line stands after a later one. */
export function orderFaults(timeline: readonly Part<TimelineLine>[], index: number, area: string): Fault[] {
  const { value: here, path } = timeline[index]!.at("at");
  const before = timeline[index - 1]?.at("at").value;
  if (here === undefined || before === undefined || parseMonth(here)! >= parseMonth(before)!) return [];
  return [
    {
      code: `${area}/out-of-order`,
      path,
      message: `${here} stands after ${before}, but comes before it in time; lines are told in order.`,
      advice: "Move the line up.",
    },
  ];
}
