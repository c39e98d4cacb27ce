import type { Remark, Rule, RuleId } from "../model/rule.ts";
import type { EffectId, Happening, LedTo, Origin } from "../model/trace.ts";
import type { PreparedRule, Verdict } from "../model/verdict.ts";
import type { CircumstanceName } from "../model/vocabulary/circumstances.ts";
import { type Door, type Purpose, PURPOSES } from "../model/vocabulary/doors.ts";
import { eventKind, type Needs } from "../model/vocabulary/events.ts";
import { applyRule, leaveList, restOnNext, reverse, takeEffect } from "./apply.ts";
import { factsAt, type Occurrence } from "./facts.ts";
import { happenedAt, lead, markHappened, stopWaiting } from "./lead.ts";
import type { Life } from "./life.ts";
import { because } from "./origins.ts";
import { type Answered, consultedAt, type Trigger } from "./plan.ts";
import type { Due } from "./queue.ts";
import { followClass, moveClass, renewClass, settleMeasures } from "./standing-rules.ts";
import { classOf, ruleNamed } from "../model/rulebook.ts";

type Of<Kind extends Due["kind"]> = Extract<Due, { kind: Kind }>;

/** What comes of a due event; `null` where it is too late, or was never to be an entry. */
export function happen(life: Life, due: Due): Happening | null {
  switch (due.kind) {
    case "points-return":
      return returnPoints(life, due);
    case "term-ends":
      return endTerm(life, due);
    case "classification":
      return classify(life);
    case "time-passed":
      return passTime(life, due);
    case "life-event":
      return liveThrough(life, due);
    case "attempt":
      return attempt(life, due);
    case "deferred":
      return comeDue(life, due);
    case "internal":
      return answerInternal(life, due);
  }
}

function returnPoints(life: Life, { because: of }: Of<"points-return">): Happening | null {
  const outstanding = of.map((id) => life.points!.find(id)!).filter((posting) => posting.outstanding !== 0);
  if (outstanding.length === 0) return null;
  for (const posting of outstanding) reverse(life, posting, "expiry", [life.here]);
  settle(life);
  return { kind: "term", what: "points", because: outstanding.map((posting) => posting.id) };
}

function endTerm(life: Life, { ground }: Of<"term-ends">): Happening | null {
  if (!life.grounds.stands(ground)) return null;
  const { list } = ground;
  life.grounds.end(ground);
  if (life.grounds.on(list).length > 0) restOnNext(life, list);
  else {
    const ended = { rule: null, list, ground: null, last: true } as const;
    leaveList(life, list, life.record({ kind: "delisted", ...ended, because: [life.here], told: "nothing" }));
  }
  settle(life);
  return { kind: "term", what: "list", because: [ground.id] };
}

/** Where classes are assigned yearly: the score has moved since, and the class follows now. */
function classify(life: Life): Happening | null {
  const to = classOf(life.scoring!, life.points!.score);
  if (to === life.class!.id) return null;
  const outstanding = [...life.points!.lowering(life.scoring!.opening), ...life.points!.raising(life.scoring!.opening)];
  const last = life.points!.lastMovement!;
  moveClass(life, to, last);
  settleMeasures(life);
  return { kind: "classification", because: outstanding.length > 0 ? outstanding : [last] };
}

function passTime(life: Life, due: Of<"time-passed">): Happening | null {
  const running = due.clocks.filter((clock) => life.runs(clock));
  if (running.length === 0) return null;
  const clocksOf = (rule: PreparedRule): EffectId[] =>
    running
      .filter(({ fact, since }) => rule.changesAfter.get(fact)?.includes(life.month - since))
      .map(({ started }) => started);
  life.unsettled = true;
  life.reasonsEnded = true;
  settleMeasures(life);
  respond(life, { event: "time-passed" }, (rule) => {
    const clocks = clocksOf(rule);
    return clocks.length > 0 ? clocks : null;
  });
  const doing = life.effects.filter(({ kind }) => kind !== "remarked");
  const acted = life.prepared.rules.filter(({ rule: { id } }) =>
    (doing.length > 0 ? doing : life.effects).some((effect) => "rule" in effect && effect.rule === id),
  );
  const because = [...new Set(acted.flatMap(clocksOf))];
  return {
    kind: "internal",
    event: "time-passed",
    subject: {},
    because: because.length > 0 ? because : running.map(({ started }) => started),
  };
}

