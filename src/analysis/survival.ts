import type { Told } from "../model/rule.ts";
import type { Trace } from "../model/trace.ts";
import { graphOf } from "./graph/graph.ts";
import { hasLapsed } from "./harms.ts";
import { decisionsIn, mostOf } from "./knowledge.ts";
import { happensElsewhere, knowsHappening, knownTo, type Reader } from "./readers.ts";

/** Of the decisions on a person, how much one reader sees. `reason + outcome + nothing = decisions`. */
export interface Survival {
  readonly decisions: number;
  readonly reason: number;
  /** That it was decided, and not why. */
  readonly outcome: number;
  readonly nothing: number;
  /** Of those without their reason: how many stood published with it. */
  readonly couldBeKnown: number;
  /** What courts and offices did or recorded in the story itself, and this reader does not see. */
  readonly unseen: number;
}

export function survivalFor(reader: Reader, trace: Trace): Survival {
  const decisions = decisionsIn(trace).map(({ effects, published }) => ({
    shown: mostOf(effects.map((effect) => knownTo(effect)[reader])),
    published,
  }));
  const count = (shown: Told): number => decisions.filter((each) => each.shown === shown).length;
  return {
    decisions: decisions.length,
    reason: count("reason"),
    outcome: count("outcome"),
    nothing: count("nothing"),
    couldBeKnown: decisions.filter(({ shown, published }) => shown !== "reason" && published).length,
    unseen: trace.entries.filter(
      (entry) =>
        entry.happening.kind === "life-event" &&
        happensElsewhere(entry.happening.event) &&
        !hasLapsed(entry) &&
        !knowsHappening(reader, entry, graphOf(trace)),
    ).length,
  };
}
