import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import type { PersonaFile } from "../schema/persona.ts";
import type { Part } from "./part.ts";
import { happeningFaults, orderFaults } from "./timeline.ts";

type Line = PersonaFile["timeline"][number];

/** What is wrong with a timeline, line by line. */
export function personaFaults(persona: Part<PersonaFile>): Fault[] {
  const timeline = persona.at("timeline").each();
  return timeline.flatMap(({ value, path }, index) =>
    value === undefined ? [] : [...lineFaults(value, index, path), ...orderFaults(timeline, index, "persona")],
  );
}

function lineFaults(line: Line, index: number, path: Path): Fault[] {
  const faults = happeningFaults(line, path, "persona");
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
