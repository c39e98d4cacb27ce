import type { FixtureEvent, Persona } from "../../model/persona.ts";
import type { Month } from "../../model/story-time.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import type { Outcome } from "../outcome.ts";

/** A life with events put before its own events of one month, and how to speak of its lines as they were. */
export interface Planted {
  readonly persona: Persona;
  /** The outcome of that life with the line numbers of the fixture. */
  readonly renumbered: (outcome: Outcome) => Outcome;
}

/** The life is changed only here, inside an analysis; nobody can bring one. */
export function planted(persona: Persona, month: Month, events: readonly LifeEventKind[]): Planted {
  const { timeline } = persona;
  const first = timeline.findIndex((line) => line.month >= month);
  const place = first === -1 ? timeline.length : first;
  const later = (line: number): number => (line > place ? line + events.length : line);
  const earlier = (line: number): number => (line > place ? line - events.length : line);
  const moved = timeline.map((line): FixtureEvent => ({
    ...line,
    ...(line.occasionedBy === undefined ? {} : { occasionedBy: later(line.occasionedBy) }),
  }));
  return {
    persona: {
      ...persona,
      timeline: [
        ...moved.slice(0, place),
        ...events.map((event): FixtureEvent => ({ month, event })),
        ...moved.slice(place),
      ],
    },
    renumbered: (outcome) => ({
      ...outcome,
      denials: outcome.denials.map((denial) => ({
        ...denial,
        line: denial.line === null ? null : earlier(denial.line),
      })),
    }),
  };
}
