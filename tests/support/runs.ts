import type { Parameters } from "fast-check";

/** `npm run test:long`: everything that `npm test` only draws from. */
export const LONGER = process.env["DEMERIT_LONG"] === "1";

/** What `npm test` makes do with, and what the long tests take. */
export function few<T>(short: T, long: T): T {
  return LONGER ? long : short;
}

/**
 * Of many like cases `most`, from all over the list, and at each `turn` others, so that a table of turns has them
 * all; of the long tests each has them all.
 */
export function some<T>(cases: readonly T[], most: number, turn = 0): readonly T[] {
  if (LONGER || most >= cases.length) return cases;
  const taken = new Set(
    Array.from({ length: most }, (_, at) => (Math.floor((at * cases.length) / most) + turn) % cases.length),
  );
  return cases.filter((_, at) => taken.has(at));
}

/**
 * The same cases on every run, so that a red test is red for everybody: `short` of them in `npm test`, more where
 * there is time. To look further afield: `SEED=7 TIMES=20 npm test` draws others, and twenty times as many; what
 * fails says its seed.
 */
export function runs<T>(short: number, long = 4 * short): Parameters<T> {
  return { numRuns: few(short, long) * TIMES, seed: Number(process.env["SEED"] ?? 2010) };
}

const TIMES = Number(process.env["TIMES"] ?? 1);

/** Milliseconds after which a property has hung. */
export const LONG = few(180_000, 600_000) * TIMES;
