import { measureLevels } from "../model/measure-levels.ts";
import { isFor, liftedBy } from "../model/permits.ts";
import type { Rule, RuleId } from "../model/rule.ts";
import type { Prepared, PreparedRule, Verdict } from "../model/verdict.ts";
import type { FactName } from "../model/condition.ts";
import type { Month } from "../model/story-time.ts";
import type { EffectId } from "../model/trace.ts";
import { DOOR_NAMES, type Door } from "../model/vocabulary/doors.ts";
import { EVENT_NAMES, type EventName } from "../model/vocabulary/events.ts";
import { type FactReader, type Occurrence, readerOf } from "./facts.ts";

/** Rules that are consulted together, and the facts that they read. */
export interface Consultation {
  readonly rules: readonly PreparedRule[];
  readonly readers: readonly FactReader[];
}

/** Which rules are consulted when, in rulebook order. Worked out once for each prepared rulebook. */
export interface Plan {
  /** Rules that post, strike, enlist or delist. */
  readonly changing: ReadonlyMap<EventName, Consultation>;
  /** Rules that lead, or remark. */
  readonly leading: ReadonlyMap<EventName, Consultation>;
  /** Measures, each level after those that it reads. */
  readonly measures: readonly (readonly PreparedRule[])[];
  readonly measuresInOrder: readonly PreparedRule[];
  readonly measureReaders: readonly FactReader[];
  readonly measuresReadMeasures: boolean;
  /** Kinds of event of which some measure asks how long ago they last happened. */
  readonly remembered: ReadonlySet<string>;
  /** For each door the measures that close it. */
  readonly closing: ReadonlyMap<Door, ReadonlySet<RuleId>>;
  /** For each door the rules that may permit an attempt on it, and for each of them the measures that it lifts. */
  readonly permitting: ReadonlyMap<Door, Consultation>;
  readonly lifting: ReadonlyMap<RuleId, ReadonlySet<RuleId>>;
  /** For each elapsed time, the months after its start at which a rule could answer differently. */
  readonly changesAfter: ReadonlyMap<FactName, readonly Month[]>;
}

/** The phases of a moment in which rules are answered once; measures are settled between them. */
export type Answered = "changing" | "permitting" | "leading";

/** What a rule answers to, first among its causes; `null` where it is not consulted. */
export type Trigger = (rule: PreparedRule, verdict: Verdict) => readonly EffectId[] | null;

const PLANS = new WeakMap<Prepared, Plan>();

export function planOf(prepared: Prepared): Plan {
  const known = PLANS.get(prepared);
  if (known !== undefined) return known;
  const plan = makePlan(prepared.rules);
  PLANS.set(prepared, plan);
  return plan;
}

/** The same rules, with the clocks that others read too: at moments that only those await nothing comes of it. */
export function withClocksOf(plan: Plan, others: Plan): Plan {
  return {
    ...plan,
    remembered: new Set([...plan.remembered, ...others.remembered]),
    changesAfter: mergeChanges([plan, others]),
  };
}

/** The rules to be answered at a phase of what happens. */
export function consultedAt(plan: Plan, phase: Answered, occurrence: Occurrence): Consultation {
  if (phase !== "permitting") return plan[phase].get(occurrence.event)!;
  const { rules, readers } = plan.permitting.get(occurrence.door!) ?? NOBODY;
  const { door, purpose } = occurrence;
  return {
    rules: rules.filter(({ rule: { then } }) => then.kind === "permit" && isFor(then, { door, purpose })),
    readers,
  };
}

