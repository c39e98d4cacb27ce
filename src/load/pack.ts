import type { Parsed } from "../model/problem.ts";
import type { NumberNote, Patch, Reading, Rule, Then, Told } from "../model/rule.ts";
import type { Class, Pack, Scoring } from "../model/rulebook.ts";
import { packFaults } from "./meaning/pack.ts";
import type { Locate } from "./place.ts";
import { readFile } from "./read.ts";
import { type PackFile, packFile, type ScoringFile } from "./schema/pack.ts";
import type { RuleFile } from "./schema/rule.ts";

/** A pack, and where each part of it stands. Paths are those of the file: `["rules", 3, "when"]`. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly locate: Locate;
}

/**
 * Reads a pack; `file` is only its name in problems. References to classes and rules are checked by
 * `assemble`, since a pack may name those of another.
 */
export function parsePack(text: string, file: string): Parsed<LoadedPack> {
  const read = readFile(text, file, "pack", packFile, packFaults);
  if (!read.ok) return read;
  return { ok: true, value: { pack: packOf(read.value.file), locate: read.value.document.locate }, notes: read.notes };
}

function packOf(file: PackFile): Pack {
  const { $schema: _schema, kind: _kind, scoring, questions, unknowns, rules, ...rest } = file;
  return {
    ...rest,
    ...(scoring === undefined ? {} : { scoring: scoringOf(scoring) }),
    questions: questions ?? {},
    unknowns: unknowns ?? [],
    rules: rules.map((rule) => ruleOf(rule, file.id)),
  } as Pack;
}

/** What a file may leave out is filled in: citations of what is invented, the purpose of an attempt, that nobody is told of a remark. */
export function ruleOf(rule: RuleFile, pack: string): Rule {
  const { id, numbers, readings, then, citations, told, toldNote, ...rest } = rule;
  return {
    id,
    pack,
    ...rest,
    then: thenOf(then),
    citations: citations ?? [],
    ...toldOf({ then, told }),
    ...(numbers === undefined ? {} : { numbers: notesOf(numbers) }),
    ...notesOf({ toldNote }),
    ...(readings === undefined ? {} : { readings: readings.map(readingOf) }),
  } as Rule;
}

export function toldOf({
  then,
  told,
}: {
  readonly then: { readonly kind: string };
  readonly told?: Told | undefined;
}): {
  readonly told: Told | undefined;
} {
  return { told: told ?? (then.kind === "remark" ? "nothing" : undefined) };
}

function scoringOf(scoring: ScoringFile): Scoring {
  const { classes, numbers, readings, ...rest } = scoring;
  return {
    ...rest,
    classes: classesOf(classes),
    numbers: notesOf(numbers ?? {}),
    ...(readings === undefined ? {} : { readings: readings.map(readingOf) }),
  } as Scoring;
}

export function classesOf(classes: ScoringFile["classes"]): readonly Class[] {
  return classes.map((band) => ({ ...band, min: band.min ?? null })) as Class[];
}

function thenOf(then: RuleFile["then"]): Then {
  return (
    then.kind === "lead" && then.attempt !== undefined ? { ...then, purpose: then.purpose ?? "none" } : then
  ) as Then;
}

type NoteFile = NonNullable<NonNullable<RuleFile["numbers"]>["points"]>;

export function notesOf<N extends string>(
  notes: Partial<Record<N, NoteFile | undefined>>,
): Partial<Record<N, NumberNote>> {
  const entries = Object.entries(notes).filter(([, note]) => note !== undefined) as [string, NoteFile][];
  const filled = entries.map(
    ([name, note]) => [name, { ...note, citations: note.citations ?? [] } as NumberNote] as const,
  );
  return Object.fromEntries(filled) as Partial<Record<N, NumberNote>>;
}

type ReadingFile<A> = Omit<Reading<A>, "citations"> & Pick<NonNullable<RuleFile["readings"]>[number], "citations">;

function readingOf<A extends Patch | null>(reading: ReadingFile<A>): Reading<A> {
  return { ...reading, citations: reading.citations ?? [] };
}
