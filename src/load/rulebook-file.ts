import type { Parsed } from "../model/problem.ts";
import { isWarned, LIVED_BY_NOBODY } from "./composite.ts";
import type { Fault } from "./fault.ts";
import type { Part } from "./meaning/part.ts";
import type { Locate } from "./place.ts";
import { readFile } from "./read.ts";
import { rulebookFile } from "./schema/rulebook.ts";

/** Which packs are replayed together, by id, in order. */
export interface RulebookFile {
  readonly id: string;
  readonly title: string;
  /** What a composite must say of itself; `null` for a single pack. */
  readonly warning: string | null;
  readonly packs: readonly string[];
}

export interface LoadedRulebookFile {
  readonly rulebook: RulebookFile;
  /** `locate(["packs", 1])` is where the second pack is named. */
  readonly locate: Locate;
}

/** Reads a rulebook file. Whether its packs exist is for the caller to say, who has them. */
export function parseRulebookFile(text: string, file: string): Parsed<LoadedRulebookFile> {
  const read = readFile(text, file, "rulebook", rulebookFile, rulebookFaults);
  if (!read.ok) return read;
  const { id, title, warning, packs } = read.value.file;
  return {
    ok: true,
    value: { rulebook: { id, title, warning, packs }, locate: read.value.document.locate },
    notes: read.notes,
  };
}

function rulebookFaults(file: Part<Omit<RulebookFile, "id" | "title">>): Fault[] {
  const [packs, warning] = [file.at("packs").value, file.at("warning")];
  if (packs === undefined) return [];
  const faults: Fault[] = packs.flatMap((pack, index) =>
    packs.indexOf(pack) === index
      ? []
      : [
          {
            code: "rulebook/pack-twice",
            path: ["packs", index],
            message: `“${pack}” is named twice, and its rules would act twice.`,
            advice: "Name it once.",
          },
        ],
  );
  if (warning.isSound && !isWarned(packs.length, warning.value ?? null)) {
    faults.push({
      code: "rulebook/no-warning",
      path: ["warning"],
      message: "Packs from different places and years are put together here, and a reader must be told.",
      advice: `Say in “warning”, in these words, that ${LIVED_BY_NOBODY}.`,
    });
  }
  return faults;
}