function liveThrough(life: Life, due: Of<"life-event">): Happening {
  const kind = eventKind(due.event);
  const happening: Happening = {
    kind: "life-event",
    event: due.event,
    origin: due.origin,
    own: kind.own === true,
    because: due.because,
  };
  const spent = kind.group === "loss" && kind.sets !== undefined && alreadySo(life, kind.sets);
  if (lapses(life, { event: due.event }, due.origin, kind.needs, spent)) return happening;
  markHappened(life, { event: due.event });
  life.conduct = due.event;
  answerChanges(life, { event: due.event }, () => [life.here]);
  life.lastHappened.set(due.event, { month: life.month, id: life.here });
  life.startClock(`monthsSince:${due.event}`, life.here);
  if (life.plan.remembered.has(due.event)) life.unsettled = life.reasonsEnded = true;
  for (const [name, value] of Object.entries(kind.sets ?? {}) as [CircumstanceName, string][]) life.set(name, value);
  settle(life);
  answerLeads(life, { event: due.event }, () => [life.here]);
  return happening;
}

function attempt(life: Life, due: Of<"attempt">): Happening {
  const { door, purpose } = due;
  const happening: Happening = { kind: "attempt", door, purpose, origin: due.origin, because: due.because };
  if (lapses(life, { attempt: door, purpose }, due.origin, PURPOSES[purpose].needs, false)) return happening;
  markHappened(life, { attempt: door, purpose });
  answerChanges(life, { event: "attempt", door, purpose }, () => [life.here]);
  settle(life);
  const closing = [...life.measures.keys()].filter((id) => life.plan.closing.get(door)!.has(id));
  const { lifted, by } = permit(life, door, purpose, closing);
  const left = closing.filter((id) => !lifted.has(id));
  const denial = deny(life, door, left);
  const decided = denial === null ? by : [denial];
  answerLeads(life, { event: "attempt", door, purpose, denied: denial !== null }, (rule, verdict) =>
    decided.length > 0 && readsDenial(rule, verdict) ? decided : [life.here],
  );
  return happening;
}

/** Which of the measures that shut the door do not deny this attempt, and by which effects; the attempt is their occasion, never their cause. */
function permit(
  life: Life,
  door: Door,
  purpose: Purpose,
  closing: readonly RuleId[],
): { readonly lifted: ReadonlySet<RuleId>; readonly by: readonly EffectId[] } {
  const permits = answer(life, "permitting", { event: "attempt", door, purpose }, () => [])
    .map(({ rule, because: reasons }) => {
      const lifts = life.plan.lifting.get(rule.id)!;
      return { rule, because: reasons, measures: closing.filter((id) => lifts.has(id)) };
    })
    .filter(({ measures }) => measures.length > 0);
  const lifted = new Set(permits.flatMap(({ measures }) => measures));
  const open = closing.every((id) => lifted.has(id));
  const by = permits.map(({ rule: { id: rule, told }, because: reasons, measures }) =>
    // Whoever is let through knows it.
    life.record({
      kind: "permitted",
      rule,
      door,
      measures,
      because: reasons,
      told: open && told === "nothing" ? "outcome" : told,
    }),
  );
  return { lifted, by };
}

/** A denial names every measure that denies, the one longest in force first. The attempt is its occasion, never its cause. */
function deny(life: Life, door: Door, oldestFirst: readonly RuleId[]): EffectId | null {
  if (oldestFirst.length === 0) return null;
  const told = oldestFirst.some((id) => ruleNamed(life.prepared.rulebook, id).told === "reason") ? "reason" : "outcome";
  return life.record({
    kind: "denied",
    door,
    measures: oldestFirst,
    because: oldestFirst.map((id) => life.measures.get(id)!.id),
    told,
  });
}

function comeDue(life: Life, due: Of<"deferred">): Happening {
  life.conduct = due.conduct;
  takeEffect(life, due.rule, [life.here]);
  settle(life);
  return { kind: "deferred", rule: due.rule.id, because: due.because };
}

