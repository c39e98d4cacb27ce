import { type Condition, type Leaf, leavesOf } from "../../model/condition.ts";
import type { Persona } from "../../model/persona.ts";
import type { Measure, Rule, RuleId } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import type { Trace } from "../../model/trace.ts";
import type { Door } from "../../model/vocabulary/doors.ts";

/**
 * Measures of which nothing follows in this life but that doors are shut: no rule reads them, and
 * nobody tries the doors that they close. Taking one out, or several, leaves everything else as it is.
 */
export function lastDoors({ rules }: Rulebook, { timeline }: Persona): ReadonlySet<RuleId> {
  if (rules.some(hearsOfMeasures)) return new Set();
  const read = new Set(
    rules
      .flatMap(({ when }) => leavesOf(when))
      .flatMap(({ fact, value }) => (fact === "measures" || fact === "measure" ? value : [])),
  );
  const tried = new Set<Door>([
    ...timeline.flatMap((line) => ("attempt" in line ? [line.attempt] : [])),
    ...rules.flatMap(({ then }) => (then.kind === "lead" && "attempt" in then ? [then.attempt] : [])),
  ]);
  return new Set(
    rules.flatMap(({ id, then }) =>
      then.kind === "measure" && !read.has(id) && !(then.closes ?? []).some((door) => tried.has(door)) ? [id] : [],
    ),
  );
}

/** Whether a rule could answer that some measure, whichever, begins or ends. Careful: where it cannot be told, it could. */
function hearsOfMeasures({ when, then }: Rule): boolean {
  if (then.kind === "measure") return false;
  const parts: readonly Condition[] = "all" in when ? when.all : [when];
  return !parts.some((part) => "fact" in part && namesOtherEvents(part));
}

function namesOtherEvents({ fact, operator, value }: Leaf): boolean {
  if (fact !== "event" || (operator !== "equal" && operator !== "in")) return false;
  return [value].flat().every((event) => event !== "measure-imposed" && event !== "measure-lifted");
}

/** So many months at whose end the same measures shut some door, whichever. */
export interface ShutBy {
  readonly measures: readonly RuleId[];
  readonly months: number;
}

/** For each set of measures that ever shut a door together, for how many months; one of them would have been enough. */
export function shutBy({ rulebook, entries, until }: Trace): ShutBy[] {
  const closing = new Set(
    rulebook.rules.flatMap(({ id, then }) => (((then as Measure).closes ?? []).length > 0 ? [id] : [])),
  );
  const months = new Map<string, { measures: RuleId[]; months: number }>();
  const inForce = new Set<RuleId>();
  let settled = 0;
  const countTo = (month: number): void => {
    if (month > settled && inForce.size > 0) {
      const measures = [...inForce].sort();
      const key = measures.join(" ");
      const so = months.get(key) ?? { measures, months: 0 };
      months.set(key, { measures, months: so.months + month - settled });
    }
    settled = month;
  };
  for (const { month, effects } of entries) {
    for (const effect of effects) {
      if ((effect.kind !== "imposed" && effect.kind !== "lifted") || !closing.has(effect.rule)) continue;
      countTo(month);
      if (effect.kind === "imposed") inForce.add(effect.rule);
      else inForce.delete(effect.rule);
    }
  }
  countTo(until + 1);
  return [...months.values()];
}
