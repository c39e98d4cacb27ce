import type { Expectable, Expectation } from "../model/rule-test.ts";
import { closing, ranAway, type Trace } from "../model/trace.ts";
import { monthsShut, outcomeOf } from "./outcome.ts";

/** What was met, key by key; points and classes are `null` where the rulebook keeps no score. */
export type Met = { readonly [Key in Expectable]: NonNullable<Expectation[Key]> | null };

/** One expectation that does not hold. */
export interface Difference {
  readonly key: Expectable;
  readonly expected: NonNullable<Expectation[Expectable]>;
  readonly met: NonNullable<Expectation[Expectable]> | null;
  /** In a list of expected things, the first that was not met; `null` where the whole is wrong. */
  readonly first: number | null;
}

export interface Compared {
  readonly trace: Trace;
  readonly differences: readonly Difference[];
  /** The rulebook never settled: what was counted until it was stopped means nothing. */
  readonly ranAway: boolean;
  readonly holds: boolean;
}

/** Compares a life, replayed up to the month that the test asks for, with what is expected of it; in the order of the file. */
export function compare(trace: Trace, expect: Expectation): Compared {
  const away = ranAway(trace);
  const met = metBy(trace);
  const differences = away
    ? []
    : (Object.keys(expect) as Expectable[]).flatMap((key): Difference[] => {
        const expected = expect[key];
        return expected === undefined || same(key, expected, met[key])
          ? []
          : [{ key, expected, met: met[key], first: firstAmiss(key, expected, met[key]) }];
      });
  return { trace, differences, ranAway: away, holds: !away && differences.length === 0 };
}

export function metBy(trace: Trace): Met {
  const outcome = outcomeOf(trace);
  return {
    points: outcome.score,
    class: outcome.class,
    worstClass: outcome.worst,
    lists: closing(trace).lists.map(({ list }) => list),
    denied: outcome.denials.map(({ door }) => door),
    denials: outcome.denials.length,
    losses: outcome.losses.map(({ event }) => event),
    monthsShut: monthsShut(outcome),
  };
}

function same(key: Expectable, expected: Difference["expected"], met: Difference["met"]): boolean {
  const [one, other] = [wordsOf(expected), wordsOf(met)];
  if (one === null || other === null) return expected === met;
  const [mine, theirs] = key === "lists" ? [[...one].sort(), [...other].sort()] : [one, other];
  return mine.length === theirs.length && mine.every((each, at) => each === theirs[at]);
}

function firstAmiss(key: Expectable, expected: Difference["expected"], met: Difference["met"]): number | null {
  const [one, other] = [wordsOf(expected), wordsOf(met)];
  if (one === null || other === null) return null;
  const at = one.findIndex((each, index) => (key === "lists" ? !other.includes(each) : each !== other[index]));
  return at === -1 ? null : at;
}

function wordsOf(value: Difference["met"]): readonly string[] | null {
  return Array.isArray(value) ? (value as readonly string[]) : null;
}
