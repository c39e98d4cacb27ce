import type { FixtureEvent, Persona } from "../model/persona.ts";
import {
  CIRCUMSTANCE_NAMES,
  type CircumstanceName,
  type Circumstances,
  unsaid,
} from "../model/vocabulary/circumstances.ts";
import { PURPOSES } from "../model/vocabulary/doors.ts";
import { eventKind, type Needs } from "../model/vocabulary/events.ts";

/** A life of a rule test: nobody's. */
export interface UnnamedLife {
  /** Its name is one that the type asks for and is never printed. */
  readonly persona: Persona;
  /** What had to be taken as given for its events to happen at all. */
  readonly given: Given;
}

export type Given = Readonly<Partial<Record<CircumstanceName, string>>>;

/**
 * The life in which these events happen, and of which nothing else is known. An instalment cannot be
 * missed where there is no loan: so each circumstance that an event needs, and that no earlier one
 * has set, holds at the opening, with the first value with which the event may happen.
 */
export function unnamedLife(events: readonly FixtureEvent[]): UnnamedLife {
  const given: Record<string, string> = {};
  const settled = new Set<string>();
  for (const event of events) {
    for (const [name, values] of Object.entries(needsOf(event))) {
      if (settled.has(name)) continue;
      given[name] = values[0]!;
      settled.add(name);
    }
    for (const name of Object.keys("event" in event ? (eventKind(event.event).sets ?? {}) : {})) settled.add(name);
  }
  const circumstances = Object.fromEntries(
    CIRCUMSTANCE_NAMES.map((name) => [name, given[name] ?? unsaid(name)]),
  ) as Circumstances;
  return { persona: { id: "unnamed", name: "lin-yuan", circumstances, timeline: events }, given };
}

function needsOf(event: FixtureEvent): Needs {
  return ("event" in event ? eventKind(event.event).needs : PURPOSES[event.purpose].needs) ?? {};
}
