import type { Leaf } from "../model/condition.ts";
import { classOf } from "../model/rulebook.ts";
import type { RuleId } from "../model/rule.ts";
import type { EffectId } from "../model/trace.ts";
import type { PreparedRule, Verdict } from "../model/verdict.ts";
import type { CircumstanceName } from "../model/vocabulary/circumstances.ts";
import type { LifeEventKind } from "../model/vocabulary/events.ts";
import type { ListId } from "../model/vocabulary/lists.ts";
import { priorPostings } from "./facts.ts";
import { type Life, OPENING } from "./life.ts";

/**
 * Causes are computed, not narrated: the effects from which the facts come in exactly those
 * comparisons that decided the rule. The trigger stands first. The opening is named only where
 * nothing else is: a circumstance that was always so is a condition, not a cause.
 */
export function because(
  life: Life,
  prepared: PreparedRule,
  verdict: Verdict,
  trigger: readonly EffectId[],
): EffectId[] {
  const all = [...trigger];
  for (const index of verdict.decisive) {
    for (const origin of originsOf(life, prepared.leaves[index]!, verdict.holds[index]!)) {
      if (origin !== OPENING && !all.includes(origin)) all.push(origin);
    }
  }
  return all.length > 0 ? all : [OPENING];
}

function originsOf(life: Life, leaf: Leaf, holds: boolean): readonly EffectId[] {
  switch (leaf.fact) {
    // What belongs to the event goes back to the event, which is the trigger already.
    case "event":
    case "door":
    case "purpose":
    case "denied":
    case "conduct":
    case "points":
    case "list":
    case "measure":
    case "previousClass":
    case "told":
      return [];
    case "priorCount":
      return priorPostings(life, life.conduct).map((posting) => posting.id);
    case "score":
      return scoreOrigins(life, leaf, holds);
    case "class":
      return [life.class?.origin ?? OPENING];
    case "lists":
      return [life.grounds.origin(leaf.value as ListId) ?? OPENING];
    case "measures":
      return measureOrigins(life, leaf.value as RuleId, (leaf.operator === "contains") === holds);
    default:
      return particularOrigin(life, leaf);
  }
}

/** What put the measure in force, or took it out. Nothing, where that is about to happen in the same settling. */
function measureOrigins(life: Life, measure: RuleId, present: boolean): readonly EffectId[] {
  const held = life.measures.get(measure);
  if (present) return held === undefined ? [] : [held.id];
  return held === undefined ? [life.liftedBy.get(measure) ?? OPENING] : [];
}

function particularOrigin(life: Life, leaf: Leaf): readonly EffectId[] {
  const [kind, of] = leaf.fact.split(":") as [string, string];
  switch (kind) {
    case "circumstance":
      return [life.setBy.get(of as CircumstanceName) ?? OPENING];
    case "monthsOnList":
      return [life.grounds.origin(of as ListId) ?? OPENING];
    default:
      return [life.lastHappened.get(of as LifeEventKind)?.id ?? OPENING];
  }
}

/** Outstanding deductions where the comparison asked for less, additions where it asked for more. */
function scoreOrigins(life: Life, leaf: Leaf, holds: boolean): readonly EffectId[] {
  const { points, scoring } = life;
  if (points === null || scoring === null || typeof leaf.value !== "number") return [];
  switch (leaf.operator) {
    case "lessThan":
      return holds ? points.lowering(leaf.value) : points.raising(leaf.value);
    case "lessThanInclusive":
      return holds ? points.lowering(leaf.value + 1) : points.raising(leaf.value + 1);
    case "greaterThan":
      return holds ? points.raising(leaf.value + 1) : points.lowering(leaf.value + 1);
    case "greaterThanInclusive":
      return holds ? points.raising(leaf.value) : points.lowering(leaf.value);
    default:
      return points.score < scoring.opening ? points.lowering(scoring.opening) : points.raising(scoring.opening + 1);
  }
}

/**
 * Why the class is what it is: below the opening class the outstanding deductions, the one that
 * moved it first; above it the additions; equal to it the opening.
 */
export function classOrigins(life: Life, id: string): EffectId[] {
  const { points, scoring } = life;
  if (points === null || scoring === null) return [OPENING];
  const place = (wanted: string): number => scoring.classes.findIndex((band) => band.id === wanted);
  const opening = place(classOf(scoring, scoring.opening));
  const now = place(id);
  if (now > opening) return points.lowering(scoring.classes[now - 1]!.min!);
  if (now < opening) return points.raising(scoring.classes[now]!.min!);
  return [OPENING];
}
