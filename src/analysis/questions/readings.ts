import type { Parsed } from "../../model/problem.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { changesUnder, type Experiment, experimentOn, type PersonaChange, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { type Conclusions, conclusionsOf } from "../multiverse/conclusions.ts";
import { type Disagreement, Pairs } from "../multiverse/disagreement.ts";
import { Fates, type MetFate } from "../multiverse/fates.ts";
import {
  type Answers,
  answersOf,
  type Choice,
  choiceAt,
  combinations,
  type Questions,
  strideOf,
} from "../multiverse/space.ts";
import type { Outcome } from "../outcome.ts";

/** The same lives under every combination of answers to a rulebook's open questions. */
export interface Multiverse extends Experiment<"readings"> {
  readonly questions: Questions;
  /** Where combinations were drawn: each one's answers, by their places; `null` where all were taken in order. */
  readonly drawn: readonly Choice[] | null;
  /** Readings that could be lived under; in the counts of everything else these alone are meant. */
  readonly readings: number;
  readonly faulty: Faulty;
  readonly lives: readonly PersonReadings[];
  /** In the order of the questions; empty where the work was ended before its time. */
  readonly disagreements: readonly Disagreement[];
  /** One question answered otherwise, and everything else as it stands; `null` where that is no sound rulebook. */
  readonly alone: readonly {
    readonly question: string;
    readonly answer: string;
    readonly changes: readonly PersonaChange[] | null;
  }[];
}

/** Combinations under which several readings, each being right alone, spoil the rulebook together. */
export interface Faulty {
  readonly readings: number;
  /** The first one. */
  readonly example: { readonly answers: Answers; readonly message: string } | null;
}

export interface PersonReadings {
  readonly persona: string;
  /** What the life can come to, but for points, in the order in which it was met. */
  readonly fates: readonly MetFate[];
  /** For each reading in order the place of its fate, `-` for a faulty one; with spaces between. */
  readonly byReading: string;
  /** `null` where there was no reading to conclude from. */
  readonly conclusions: Conclusions | null;
}

/** How many combinations are taken, and where not all are, how they are drawn. */
export interface Extent {
  /** At most so many are taken in order; 1 or more. */
  readonly limit: number;
  /** Where there are more, so many are drawn; 1 or more. */
  readonly samples: number;
  readonly seed: number;
  /** A whole number from `low` to `high`, both included. */
  readonly draw: (low: number, high: number) => number;
}

/** The rulebook under other answers; it must use one value for one rule where answers make no difference to it. */
export type ReadAs = (answers: Answers) => Parsed<Rulebook>;

