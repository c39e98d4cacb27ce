import type { Parameters } from "fast-check";

/**
 * The same cases on every run, so that a red test is red for everybody. To look further afield:
 * `SEED=7 TIMES=20 npx vitest run …` draws others, and twenty times as many.
 */
export function runs<T>(count: number): Parameters<T> {
  return { numRuns: count * TIMES, seed: Number(process.env["SEED"] ?? 2010) };
}

/** Whether there is time for more than `npm test` looks at: `DEMERIT_LONG=1`. */
export const LONGER = process.env["DEMERIT_LONG"] === "1";

const TIMES = Number(process.env["TIMES"] ?? 1);

/** Milliseconds after which a property has hung. */
export const LONG = 60_000 * TIMES * (LONGER ? 10 : 1);
