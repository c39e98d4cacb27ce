import type { Evidence } from "../../model/evidence.ts";
import type { RuleId } from "../../model/rule.ts";
import { evidenceOfDial } from "../dial-evidence.ts";
import { type Dial, mayBe } from "../dials.ts";
import { changesUnder, type Experiment, experimentOn, type PersonaChange, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { sweepLine, type Swept } from "./sweep-line.ts";

/** One number at every integer of a range: what changes where. */
export interface Sweep extends Experiment<"sweep"> {
  readonly number: SweptNumber;
  /** In ascending order. Only points differ within an interval. */
  readonly intervals: readonly SweptInterval[];
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

/** How many rulebooks a sweep asks for; 0 points, which would enter nothing, are none. */
export function integersOf({ dial, from, to }: Swept): number {
  const zero = from <= 0 && to >= 0 && !mayBe(dial, 0);
  return to - from + (zero ? 0 : 1);
}

export async function sweep(lab: Lab, swept: Swept, progress: Progress): Promise<Sweep> {
  const { dial, from, to } = swept;
  const before = (await lab.baseline()).map(({ outcome }) => outcome);
  const of = integersOf(swept);
  const { intervals, variants, stopped } = await sweepLine(lab, swept, (done) => progress(done, of));
  return {
    ...experimentOn("sweep", lab, before, { variants, of, stopped }),
    number: {
      address: dial.address,
      rule: dial.rule,
      unit: dial.unit,
      now: dial.now,
      evidence: evidenceOfDial(lab.rulebook, dial),
      from,
      to,
    },
    intervals: intervals.map(({ outcomes, ...interval }) => ({
      ...interval,
      changes: changesUnder(lab, before, outcomes),
    })),
  };
}
