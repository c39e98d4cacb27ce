import type { Parsed } from "../model/problem.ts";
import type { NumberNote, Rule, RuleId, Then, Told } from "../model/rule.ts";
import type { Class, Pack, Question, Scoring } from "../model/rulebook.ts";
import { readingsIn, type ReadingsIn, withDefaults } from "./answers.ts";
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
  const { file: pack, document } = read.value;
  const readings = readingsIn(pack.questions, pack.rules);
  return {
    ok: true,
    value: { pack: packOf(pack, readings), locate: locateWithReadings(pack, readings, document.locate) },
    notes: read.notes,
  };
}

function packOf(file: PackFile, readings: ReadingsIn): Pack {
  const { $schema: _schema, kind: _kind, defaults, scoring, questions, unknowns, rules, ...rest } = file;
  const ofRule = (id: RuleId): Pick<Rule, "readings"> => {
    const placed = readings.rules.get(id);
    return placed === undefined ? {} : { readings: placed.map(({ reading }) => reading) };
  };
  return {
    ...rest,
    ...(scoring === undefined ? {} : { scoring: { ...scoringOf(scoring), ...ofScoring(readings) } }),
    questions: Object.fromEntries(
      Object.entries(questions ?? {}).map(([name, question]) => [name, { ...question, answers: saidBy(question) }]),
    ),
    unknowns: unknowns ?? [],
    rules: rules.map((rule) => ({ ...ruleOf(withDefaults(rule, defaults), file.id), ...ofRule(rule.id) })),
  } as Pack;
}

function ofScoring({ scoring }: ReadingsIn): Pick<Scoring, "readings"> {
  return scoring.length === 0 ? {} : { readings: scoring.map(({ reading }) => reading) };
}

function saidBy({ answers }: NonNullable<PackFile["questions"]>[string]): Question["answers"] {
  return Object.fromEntries(Object.entries(answers).map(([label, { says }]) => [label, says]));
}

/** The readings of a rule stand at the questions to which they belong. */
function locateWithReadings({ rules }: PackFile, readings: ReadingsIn, locate: Locate): Locate {
  return (path, on) => {
    const at = path.indexOf("readings");
    const placed = path[0] === "scoring" ? readings.scoring : readings.rules.get(rules[Number(path[1])]?.id ?? "");
    const origin = at < 0 ? undefined : placed?.[Number(path[at + 1])]?.path;
    if (origin === undefined) return locate(path, on);
    const [part, ...below] = path.slice(at + 2);
    return locate(part === "amend" ? [...origin, ...below] : origin, on);
  };
}

/** What a file may leave out is filled in: citations of what is invented, the purpose of an attempt, that nobody is told of a remark. */
export function ruleOf(rule: RuleFile, pack: string): Rule {
  const { id, numbers, then, citations, told, toldNote, ...rest } = rule;
  return {
    id,
    pack,
    ...rest,
    then: thenOf(then),
    citations: citations ?? [],
    ...toldOf({ then, told }),
    ...(numbers === undefined ? {} : { numbers: notesOf(numbers) }),
    ...notesOf({ toldNote }),
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
  const { classes, numbers, ...rest } = scoring;
  return {
    ...rest,
    classes: classesOf(classes),
    numbers: notesOf(numbers ?? {}),
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
