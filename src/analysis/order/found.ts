import type { Persona } from "../../model/persona.ts";
import { changeFor, type PersonaChange } from "../experiment.ts";
import { type Outcome, sameOutcome } from "../outcome.ts";

export interface OrderOutcome {
  /** Of the orders tried, those that come to this. */
  readonly orders: number;
  /** Against the timeline as it stands; `null` for what comes of that. */
  readonly change: PersonaChange | null;
  /** One such order, with as few months changed as any tried: the lines of each of these months, by their number. */
  readonly example: readonly (readonly number[])[];
}

/** What came of one person's orders so far. */
export class Found {
  readonly here: Outcome;
  readonly #persona: string;
  readonly #met: { readonly outcome: Outcome; orders: number; example: readonly (readonly number[])[] }[];
  tried = 0;

  constructor({ id, timeline }: Persona, baseline: Outcome) {
    this.#persona = id;
    this.here = toldAlike(baseline, [...timeline.keys()]);
    this.#met = [{ outcome: this.here, orders: 0, example: [] }];
  }

  add(outcome: Outcome, months: readonly (readonly number[])[]): void {
    this.tried++;
    const met = this.#met.find((each) => sameOutcome(each.outcome, outcome));
    if (met === undefined) this.#met.push({ outcome, orders: 1, example: months });
    else {
      met.orders++;
      if (months.length < met.example.length) met.example = months;
    }
  }

  get outcomes(): OrderOutcome[] {
    return this.#met.map(({ outcome, orders, example }) => ({
      orders,
      change: changeFor(this.#persona, this.here, outcome),
      example: example.map((lines) => lines.map((line) => line + 1)),
    }));
  }
}

/** Lines under the numbers of the timeline as it stands, and what befell in one month in one order. */
export function toldAlike(outcome: Outcome, was: readonly number[]): Outcome {
  const denials = outcome.denials.map(({ line, ...denial }) => ({
    ...denial,
    line: line === null ? null : was[line - 1]! + 1,
  }));
  return {
    ...outcome,
    denials: denials.sort(
      (one, other) =>
        one.month - other.month ||
        (one.line ?? Number.POSITIVE_INFINITY) - (other.line ?? Number.POSITIVE_INFINITY) ||
        byText(one.door, other.door) ||
        byText(one.purpose, other.purpose),
    ),
    losses: [...outcome.losses].sort((one, other) => one.month - other.month || byText(one.event, other.event)),
  };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
