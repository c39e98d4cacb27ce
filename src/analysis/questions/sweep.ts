import type { Evidence } from "../../model/evidence.ts";
import type { RuleId } from "../../model/rule.ts";
import { evidenceOfDial } from "../dial-evidence.ts";
import { type Dial, mayBe } from "../dials.ts";
import { changesUnder, type Experiment, experimentOn, type PersonaChange, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import type { Outcome } from "../outcome.ts";
import { type Grid, sweepGrid } from "./sweep-grid.ts";
import { sweepLine } from "./sweep-line.ts";

/** One number, or two together, at every integer of a range: what changes where. */
export interface Sweep extends Experiment<"sweep"> {
  /** One or two. */
  readonly numbers: readonly SweptNumber[];
  /** Of one number, in ascending order; empty for two. Only points differ within an interval. */
  readonly intervals: readonly SweptInterval[];
  /** Of two numbers. */
  readonly grid: Grid | null;
}

export interface SweptNumber {
  /** Its dial, for instance `suining/loan-default.points`. */
  readonly address: string;
  readonly rule: RuleId | null;
  readonly unit: Dial["unit"];
  readonly now: number;
  /** Of the number as it stands; at any other value it is invented. */
  readonly evidence: Evidence;
  /** The integers swept, both included. */
  readonly from: number;
  readonly to: number;
}

export interface SweptInterval {
  readonly from: number;
  readonly to: number;
  /** The integer nearest to where the number stands; the outcomes are those of it. */
  readonly at: number;
  /** Against the baseline; those for whom nothing differs are left out. */
  readonly changes: readonly PersonaChange[];
}

/** A dial and the integers to be tried, both ends included. */
export interface Swept {
  readonly dial: Dial;
  readonly from: number;
  readonly to: number;
}

/** How many rulebooks a sweep asks for; 0 points, which would enter nothing, are none. */
export function integersOf(swept: readonly Swept[]): number {
  return swept.reduce((product, { dial, from, to }) => {
    const zero = from <= 0 && to >= 0 && !mayBe(dial, 0) ? 1 : 0;
    return product * (to - from + 1 - zero);
  }, 1);
}

/** `swept`: one or two different dials of the lab's rulebook. */
export async function sweep(
  lab: Lab,
  swept: readonly [Swept] | readonly [Swept, Swept],
  progress: Progress,
): Promise<Sweep> {
  const before = (await lab.baseline()).map(({ outcome }) => outcome);
  const changes = (after: readonly Outcome[]): PersonaChange[] => changesUnder(lab, before, after);
  const of = integersOf(swept);
  const [first, second] = swept;
  const line = second === undefined ? await sweepLine(lab, first, (done) => progress(done, of)) : null;
  const crossed =
    second === undefined ? null : await sweepGrid(lab, [first, second], changes, (done) => progress(done, of));
  const { variants, stopped } = (line ?? crossed)!;
  return {
    ...experimentOn("sweep", lab, before, { variants, of: crossed?.of ?? of, seed: null, stopped }),
    numbers: swept.map(({ dial, from, to }) => ({
      address: dial.address,
      rule: dial.rule,
      unit: dial.unit,
      now: dial.now,
      evidence: evidenceOfDial(lab.rulebook, dial),
      from,
      to,
    })),
    intervals: (line?.intervals ?? []).map(({ outcomes, ...interval }) => ({
      ...interval,
      changes: changes(outcomes),
    })),
    grid: crossed?.grid ?? null,
  };
}
