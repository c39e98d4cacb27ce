import { bearingOf, type Rule } from "../../model/rule.ts";
import type { Rulebook, Scoring } from "../../model/rulebook.ts";
import { type Parts, questionsBehind, type Reads } from "./parts.ts";
import {
  allows,
  type Answers,
  answersOf,
  type Box,
  type Choice,
  choices,
  combinations,
  everything,
  type OpenQuestion,
} from "./space.ts";

/** Combinations under which several readings, each being right alone, spoil the rulebook together. */
export interface Faulty {
  readonly readings: number;
  /** The first one. */
  readonly example: { readonly answers: Answers; readonly message: string } | null;
}

/** More combinations of answers to the questions on which soundness hangs are not tried. */
const MOST_TRIED = 4096;

/**
 * Which readings are sound. That hangs on some questions alone, often on none: on those that bear on a
 * part of which some version is faulty by itself, and, where parts may spoil each other, on those that
 * change what a rule asks, what of its effect others may mention, or which classes there are. Every combination
 * of answers to them is tried once.
 */
export class Soundness {
  readonly #open: readonly OpenQuestion[];
  /** The questions on which it hangs. */
  readonly #questions: readonly number[];
  readonly #sound: readonly Choice[];
  readonly faulty: Faulty;

  private constructor(open: readonly OpenQuestion[], questions: readonly number[], reads: Reads) {
    this.#open = open;
    this.#questions = questions;
    const asked = questions.map((at) => open[at]!);
    const tried = choices(asked).map((places) => ({ places, parsed: reads.read(answersOf(asked, places)) }));
    this.#sound = tried.flatMap(({ places, parsed }) => (parsed.ok ? [places] : []));
    const first = tried.find(({ parsed }) => !parsed.ok);
    this.faulty = {
      readings: combinations(open) - this.count(everything(open)),
      example:
        first === undefined || first.parsed.ok
          ? null
          : {
              answers: answersOf(open, this.#completed(first.places)),
              message: first.parsed.problems[0]!.message,
            },
    };
  }

  /** `tooMany`: the questions on which it hangs, where they have too many combinations to try. */
  static of(
    rulebook: Rulebook,
    open: readonly OpenQuestion[],
    parts: Parts,
    reads: Reads,
  ): Soundness | { readonly tooMany: readonly OpenQuestion[] } {
    const questions = questionsBehindSoundness(rulebook, open, parts, reads);
    const asked = questions.map((at) => open[at]!);
    return combinations(asked) > MOST_TRIED ? { tooMany: asked } : new Soundness(open, questions, reads);
  }

  /** How many readings of the box are sound. */
  count(box: Box): number {
    const free = this.#open.filter((_, at) => box[at] === null && !this.#questions.includes(at));
    const sound = this.#sound.filter((places) => allows(box, this.#questions, places)).length;
    return sound * combinations(free);
  }

  /** A question of the box, not answered yet, on which it hangs whether the reading is sound. */
  question(box: Box): number {
    return this.#questions.find((at) => box[at] === null)!;
  }

  /** Whether a reading of the box is sound, and sound too where this question is answered so and all else as it is. */
  besides(box: Box, question: number, place: number): boolean {
    const at = this.#questions.indexOf(question);
    return this.#sound.some(
      (places) =>
        allows(box, this.#questions, places) &&
        (at === -1 ||
          this.#sound.some((others) => others.every((each, of) => each === (of === at ? place : places[of])))),
    );
  }

  #completed(places: Choice): Choice {
    return this.#open.map((_, at) => {
      const asked = this.#questions.indexOf(at);
      return asked === -1 ? 0 : places[asked]!;
    });
  }
}

function questionsBehindSoundness(
  { rules, scoring }: Rulebook,
  open: readonly OpenQuestion[],
  parts: Parts,
  reads: Reads,
): number[] {
  const all = [...(parts.scoring === null ? [] : [parts.scoring]), ...parts.rules.values()];
  const alone = all.filter(({ faulty }) => faulty).flatMap(({ questions }) => questions);
  const versions = rules.map((rule) => parts.rules.get(rule.id)?.versions.map(({ part }) => part) ?? [rule]);
  const scorings = parts.scoring?.versions.map(({ part }) => part) ?? (scoring === null ? [] : [scoring]);
  const box = everything(open);
  const together = reads.mayClash(versions, scorings)
    ? [
        ...(parts.scoring === null ? [] : questionsBehind(parts.scoring, box, classNames)),
        ...[...parts.rules.values()].flatMap((part) => questionsBehind(part, box, asksAndDoes)),
      ]
    : [];
  return [...new Set([...alone, ...together])].sort((one, other) => one - other);
}

function classNames({ classes }: Scoring): string {
  return classes.map(({ id }) => id).join(" ");
}

function asksAndDoes(rule: Rule): string {
  return JSON.stringify([bearingOf(rule), rule.when]);
}
