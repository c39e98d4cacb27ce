import { parseMonth } from "../../model/story-time.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { PersonaFile } from "../schema/persona.ts";

type Line = PersonaFile["timeline"][number];

/** What is wrong with a timeline, line by line, where the shape is right. */
export function personaFaults(persona: PersonaFile, sound: (path: Path) => boolean): Fault[] {
  const timeline = Array.isArray(persona.timeline) ? persona.timeline : [];
  return timeline.flatMap((line, index) => {
    const path = ["timeline", index];
    return sound(path) ? [...lineFaults(line, index, path), ...orderFaults(timeline, index, path)] : [];
  });
}

function lineFaults(line: Line, index: number, path: Path): Fault[] {
  const faults: Fault[] = [];
  if ((line.event === undefined) === (line.attempt === undefined)) {
    faults.push({
      code: "persona/unclear-line",
      path,
      message: "A line of the timeline is one thing: an event, or an attempt on a door.",
      advice: "Give exactly one of “event” and “attempt”.",
    });
  }
  if (line.purpose !== undefined && line.attempt === undefined) {
    faults.push({
      code: "persona/purpose-without-attempt",
      path: [...path, "purpose"],
      message: "Only an attempt has a purpose.",
      advice: "Take “purpose” out.",
    });
  }
  if (line.occasionedBy !== undefined && line.occasionedBy > index) {
    faults.push({
      code: "persona/occasioned-by-later",
      path: [...path, "occasionedBy"],
      message: `Line ${index + 1} cannot have been occasioned by line ${line.occasionedBy}, which does not stand before it.`,
      advice: index === 0 ? "Take “occasionedBy” out." : `Name a line from 1 to ${index}.`,
    });
  }
  return faults;
}

function orderFaults(timeline: readonly Line[], index: number, path: Path): Fault[] {
  const here = parseMonth(timeline[index]!.at);
  const before = timeline[index - 1]?.at;
  const earlier = typeof before === "string" ? parseMonth(before) : undefined;
  if (here === undefined || earlier === undefined || here >= earlier) return [];
  return [
    {
      code: "persona/out-of-order",
      path: [...path, "at"],
      message: `${timeline[index]!.at} stands after ${before}, but comes before it in time; lines are told in order.`,
      advice: "Move the line up.",
    },
  ];
}
