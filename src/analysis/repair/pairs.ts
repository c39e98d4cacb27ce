import type { Rulebook } from "../../model/rulebook.ts";
import type { Bounds } from "../bounds.ts";
import type { Outcome } from "../outcome.ts";
import { steadiness } from "../steady.ts";
import { nowhere, type Part } from "./parts.ts";
import type { Axis, FoundRepair } from "./axis.ts";
import type { Trial, Trials } from "./trials.ts";

/** Two parts to be turned together. */
export interface Pairs {
  readonly rulebook: Rulebook;
  readonly trials: Trials;
  readonly one: Axis;
  readonly other: Axis;
  readonly goesOn: () => boolean | Promise<boolean>;
}

/** Where the two parts may stand for a life to go the same way; what it comes to if it reaches the goal. */
interface Cell {
  readonly bounds: Bounds;
  readonly reached: Outcome | null;
}

type Way = 1 | -1;

/** Steps that a part can be turned one way before it reaches the goal alone. */
interface Steps {
  readonly axis: Axis;
  readonly way: Way;
  readonly first: number;
  readonly last: number;
}

/**
 * The pairs that reach the goal and cannot be made less, for each way in which the two may be turned.
 * Beyond a value that reaches the goal alone no pair is minimal. `null` where stopped.
 */
export async function minimalPairs(pairs: Pairs): Promise<FoundRepair[] | null> {
  const { one, other } = pairs;
  const parts = [one.part, other.part] as const;
  const cells = new Cells(parts, [
    ...one.missed.map(({ at, trial }) => ({ values: [at, other.part.now] as const, trial })),
    ...other.missed.map(({ at, trial }) => ({ values: [one.part.now, at] as const, trial })),
  ]);
  const found: FoundRepair[] = [];
  for (const first of [-1, 1] as const) {
    for (const second of [-1, 1] as const) {
      const [steps, others] = [stepsOf(one, first), stepsOf(other, second)];
      // Column by column, and the fewer columns the better.
      const swapped = others.last < steps.last;
      const minimal = await staircase(pairs, cells, swapped ? [others, steps] : [steps, others], swapped);
      if (minimal === null) return null;
      for (const each of minimal) found.push(each);
    }
  }
  return found;
}

function stepsOf(axis: Axis, way: Way): Steps {
  const { part, nearest } = axis;
  const { least, most } = part.range;
  const alone = nearest[way];
  const last = alone === null ? (way === 1 ? most - part.now : part.now - least) : Math.abs(alone - part.now) - 1;
  return { axis, way, first: Math.max(1, way === 1 ? least - part.now : part.now - most), last };
}

/**
 * Goes over the columns outwards, each time up to below the lowest pair found so far, so that every pair
 * found is minimal. Several columns are passed at once where the same lives stand for them all.
 */
async function staircase(
  { rulebook, trials, goesOn }: Pairs,
  cells: Cells,
  [across, along]: readonly [Steps, Steps],
  swapped: boolean,
): Promise<FoundRepair[] | null> {
  const found: FoundRepair[] = [];
  const at = (column: number, row: number): readonly [number, number] => {
    const values = [across.axis.part.now + across.way * column, along.axis.part.now + along.way * row] as const;
    return swapped ? [values[1], values[0]] : values;
  };
  const [columns, rows] = swapped ? ([1, 0] as const) : ([0, 1] as const);
  let highest = along.last;
  for (let column = across.first; column <= across.last && highest >= along.first;) {
    let alike = Number.POSITIVE_INFINITY;
    for (let row = along.first; row <= highest;) {
      const values = at(column, row);
      let cell = cells.find(values);
      if (cell === undefined) {
        if (!(await goesOn())) return null;
        const variant = cells.parts.reduce((before, part, each) => part.turn(before, values[each]!), rulebook);
        cell = cells.add(values, await trials.under(variant));
      }
      const { bounds, reached } = cell;
      if (reached !== null) {
        const turns = cells.parts.map((part, each) => ({ part, to: values[each]! }));
        found.push({ turns, outcome: reached });
        highest = row - 1;
        break;
      }
      const last = Math.min(highest, row + bounds.reach(values, rows, along.way));
      for (const corner of [values, at(column, last)])
        alike = Math.min(alike, bounds.reach(corner, columns, across.way));
      row = last + 1;
    }
    column += 1 + alike;
  }
  return found;
}

/** The lives known for two parts. */
class Cells {
  readonly parts: readonly [Part, Part];
  /** Pairs of values that make no rulebook come first: no life speaks for them. */
  readonly #nowhere: readonly Cell[];
  readonly #cells: Cell[] = [];
  #next = 0;

  constructor(
    parts: readonly [Part, Part],
    known: readonly { readonly values: readonly [number, number]; readonly trial: Trial }[],
  ) {
    this.parts = parts;
    this.#nowhere = nowhere(...parts).map((bounds) => ({ bounds, reached: null }));
    for (const { values, trial } of known) this.add(values, trial);
  }

  add(values: readonly [number, number], trial: Trial): Cell {
    const cell = { bounds: steadiness(this.parts, values, trial.stretch), reached: trial.reached };
    this.#cells.push(cell);
    return cell;
  }

  /** The life known for those values. Values are asked for in about the same order again and again. */
  find(values: readonly [number, number]): Cell | undefined {
    const none = this.#nowhere.find(({ bounds }) => bounds.holds(values));
    if (none !== undefined) return none;
    for (let tried = 0; tried < this.#cells.length; tried++) {
      const at = (this.#next + tried) % this.#cells.length;
      const cell = this.#cells[at]!;
      if (!cell.bounds.holds(values)) continue;
      this.#next = at;
      return cell;
    }
    return undefined;
  }
}
