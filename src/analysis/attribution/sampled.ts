import type { RuleId } from "../../model/rule.ts";
import { withoutRules } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { HARM_KINDS, harmCounts, type HarmKind, harmsLess } from "../outcome.ts";

/** A whole number from `low` to `high`, both included, by chance. */
export type DrawWhole = (low: number, high: number) => number;

/** What taking a rule out took away, added up over all orders drawn. */
export interface Drawn {
  readonly sum: number;
  readonly squares: number;
}

export interface SampledShares {
  readonly orders: number;
  readonly drawn: Readonly<Record<HarmKind, ReadonlyMap<RuleId, Drawn>>>;
  readonly stopped: boolean;
}

/**
 * Takes all rules out in orders drawn by chance, and keeps what vanishes with each: the mean is an
 * estimate of its share, without bias. Each order adds up to the whole harm, and so do the means.
 * `more` is asked before each order with the orders so far.
 */
export async function sampledShares(
  lab: Lab,
  person: number,
  orders: number,
  draw: DrawWhole,
  more: (orders: number) => boolean | Promise<boolean>,
): Promise<SampledShares> {
  const drawn = { denied: new Map(), months: new Map(), losses: new Map() } as Record<HarmKind, Map<RuleId, Drawn>>;
  for (let order = 0; order < orders; order++) {
    if (!(await more(order))) return { orders: order, drawn, stopped: true };
    let life = await lab.lifeUnder(lab.rulebook, person);
    const gone: RuleId[] = [];
    for (const rule of shuffled(lab, draw)) {
      gone.push(rule);
      // A rule that does not match in a life takes nothing with it.
      if (!life.matched.has(rule)) continue;
      const before = life;
      life = await lab.lifeUnder(withoutRules(lab.rulebook, gone), person);
      const taken = harmsLess(harmCounts(before.outcome), harmCounts(life.outcome));
      for (const kind of HARM_KINDS) note(drawn[kind], rule, taken[kind]);
    }
  }
  return { orders, drawn, stopped: false };
}

function note(drawn: Map<RuleId, Drawn>, rule: RuleId, taken: number): void {
  const { sum, squares } = drawn.get(rule) ?? { sum: 0, squares: 0 };
  drawn.set(rule, { sum: sum + taken, squares: squares + taken * taken });
}

/** Every order is as likely as every other (Fisher and Yates). */
function shuffled({ rulebook }: Lab, draw: DrawWhole): RuleId[] {
  const rules = rulebook.rules.map(({ id }) => id);
  for (let last = rules.length - 1; last > 0; last--) {
    const at = draw(0, last);
    [rules[at], rules[last]] = [rules[last]!, rules[at]!];
  }
  return rules;
}

/** A mean of whole numbers, how far it may be off by chance, and where the true value lies in 95 of 100 such samples. */
export interface Estimate {
  readonly standardError: number;
  readonly from: number;
  readonly to: number;
}

/** `null` for fewer than two orders. */
export function estimateOf({ sum, squares }: Drawn, orders: number): Estimate | null {
  if (orders < 2) return null;
  const mean = sum / orders;
  const standardError = Math.sqrt(Math.max(0, (squares - orders * mean * mean) / (orders - 1)) / orders);
  return { standardError, from: mean - NINETY_FIVE * standardError, to: mean + NINETY_FIVE * standardError };
}

/** Standard errors to either side of a mean within which 95 % of a normal distribution lie. */
const NINETY_FIVE = 1.959963984540054;
