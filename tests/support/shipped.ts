import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assemble, headingOf } from "../../src/load/assemble.ts";
import { type LoadedPack, parsePack } from "../../src/load/pack.ts";
import { parsePersona } from "../../src/load/persona.ts";
import { withReadings } from "../../src/load/readings.ts";
import { parseRulebookFile } from "../../src/load/rulebook-file.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Parsed } from "../../src/model/problem.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";

const ROOT = new URL("../../", import.meta.url);

export const PACKS = ["suining-2010", "court-defaulters-2017", "everyday-consequences"] as const;
export const COMPOSITE = "suining-composite";

function text(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8");
}

/** The value, or all its problems as one error. */
export function sound<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

function pack(id: string): LoadedPack {
  return sound(parsePack(text(`rules/${id}.jsonc`), `${id}.jsonc`));
}

/** Packs put together, in that order. */
export function stacked(...ids: readonly string[]): Rulebook {
  const packs = ids.map(pack);
  return sound(assemble(headingOf(packs), packs));
}

export function composite(): Rulebook {
  const { rulebook } = sound(parseRulebookFile(text(`rules/${COMPOSITE}.jsonc`), `${COMPOSITE}.jsonc`));
  return sound(
    assemble({ id: rulebook.id, title: rulebook.title, warning: rulebook.warning }, rulebook.packs.map(pack)),
  );
}

export function answered(rulebook: Rulebook, answers: Readonly<Record<string, string>>): Rulebook {
  return sound(withReadings(rulebook, answers));
}

export function shippedPersona(id: string): Persona {
  return sound(parsePersona(text(`fixtures/personas/${id}.json`), `${id}.json`));
}

export function shippedPersonas(): Persona[] {
  const files = readdirSync(new URL("fixtures/personas/", ROOT))
    .filter((file) => file.endsWith(".json"))
    .sort();
  return files.map((file) => shippedPersona(file.replace(/\.json$/, "")));
}

/** Everything that can be replayed as it is shipped: a pack that reads classes or posts needs one that keeps them. */
export function shippedRulebooks(): Rulebook[] {
  return [
    stacked("suining-2010"),
    stacked("court-defaulters-2017"),
    stacked("suining-2010", "court-defaulters-2017"),
    composite(),
  ];
}
