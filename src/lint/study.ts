import type { PreparedRule } from "../model/verdict.ts";
import type { EventName } from "../model/vocabulary/events.ts";
import { type Case, casesOf, clocksIn, matches } from "./cases.ts";
import type { Engine } from "./engine.ts";
import { anyWorld, type World, worldOf } from "./world.ts";

/** What is known of a rulebook before it is judged. */
export interface Study extends Engine {
  /** What its rules can bring about. */
  readonly world: World;
  /** What they could bring about together with any others. */
  readonly anyWorld: World;
  /** The rules that can match, in rulebook order. */
  readonly able: readonly PreparedRule[];
}

/**
 * Starts from what may stand in a fixture, and adds what the rules that can match bring about, until
 * no further rule can: so two rules that only wait for each other never match.
 */
export function studied(engine: Engine): Study {
  const { prepared } = engine;
  const { rules, rulebook } = prepared;
  let able = new Map<PreparedRule, ReadonlySet<EventName>>();
  for (;;) {
    const world = worldOf(
      rulebook,
      [...able].map(([{ rule }, events]) => ({ rule, events })),
    );
    const now = new Map(
      rules.map((rule) => {
        const before = able.get(rule);
        // What matches at every event at which it is asked need not be tried again.
        return [rule, before?.size === askedAt(rule).length ? before : eventsOf(rule, world, engine)] as const;
      }),
    );
    for (const rule of rules) if (now.get(rule)!.size === 0) now.delete(rule);
    if (reach(now) === reach(able))
      return { ...engine, world, anyWorld: anyWorld(rulebook), able: rules.filter((rule) => now.has(rule)) };
    able = now;
  }
}

/** In a greater world no fewer rules match, at no fewer events: that nothing was added shows in the number. */
function reach(able: ReadonlyMap<PreparedRule, ReadonlySet<EventName>>): number {
  return [...able.values()].reduce((sum, { size }) => sum + size, 0);
}

/** The events at which a rule can match in this world; where its cases are too many, those at which it is asked. */
export function eventsOf(rule: PreparedRule, world: World, engine: Engine): Set<EventName> {
  return new Set(
    askedAt(rule).filter(
      (event) => casesOf([rule], world, engine, [event])?.some((facts) => matches(rule, facts)) ?? true,
    ),
  );
}

/** A measure is asked at no event, and once is enough. */
function askedAt({ rule, consultedAt }: PreparedRule): EventName[] {
  return rule.then.kind === "measure" ? [...consultedAt].slice(0, 1) : [...consultedAt];
}

/** How two rules, asked in one phase, stand to each other. */
export interface Comparison {
  /** A case in which both match, if there is one. */
  readonly both: Case | undefined;
  /** One in which both answer the same happening: when time passes, a month counted from the same event. */
  readonly atOnce: Case | undefined;
  readonly firstAlone: boolean;
  readonly secondAlone: boolean;
}

/** `undefined` where there are too many cases. */
export function compared(first: PreparedRule, second: PreparedRule, study: Study): Comparison | undefined {
  const cases = casesOf([first, second], study.world, study);
  if (cases === undefined) return undefined;
  const met = cases.map((facts) => [matches(first, facts), matches(second, facts)] as const);
  return {
    both: cases.find((_, at) => met[at]![0] && met[at]![1]),
    atOnce: cases.find((facts, at) => met[at]![0] && met[at]![1] && answerOne(first, second, facts)),
    firstAlone: met.some(([one, other]) => one && !other),
    secondAlone: met.some(([one, other]) => !one && other),
  };
}

/** Two terms that happen to end in one month are not one happening, whatever else the rules wait for together. */
function answerOne(first: PreparedRule, second: PreparedRule, facts: Case): boolean {
  if (first.rule.then.kind === "measure" || facts.event !== "time-passed") return true;
  const [one, other] = [clocksIn(first, facts), clocksIn(second, facts)];
  const shared = one.filter((fact) => other.includes(fact)).length;
  return shared > 0 && (shared === one.length || shared === other.length);
}
