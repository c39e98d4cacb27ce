import { existsSync } from "node:fs";
import { LARGEST_SEED, seedOfId } from "../load/seed.ts";
import { adviceFor } from "../load/suggest.ts";
import type { Persona } from "../model/persona.ts";
import { CouldNotRun } from "./exit.ts";
import { catalogue, type Catalogued, FLAGSHIP, MOST_PERSONAS, shippedPersonas } from "./library.ts";
import { shippedPersonaBuilt } from "./shipped.ts";

export const NO_IMPORT =
  "People are never read in: personas are fixtures of this package, drawn from closed lists. See ETHICS.md.";

/** The shipped or drawn personas of those ids; the flagship where none is named. */
export async function personasNamed(ids: readonly string[]): Promise<Persona[]> {
  const wanted = ids.length === 0 ? [FLAGSHIP] : ids;
  if (wanted.length > MOST_PERSONAS)
    throw new CouldNotRun(
      `${wanted.length} personas are named; at most ${MOST_PERSONAS} are replayed in one run. ${NO_IMPORT}`,
    );
  return Promise.all(wanted.map(personaNamed));
}

async function personaNamed(id: string): Promise<Persona> {
  const known = await personaKnown(id);
  if (known !== undefined) return known;
  if (id === "-" || existsSync(id) || /[/\\.]/.test(id))
    throw new CouldNotRun(`“${id}” is not a persona of this package. ${NO_IMPORT}`);
  if (id.startsWith("seed-"))
    throw new CouldNotRun(
      `“${id}” draws nobody; behind “seed-” stands a whole number from 0 to ${LARGEST_SEED}, for instance seed-7`,
    );
  throw new CouldNotRun(`there is no persona “${id}”. ${adviceFor(id, shippedPersonas())} ${NO_IMPORT}`);
}

/** A shipped persona, as the build has read it, or from its file. */
export async function shippedPersona(id: string): Promise<Persona> {
  return shippedPersonaBuilt(id) ?? (await import("./persona-files.ts")).parsedPersona(id);
}

/** The persona of that id, if the package has it or can draw it: `seed-7` is the one drawn from seed 7. */
export async function personaKnown(id: string): Promise<Persona | undefined> {
  const seed = seedOfId(id);
  if (seed !== undefined) return (await import("../load/draw.ts")).drawPersona(seed);
  return shippedPersonas().includes(id) ? shippedPersona(id) : undefined;
}

/** The title and the sentence that stand beside a persona; a drawn one is said to be drawn. */
export function besideOf(id: string): Catalogued | null {
  const seed = seedOfId(id);
  if (seed === undefined) return catalogue()[id] ?? null;
  return {
    title: `drawn from seed ${seed}`,
    exposes: `Nobody's choice: drawn from seed ${seed} over the closed lists. What this life shows is up to chance.`,
  };
}
