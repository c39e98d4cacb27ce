import { exactShares } from "../attribution/exact.ts";
import { HARM_KINDS, type HarmCounts, harmCounts, type HarmKind, harmsLess } from "../outcome.ts";
import { type Fraction, fractionText, hundredthsOf, numberOf } from "../attribution/rounded.ts";
import { type DrawWhole, type Estimate, estimateOf, sampledShares } from "../attribution/sampled.ts";
import { takenWithout, type TakenWithout, type Why, whyOf } from "../attribution/why.ts";
import type { RuleId } from "../../model/rule.ts";
import { type Experiment, experimentOn, type Progress, withoutRules } from "../experiment.ts";
import type { Lab } from "../lab.ts";

/** How much of each kind of harm in one life belongs to each rule. */
export interface Attribution extends Experiment<"attribution"> {
  readonly method: Method;
  /** Rules that act in at least one of the sets of rules looked at, in rulebook order; the others have no share. */
  readonly active: readonly RuleId[];
  /** Three games apart, never added. */
  readonly harms: readonly HarmShares[];
}

export type Method =
  /** Over all sets of rules; `lives` stand for all of them. */
  | { readonly kind: "exact"; readonly lives: number }
  /** Over orders drawn by chance, since more than `limit` lives would be needed; `limit` 0 where chance was asked for. */
  | { readonly kind: "sampled"; readonly orders: number; readonly limit: number }
  /** Ended by the reader before there were shares. */
  | { readonly kind: "none" };

export interface HarmShares {
  readonly kind: HarmKind;
  /** Under all rules, and under none. The shares add up to the difference. */
  readonly total: number;
  readonly withoutAny: number;
  /** In rulebook order, without the rules for which everything is 0. */
  readonly rules: readonly RuleShare[];
}

export interface RuleShare {
  readonly rule: RuleId;
  /** Its Shapley value; `null` where there is none yet. */
  readonly share: Share | null;
  /** What vanishes when it alone is left out, less what appears. */
  readonly leftOut: number;
  readonly why: Why | null;
}

export interface Share {
  readonly value: number;
  /** As printed, so that the printed ones add up. */
  readonly hundredths: number;
  /** Exactly: `13/6`. Of a sample, the mean. */
  readonly fraction: string;
  /** Of a sample; `null` where the share is exact. */
  readonly estimate: Estimate | null;
}

export interface AttributeOptions {
  /** With more lives than these the shares are drawn by chance. */
  readonly limit: number;
  readonly orders: number;
  readonly seed: number;
  readonly draw: DrawWhole;
}

/** For the first persona of the lab, which has no other. */
export async function attribute(lab: Lab, options: AttributeOptions, progress: Progress): Promise<Attribution> {
  const rules = lab.rulebook.rules.map(({ id }) => id);
  const countsWithout = async (gone: readonly RuleId[]): Promise<HarmCounts> =>
    harmCounts((await lab.lifeUnder(withoutRules(lab.rulebook, gone), 0)).outcome);
  const before = await lab.baseline();
  const all = await countsWithout([]);
  const none = await countsWithout(rules);
  const dealt = await deal(lab, options, progress);
  const whys = new Map<RuleId, Whys>();
  let stopped = dealt.stopped;
  for (const [at, rule] of rules.entries()) {
    stopped ||= !(await progress(at, rules.length));
    const alone = harmsLess(all, await countsWithout([rule]));
    const differs = (kind: HarmKind): -1 | 0 | 1 | null => difference(dealt.dealt?.(kind, rule), alone[kind]);
    const taken =
      stopped || HARM_KINDS.every((kind) => differs(kind) === 0) ? NOBODY : await takenWithout(lab, 0, rule);
    whys.set(rule, {
      alone,
      why: (kind, share) => (stopped ? null : whyOf(kind, share, alone[kind], differs(kind), taken)),
    });
  }
  const { variants, of, seed, method, active } = dealt;
  return {
    ...experimentOn(
      "attribution",
      lab,
      before.map(({ outcome }) => outcome),
      { variants, of, seed, stopped },
    ),
    method,
    active,
    harms: HARM_KINDS.map((kind) => ({
      kind,
      total: all[kind],
      withoutAny: none[kind],
      rules: ruleShares(kind, rules, dealt, whys),
    })),
  };
}