function answerInternal(life: Life, { event, subject, because: reasons }: Of<"internal">): Happening {
  respond(life, { event, ...subject }, () => [life.here]);
  return { kind: "internal", event, subject, because: reasons };
}

/** Only a rule that asked for the refusal goes back to it, or to the permit for want of which there would be one. */
function readsDenial({ leaves }: PreparedRule, { decisive }: Verdict): boolean {
  return decisive.some((index) => leaves[index]!.fact === "denied");
}

function respond(life: Life, occurrence: Occurrence, trigger: Trigger): void {
  answerChanges(life, occurrence, trigger);
  settle(life);
  answerLeads(life, occurrence, trigger);
}

/** Rules that post, strike, enlist or delist are answered once, against the standing before the event. */
function answerChanges(life: Life, occurrence: Occurrence, trigger: Trigger): void {
  for (const { rule, because: reasons } of answer(life, "changing", occurrence, trigger)) {
    applyRule(life, rule, reasons);
  }
}

/** Leads and remarks are answered once, and see whether the attempt was denied. */
function answerLeads(life: Life, occurrence: Occurrence, trigger: Trigger): void {
  for (const { rule, because: reasons } of answer(life, "leading", occurrence, trigger)) {
    if (rule.then.kind === "lead") lead(life, rule, rule.then, reasons);
    else if (rule.then.kind === "remark") remark(life, rule, rule.then, reasons);
  }
}

function remark(life: Life, { id: rule }: Rule, { once = false }: Remark, because: readonly EffectId[]): void {
  if (once && life.remarked.has(rule)) return;
  life.remarked.add(rule);
  life.record({ kind: "remarked", rule, because, told: "nothing" });
}

interface Matched {
  readonly rule: Rule;
  readonly because: readonly EffectId[];
}

/** All are answered before the first takes effect; those that matched, with their reasons. */
function answer(life: Life, phase: Answered, occurrence: Occurrence, trigger: Trigger): Matched[] {
  const matched: Matched[] = [];
  const { rules, readers } = consultedAt(life.plan, phase, occurrence);
  if (rules.length > 0) {
    const facts = factsAt(life, occurrence, readers);
    for (const rule of rules) {
      const verdict = rule.verdicts[rule.cellOf(facts)]!;
      const triggers = trigger(rule, verdict);
      if (triggers === null) continue;
      life.find(rule, verdict, facts);
      if (!verdict.matched) continue;
      life.matched.add(rule.rule.id);
      matched.push({ rule: rule.rule, because: because(life, rule, verdict, triggers) });
    }
  }
  life.beside?.answer(
    life,
    phase,
    occurrence,
    trigger,
    matched.map(({ rule }) => rule),
  );
  return matched;
}

function settle(life: Life): void {
  const moved = life.effects.findLast((effect) => effect.kind === "posting");
  if (moved !== undefined) {
    if (life.scoring?.assigned === "at-once") followClass(life, moved.id);
    else renewClass(life);
  }
  settleMeasures(life);
}

/**
 * Whether the event cannot happen: what it needs does not hold, it would change nothing any more, or
 * what a rule led to has come about this month by itself.
 */
function lapses(life: Life, to: LedTo, origin: Origin, needs: Needs | undefined, unchanged: boolean): boolean {
  const derived = origin.kind === "derived";
  if (derived) stopWaiting(life, to);
  const earlier = derived ? happenedAt(life, to) : undefined;
  const failing = (Object.entries(needs ?? {}) as [CircumstanceName, readonly string[]][]).filter(
    ([name, values]) => !values.includes(life.circumstances[name]),
  );
  if (failing.length === 0 && !unchanged && earlier === undefined) return false;
  const why = failing.length > 0 ? "needs" : unchanged ? "unchanged" : "already";
  const because = [
    life.here,
    ...failing.flatMap(([name]) => life.setBy.get(name) ?? []),
    ...(why === "already" ? [earlier!] : []),
  ];
  life.record({ kind: "lapsed", rule: null, to, why, because, told: "nothing" });
  return true;
}

function alreadySo(life: Life, sets: Partial<Record<CircumstanceName, string>>): boolean {
  return (Object.entries(sets) as [CircumstanceName, string][]).every(
    ([name, value]) => life.circumstances[name] === value,
  );
}
