import { Lab } from "../../src/analysis/lab.ts";
import { type Parts, partsOf } from "../../src/analysis/multiverse/parts.ts";
import { Soundness } from "../../src/analysis/multiverse/soundness.ts";
import {
  allows,
  answersOf,
  type Choice,
  choices,
  combinations,
  type OpenQuestion,
  questionsOf,
} from "../../src/analysis/multiverse/space.ts";
import { type Leaf, treeOf } from "../../src/analysis/multiverse/tree.ts";
import { type Outcome, outcomeOf } from "../../src/analysis/outcome.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { Readings, withReadings } from "../../src/load/readings.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Reading } from "../../src/model/rule.ts";
import type { Question, Rulebook } from "../../src/model/rulebook.ts";
import { HORIZON } from "../../src/model/story-time.ts";
import { replay } from "../../src/replay/replay.ts";

/** The readings of one life, and how to live each by itself. */
export interface Grown {
  readonly open: readonly OpenQuestion[];
  readonly leaves: readonly Leaf[];
  readonly lives: number;
  /** Combinations that are no sound rulebook. */
  readonly faulty: number;
  /** What the leaf says in which a reading stands; nothing where it stands in none. */
  readonly told: (choice: Choice) => Outcome | undefined;
  /** The reading prepared, replayed whole and read off its trace; nothing where it is faulty. */
  readonly lived: (choice: Choice) => Promise<Outcome | undefined>;
}

/** One life of a rulebook after another asks the same; thousands of rulebooks do not. */
const MEMORIES = new WeakMap<Rulebook, Memory>();

export async function grown(rulebook: Rulebook, persona: Persona, until = HORIZON): Promise<Grown> {
  const memory: Memory = MEMORIES.get(rulebook) ?? new Map();
  MEMORIES.set(rulebook, memory);
  const lab = new Lab(rulebook, [persona], (variant) => prepare(variant, memory), until);
  const { open } = questionsOf(rulebook, []);
  const reads = new Readings(rulebook);
  const parts = partsOf(rulebook, open, reads) as Parts;
  const soundness = Soundness.of(rulebook, open, parts, reads) as Soundness;
  const { ended, leaves, lives } = await treeOf({ lab, open, parts, reads, soundness }, 0, () => true);
  if (ended !== null) throw new Error(`ended after ${lives} lives`);
  const every = [...open.keys()];
  return {
    open,
    leaves,
    lives,
    faulty: soundness.faulty.readings,
    told: (choice) => {
      const found = leaves.filter(({ box }) => allows(box, every, choice));
      if (found.length > 1) throw new Error(`${found.length} leaves hold one reading`);
      // A leaf may lie around readings that are faulty, which it does not count.
      return soundness.count(choice) === 0 ? undefined : found[0]?.outcome;
    },
    lived: async (choice) => {
      const parsed = withReadings(rulebook, answersOf(open, choice));
      if (!parsed.ok) return undefined;
      return outcomeOf(replay(await prepare(parsed.value, memory), persona, { until, findings: false }));
    },
  };
}

/** Every reading in which the tree and the life itself disagree, and how many readings are counted in no leaf, or twice. */
export async function disagreeing({ open, leaves, faulty, told, lived }: Grown): Promise<{
  readonly wrong: readonly Choice[];
  readonly miscounted: number;
}> {
  const wrong: Choice[] = [];
  for (const choice of choices(open))
    if (JSON.stringify(told(choice)) !== JSON.stringify(await lived(choice))) wrong.push(choice);
  const counted = leaves.reduce((sum, { readings }) => sum + readings, faulty);
  return { wrong, miscounted: combinations(open) - counted };
}

/** A reading: `otherwise("amount", "fifty", { then: { points: -50 } })`. */
export function otherwise<A extends Reading["amend"]>(question: string, label: string, amend: A): Reading<A> {
  return { question, label, amend, citations: [] };
}

/** A rulebook that asks every question its readings answer; `here` is in force. */
export function asking(rulebook: Rulebook): Rulebook {
  const readings = [rulebook.scoring, ...rulebook.rules].flatMap((part) => part?.readings ?? []);
  const labels = new Map<string, Set<string>>();
  for (const { question, label } of readings)
    labels.set(question, (labels.get(question) ?? new Set(["here"])).add(label));
  const questions = [...labels].map(([id, answers]): [string, Question] => [
    id,
    { asks: `${id}?`, answers: Object.fromEntries([...answers].map((label) => [label, label])), default: "here" },
  ]);
  return { ...rulebook, questions: Object.fromEntries(questions) };
}
