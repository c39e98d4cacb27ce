import type { RuleId } from "../../model/rule.ts";

/**
 * Shapley values, exactly: whole numbers over one denominator. A game is given in pieces, each worth
 * something wherever all of some rules and none of some others take part, and nothing elsewhere; the
 * shares of a sum of games are the sums of their shares.
 */
export class Shares {
  /** The least common multiple of 1 … n: every weight of n players is a whole number over it. */
  readonly denominator: bigint;
  readonly #sums = new Map<RuleId, bigint>();
  readonly #weights = new Map<string, bigint>();

  constructor(players: number) {
    let common = 1n;
    for (let each = 2n; each <= BigInt(players); each++) common = (common / divisor(common, each)) * each;
    this.denominator = common;
  }

  /**
   * In a random order a rule of `present` completes the piece if all others of `present` stand before
   * it and all of `absent` behind: (a − 1)! b! / (a + b)! of the orders. A rule of `absent` ends it
   * if it is the first of them and all of `present` stand before: a! (b − 1)! / (a + b)!.
   */
  add(present: readonly RuleId[], absent: readonly RuleId[], worth: number): void {
    if (worth === 0) return;
    const [a, b] = [present.length, absent.length];
    const gain = BigInt(worth) * this.#weight(a, b);
    for (const rule of present) this.#sums.set(rule, this.of(rule) + gain);
    const loss = BigInt(worth) * this.#weight(b, a);
    for (const rule of absent) this.#sums.set(rule, this.of(rule) - loss);
  }

  /** The share of a rule, times the denominator. */
  of(rule: RuleId): bigint {
    return this.#sums.get(rule) ?? 0n;
  }

  /** (own − 1)! other! / (own + other)!, times the denominator; 0 where there is nobody to have it. */
  #weight(own: number, other: number): bigint {
    const key = `${own} ${other}`;
    const known = this.#weights.get(key);
    if (known !== undefined) return known;
    const weight = own === 0 ? 0n : this.denominator / (BigInt(own) * choose(own + other, own));
    this.#weights.set(key, weight);
    return weight;
  }
}

function choose(of: number, some: number): bigint {
  let ways = 1n;
  for (let each = 1; each <= some; each++) ways = (ways * BigInt(of - some + each)) / BigInt(each);
  return ways;
}

/** The greatest common divisor of two whole numbers of which one is not 0. */
export function divisor(one: bigint, other: bigint): bigint {
  return other === 0n ? (one < 0n ? -one : one) : divisor(other, one % other);
}
