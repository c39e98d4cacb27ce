import type { Month } from "../model/story-time.ts";
import type { Trace } from "../model/trace.ts";
import { type CircumstanceName, CIRCUMSTANCE_NAMES } from "../model/vocabulary/circumstances.ts";
import { eventKind } from "../model/vocabulary/events.ts";
import { hasLapsed } from "./harms.ts";
import { monthEnds } from "./month-ends.ts";
import { outcomeOf } from "./outcome.ts";

/** What came back to a person within the time, and what did not. */
export interface PersonRecovery {
  readonly persona: string;
  /** Month ends below the class of the opening. */
  readonly below: number;
  /** The first of them; `null` where there is none. */
  readonly left: Month | null;
  /** The last month at whose end the class is that of the opening, or better; `null` where none is. */
  readonly lastThere: Month | null;
  /** Since when it is so to the end; `null` where the life ends below. */
  readonly backSince: Month | null;
  /** What a rule has led to that was not restored. */
  readonly changed: readonly { readonly name: CircumstanceName; readonly was: string; readonly is: string }[];
  readonly losses: number;
}

/** `opening`: the class of the opening. */
export function personRecovery(trace: Trace, opening: string): PersonRecovery {
  const ends = monthEnds(trace);
  const place = placer(trace);
  const isBelow = ends.map((end) => place(end.class) > place(opening));
  const last = isBelow.lastIndexOf(true);
  const first = isBelow.indexOf(true);
  const there = isBelow.lastIndexOf(false);
  return {
    persona: trace.persona.id,
    below: isBelow.filter(Boolean).length,
    left: first === -1 ? null : first,
    lastThere: there === -1 ? null : there,
    backSince: last === ends.length - 1 ? null : last + 1,
    changed: changedForGood(trace),
    losses: outcomeOf(trace).losses.length,
  };
}

/** Circumstances that end otherwise than they began, and were last set by what a rule led to, or by a loss. */
function changedForGood({ opening, entries }: Trace): PersonRecovery["changed"] {
  const setByRule = new Map<string, boolean>();
  for (const entry of entries) {
    const { happening } = entry;
    if (happening.kind !== "life-event" || hasLapsed(entry)) continue;
    const { sets, group } = eventKind(happening.event);
    for (const name of Object.keys(sets ?? {}))
      setByRule.set(name, happening.origin.kind === "derived" || group === "loss");
  }
  const end = entries.at(-1)!.after.circumstances;
  return CIRCUMSTANCE_NAMES.flatMap((name) =>
    setByRule.get(name) === true && end[name] !== opening.circumstances[name]
      ? [{ name, was: opening.circumstances[name], is: end[name] }]
      : [],
  );
}

/** The place of a class, from 0 for the highest. */
export function placer({ rulebook }: Trace): (id: string | null) => number {
  const classes = rulebook.scoring!.classes.map(({ id }) => id);
  return (id) => classes.indexOf(id!);
}
