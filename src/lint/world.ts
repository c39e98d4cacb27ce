import { leavesOf, type FactName } from "../model/condition.ts";
import type { Rule, RuleId } from "../model/rule.ts";
import type { Class, Rulebook } from "../model/rulebook.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { DOOR_NAMES } from "../model/vocabulary/doors.ts";
import { EVENTS, type EventName, LIFE_EVENT_KINDS, type LifeEventKind } from "../model/vocabulary/events.ts";
import { LIST_IDS, type ListId } from "../model/vocabulary/lists.ts";

/** Both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An entry of points, as the event `posted` tells of it. */
export interface Entered {
  readonly conduct: LifeEventKind | null;
  readonly points: number;
}

/**
 * What can come about in a rulebook at all. Life events and attempts always can, since any may stand
 * in a fixture; the rest only where some rule that can match brings it about.
 */
export interface World {
  /** Where the rulebook keeps a score: the classes that can be reached, and the scores. */
  readonly classes: readonly string[] | null;
  readonly scores: Span | null;
  readonly entered: readonly Entered[];
  /** Lists that somebody may be on. */
  readonly lists: ReadonlySet<ListId>;
  /** Doors at which somebody may be refused. */
  readonly closed: ReadonlySet<Door>;
  /** Measures that may be in force. */
  readonly measures: ReadonlySet<RuleId>;
}

/** A rule that can match, with the events at which it can. */
export interface Able {
  readonly rule: Rule;
  readonly events: ReadonlySet<EventName>;
}

/** What these rules bring about, beside whatever stands in a fixture. */
export function worldOf({ scoring }: Rulebook, able: readonly Able[]): World {
  const effects = able.map(({ rule }) => rule.then);
  const entered = able.flatMap(({ rule: { then }, events }) =>
    then.kind === "post" ? [...events].map((event) => ({ conduct: conductOf(event), points: then.points })) : [],
  );
  const scores =
    scoring === null
      ? null
      : {
          from: entered.some(({ points }) => points < 0)
            ? (scoring.floor ?? Number.NEGATIVE_INFINITY)
            : scoring.opening,
          to: entered.some(({ points }) => points > 0)
            ? (scoring.ceiling ?? Number.POSITIVE_INFINITY)
            : scoring.opening,
        };
  return {
    scores,
    classes:
      scoring === null || scores === null
        ? null
        : scoring.classes.filter((band) => meet(bandOf(scoring.classes, band.id), scores) !== null).map(({ id }) => id),
    entered,
    lists: new Set(effects.flatMap((then) => (then.kind === "enlist" ? [then.list] : []))),
    closed: new Set(effects.flatMap((then) => (then.kind === "measure" ? (then.closes ?? []) : []))),
    measures: new Set(able.flatMap(({ rule }) => (rule.then.kind === "measure" ? [rule.id] : []))),
  };
}

/** The same with whatever other packs could bring about: what cannot be so even then contradicts itself. */
export function anyWorld({ rules, scoring }: Rulebook): World {
  const leaves = rules.flatMap(({ when }) => leavesOf(when));
  const named = (facts: readonly FactName[]): unknown[] =>
    leaves.filter(({ fact }) => facts.includes(fact)).flatMap(({ value }) => value);
  const numbers = named(["points"]).filter((value) => typeof value === "number");
  const points = [...new Set([-1, 1, ...numbers.flatMap((value) => [value - 1, value, value + 1])])];
  return {
    scores: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    classes: scoring?.classes.map(({ id }) => id) ?? [
      ...new Set(named(["class", "previousClass"]).filter((value) => typeof value === "string")),
      // A class that no rule names.
      "",
    ],
    entered: [null, ...LIFE_EVENT_KINDS].flatMap((conduct) =>
      points.filter((value) => value !== 0).map((value) => ({ conduct, points: value })),
    ),
    lists: new Set(LIST_IDS),
    closed: new Set(DOOR_NAMES),
    measures: new Set(rules.flatMap(({ id, then }) => (then.kind === "measure" ? [id] : []))),
  };
}

/** Points are on file for the life event in hand; at other events for none. */
export function conductOf(event: EventName): LifeEventKind | null {
  return event in EVENTS ? (event as LifeEventKind) : null;
}

/** The scores of a class. */
export function bandOf(classes: readonly Class[], id: string): Span {
  const at = classes.findIndex((band) => band.id === id);
  const above = classes[at - 1]?.min ?? Number.POSITIVE_INFINITY;
  return { from: classes[at]?.min ?? Number.NEGATIVE_INFINITY, to: above - 1 };
}

/** What two spans have in common; `null` for nothing. */
export function meet(one: Span, other: Span): Span | null {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from <= to ? { from, to } : null;
}
