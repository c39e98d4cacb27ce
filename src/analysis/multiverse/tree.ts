import type { Rule } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import { Beside } from "../../replay/beside.ts";
import type { Lab } from "../lab.ts";
import type { Outcome } from "../outcome.ts";
import { actingIn } from "./acting.ts";
import { type Parts, type Reads, wordingOf, wordingsOf } from "./parts.ts";
import { type Seen, seenIn } from "./seen.ts";
import type { Soundness } from "./soundness.ts";
import { answering, answersOf, type Box, type Choice, everything, type OpenQuestion } from "./space.ts";

/**
 * Readings under all of which a person lives the very same life: a box in which no open question acted
 * that it leaves unanswered.
 */
export interface Leaf {
  readonly box: Box;
  /** How many of its readings are sound; at least one. */
  readonly readings: number;
  readonly outcome: Outcome;
}

/** More lives of one person are not replayed for one question. */
const MOST_LIVES = 4096;

/** The readings of one person, cut into leaves; all of them where `ended` is `null`. */
interface Tree {
  /** Ended before its time: by the reader, or at too many lives. */
  readonly ended: "stopped" | "too-many" | null;
  readonly lives: number;
  readonly leaves: readonly Leaf[];
  /** The readings in the leaves. */
  readonly told: number;
  /** The questions that acted. */
  readonly acted: readonly number[];
}

/** What is asked about, and how to know. */
interface Space {
  readonly lab: Lab;
  readonly open: readonly OpenQuestion[];
  readonly parts: Parts;
  readonly reads: Reads;
  readonly soundness: Soundness;
}

/**
 * One life is lived for a whole box of readings, with the questions that the box leaves open as they stand.
 * Where one of them acted in it, the box is cut by its answers, and each piece is lived likewise; the piece
 * with the answer as it stands has been lived already. Every sound reading is in one leaf. `goOn` is told of how
 * many readings the life is known.
 */
export async function treeOf(
  space: Space,
  person: number,
  goOn: (told: number) => boolean | Promise<boolean>,
  most = MOST_LIVES,
): Promise<Tree> {
  const { lab, open, parts, reads, soundness } = space;
  const wordings = wordingsOf(parts);
  const leaves: Leaf[] = [];
  const acted = new Set<number>();
  let [lives, told] = [0, 0];
  let ended: Tree["ended"] = null;

  const lived = async (box: Box): Promise<Seen | null> => {
    ended = !(await goOn(told)) ? "stopped" : lives === most ? "too-many" : null;
    if (ended !== null) return null;
    lives++;
    const parsed = reads.read(answersOf(open, asTheyStand(box)));
    if (!parsed.ok) throw new Error(`a reading was thought sound: ${parsed.problems[0]!.message}`);
    return live(lab, person, parsed.value, wordings);
  };

  const grow = async (box: Box, before: Seen | null): Promise<void> => {
    const readings = soundness.count(box);
    if (readings === 0 || ended !== null) return;
    const sound = soundness.count(asTheyStand(box)) === 1;
    const seen = sound ? (before ?? (await lived(box))) : null;
    if (ended !== null) return;
    const question = seen === null ? soundness.question(box) : actingIn(box, seen, parts, lab.rulebook, lab.until);
    if (question === undefined) {
      told += readings;
      leaves.push({ box, readings, outcome: seen!.outcome });
      return;
    }
    if (seen !== null) acted.add(question);
    for (const place of open[question]!.answers.keys())
      await grow(answering(box, question, place), place === 0 ? seen : null);
  };
  await grow(everything(open), null);
  return { ended, lives, leaves, told, acted: [...acted].sort((one, other) => one - other) };
}

/** The reading of a box that answers what is left open as it stands. */
function asTheyStand(box: Box): Choice {
  return box.map((place) => place ?? 0);
}

/** One life, and which other wordings would have answered otherwise in it. */
async function live(lab: Lab, person: number, rulebook: Rulebook, wordings: readonly Rule[]): Promise<Seen> {
  const persona = lab.personas[person]!;
  // Together, so that both find the same classes and measures among what can be asked for.
  const both = await lab.ready({ ...rulebook, rules: [...rulebook.rules, ...wordings] });
  const prepared = { ...both, rulebook, rules: both.rules.slice(0, rulebook.rules.length) };
  const beside = new Beside({ ...both, rules: both.rules.slice(rulebook.rules.length) });
  const watched = lab.watch(prepared, persona, beside);
  if (beside.tells) return seenIn(watched.trace, watched.matched, new Set([...beside.otherwise].map(wordingOf)));
  // The clocks of the wordings may have brought on the end of a life that never settles.
  const { trace, matched } = lab.watch(prepared, persona, null);
  return seenIn(trace, matched, null);
}
