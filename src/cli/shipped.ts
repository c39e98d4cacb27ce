import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Memory } from "../engine/prepare.ts";
import type { Persona } from "../model/persona.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Verdict } from "../model/verdict.ts";
import { personaFile, rulesFile } from "./library.ts";

/**
 * What the build has worked out of the shipped files, by the very functions that would do it now:
 * the rulebook as loaded, the answers of json-rules-engine to every question about it, the personas.
 * Each stands beside the digests of the files it was made from, and is used only while they are the
 * same; else everything is read and asked anew.
 */
export interface ShippedRulebook {
  readonly files: Readonly<Record<string, string>>;
  readonly rulebook: Rulebook;
  /** By condition text; each verdict as `[matched, holds, decisive]`. */
  readonly verdicts: readonly (readonly [string, readonly PackedVerdict[]])[];
}

export type PackedVerdict = readonly [matched: 0 | 1, holds: readonly (0 | 1)[], decisive: readonly number[]];

export interface ShippedPersona {
  readonly file: string;
  readonly persona: Persona;
}

/** Where the build leaves it, beside the bundled command. */
const FOLDER = new URL("shipped/", import.meta.url);

export function fileDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The rulebook of a shipped id and its verdicts, if the build has them and the files are unchanged. */
export function shippedRulebook(id: string): { rulebook: Rulebook; memory: Memory } | null {
  const shipped = read<ShippedRulebook>(`${id}.rulebook.json`);
  if (shipped === null) return null;
  const unchanged = Object.entries(shipped.files).every(
    ([file, digest]) => fileDigest(rulesFile(file).text) === digest,
  );
  return unchanged
    ? {
        rulebook: shipped.rulebook,
        memory: new Map(shipped.verdicts.map(([key, verdicts]) => [key, verdicts.map(unpacked)])),
      }
    : null;
}

/** A shipped persona, if the build has it and its file is unchanged. */
export function shippedPersonaBuilt(id: string): Persona | null {
  const built = read<Readonly<Record<string, ShippedPersona>>>("personas.json")?.[id];
  return built !== undefined && built.file === fileDigest(personaFile(id).text) ? built.persona : null;
}

export function packed({ matched, holds, decisive }: Verdict): PackedVerdict {
  return [matched ? 1 : 0, holds.map((each) => (each ? 1 : 0)), decisive];
}

function unpacked([matched, holds, decisive]: PackedVerdict): Verdict {
  return { matched: matched === 1, holds: holds.map((each) => each === 1), decisive };
}

function read<T>(name: string): T | null {
  const file = fileURLToPath(new URL(name, FOLDER));
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}
