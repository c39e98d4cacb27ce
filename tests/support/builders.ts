import { type Memory, prepare } from "../../src/engine/prepare.ts";
import type { Condition, Constant, Leaf, Operator, FactName } from "../../src/model/condition.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { FixtureEvent, Persona } from "../../src/model/persona.ts";
import type { Rule, Then, Told } from "../../src/model/rule.ts";
import type { Class, Rulebook, Scoring } from "../../src/model/rulebook.ts";
import { parseMonth, printMonth } from "../../src/model/story-time.ts";
import type { Effect, Entry, Trace } from "../../src/model/trace.ts";
import {
  CIRCUMSTANCE_NAMES,
  type CircumstanceName,
  type Circumstances,
  unsaid,
} from "../../src/model/vocabulary/circumstances.ts";
import type { Door, Purpose } from "../../src/model/vocabulary/doors.ts";
import type { EventName, LifeEventKind } from "../../src/model/vocabulary/events.ts";
import { replay, type ReplayOptions } from "../../src/replay/replay.ts";

/** One comparison. */
export function fact(name: FactName, operator: Operator, value: Constant): Leaf {
  return { fact: name, operator, value };
}

/** “at this event, and …”. */
export function at(event: EventName, ...rest: readonly Condition[]): Condition {
  return { all: [fact("event", "equal", event), ...rest] };
}

interface RuleParts {
  readonly id: string;
  readonly when: Condition;
  readonly then: Then;
  readonly told?: Told;
  readonly evidence?: Evidence;
}

/** A rule that says nothing but what it does. */
export function aRule({ id, when, then, told = "outcome", evidence = "invented" }: RuleParts): Rule {
  return { id, pack: "toy", title: id, when, then, evidence, citations: [], told };
}

export const BANDS: readonly Class[] = [
  { id: "A", label: "good", min: 90 },
  { id: "B", label: "middling", min: 60 },
  { id: "C", label: "bad", min: null },
];

/** A score that opens at 100: A from 90, B from 60, C below. Nothing returns, nothing bounds it. */
export function aScoring(parts: Partial<Scoring> = {}): Scoring {
  return { opening: 100, classes: BANDS, assigned: "at-once", numbers: {}, ...parts };
}

export function aRulebook(rules: readonly Rule[], scoring: Scoring | null = aScoring()): Rulebook {
  return {
    id: "toy",
    title: "A toy",
    warning: null,
    packs: [],
    scoring,
    sources: {},
    questions: {},
    rules,
    digest: "toy",
  };
}

/** A line of a timeline: `on("Y1-02", "red-light")`. */
export function on(when: string, event: LifeEventKind, occasionedBy?: number): FixtureEvent {
  return { month: month(when), event, ...(occasionedBy === undefined ? {} : { occasionedBy }) };
}

/** A line of a timeline: `tries("Y1-02", "air-travel", "work")`. */
export function tries(when: string, attempt: Door, purpose: Purpose = "none", occasionedBy?: number): FixtureEvent {
  return { month: month(when), attempt, purpose, ...(occasionedBy === undefined ? {} : { occasionedBy }) };
}

/** Of any circumstance not given nothing is known. */
export function aPersona(
  timeline: readonly FixtureEvent[],
  known: Partial<Record<CircumstanceName, string>> = {},
): Persona {
  const circumstances = Object.fromEntries(
    CIRCUMSTANCE_NAMES.map((name) => [name, known[name] ?? unsaid(name)]),
  ) as Circumstances;
  return { id: "somebody", name: "an-ran", circumstances, timeline };
}

export function month(text: string): number {
  const parsed = parseMonth(text);
  if (parsed === undefined) throw new Error(`${text} is no story time`);
  return parsed;
}

/** Conditions that recur between tests are put to json-rules-engine once. */
const MEMORY: Memory = new Map();

export async function live(rulebook: Rulebook, persona: Persona, options: ReplayOptions = {}): Promise<Trace> {
  return replay(await prepare(rulebook, MEMORY), persona, options);
}

/** The same, until a month as printed. */
export function liveUntil(until: string, rulebook: Rulebook, persona: Persona): Promise<Trace> {
  return live(rulebook, persona, { until: month(until) });
}

/** What an entry is about, in a word or two: `event red-light`, `attempt air-travel`, `internal listed`, `term list`. */
export function about({ happening }: Entry): string {
  switch (happening.kind) {
    case "life-event":
      return happening.event;
    case "attempt":
      return `attempt ${happening.door}`;
    case "internal":
      return happening.event;
    case "term":
      return `${happening.what} end`;
    case "deferred":
      return `deferred ${happening.rule}`;
    default:
      return happening.kind;
  }
}

/** The whole life as lines: `Y1-02 red-light 90 A`. */
export function story(trace: Trace): string[] {
  return trace.entries.map((entry) => `${printMonth(entry.month)} ${about(entry)}`);
}

export function effectsOf<Kind extends Effect["kind"]>(trace: Trace, kind: Kind): Extract<Effect, { kind: Kind }>[] {
  return trace.entries
    .flatMap((entry) => entry.effects)
    .filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
}

/** The points that rules and returns moved, with their month. */
export function movements(trace: Trace): string[] {
  return trace.entries.flatMap((entry) =>
    entry.effects.flatMap((effect) =>
      effect.kind === "posting"
        ? [`${printMonth(entry.month)} ${effect.points > 0 ? "+" : ""}${effect.points} ${effect.reason}`]
        : [],
    ),
  );
}

/** The entry about that, which must be there exactly once. */
export function entryAbout(trace: Trace, text: string): Entry {
  const found = trace.entries.filter((entry) => about(entry) === text);
  if (found.length !== 1) throw new Error(`${found.length} entries about “${text}” in:\n${story(trace).join("\n")}`);
  return found[0]!;
}

export function effectNamed(trace: Trace, id: string): Effect {
  const found = trace.entries.flatMap((entry) => entry.effects).find((effect) => effect.id === id);
  if (found === undefined) throw new Error(`no effect ${id}`);
  return found;
}
