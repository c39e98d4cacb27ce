import type { FixtureEvent, Persona } from "../../model/persona.ts";
import type { Month } from "../../model/story-time.ts";
import type { Prepared } from "../../model/verdict.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import type { Outcome } from "../outcome.ts";
import type { GoesOn } from "./axis.ts";
import type { Trials } from "./trials.ts";

/** What the person would have had to do: one act left out, or put off by so many months. */
export interface FoundAct {
  /** The line of the fixture, from 1. */
  readonly line: number;
  readonly act: FixtureEvent;
  /** Months by which it is put off; `null` where it is left out. */
  readonly delay: number | null;
  readonly outcome: Outcome;
}

/** What there was to try on the side of the person. */
export interface ActSpace {
  readonly acts: number;
  readonly delays: number;
}

/**
 * Every act of the person, conduct or attempt, is left out once, and put off month by month until the
 * goal is reached or the story ends. All else in the fixture stays where it is; within a month its
 * order stays. The changed person is used here and nowhere kept.
 */
export async function searchActs(
  prepared: Prepared,
  persona: Persona,
  trials: Trials,
  until: Month,
  goesOn: GoesOn,
): Promise<{
  readonly found: readonly FoundAct[];
  readonly space: ActSpace;
  /** Delays decided. */
  readonly done: number;
  readonly stopped: boolean;
}> {
  const acts = actsOf(persona, until);
  const space = actSpace(persona, until);
  const found: FoundAct[] = [];
  let done = 0;
  for (const { act, line } of acts) {
    const before = done;
    const moved = (month: Month): Outcome | null => trials.of(prepared, withMonth(persona, line, month)).reached;
    // What comes after the story has ended does not come at all.
    const without = moved(until + 1);
    if (without !== null) found.push({ line, act, delay: null, outcome: without });
    for (let delay = 1; act.month + delay <= until; delay++) {
      if (!(await goesOn(done))) return { found, space, done, stopped: true };
      const outcome = moved(act.month + delay);
      done++;
      if (outcome === null) continue;
      found.push({ line, act, delay, outcome });
      break;
    }
    // Longer delays than one that reaches the goal need not be tried.
    done = before + until - act.month;
  }
  return { found, space, done, stopped: false };
}

export function actSpace(persona: Persona, until: Month): ActSpace {
  const acts = actsOf(persona, until);
  return { acts: acts.length, delays: acts.reduce((sum, { act }) => sum + until - act.month, 0) };
}

function actsOf({ timeline }: Persona, until: Month): { readonly act: FixtureEvent; readonly line: number }[] {
  return timeline.flatMap((act, at) => (isAct(act) && act.month <= until ? [{ act, line: at + 1 }] : []));
}

/** What the person does, and not what befalls them or is decided about them. */
function isAct(line: FixtureEvent): boolean {
  return !("event" in line) || eventKind(line.event).group === "conduct";
}

/** Lines keep their numbers, by which attempts are known. */
function withMonth(persona: Persona, line: number, month: Month): Persona {
  return { ...persona, timeline: persona.timeline.map((each, at) => (at + 1 === line ? { ...each, month } : each)) };
}
