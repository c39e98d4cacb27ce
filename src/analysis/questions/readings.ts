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

/** More combinations than these are not lived under. */
export const MOST_READINGS = 4096;

/** The rulebook under other answers; it must use one value for one rule where answers make no difference to it. */
export type ReadAs = (answers: Answers) => Parsed<Rulebook>;

export async function readings(lab: Lab, questions: Questions, read: ReadAs, progress: Progress): Promise<Multiverse> {
  const { open } = questions;
  const of = combinations(open);
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
  const pairs = open.map(({ id }) => new Pairs(id, fates));
  let goesOn = true;
  while (tried.length < of) {
    goesOn = await progress(tried.length, of);
    if (!goesOn) break;
    const choice = choiceAt(open, tried.length);
    const lived = await livedAs(choice);
    if (typeof lived === "string") {
      faulty.readings++;
      faulty.example ??= { answers: answersOf(open, choice), message: lived };
    }
    const numbers = typeof lived === "string" ? null : numbersOf(lived);
    tried.push(numbers);
  }
  if (goesOn)
    for (const [at, pair] of pairs.entries()) addAll(pair, tried, open[at]!.answers.length, strideOf(open, at));

  return {
    ...experimentOn("readings", lab, baseline, {
      variants: tried.length,
      of,
      stopped: !goesOn,
    }),
    questions,
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
    disagreements: goesOn ? pairs.map((pair) => pair.result()) : [],
    alone,
  };
}

function outcomesOf(lives: readonly { readonly outcome: Outcome }[]): Outcome[] {
  return lives.map(({ outcome }) => outcome);
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

/** Fates are numbered anew by the readings alone. */
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
