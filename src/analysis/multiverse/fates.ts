import { fateOf, type HarmCounts, harmCounts, type Outcome } from "../outcome.ts";

/** What a life came to, but for points. */
export type Fate = Omit<Outcome, "score" | "lowest">;

/** A fate, and in how many readings it is met. */
export interface MetFate {
  readonly fate: Fate;
  readonly readings: number;
}

/** The different fates of one person, numbered in the order in which they were met. */
export class Fates {
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<Outcome, number>();
  readonly #fates: Fate[] = [];
  readonly #counts: HarmCounts[] = [];
  readonly #harms: string[] = [];

  /** The number of the fate of this outcome. */
  number(outcome: Outcome): number {
    const known = this.#known.get(outcome);
    if (known !== undefined) return known;
    const text = fateOf(outcome);
    let number = this.#numbers.get(text);
    if (number === undefined) {
      const { score: _score, lowest: _lowest, ...fate } = outcome;
      number = this.#fates.push(fate) - 1;
      this.#counts.push(harmCounts(fate));
      this.#harms.push(JSON.stringify([fate.denials, fate.shut, fate.losses]));
      this.#numbers.set(text, number);
    }
    this.#known.set(outcome, number);
    return number;
  }

  fate(number: number): Fate {
    return this.#fates[number]!;
  }

  counts(number: number): HarmCounts {
    return this.#counts[number]!;
  }

  /** Whether two fates have the same refusals, months and losses, and not only as many. */
  sameHarms(one: number, other: number): boolean {
    return this.#harms[one] === this.#harms[other];
  }
}
