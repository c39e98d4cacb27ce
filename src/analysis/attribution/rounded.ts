import { divisor } from "./shares.ts";

/** A share as an exact fraction. */
export interface Fraction {
  readonly top: bigint;
  /** Greater than 0. */
  readonly bottom: bigint;
}

/**
 * The fractions in hundredths, so that they add up to their sum, which must be a whole number: each is
 * rounded down, and the hundredths that are missing go to those that lost most, the first first.
 */
export function hundredthsOf(fractions: readonly Fraction[]): number[] {
  const parts = fractions.map(({ top, bottom }, at) => {
    const lost = (((top * 100n) % bottom) + bottom) % bottom;
    return { at, down: (top * 100n - lost) / bottom, lost, bottom };
  });
  // One bottom for all would do; with several, what was lost is compared crosswise.
  const byLoss = [...parts].sort((a, b) => {
    const more = b.lost * a.bottom - a.lost * b.bottom;
    return more > 0n ? 1 : more < 0n ? -1 : a.at - b.at;
  });
  const missing = Math.round(parts.reduce((sum, { lost, bottom }) => sum + Number(lost) / Number(bottom), 0));
  const raised = new Set(byLoss.slice(0, missing).map(({ at }) => at));
  return parts.map(({ at, down }) => Number(down) + (raised.has(at) ? 1 : 0));
}

/** `13/6`, or `2` where it is whole. */
export function fractionText({ top, bottom }: Fraction): string {
  const common = divisor(top, bottom);
  return bottom === common ? String(top / common) : `${top / common}/${bottom / common}`;
}

export function numberOf({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom);
}
