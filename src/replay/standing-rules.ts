import type { EffectId } from "../model/trace.ts";
import type { RuleId } from "../model/rule.ts";
import type { FactRecord, PreparedRule, Verdict } from "../model/verdict.ts";
import { classOf } from "../model/rulebook.ts";
import { factsAt } from "./facts.ts";
import { type Life, OPENING } from "./life.ts";
import { because, classOrigins } from "./origins.ts";

/** The class follows the score by the bands; where it stays, its reasons may still have to be renewed. */
export function followClass(life: Life, mover: EffectId): void {
  const { points, scoring, class: before } = life;
  if (points === null || scoring === null || before === null) return;
  const id = classOf(scoring, points.score);
  if (id !== before.id) moveClass(life, id, mover);
  else renewClass(life);
}

export function moveClass(life: Life, to: string, mover: EffectId): void {
  const from = life.class!.id;
  const origins = classOrigins(life, to).filter((origin) => origin !== OPENING);
  const moved = life.record({
    kind: "class-moved",
    from,
    to,
    because: origins.length > 0 ? origins : [mover],
    told: "nothing",
  });
  const opening = classOf(life.scoring!, life.scoring!.opening) === to;
  life.class = { id: to, origin: opening ? OPENING : moved, because: origins };
  life.announce("class-moved", { previousClass: from }, moved);
}

/** When one of the deductions that a class goes back to has returned, it goes back to the others. */
export function renewClass(life: Life): void {
  const { class: now, points } = life;
  if (now === null || points === null || now.origin === OPENING) return;
  if (now.because.every((id) => points.find(id)?.outstanding !== 0)) return;
  const origins = classOrigins(life, now.id);
  if (origins.length === 0) return;
  const origin = life.record({ kind: "rests", on: "class", class: now.id, because: origins, told: "nothing" });
  life.class = { id: now.id, origin, because: origins };
}

/**
 * Measures read standing only, and hold while their conditions hold: they are answered until the
 * set in force is stable, each level after those that it reads.
 */
export function settleMeasures(life: Life): void {
  if (!life.unsettled) return;
  const facts = factsAt(life, { event: "time-passed" }, life.plan.measureReaders);
  const inForce = new Set<RuleId>();
  const levels = life.plan.measures.map((level) => ({ level, holding: settleLevel(life, level, facts, inForce) }));
  if (life.plan.measuresReadMeasures) facts.measures = [...inForce];
  for (const rule of life.plan.measuresInOrder) noteIfChanged(life, rule, facts);
  life.beside?.settle(life, inForce);
  for (const { level, holding } of levels) {
    // In the order in which they came to hold, so that a measure finds those it rests on.
    for (const rule of holding) if (!life.measures.has(rule.rule.id)) impose(life, rule, verdictNow(life, rule));
    const ending = level.filter(({ rule }) => life.measures.has(rule.id) && !inForce.has(rule.id));
    for (const rule of readersLast(ending)) lift(life, rule, verdictNow(life, rule));
  }
  if (life.reasonsEnded)
    renewMeasures(
      life,
      levels.flatMap(({ holding }) => holding.map((rule) => [rule, verdictNow(life, rule)] as const)),
    );
  life.unsettled = false;
  life.reasonsEnded = false;
}

/** Answers a level again and again until no more of it comes to hold; those that hold, in that order. */
function settleLevel(
  life: Life,
  level: readonly PreparedRule[],
  facts: FactRecord,
  inForce: Set<RuleId>,
): PreparedRule[] {
  const holding: PreparedRule[] = [];
  for (let before = -1; before !== holding.length;) {
    before = holding.length;
    for (const rule of level) {
      if (life.plan.measuresReadMeasures) facts.measures = [...inForce];
      const cell = rule.cellOf(facts);
      life.cells[rule.index] = cell;
      if (!rule.verdicts[cell]!.matched || inForce.has(rule.rule.id)) continue;
      inForce.add(rule.rule.id);
      life.matched.add(rule.rule.id);
      holding.push(rule);
    }
    if (!life.plan.measuresReadMeasures) break;
  }
  return holding;
}

function verdictNow(life: Life, rule: PreparedRule): Verdict {
  return rule.verdicts[life.cells[rule.index]!]!;
}

/** Each after those of them that it reads, so that it finds how they ended; where they read each other, in rulebook order. */
function readersLast(rules: readonly PreparedRule[]): PreparedRule[] {
  const left = [...rules];
  const reads = (one: PreparedRule, other: PreparedRule): boolean =>
    one !== other && one.leaves.some((leaf) => leaf.fact === "measures" && leaf.value === other.rule.id);
  return rules.map(() => {
    const next = Math.max(
      0,
      left.findIndex((rule) => !left.some((other) => reads(rule, other))),
    );
    return left.splice(next, 1)[0]!;
  });
}

/**
 * A measure counts as consulted when the facts it reads have entered another cell. Then one of its
 * comparisons may have ceased to hold, and with it a reason.
 */
function noteIfChanged(life: Life, rule: PreparedRule, facts: FactRecord): void {
  const cell = life.cells[rule.index]!;
  if (life.consultedCells[rule.index] === cell) return;
  life.consultedCells[rule.index] = cell;
  life.reasonsEnded = true;
  life.find(rule, rule.verdicts[cell]!, facts);
}

function impose(life: Life, rule: PreparedRule, verdict: Verdict): void {
  const reasons = because(life, rule, verdict, []);
  const id = life.record({ kind: "imposed", rule: rule.rule.id, because: reasons, told: rule.rule.told });
  life.hold(rule.rule.id, { id, because: reasons });
  life.announce("measure-imposed", { measure: rule.rule.id }, id);
}

function lift(life: Life, rule: PreparedRule, verdict: Verdict): void {
  const id = life.record({
    kind: "lifted",
    rule: rule.rule.id,
    because: because(life, rule, verdict, []),
    told: rule.rule.told,
  });
  life.measures.delete(rule.rule.id);
  life.liftedBy.set(rule.rule.id, id);
  life.announce("measure-lifted", { measure: rule.rule.id }, id);
}

/**
 * A measure that goes on although one of its reasons is gone rests on the others from now on, and so
 * does each measure that goes back to it; but once only, since measures may stand on each other.
 */
function renewMeasures(life: Life, holding: readonly (readonly [PreparedRule, Verdict])[]): void {
  const renewed = new Set<RuleId>();
  for (let before = -1; before !== renewed.size;) {
    before = renewed.size;
    for (const [rule, verdict] of holding)
      if (!renewed.has(rule.rule.id) && renew(life, rule, verdict, renewed)) renewed.add(rule.rule.id);
  }
}

function renew(life: Life, rule: PreparedRule, verdict: Verdict, renewed: ReadonlySet<RuleId>): boolean {
  const held = life.measures.get(rule.rule.id)!;
  const reasons = because(life, rule, verdict, []);
  const goesOn = (measure: RuleId | undefined): boolean =>
    measure !== undefined && life.measures.has(measure) && !renewed.has(measure);
  if (held.because.every((id) => reasons.includes(id) || goesOn(life.measureOf.get(id)))) return false;
  const id = life.record({ kind: "rests", on: "measure", rule: rule.rule.id, because: reasons, told: "nothing" });
  life.hold(rule.rule.id, { id, because: reasons });
  return true;
}
