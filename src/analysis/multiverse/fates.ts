import { fateOf, type Outcome } from "../outcome.ts";

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
  readonly #met: { readonly fate: Fate; readings: number }[] = [];

  /** Counts readings of that outcome, and gives the number of its fate. */
  meet(outcome: Outcome, readings: number): number {
    const text = fateOf(outcome);
    const number = this.#numbers.get(text) ?? this.#met.length;
    if (number === this.#met.length) {
      const { score: _score, lowest: _lowest, ...fate } = outcome;
      this.#numbers.set(text, this.#met.push({ fate, readings: 0 }) - 1);
    }
    this.#met[number]!.readings += readings;
    return number;
  }

  met(): readonly MetFate[] {
    return this.#met;
  }
}
