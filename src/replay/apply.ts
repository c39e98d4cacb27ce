import type { EffectId } from "../model/trace.ts";
import { type Delist, type Enlist, originalOf, type Post, type Rule, type Strike } from "../model/rule.ts";
import type { ListId } from "../model/vocabulary/lists.ts";
import { type Life } from "./life.ts";
import type { OnFile } from "./points.ts";

/** What a rule that posts, strikes, enlists or delists does, now or later. */
export function applyRule(life: Life, rule: Rule, because: readonly EffectId[]): void {
  const { then } = rule;
  const months = "afterMonths" in then ? (then.afterMonths ?? 0) : 0;
  if (months > 0) {
    const due = life.month + months;
    const id = life.record({ kind: "deferred", rule: rule.id, due, because, told: "nothing" });
    life.queue.add(due, "following", { kind: "deferred", rule, conduct: life.conduct, because: [id] });
  } else {
    takeEffect(life, rule, because);
  }
}

/** The same for an effect whose delay, if it had one, is over. */
export function takeEffect(life: Life, rule: Rule, because: readonly EffectId[]): void {
  switch (rule.then.kind) {
    case "post":
      return post(life, rule, rule.then, because);
    case "strike":
      return strike(life, rule, rule.then, because);
    case "enlist":
      return enlist(life, rule, rule.then, because);
    case "delist":
      return delist(life, rule, rule.then, because);
    default:
      return;
  }
}

function post(life: Life, rule: Rule, then: Post, because: readonly EffectId[]): void {
  const { points, scoring, conduct } = life;
  if (points === null || scoring === null) return;
  const returns = then.expiresAfterMonths ?? (then.points < 0 ? scoring.deductionsReturnAfterMonths : null) ?? null;
  const expires = returns === null ? null : life.month + returns;
  const id = life.record({
    kind: "posting",
    points: then.points,
    reason: "rule",
    rule: rule.id,
    of: null,
    expires,
    conduct,
    because,
    told: rule.told,
  });
  points.enter({ id, seq: life.seq, rule: rule.id, conduct, outstanding: then.points });
  if (expires !== null) scheduleReturn(life, expires, id);
  keepWithinBounds(life, id, id);
  life.announce("posted", { conduct, points: then.points }, id);
}

/** All that returns in one month returns in one entry. */
function scheduleReturn(life: Life, month: number, id: EffectId): void {
  const waiting = life.returns.get(month);
  if (waiting !== undefined) {
    waiting.push(id);
    return;
  }
  const because = [id];
  life.returns.set(month, because);
  life.queue.add(month, "points-return", { kind: "points-return", because });
}

function strike(life: Life, rule: Rule, then: Strike, because: readonly EffectId[]): void {
  const struck = life.points?.outstandingFor(then.of) ?? [];
  if (struck.length === 0) return;
  const id = life.record({ kind: "struck", rule: rule.id, of: then.of, because, told: rule.told });
  for (const posting of struck) reverse(life, posting, "strike", [id]);
}

/** Reverses what is outstanding of a posting, by a posting of its own. */
export function reverse(
  life: Life,
  { id: of, rule, conduct, outstanding }: OnFile,
  reason: "expiry" | "strike",
  because: readonly EffectId[],
): void {
  const id = life.record({
    kind: "posting",
    points: -outstanding,
    reason,
    rule,
    of,
    expires: null,
    conduct,
    because,
    told: "nothing",
  });
  life.points!.against(of, id, -outstanding);
  keepWithinBounds(life, of, id);
}

/** A score cannot leave the floor and the ceiling: what is too much is a posting of its own. */
function keepWithinBounds(life: Life, of: EffectId, because: EffectId): void {
  const { points, scoring } = life;
  if (points === null || scoring === null) return;
  const { floor = Number.NEGATIVE_INFINITY, ceiling = Number.POSITIVE_INFINITY } = scoring;
  const excess = Math.min(Math.max(points.score, floor), ceiling) - points.score;
  if (excess === 0) return;
  const { rule, conduct } = points.find(of)!;
  const reason = excess > 0 ? "floor" : "ceiling";
  const id = life.record({
    kind: "posting",
    points: excess,
    reason,
    rule,
    of,
    expires: null,
    conduct,
    because: [because],
    told: "nothing",
  });
  points.against(of, id, excess);
}

function enlist(life: Life, rule: Rule, then: Enlist, because: readonly EffectId[]): void {
  const { list, termMonths, lengthens, atMost = Number.POSITIVE_INFINITY } = then;
  const from = (lengthens === true ? life.grounds.latestEnd(list) : null) ?? life.month;
  const until = typeof termMonths === "number" ? Math.min(from + termMonths, life.month + atMost) : null;
  const first = life.grounds.since(list) === null;
  const id = life.record({
    kind: "enlisted",
    rule: rule.id,
    list,
    until: termMonths === "unknown" ? termMonths : until,
    first,
    because,
    told: rule.told,
  });
  const ground = { id, rule: originalOf(rule.id), list, until };
  life.grounds.add(ground, life.month);
  if (until !== null) life.queue.add(until, "term-ends", { kind: "term-ends", ground, because: [id] });
  if (first) {
    life.announce("listed", { list }, id);
    life.startClock(`monthsOnList:${list}`, id);
  }
}

function delist(life: Life, rule: Rule, { list, ground }: Delist, because: readonly EffectId[]): void {
  const standing = life.grounds.on(list);
  const ended = ground === undefined ? standing : standing.filter((each) => each.rule === ground);
  if (ended.length === 0) return;
  const last = ended.length === standing.length;
  const id = life.record({
    kind: "delisted",
    rule: rule.id,
    list,
    ground: ground ?? null,
    last,
    because: ground === undefined ? because : [...new Set([...because, ...ended.map((each) => each.id)])],
    told: rule.told,
  });
  if (last) leaveList(life, list, id);
  else {
    for (const each of ended) life.grounds.end(each);
    restOnNext(life, list);
  }
}

/** With its last ground a list is left, by the effect named. */
export function leaveList(life: Life, list: ListId, by: EffectId): void {
  life.grounds.leave(list, by);
  life.announce("delisted", { list }, by);
}

/** When a ground has ended and others stand, it is the oldest of them on which one is on the list. */
export function restOnNext(life: Life, list: ListId): void {
  life.record({ kind: "rests", on: "list", list, because: [life.grounds.origin(list)!], told: "nothing" });
}
