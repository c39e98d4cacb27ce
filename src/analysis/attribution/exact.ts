import type { RuleId } from "../../model/rule.ts";
import type { Lab } from "../lab.ts";
import { harmCounts, type HarmKind, outcomeOf } from "../outcome.ts";
import { type Cube, cubesOf } from "./cubes.ts";
import { shutBy } from "./last-doors.ts";
import { Shares } from "./shares.ts";

/** The shares of every kind of harm. */
export type SharesByKind = Readonly<Record<HarmKind, Shares>>;

export interface ExactShares {
  readonly shares: SharesByKind;
  /** Lives that stand for all sets of rules. */
  readonly lives: number;
  /** Rules that act in at least one set of rules; all others have no share in anything. */
  readonly active: readonly RuleId[];
}

/**
 * The Shapley values of one person's harms over all sets of rules. `more` is asked before each life
 * but the first with the lives so far; where it says no, there is no answer (`null`).
 */
export async function exactShares(
  lab: Lab,
  person: number,
  more: (lives: number) => boolean | Promise<boolean>,
): Promise<ExactShares | null> {
  const players = lab.rulebook.rules.length;
  const shares = { denied: new Shares(players), months: new Shares(players), losses: new Shares(players) };
  const active = new Set<RuleId>();
  let lives = 0;
  for await (const cube of cubesOf(lab, person)) {
    lives++;
    for (const rule of [...cube.present, ...cube.absent]) active.add(rule);
    share(cube, shares, active);
    if (!(await more(lives))) return null;
  }
  return { shares, lives, active: lab.rulebook.rules.flatMap(({ id }) => (active.has(id) ? [id] : [])) };
}

function share({ present, absent, trace }: Cube, shares: SharesByKind, active: Set<RuleId>): void {
  const { denied, losses } = harmCounts(outcomeOf(trace));
  shares.denied.add(present, absent, denied);
  shares.losses.add(present, absent, losses);
  for (const { measures, months } of shutBy(trace)) {
    shares.months.add(present, absent, months);
    // Where one of the measures is in every set, so are the months; else they are in all sets but those without any.
    if (measures.some((measure) => present.includes(measure))) continue;
    shares.months.add(present, [...absent, ...measures], -months);
    for (const measure of measures) active.add(measure);
  }
}
