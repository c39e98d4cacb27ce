import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A whole number from `low` to `high`, both included, each as likely as any other. */
export type Draw = (low: number, high: number) => number;

/** Draws the same numbers from the same seed on every platform. */
export function drawFrom(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (low, high) => uniformInt(generator, low, high);
}