export async function readings(
  lab: Lab,
  questions: Questions,
  read: ReadAs,
  extent: Extent,
  progress: Progress,
): Promise<Multiverse> {
  const { open } = questions;
  const of = combinations(open);
  const all = of <= extent.limit;
  const taken = all ? of : extent.samples;
  const baseline = outcomesOf(await lab.baseline());
  const fates = lab.personas.map(() => new Fates());
  for (const [person, outcome] of baseline.entries()) fates[person]!.number(outcome);
  const faulty = { readings: 0, example: null as Faulty["example"] };

  /** Everybody's outcome, or what is wrong. */
  const livedAs = async (choice: Choice): Promise<readonly Outcome[] | string> => {
    const rulebook = read(answersOf(open, choice));
    return rulebook.ok ? outcomesOf(await lab.under(rulebook.value)) : rulebook.problems[0]!.message;
  };
  const numbersOf = (outcomes: readonly Outcome[]): number[] =>
    outcomes.map((outcome, person) => fates[person]!.number(outcome));

  const alone: Multiverse["alone"][number][] = [];
  for (const [at, { id, answers }] of open.entries()) {
    for (const [place, { label }] of answers.entries()) {
      if (place === 0) continue;
      const lived = await livedAs(open.map((_, other) => (other === at ? place : 0)));
      alone.push({
        question: id,
        answer: label,
        changes: typeof lived === "string" ? null : changesUnder(lab, baseline, lived),
      });
    }
  }

  const tried: (readonly number[] | null)[] = [];
  const drawn: Choice[] = [];
  const pairs = open.map(({ id }) => new Pairs(id, fates));
  let goesOn = true;
  while (tried.length < taken) {
    goesOn = await progress(tried.length, taken);
    if (!goesOn) break;
    const choice = all ? choiceAt(open, tried.length) : drawnChoice(open, extent.draw);
    if (!all) drawn.push(choice);
    const lived = await livedAs(choice);
    if (typeof lived === "string") {
      faulty.readings++;
      faulty.example ??= { answers: answersOf(open, choice), message: lived };
    }
    const numbers = typeof lived === "string" ? null : numbersOf(lived);
    tried.push(numbers);
    if (all) continue;
    for (const [at, pair] of pairs.entries()) {
      const other = drawnBeside(open, choice, at, extent.draw);
      const beside = await livedAs(other);
      if (numbers === null || typeof beside === "string") continue;
      const [first, second] = [numbers, numbersOf(beside)];
      if (choice[at]! < other[at]!) pair.add(first, second);
      else pair.add(second, first);
    }
  }
  if (all && goesOn)
    for (const [at, pair] of pairs.entries()) addAll(pair, tried, open[at]!.answers.length, strideOf(open, at));

  return {
    ...experimentOn("readings", lab, baseline, {
      variants: tried.length,
      of,
      seed: all ? null : extent.seed,
      stopped: !goesOn,
    }),
    questions,
    drawn: all ? null : drawn,
    readings: tried.length - faulty.readings,
    faulty,
    lives: lab.personas.map(({ id }, person) =>
      personReadings(
        lab.rulebook,
        id,
        fates[person]!,
        tried.map((numbers) => numbers?.[person] ?? null),
      ),
    ),
    disagreements: all && !goesOn ? [] : pairs.map((pair) => pair.result()),
    alone,
  };
}

function outcomesOf(lives: readonly { readonly outcome: Outcome }[]): Outcome[] {
  return lives.map(({ outcome }) => outcome);
}

function drawnChoice(open: Questions["open"], draw: Extent["draw"]): Choice {
  return open.map(({ answers }) => draw(0, answers.length - 1));
}

/** The same combination with another answer to one question. */
function drawnBeside(open: Questions["open"], choice: Choice, question: number, draw: Extent["draw"]): Choice {
  const other = draw(0, open[question]!.answers.length - 2);
  return choice.map((place, at) => (at === question ? other + (other >= place ? 1 : 0) : place));
}

/** Every pair that differs in one answer alone; combinations stand in order, and faulty ones make no pair. */
function addAll(pair: Pairs, tried: readonly (readonly number[] | null)[], answers: number, stride: number): void {
  for (const [at, one] of tried.entries()) {
    const place = Math.floor(at / stride) % answers;
    for (let further = 1; place + further < answers; further++) {
      const other = tried[at + further * stride];
      if (one !== null && other !== undefined && other !== null) pair.add(one, other);
    }
  }
}

/** Fates are numbered anew by the readings alone: the baseline was lived first, but may be no reading drawn. */
function personReadings(
  rulebook: Rulebook,
  persona: string,
  fates: Fates,
  numbers: readonly (number | null)[],
): PersonReadings {
  const places = new Map<number, number>();
  const counts: number[] = [];
  for (const number of numbers) {
    if (number === null) continue;
    const place = places.get(number) ?? places.size;
    places.set(number, place);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const met = [...places].map(([number, place]) => ({ fate: fates.fate(number), readings: counts[place]! }));
  return {
    persona,
    fates: met,
    byReading: numbers.map((number) => (number === null ? "-" : String(places.get(number)!))).join(" "),
    conclusions: met.length === 0 ? null : conclusionsOf(rulebook, fates.fate(0), met),
  };
}
