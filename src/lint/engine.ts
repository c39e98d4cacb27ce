import type { Leaf, FactName } from "../model/condition.ts";
import type { FactValue } from "../model/facts.ts";
import type { Prepared } from "../model/verdict.ts";

/** One fact, cut where some of the comparisons in hand could change. */
export interface Cut {
  readonly fact: FactName;
  /** One value for each cell; of numbers, the last of their cell, in rising order, after `null`. */
  readonly representatives: readonly FactValue[];
  readonly cellOf: (value: FactValue) => number;
}

/** What lint asks of the engine. It arrives as an argument, so that nothing here decides a condition itself. */
export interface Engine {
  readonly prepared: Prepared;
  readonly cutsOf: (leaves: readonly Leaf[]) => readonly Cut[];
}
