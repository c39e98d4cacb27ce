/** A whole number of a life, and by how much it moves when each of the dials in hand is turned up by one. */
export interface Moving {
  readonly now: number;
  readonly by: readonly number[];
}

export function difference(one: Moving, other: Moving): Moving {
  return { now: one.now - other.now, by: one.by.map((each, at) => each - other.by[at]!) };
}

export function sum(one: Moving, other: Moving): Moving {
  return { now: one.now + other.now, by: one.by.map((each, at) => each + other.by[at]!) };
}

/** The dials turned, each times a whole number, together lie between two numbers. */
interface Limit {
  readonly by: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Where dials may stand, one or two of them together: within every limit. */
export class Bounds {
  readonly #from: readonly number[];
  readonly #limits = new Map<string, Limit>();

  /** `from`: where the dials stand now, which is always within. */
  constructor(from: readonly number[]) {
    this.#from = from;
  }

  /** The number must stay between `least` and `most`, as it is now. */
  keep({ now, by }: Moving, least: number, most: number): void {
    if (by.every((each) => each === 0)) return;
    const key = by.join(" ");
    const known = this.#limits.get(key) ?? { by, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
    const offset = along(by, this.#from) - now;
    this.#limits.set(key, {
      by,
      least: Math.max(known.least, least + offset),
      most: Math.min(known.most, most + offset),
    });
  }

  holds(values: readonly number[]): boolean {
    for (const { by, least, most } of this.#limits.values()) {
      const here = along(by, values);
      if (here < least || here > most) return false;
    }
    return true;
  }

  /** By how many steps one dial can be turned on from values within, up (1) or down (−1); perhaps for ever. */
  reach(values: readonly number[], dial: number, direction: 1 | -1): number {
    let steps = Number.POSITIVE_INFINITY;
    for (const { by, least, most } of this.#limits.values()) {
      const each = by[dial]! * direction;
      if (each === 0) continue;
      const here = along(by, values);
      steps = Math.min(steps, Math.floor((each > 0 ? most - here : here - least) / Math.abs(each)));
    }
    return steps;
  }
}

function along(by: readonly number[], values: readonly number[]): number {
  return by.reduce((total, each, at) => total + each * values[at]!, 0);
}