const NOBODY: TakenWithout = new Map();

interface Whys {
  readonly alone: HarmCounts;
  readonly why: (kind: HarmKind, share: number) => Why | null;
}

/** A share before it is rounded. */
interface Portion {
  readonly fraction: Fraction;
  readonly estimate: Estimate | null;
}

interface Dealt extends Pick<Experiment["searched"], "variants" | "of" | "seed" | "stopped"> {
  readonly method: Method;
  readonly active: readonly RuleId[];
  /** `null` where it was ended before there were shares. */
  readonly dealt: ((kind: HarmKind, rule: RuleId) => Portion) | null;
}

/** Exactly where few enough lives stand for all sets of rules, else by chance. */
async function deal(lab: Lab, { limit, orders, seed, draw }: AttributeOptions, progress: Progress): Promise<Dealt> {
  let goesOn = true;
  let lives = 0;
  const more = async (so: number): Promise<boolean> => {
    lives = so;
    goesOn = await progress(Math.min(so, limit), limit);
    return goesOn && so <= limit;
  };
  const exact = limit === 0 ? null : await exactShares(lab, 0, more);
  if (exact !== null) {
    const { shares, active } = exact;
    return {
      method: { kind: "exact", lives },
      active,
      variants: lives,
      of: lives,
      seed: null,
      stopped: !goesOn,
      dealt: (kind, rule) => ({
        fraction: { top: shares[kind].of(rule), bottom: shares[kind].denominator },
        estimate: null,
      }),
    };
  }
  const nothing = { method: { kind: "none" }, active: [], stopped: true, dealt: null } as const;
  if (!goesOn) return { ...nothing, variants: lives, of: limit, seed: null };
  const sample = await sampledShares(lab, 0, orders, draw, (done) => progress(done, orders));
  if (sample.orders === 0) return { ...nothing, variants: 0, of: orders, seed };
  const { drawn } = sample;
  return {
    method: { kind: "sampled", orders: sample.orders, limit },
    active: lab.rulebook.rules.flatMap(({ id }) => (drawn.denied.has(id) ? [id] : [])),
    variants: sample.orders,
    of: orders,
    seed,
    stopped: sample.stopped,
    dealt: (kind, rule) => {
      const taken = drawn[kind].get(rule) ?? { sum: 0, squares: 0 };
      return {
        fraction: { top: BigInt(taken.sum), bottom: BigInt(sample.orders) },
        estimate: estimateOf(taken, sample.orders),
      };
    },
  };
}

/** The sign of a share less what vanishes without the rule; `null` where chance may have made the difference. */
function difference(portion: Portion | undefined, alone: number): -1 | 0 | 1 | null {
  if (portion === undefined) return 0;
  const { fraction, estimate } = portion;
  const more = fraction.top - BigInt(alone) * fraction.bottom;
  if (more === 0n) return 0;
  if (estimate !== null && estimate.from <= alone && alone <= estimate.to) return null;
  return more > 0n ? 1 : -1;
}

function ruleShares(
  kind: HarmKind,
  rules: readonly RuleId[],
  { dealt }: Dealt,
  whys: ReadonlyMap<RuleId, Whys>,
): RuleShare[] {
  const portions = rules.flatMap((rule) => {
    const { alone, why } = whys.get(rule)!;
    const portion = dealt?.(kind, rule) ?? null;
    return alone[kind] === 0 && (portion === null || portion.fraction.top === 0n)
      ? []
      : [{ rule, portion, why, leftOut: alone[kind] }];
  });
  const hundredths = hundredthsOf(portions.map(({ portion }) => portion?.fraction ?? { top: 0n, bottom: 1n }));
  return portions.map(({ rule, portion, why, leftOut }, at) => {
    if (portion === null) return { rule, share: null, leftOut, why: null };
    const value = numberOf(portion.fraction);
    const share = {
      value,
      hundredths: hundredths[at]!,
      fraction: fractionText(portion.fraction),
      estimate: portion.estimate,
    };
    return { rule, share, leftOut, why: why(kind, value) };
  });
}
