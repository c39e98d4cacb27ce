import type { HarmCounts } from "../outcome.ts";
import type { Fates } from "./fates.ts";

/** Of one life, how many more of a kind there are under the other answer: from the least to the most. */
export interface Swing {
  readonly least: number;
  readonly most: number;
}

/** What hangs on the answer to one question, whatever the answers to the others. */
export interface Disagreement {
  readonly question: string;
  /** Pairs of readings that differ in this answer alone. */
  readonly pairs: number;
  /** Those of them in which anything but points differs for anybody. */
  readonly differing: number;
  /** For each person in their order, the pairs in which anything but points differs for them. */
  readonly people: readonly number[];
  /** For each person, the pairs in which a harm differs for them; never more than of `people`. */
  readonly harmed: readonly number[];
  /** From the answer that stands first to the other, for one person; both 0 where nothing differs. */
  readonly swing: Readonly<Record<keyof HarmCounts, Swing>>;
  /** Pairs in which somebody's worst class differs, and in which somebody's last does. */
  readonly worst: number;
  readonly last: number;
}

/** Counts pairs of readings, each given as the number of everybody's fate. */
export class Pairs {
  readonly #question: string;
  readonly #fates: readonly Fates[];
  readonly #people: number[];
  readonly #harmed: number[];
  readonly #swing: Record<keyof HarmCounts, { least: number; most: number }>;
  #pairs = 0;
  #differing = 0;
  #worst = 0;
  #last = 0;

  constructor(question: string, fates: readonly Fates[]) {
    this.#question = question;
    this.#fates = fates;
    this.#people = fates.map(() => 0);
    this.#harmed = fates.map(() => 0);
    this.#swing = { denied: { least: 0, most: 0 }, months: { least: 0, most: 0 }, losses: { least: 0, most: 0 } };
  }

  add(one: readonly number[], other: readonly number[]): void {
    this.#pairs++;
    let [differs, worst, last] = [false, false, false];
    for (const [person, fates] of this.#fates.entries()) {
      const [before, after] = [one[person]!, other[person]!];
      if (before === after) continue;
      differs = true;
      this.#people[person]!++;
      if (!fates.sameHarms(before, after)) this.#harmed[person]!++;
      worst ||= fates.fate(before).worst !== fates.fate(after).worst;
      last ||= fates.fate(before).class !== fates.fate(after).class;
      this.#widen(fates.counts(before), fates.counts(after));
    }
    if (differs) this.#differing++;
    if (worst) this.#worst++;
    if (last) this.#last++;
  }

  #widen(before: HarmCounts, after: HarmCounts): void {
    for (const kind of ["denied", "months", "losses"] as const) {
      const swing = this.#swing[kind];
      const by = after[kind] - before[kind];
      swing.least = Math.min(swing.least, by);
      swing.most = Math.max(swing.most, by);
    }
  }

  result(): Disagreement {
    return {
      question: this.#question,
      pairs: this.#pairs,
      differing: this.#differing,
      people: this.#people,
      harmed: this.#harmed,
      swing: this.#swing,
      worst: this.#worst,
      last: this.#last,
    };
  }
}