function makePlan(rules: readonly PreparedRule[]): Plan {
  const measures = rules.filter(({ rule }) => rule.then.kind === "measure");
  const leading = rules.filter(({ rule: { then } }) => then.kind === "lead" || then.kind === "remark");
  const permitting = rules.filter(({ rule }) => rule.then.kind === "permit");
  const elsewhere = new Set([...measures, ...leading, ...permitting]);
  const byTime = rules.filter(
    ({ rule, consultedAt }) =>
      rule.then.kind === "measure" || (rule.then.kind !== "permit" && consultedAt.has("time-passed")),
  );
  const { readers: measureReaders } = consultation(measures);
  const measuresReadMeasures = measureReaders.some(({ name }) => name === "measures");
  return {
    changing: byEvent(rules.filter((rule) => !elsewhere.has(rule))),
    leading: byEvent(leading),
    measures: measuresReadMeasures ? levelsOf(measures) : [measures],
    measuresInOrder: measures,
    measureReaders,
    measuresReadMeasures,
    remembered: new Set(
      measureReaders.flatMap(({ name }) =>
        name.startsWith("monthsSince:") ? [name.slice("monthsSince:".length)] : [],
      ),
    ),
    closing: closingOf(measures),
    permitting: permittingOf(permitting),
    lifting: liftingOf(
      permitting,
      measures.map(({ rule }) => rule),
    ),
    changesAfter: mergeChanges(byTime),
  };
}

function levelsOf(measures: readonly PreparedRule[]): PreparedRule[][] {
  const ordered = measureLevels(measures.map(({ rule }) => rule));
  if ("cycle" in ordered)
    throw new Error(`measures that depend on their own absence were not refused: ${ordered.cycle.join(", ")}`);
  const byId = new Map<RuleId, PreparedRule>(measures.map((rule) => [rule.rule.id, rule]));
  return ordered.levels.map((level) => level.map((rule) => byId.get(rule.id)!));
}

const NOBODY: Consultation = { rules: [], readers: [] };

function byEvent(rules: readonly PreparedRule[]): Map<EventName, Consultation> {
  const consulted = new Map<EventName, PreparedRule[]>();
  for (const rule of rules) {
    for (const event of rule.consultedAt) {
      const others = consulted.get(event);
      if (others === undefined) consulted.set(event, [rule]);
      else others.push(rule);
    }
  }
  return new Map(
    EVENT_NAMES.map((event) => {
      const those = consulted.get(event);
      return [event, those === undefined ? NOBODY : consultation(those)];
    }),
  );
}

function consultation(rules: readonly PreparedRule[]): Consultation {
  const names = new Set<FactName>();
  for (const { leaves } of rules) for (const { fact } of leaves) names.add(fact);
  return { rules, readers: [...names].map(readerOf) };
}

function closingOf(measures: readonly PreparedRule[]): Map<Door, Set<RuleId>> {
  const closing = new Map<Door, Set<RuleId>>(DOOR_NAMES.map((door) => [door, new Set()]));
  for (const { rule } of measures)
    if (rule.then.kind === "measure") for (const door of rule.then.closes ?? []) closing.get(door)!.add(rule.id);
  return closing;
}

/** Whatever else a permit may ask, it is consulted at attempts alone. */
function permittingOf(permits: readonly PreparedRule[]): Map<Door, Consultation> {
  const doors = new Set(permits.flatMap(({ rule: { then } }) => (then.kind === "permit" ? [then.door] : [])));
  return new Map(
    [...doors].map((door) => [
      door,
      consultation(
        permits.filter(
          ({ rule: { then }, consultedAt }) =>
            then.kind === "permit" && then.door === door && consultedAt.has("attempt"),
        ),
      ),
    ]),
  );
}

function liftingOf(permits: readonly PreparedRule[], measures: readonly Rule[]): Map<RuleId, ReadonlySet<RuleId>> {
  return new Map(
    permits.flatMap(({ rule: { id, then } }) =>
      then.kind === "permit" ? [[id, new Set(liftedBy(then, measures))] as const] : [],
    ),
  );
}

function mergeChanges(rules: readonly Pick<Plan, "changesAfter">[]): Map<FactName, Month[]> {
  const merged = new Map<FactName, Set<Month>>();
  for (const { changesAfter } of rules) {
    for (const [fact, months] of changesAfter) merged.set(fact, new Set([...(merged.get(fact) ?? []), ...months]));
  }
  return new Map([...merged].map(([fact, months]) => [fact, [...months].sort((a, b) => a - b)]));
}
