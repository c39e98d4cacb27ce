import type { PreparedRule } from "../model/verdict.ts";
import { targetsOf } from "./same-effect.ts";
import { compared, type Comparison, type Study } from "./study.ts";

/** Two rules that act on the same thing and can be asked at the same event. */
export interface Pair {
  readonly first: PreparedRule;
  readonly second: PreparedRule;
  /** `null` where there are too many cases. */
  readonly comparison: Comparison | null;
}

const PAIRS = new WeakMap<Study, readonly Pair[]>();

/** All such pairs of rules that can match, in rulebook order. */
export function pairsOf(study: Study): readonly Pair[] {
  const known = PAIRS.get(study);
  if (known !== undefined) return known;
  const { able } = study;
  const pairs = able.flatMap((first, at) =>
    able
      .slice(at + 1)
      .filter((second) => meet(first, second))
      .map((second) => ({ first, second, comparison: compared(first, second, study) ?? null })),
  );
  PAIRS.set(study, pairs);
  return pairs;
}

export function meet(first: PreparedRule, second: PreparedRule): boolean {
  if (first.rule.then.kind !== second.rule.then.kind) return false;
  const others = targetsOf(second.rule.then);
  if (!targetsOf(first.rule.then).some((target) => others.includes(target))) return false;
  return [...first.consultedAt].some((event) => second.consultedAt.has(event));
}
