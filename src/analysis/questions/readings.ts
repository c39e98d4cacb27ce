import { changeFor, type Experiment, experimentOn, type PersonaChange, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { type Conclusions, conclusionsOf } from "../multiverse/conclusions.ts";
import { Fates, type MetFate } from "../multiverse/fates.ts";
import { hangingOn } from "../multiverse/hanging.ts";
import { partsOf, type Reads } from "../multiverse/parts.ts";
import { type Faulty, Soundness } from "../multiverse/soundness.ts";
import {
  allows,
  type Answers,
  answersIn,
  type Choice,
  combinations,
  type OpenQuestion,
  type Questions,
} from "../multiverse/space.ts";
import { type ToldAlone, toldAlone } from "../multiverse/told.ts";
import { type Leaf, treeOf } from "../multiverse/tree.ts";
import type { Outcome } from "../outcome.ts";

/**
 * The same lives under every combination of answers to a rulebook's open questions. Only where a
 * question acts in a life is that life lived once for each of its answers. What was searched is counted in
 * lives: each person under each reading.
 */
export interface Multiverse extends Experiment<"readings"> {
  readonly questions: Questions;
  /** Readings that could be lived under; in the counts of everything else these alone are meant. */
  readonly readings: number;
  readonly faulty: Faulty;
  /** In the order of the personas; where the work was ended before its time, of the first of them alone. */
  readonly lives: readonly PersonReadings[];
  /** One question answered otherwise, and everything else as it stands; `null` where that is no sound rulebook. */
  readonly alone: readonly {
    readonly question: string;
    readonly answer: string;
    /** Of those of whom `lives` tells. */
    readonly changes: readonly PersonaChange[] | null;
  }[];
  /** Questions that touch only what people are told, one by one; of those of whom `lives` tells. */
  readonly told: readonly ToldAlone[];
}

export interface PersonReadings {
  readonly persona: string;
  /** Every reading is in one of them. */
  readonly leaves: readonly ToldLeaf[];
  /** What the life can come to, but for points; first what it comes to as things stand. */
  readonly fates: readonly MetFate[];
  /** The questions on which, the others held, more than points hangs under some reading. */
  readonly hangsOn: readonly string[];
  readonly conclusions: Conclusions;
}

/**
 * All readings with these answers, whatever is answered to the other questions: the life is the very same
 * under each of them, since none of the other questions acted in it. A question acted where some rule, or
 * the scoring, would have done anything otherwise in the life with another answer, if only in points.
 */
export interface ToldLeaf {
  /** The answers that acted. */
  readonly answers: Answers;
  readonly readings: number;
  /** Its place among the fates. */
  readonly fate: number;
}

/** Why the question cannot be answered: too much hangs on the questions named. */
export interface TooMuch {
  readonly kind: "too-much";
  /**
   * `readings`: more than whole numbers count exactly; `versions`: of one rule, or of the scoring; `soundness`:
   * more combinations than are tried for faults; `lives`: of one person more than are replayed.
   */
  readonly of: "readings" | "versions" | "soundness" | "lives";
  readonly questions: readonly string[];
  /** At too many lives: whose, how many were replayed, and of how many readings the life is known by them. */
  readonly reached: {
    readonly persona: string;
    readonly lives: number;
    readonly told: number;
    readonly of: number;
  } | null;
}

/** `most`: the lives that may be replayed for one person. */
export async function readings(
  lab: Lab,
  questions: Questions,
  reads: Reads,
  progress: Progress,
  most?: number,
): Promise<Multiverse | TooMuch> {
  const { open } = questions;
  const tooMuch = (of: TooMuch["of"], on: readonly OpenQuestion[], reached: TooMuch["reached"] = null): TooMuch => ({
    kind: "too-much",
    of,
    questions: on.map(({ id }) => id),
    reached,
  });
  if (combinations(open) > Number.MAX_SAFE_INTEGER) return tooMuch("readings", open);
  const parts = partsOf(lab.rulebook, open, reads);
  if ("tooMany" in parts) return tooMuch("versions", parts.tooMany);
  const soundness = Soundness.of(lab.rulebook, open, parts, reads);
  if ("tooMany" in soundness) return tooMuch("soundness", soundness.tooMany);

  const sound = combinations(open) - soundness.faulty.readings;
  const of = sound * lab.personas.length;
  const trees: (readonly Leaf[])[] = [];
  let told = 0;
  for (const [person, { id: persona }] of lab.personas.entries()) {
    const space = { lab, open, parts, reads, soundness };
    const tree = await treeOf(space, person, (more) => progress(person * sound + more, of), most);
    told += tree.told;
    if (tree.ended === "stopped") break;
    if (tree.ended === "too-many")
      return tooMuch(
        "lives",
        tree.acted.map((at) => open[at]!),
        { persona, lives: tree.lives, told: tree.told, of: sound },
      );
    trees.push(tree.leaves);
  }

  const here = open.map(() => 0);
  const baseline: Outcome[] = [];
  for (const person of lab.personas.keys())
    baseline.push(outcomeAt(trees[person], here) ?? (await lab.lifeUnder(lab.rulebook, person)).outcome);
  const telling = await toldAlone(lab, open, reads, trees.length);
  const experiment = experimentOn("readings", lab, baseline, {
    variants: told,
    of,
    stopped: trees.length < lab.personas.length,
  });
  return {
    ...experiment,
    searched: { ...experiment.searched, lives: { asked: told, replayed: lab.replayed } },
    questions,
    readings: sound,
    faulty: soundness.faulty,
    lives: trees.map((leaves, person) => {
      const fates = new Fates();
      const numbers = leaves.map(({ outcome, readings: times }) => fates.meet(outcome, times));
      return {
        persona: lab.personas[person]!.id,
        leaves: leaves.map(({ box, readings: times }, at) => ({
          answers: answersIn(open, box),
          readings: times,
          fate: numbers[at]!,
        })),
        fates: fates.met(),
        hangsOn: hangingOn(leaves, numbers, soundness).map((at) => open[at]!.id),
        conclusions: conclusionsOf(lab.rulebook, fates.met()[numbers[0]!]!.fate, fates.met()),
      };
    }),
    alone: open.flatMap(({ id, answers }, at) =>
      answers.slice(1).map(({ label }, other) => {
        const choice = here.with(at, other + 1);
        return {
          question: id,
          answer: label,
          changes:
            soundness.count(choice) === 0
              ? null
              : trees.flatMap(
                  (leaves, person) =>
                    changeFor(lab.personas[person]!.id, baseline[person]!, outcomeAt(leaves, choice)!) ?? [],
                ),
        };
      }),
    ),
    told: telling,
  };
}

/** What a life comes to under one reading; nothing where that is not sound. */
function outcomeAt(leaves: readonly Leaf[] | undefined, choice: Choice): Outcome | undefined {
  const questions = [...choice.keys()];
  return leaves?.find(({ box }) => allows(box, questions, choice))?.outcome;
}
