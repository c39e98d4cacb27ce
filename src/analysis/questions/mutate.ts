import type { RuleId } from "../../model/rule.ts";
import { changeFor, type Experiment, experimentOn, type PersonaChange, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { fateOf, HARM_KINDS, type HarmCounts, type Harms } from "../outcome.ts";
import { type Candidate, type Fits, type Mutant, type MutantKind, mutantsOf } from "../mutation/mutants.ts";

/** What single small changes of a rulebook change for these people. */
export interface Mutation extends Experiment<"mutation"> {
  /** Those that are rulebooks, in rulebook order, as far as they were tried. */
  readonly mutants: readonly TriedMutant[];
  /** Those that were not tried: a number outside its range, or no rulebook any more. */
  readonly skipped: readonly { readonly mutant: Mutant; readonly why: "outside-range" | "no-rulebook" }[];
  /** Rules that match in at least one of these lives as they are, in rulebook order. */
  readonly acting: readonly RuleId[];
  /** In rulebook order, the scoring first; without those of which nothing was tried. */
  readonly scores: readonly Score[];
  /** Every number of which at least one nudge was tried, in rulebook order. */
  readonly numbers: readonly NudgedNumber[];
}

export interface TriedMutant {
  readonly mutant: Mutant;
  /** For whom more than points changes, in the order of the personas. */
  readonly changed: readonly ChangedLife[];
  /** For whom nothing but points does. */
  readonly pointsOnly: readonly string[];
}

export interface ChangedLife {
  readonly persona: string;
  /** Harms that vanish and harms that appear; none of either where only a class, checks, priority or one of several doors changes. */
  readonly gone: HarmCounts;
  readonly fresh: HarmCounts;
}

/** In what way a life changes: harms more or fewer, the same harms in other months, or none but something else. */
export function mannerOf({ gone, fresh }: ChangedLife): "harms" | "months-moved" | "beside" {
  if (HARM_KINDS.some((kind) => gone[kind] !== fresh[kind])) return "harms";
  return HARM_KINDS.some((kind) => gone[kind] > 0) ? "months-moved" : "beside";
}

/** What a mutant comes to for all of these people together. */
export type MutantEffect = "life" | "points" | "nothing";

export function effectOf({ changed, pointsOnly }: TriedMutant): MutantEffect {
  return changed.length > 0 ? "life" : pointsOnly.length > 0 ? "points" : "nothing";
}

export async function mutate(lab: Lab, fits: Fits, progress: Progress): Promise<Mutation> {
  const lives = await lab.baseline();
  const before = lives.map(({ outcome }) => outcome);
  const candidates = mutantsOf(lab.rulebook, fits);
  const rulebooks = candidates.flatMap(({ mutant, variant }) =>
    typeof variant === "string" ? [] : [{ mutant, variant }],
  );
  const mutants: TriedMutant[] = [];
  let goesOn = true;
  for (const { mutant, variant } of rulebooks) {
    goesOn = await progress(mutants.length, rulebooks.length);
    if (!goesOn) break;
    const after = await lab.under(variant);
    const changes = after.flatMap(({ outcome }, at) => changeFor(lab.personas[at]!.id, before[at]!, outcome) ?? []);
    const fates = new Map(lab.personas.map(({ id }, at) => [id, fateOf(before[at]!)]));
    const alters = ({ persona, outcome }: PersonaChange): boolean => fateOf(outcome) !== fates.get(persona);
    mutants.push({
      mutant,
      changed: changes.filter(alters).map(changedLife),
      pointsOnly: changes.filter((change) => !alters(change)).map(({ persona }) => persona),
    });
  }
  return {
    ...experimentOn("mutation", lab, before, {
      variants: mutants.length,
      of: rulebooks.length,
      seed: null,
      stopped: !goesOn,
    }),
    mutants,
    skipped: candidates.flatMap(skippedOf),
    acting: lab.rulebook.rules.flatMap(({ id }) => (lives.some(({ matched }) => matched.has(id)) ? [id] : [])),
    scores: scoresOf(mutants, lab),
    numbers: numbersIn(mutants),
  };
}

function skippedOf({ mutant, variant }: Candidate): Mutation["skipped"][number][] {
  return typeof variant === "string" ? [{ mutant, why: variant }] : [];
}

function changedLife({ persona, vanished, appeared }: PersonaChange): ChangedLife {
  return { persona, gone: numbersOf(vanished), fresh: numbersOf(appeared) };
}

function numbersOf({ denials, months, losses }: Harms): HarmCounts {
  return { denied: denials.length, months: months.length, losses: losses.length };
}

/** How many of some mutants change some life; `rule` `null` for the scoring. */
export interface Score {
  readonly rule: RuleId | null;
  readonly tried: number;
  readonly changing: number;
}

function scoresOf(mutants: readonly TriedMutant[], { rulebook }: Lab): Score[] {
  const parts = [null, ...rulebook.rules.map(({ id }) => id)];
  return parts.flatMap((rule) => {
    const its = mutants.filter(({ mutant }) => mutant.rule === rule);
    const changing = its.filter((each) => effectOf(each) === "life").length;
    return its.length === 0 ? [] : [{ rule, tried: its.length, changing }];
  });
}

/** A number, and what its nudges come to at most. */
export interface NudgedNumber {
  readonly address: string;
  readonly rule: RuleId | null;
  readonly was: number;
  readonly nudges: readonly number[];
  readonly effect: MutantEffect;
}

function numbersIn(mutants: readonly TriedMutant[]): NudgedNumber[] {
  const numbers = new Map<string, NudgedNumber>();
  for (const each of mutants) {
    const { mutant } = each;
    if (mutant.kind !== "nudged") continue;
    const { address, rule, was, is } = mutant;
    const known = numbers.get(address);
    const effects = [known?.effect ?? "nothing", effectOf(each)];
    const effect = effects.includes("life") ? "life" : effects.includes("points") ? "points" : "nothing";
    numbers.set(address, { address, rule, was, nudges: [...(known?.nudges ?? []), is], effect });
  }
  return [...numbers.values()];
}

/** For each kind of mutant how many there are and what they come to. */
export interface Tally {
  readonly kind: MutantKind;
  readonly made: number;
  readonly outsideRange: number;
  readonly noRulebook: number;
  readonly tried: number;
  readonly life: number;
  readonly points: number;
  readonly nothing: number;
}

export function tallyOf({ mutants, skipped }: Mutation, kind: MutantKind): Tally {
  const tried = mutants.filter(({ mutant }) => mutant.kind === kind);
  const left = skipped.filter(({ mutant }) => mutant.kind === kind);
  const having = (effect: MutantEffect): number => tried.filter((each) => effectOf(each) === effect).length;
  return {
    kind,
    made: tried.length + left.length,
    outsideRange: left.filter(({ why }) => why === "outside-range").length,
    noRulebook: left.filter(({ why }) => why === "no-rulebook").length,
    tried: tried.length,
    life: having("life"),
    points: having("points"),
    nothing: having("nothing"),
  };
}
