import { type Turn, turnsIn } from "../../../analysis/turns.ts";
import type { Trace } from "../../../model/trace.ts";
import { type Act, actsIn, lossesIn } from "./acts.ts";
import { type Curve, curveOf } from "./score.ts";
import { type Passage, passagesIn, type Refusal, refusalsIn } from "./spans.ts";

/** What a picture draws of one life under one rulebook, read from the trace once. */
export interface Life {
  readonly trace: Trace;
  /** `null` where no score is kept. */
  readonly curve: Curve | null;
  readonly acts: readonly Act[];
  readonly refusals: readonly Refusal[];
  readonly passages: readonly Passage[];
  readonly losses: readonly Act[];
  readonly turns: readonly Turn[];
}

export function lifeIn(trace: Trace): Life {
  return {
    trace,
    curve: curveOf(trace),
    acts: actsIn(trace),
    refusals: refusalsIn(trace),
    passages: passagesIn(trace),
    losses: lossesIn(trace),
    turns: turnsIn(trace),
  };
}

/** What is drawn over a life: the same life under another rulebook, and what that is called. */
export interface Beside {
  readonly life: Life;
  readonly says: string;
}
