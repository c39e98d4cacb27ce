import { type Condition, type Leaf, leavesOf } from "../../model/condition.ts";
import { eventKind, LIFE_EVENT_KINDS, type LifeEventKind } from "../../model/vocabulary/events.ts";
import type { Enlist, Post, Rule, RuleId, Then } from "../../model/rule.ts";
import type { Rulebook, Scoring } from "../../model/rulebook.ts";
import type { Prepared, PreparedRule } from "../../model/verdict.ts";

/*
 * Records one entry that is false, and takes exactly that entry back later, in the language of rules.
 * No rule can tell a false entry from a true one of the same kind, so two events that mean nothing here
 * are put round it: the entry in whose month the first has happened and the second never has is the
 * false one. It gets copies of the rules that post or enlist for it, with the same effect for a shorter
 * time. So it is a true event to every rule; only what it put on file itself ends at the correction.
 */

/** What stands round the false entry in its month: kinds of event that no rule and no line of the life mentions. */
export interface Markers {
  readonly opens: LifeEventKind;
  readonly closes: LifeEventKind;
}

/** A rulebook that corrects one false entry. */
export interface Correcting {
  readonly rulebook: Rulebook;
  /**
   * Months after the false entry in which a true entry of the same kind would share in the correction;
   * empty where everything is told apart.
   */
  readonly blurred: readonly number[];
}

/** Kinds of event for which some rule posts points or enlists. */
export function enterableKinds({ rules }: Prepared): LifeEventKind[] {
  return LIFE_EVENT_KINDS.filter((kind) => rules.some((rule) => enters(rule) && rule.consultedAt.has(kind)));
}

/**
 * The conduct whose deduction is the middle one of all, the lower of two; of the same size the first in
 * rulebook order. Where nothing is deducted, the first kind that is entered at all.
 */
export function usualKind(prepared: Prepared): LifeEventKind | undefined {
  const kinds = enterableKinds(prepared);
  const deductions = prepared.rules.flatMap(({ rule: { then }, consultedAt }) => {
    const kind = kinds.find((each) => consultedAt.has(each) && eventKind(each).group === "conduct");
    return then.kind === "post" && then.points < 0 && kind !== undefined ? [{ kind, points: -then.points }] : [];
  });
  deductions.sort((one, other) => one.points - other.points);
  return deductions[Math.floor((deductions.length - 1) / 2)]?.kind ?? kinds[0];
}

/** The rules that may post or enlist for that kind. */
export function rulesEntering({ rules }: Prepared, kind: LifeEventKind): RuleId[] {
  return rules.flatMap((rule) => (enters(rule) && rule.consultedAt.has(kind) ? [rule.rule.id] : []));
}

/** Two kinds that mean nothing under this rulebook and in lives of these kinds of event; `null` where there are none. */
export function markersFor({ rules }: Rulebook, lived: ReadonlySet<LifeEventKind>): Markers | null {
  const mentioned = new Set<string>(
    rules.flatMap(({ when, then }) => [
      ...leavesOf(when).flatMap(({ fact, value }) => [
        fact.slice(fact.indexOf(":") + 1),
        ...[value].flat().map(String),
      ]),
      ...(then.kind === "lead" && "event" in then ? [then.event] : []),
      ...(then.kind === "strike" ? [then.of] : []),
    ]),
  );
  const [opens, closes] = LIFE_EVENT_KINDS.filter((kind) => {
    const { group, needs, sets, own } = eventKind(kind);
    const plain = group !== "loss" && needs === undefined && sets === undefined && own === undefined;
    return plain && !mentioned.has(kind) && !lived.has(kind);
  });
  return opens === undefined || closes === undefined ? null : { opens, closes };
}

/** The rulebook under which the entry between the markers is taken back so many months later (1 to 119). */
export function correcting(prepared: Prepared, entry: LifeEventKind, markers: Markers, months: number): Correcting {
  const { rulebook, rules } = prepared;
  const delays = new Set(
    rules.flatMap(({ rule: { then }, consultedAt }) =>
      then.kind === "post" && consultedAt.has(entry) && delayOf(then) < months ? [delayOf(then)] : [],
    ),
  );
  const late = rules.filter((rule) => outlasts(rule, delays, months, rulebook.scoring));
  return {
    rulebook: {
      ...rulebook,
      rules: rules.flatMap((rule) =>
        split(rule, { entry, markers, months, delays, scoring: rulebook.scoring, late: late.includes(rule) }),
      ),
    },
    blurred: late.length === 0 ? [] : [...delays],
  };
}

