import { drawFrom } from "./chance.ts";
import { LARGEST_SEED, seedOf } from "./seed.ts";
import type { FixtureEvent, Persona } from "../model/persona.ts";
import { CIRCUMSTANCE_NAMES, type Circumstances, unsaid } from "../model/vocabulary/circumstances.ts";
import { PURPOSES } from "../model/vocabulary/doors.ts";
import { eventKind, type Needs } from "../model/vocabulary/events.ts";
import {
  type Attempt,
  ATTEMPTS,
  BEGINNINGS,
  CONDUCT,
  type Conduct,
  type Drawable,
  FREE_NAMES,
  SEQUELS,
  SURROUNDINGS,
} from "./drawable.ts";

/**
 * One more invented person, drawn over the closed lists; the same from the same seed on every
 * platform, since only whole numbers are drawn. 8 to 20 events in order of time, each possible and
 * plausible by what stands before it in the timeline; what a rulebook makes of them is not foreseen.
 * Throws a RangeError for anything but a seed: ask `seedOf` first.
 */
export function drawPersona(seed: number): Persona {
  if (seedOf(String(seed)) === undefined) throw new RangeError(`a seed is a whole number from 0 to ${LARGEST_SEED}`);
  const draw = drawingFrom(seed);
  const name = FREE_NAMES[draw.whole(0, FREE_NAMES.length - 1)]!;
  const circumstances = drawCircumstances(draw);
  return { id: `seed-${seed}`, name, circumstances, timeline: drawTimeline(draw, circumstances) };
}

interface Drawing {
  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of them, as often as its weight says; there must be one. */
  oneOf<T extends Drawable>(items: readonly T[]): T;
}

function drawingFrom(seed: number): Drawing {
  const whole = drawFrom(seed);
  const oneOf = <T extends Drawable>(items: readonly T[]): T => {
    let left = whole(
      1,
      items.reduce((sum, { weight }) => sum + weight, 0),
    );
    return items.find(({ weight }) => (left -= weight) <= 0)!;
  };
  return { whole, oneOf };
}

function drawCircumstances(draw: Drawing): Circumstances {
  const { circumstances } = draw.oneOf(BEGINNINGS);
  return Object.fromEntries(
    CIRCUMSTANCE_NAMES.map((name) => {
      const values = SURROUNDINGS[name];
      if (values === undefined) return [name, circumstances[name] ?? (name === "lodging" ? "not-tried" : unsaid(name))];
      return [name, values[draw.whole(0, values.length - 1)]!];
    }),
  ) as Circumstances;
}

/** Months between one event and the next, 1 to this: twenty events fit into ten years. */
const LONGEST_PAUSE = 5;

function drawTimeline(draw: Drawing, opening: Circumstances): FixtureEvent[] {
  const now: Record<string, string> = { ...opening };
  const timeline: FixtureEvent[] = [];
  const occasioned = new Map<number, Set<Conduct | Attempt>>();
  const length = draw.whole(8, 20);
  for (let month = draw.whole(0, LONGEST_PAUSE); timeline.length < length; month += draw.whole(1, LONGEST_PAUSE)) {
    const { next, occasionedBy } = drawNext(draw, timeline, occasioned, now);
    timeline.push({ month, ...(occasionedBy === null ? {} : { occasionedBy }), ...what(next) });
    if (occasionedBy !== null) occasioned.set(occasionedBy, (occasioned.get(occasionedBy) ?? new Set()).add(next));
    if ("event" in next) Object.assign(now, eventKind(next.event).sets);
  }
  return timeline;
}

interface Next {
  readonly next: Conduct | Attempt;
  /** The line, from 1, that it follows from. */
  readonly occasionedBy: number | null;
}

/** What the latest line that still may occasion something occasions, or something new: the one as often as the other. */
function drawNext(
  draw: Drawing,
  timeline: readonly FixtureEvent[],
  occasioned: ReadonlyMap<number, ReadonlySet<Conduct | Attempt>>,
  now: Readonly<Record<string, string>>,
): Next {
  const waiting = timeline.flatMap((line, at) => {
    const all = "event" in line ? (SEQUELS[line.event] ?? []) : [];
    const sequels = all.filter((each) => occasioned.get(at + 1)?.has(each) !== true && fits(each, now));
    return sequels.length > 0 ? [{ line: at + 1, sequels }] : [];
  });
  const latest = waiting.at(-1);
  if (latest !== undefined && draw.whole(1, 100) <= 50)
    return { next: draw.oneOf(latest.sequels), occasionedBy: latest.line };
  const fresh: readonly (Conduct | Attempt)[] = draw.whole(1, 100) <= 50 ? ATTEMPTS : CONDUCT;
  return { next: draw.oneOf(fresh.filter((each) => fits(each, now))), occasionedBy: null };
}

/** Whether it can happen, and is plausible, under the circumstances. */
function fits(each: Conduct | Attempt, now: Readonly<Record<string, string>>): boolean {
  const needs = "event" in each ? eventKind(each.event).needs : PURPOSES[each.purpose].needs;
  return holds(needs, now) && holds(each.when, now);
}

function holds(needs: Needs | undefined, now: Readonly<Record<string, string>>): boolean {
  return Object.entries(needs ?? {}).every(([name, values]) => values.includes(now[name]!));
}

function what(next: Conduct | Attempt): { event: Conduct["event"] } | Pick<Attempt, "attempt" | "purpose"> {
  return "event" in next ? { event: next.event } : { attempt: next.attempt, purpose: next.purpose };
}
