import type { Leaf, FactName } from "../model/condition.ts";
import { factNamed } from "../model/facts.ts";
import type { FactRecord, PreparedRule } from "../model/verdict.ts";
import type { EventName } from "../model/vocabulary/events.ts";
import { type Choices, choicesAt, isDecided } from "./choices.ts";
import type { Cut, Engine } from "./engine.ts";
import { ANY_TIME, isAskedAt, type Moment, momentsAt, phaseOf } from "./moments.ts";
import type { World } from "./world.ts";

/** More joint cases than this are not compared; a note says so. */
export const MOST_CASES = 4096;

/** One value for each fact that the rules read: between such cases they cannot tell lives apart. */
export type Case = FactRecord;

/**
 * All cases that can come about in this world and that the rules, which are asked in one phase, can
 * tell apart; at all events or at those given. `undefined` where they are too many. What is left out
 * cannot be; not everything that is kept need come about in some life.
 */
export function casesOf(
  rules: readonly PreparedRule[],
  world: World,
  { prepared: { rulebook }, cutsOf }: Engine,
  events: Iterable<EventName> = new Set(rules.flatMap((rule) => [...rule.consultedAt])),
): Case[] | undefined {
  const leaves = rules.flatMap((rule) => rule.leaves);
  if (2 ** namedInSets(leaves) > MOST_CASES) return undefined;
  const cuts = new Map(cutsOf(leaves).map((cut) => [cut.fact, cut]));
  const phase = phaseOf(rules[0]!.rule.then);
  const moments =
    phase === "standing"
      ? [ANY_TIME]
      : [...events]
          .flatMap((event) => momentsAt(event, phase, world))
          .filter((moment) => rules.every(({ rule }) => isAskedAt(rule.then, moment)));
  const choices = new Map<string, Choices[]>();
  for (const [moment, cells] of distinct(moments, [...cuts.values()])) {
    const rest = choicesAt(moment, phase, cuts, world, rulebook);
    const key = `${cells} ${JSON.stringify(rest)}`;
    if (!choices.has(key)) choices.set(key, [[moment], ...rest]);
  }
  const each = [...choices.values()];
  const count = each.reduce((sum, some) => sum + some.reduce((product, { length }) => product * length, 1), 0);
  return count > MOST_CASES ? undefined : each.flatMap((some) => [...combined(some)]);
}

/** Whether a rule is asked in this case, and matches. */
export function matches(rule: PreparedRule, facts: Case): boolean {
  return rule.verdicts[rule.cellOf(facts)]!.matched && isAsked(rule, facts);
}

/** When time passes, a rule is asked only in the month in which an elapsed time that it reads enters another cell. */
function isAsked(rule: PreparedRule, facts: Case): boolean {
  return rule.rule.then.kind === "measure" || facts.event !== "time-passed" || clocksIn(rule, facts).length > 0;
}

/** The elapsed times for which a rule is asked in this case. */
export function clocksIn({ changesAfter }: PreparedRule, facts: Case): FactName[] {
  return [...changesAfter].filter(([fact, months]) => months.includes(facts[fact] as number)).map(([fact]) => fact);
}

function namedInSets(leaves: readonly Leaf[]): number {
  const named = leaves.filter(({ fact }) => factNamed(fact)!.type.type === "set");
  return new Set(named.map(({ fact, value }) => `${fact} ${String(value)}`)).size;
}

/** Moments that at least one comparison tells apart, with their cells; what an event needs hangs on its name and purpose. */
function distinct(moments: readonly Moment[], cuts: readonly Cut[]): (readonly [Moment, string])[] {
  const read = cuts.filter(({ fact }) => fact in ANY_TIME);
  const known = new Map<string, readonly [Moment, string]>();
  for (const moment of moments) {
    if (!read.every((cut) => isDecided(cut, moment[cut.fact]!))) continue;
    // When time passes rules are asked otherwise than at an event that they name as little.
    const passing = moment.event === "time-passed" ? ["passing"] : [];
    const cells = [...read.map(({ fact, cellOf }) => cellOf(moment[fact]!)), ...passing].join(" ");
    const key = `${cells} ${moment.event} ${String(moment.purpose)}`;
    if (!known.has(key)) known.set(key, [moment, cells]);
  }
  return [...known.values()];
}

function* combined(choices: readonly Choices[], at = 0, chosen: Partial<FactRecord> = {}): Generator<Case> {
  const some = choices[at];
  if (some === undefined) {
    yield chosen as Case;
    return;
  }
  for (const each of some) yield* combined(choices, at + 1, { ...chosen, ...each });
}
