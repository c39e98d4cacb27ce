import type { Parsed } from "../model/problem.ts";
import type { Citable } from "./meaning/citations.ts";
import { vocabularyFaults } from "./meaning/vocabulary.ts";
import { readFile } from "./read.ts";
import { type VocabularyFile, vocabularyFile } from "./schema/vocabulary.ts";

/** Reads the file of words; `sources` are those that its words may cite. */
export function parseVocabulary(text: string, file: string, sources: Citable): Parsed<VocabularyFile> {
  const read = readFile(text, file, "words", vocabularyFile, (part) => vocabularyFaults(part, sources));
  return read.ok ? { ok: true, value: read.value.file, notes: read.notes } : read;
}