interface Splitting {
  readonly entry: LifeEventKind;
  readonly markers: Markers;
  readonly months: number;
  readonly delays: ReadonlySet<number>;
  readonly scoring: Scoring | null;
  /** Whether what the rule does when the points are entered would outlast the correction. */
  readonly late: boolean;
}

/** A rule as it is for all else, and its copies for the false entry; together they match exactly where it does. */
function split(
  { rule, consultedAt }: PreparedRule,
  { entry, markers, months, delays, scoring, late }: Splitting,
): Rule[] {
  const { when, then } = rule;
  if (then.kind === "measure") return [rule];
  const { opens, closes } = markers;
  const aside: string[] = [opens, closes].filter((kind) => consultedAt.has(kind as LifeEventKind));
  const copies: Rule[] = [];
  const copy = (suffix: string, also: readonly Condition[], shorter: Then | null): void => {
    if (shorter !== null)
      copies.push({ ...rule, id: `${rule.id} ${suffix}`, when: { all: [when, ...also] }, then: shorter });
  };
  if ((then.kind === "post" || then.kind === "enlist") && consultedAt.has(entry)) {
    const isFalse: Condition = { all: [since(opens, 0), since(closes, null)] };
    copy("false", [event(entry), isFalse], shortened(then, months, scoring));
    copy("true", [event(entry), { not: isFalse }], then);
    aside.push(entry);
  }
  if ((then.kind === "post" || then.kind === "enlist") && late) {
    const ofEntry = leaf("conduct", "equal", entry);
    const then_ = [...delays].map((delay) => since(opens, delay));
    for (const delay of delays)
      copy(`false ${delay}`, [event("posted"), ofEntry, since(opens, delay)], shortened(then, months - delay, scoring));
    copy("posted", [event("posted"), { not: { all: [ofEntry, { any: then_ }] } }], then);
    aside.push("posted");
  }
  if (aside.length === 0) return [rule];
  return [{ ...rule, when: { all: [when, leaf("event", "notIn", aside)] } }, ...copies];
}

/** Whether a rule enters something when points are entered, and that would still stand at the correction. */
function outlasts(
  { rule: { then }, consultedAt }: PreparedRule,
  delays: ReadonlySet<number>,
  months: number,
  scoring: Scoring | null,
): boolean {
  if ((then.kind !== "post" && then.kind !== "enlist") || !consultedAt.has("posted")) return false;
  return [...delays].some((delay) => delay + delayOf(then) + lasts(then, scoring) > months);
}

/** The same effect until the correction, so many months after it was decided; `null` where that comes before it. */
function shortened(then: Post | Enlist, months: number, scoring: Scoring | null): Post | Enlist | null {
  const left = Math.min(months - delayOf(then), lasts(then, scoring));
  if (left <= 0) return null;
  if (left === Number.POSITIVE_INFINITY) return then;
  if (then.kind === "post") return { ...then, expiresAfterMonths: left };
  // When a lengthened term ends hangs on what else runs then: it may be before the correction all the same.
  return then.lengthens === true ? { ...then, atMost: left } : { ...then, termMonths: left };
}

/** How many months an effect lasts by itself. */
function lasts(then: Post | Enlist, scoring: Scoring | null): number {
  const months =
    then.kind === "enlist"
      ? then.lengthens === true
        ? undefined
        : then.termMonths
      : (then.expiresAfterMonths ?? (then.points < 0 ? scoring?.deductionsReturnAfterMonths : undefined));
  return typeof months === "number" ? months : Number.POSITIVE_INFINITY;
}

function enters({ rule: { then } }: PreparedRule): boolean {
  return then.kind === "post" || then.kind === "enlist";
}

function delayOf({ afterMonths = 0 }: Post | Enlist): number {
  return afterMonths;
}

function leaf(fact: Leaf["fact"], operator: Leaf["operator"], value: Leaf["value"]): Leaf {
  return { fact, operator, value };
}

function event(name: string): Leaf {
  return leaf("event", "equal", name);
}

function since(kind: LifeEventKind, months: number | null): Leaf {
  return leaf(`monthsSince:${kind}`, "equal", months);
}
