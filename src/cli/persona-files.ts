import { parsePersona } from "../load/persona.ts";
import type { Persona } from "../model/persona.ts";
import { CouldNotRun } from "./exit.ts";
import { personaFile } from "./library.ts";

/** A shipped persona, read from its file. */
export function parsedPersona(id: string): Persona {
  const { name, text } = personaFile(id);
  const parsed = parsePersona(text, name);
  if (parsed.ok) return parsed.value;
  const [first] = parsed.problems;
  throw new CouldNotRun(`the fixture ${name} is damaged: ${first!.message} (line ${first!.at.line})`);
}
