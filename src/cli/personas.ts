import { existsSync } from "node:fs";
import { parsePersona } from "../load/persona.ts";
import { adviceFor } from "../load/suggest.ts";
import type { Persona } from "../model/persona.ts";
import { CouldNotRun } from "./exit.ts";
import { FLAGSHIP, MOST_PERSONAS, personaFile, shippedPersonas } from "./library.ts";

export const NO_IMPORT = "People are never read in: personas are fixtures of this package, drawn from closed lists. See ETHICS.md.";

/** The shipped personas of those ids; the flagship where none is named. */
export function personasNamed(ids: readonly string[]): Persona[] {
  const wanted = ids.length === 0 ? [FLAGSHIP] : ids;
  if (wanted.length > MOST_PERSONAS) throw new CouldNotRun(`${wanted.length} personas are named; at most ${MOST_PERSONAS} are replayed in one run. ${NO_IMPORT}`);
  return wanted.map(personaNamed);
}

function personaNamed(id: string): Persona {
  const known = shippedPersonas();
  if (known.includes(id)) return shippedPersona(id);
  if (id === "-" || existsSync(id) || /[/\\.]/.test(id)) throw new CouldNotRun(`“${id}” is not a persona of this package. ${NO_IMPORT}`);
  throw new CouldNotRun(`there is no persona “${id}”. ${adviceFor(id, known)}`);
}

export function shippedPersona(id: string): Persona {
  const { name, text } = personaFile(id);
  const parsed = parsePersona(text, name);
  if (parsed.ok) return parsed.value;
  const [first] = parsed.problems;
  throw new CouldNotRun(`the fixture ${name} is damaged: ${first!.message} (line ${first!.at.line})`);
}

/** The persona of that id, if the package has it. */
export function personaKnown(id: string): Persona | undefined {
  return shippedPersonas().includes(id) ? shippedPersona(id) : undefined;
}
