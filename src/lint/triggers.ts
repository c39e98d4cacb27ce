import { polarLeaves, type FactName } from "../model/condition.ts";
import type { Rule } from "../model/rule.ts";
import type { EventName } from "../model/vocabulary/events.ts";

/**
 * Whether what `cause` brings about can set `rule` off: the event at which it is asked, the denial
 * that it waits for, or the standing that a measure reads. An approximation: the rest of the
 * conditions is not weighed.
 */
export function triggers(cause: Rule, rule: Rule): boolean {
  const { then } = cause;
  switch (then.kind) {
    case "lead":
      return "event" in then
        ? asks(rule, "event", then.event)
        : asks(rule, "event", "attempt") && allows(rule, "door", then.attempt) && allows(rule, "purpose", then.purpose);
    case "enlist":
      return (
        (rule.then.kind === "measure" &&
          (asks(rule, "lists", then.list) || reads(rule, `monthsOnList:${then.list}`))) ||
        (asksInternal(rule, "listed") && allows(rule, "list", then.list))
      );
    case "delist":
      return asksInternal(rule, "delisted") && allows(rule, "list", then.list);
    case "measure":
      return (
        (asks(rule, "denied", true) && (then.closes ?? []).some((door) => allows(rule, "door", door))) ||
        (asksInternal(rule, "measure-imposed") && allows(rule, "measure", cause.id)) ||
        (rule.then.kind === "measure" && asks(rule, "measures", cause.id))
      );
    case "remark":
      return false;
    case "permit":
      return asks(rule, "denied", false) && allows(rule, "door", then.door);
    case "post":
    case "strike":
      return (
        asksInternal(rule, "posted") ||
        asksInternal(rule, "class-moved") ||
        (rule.then.kind === "measure" && (reads(rule, "score") || reads(rule, "class")))
      );
  }
}

function asksInternal(rule: Rule, event: EventName): boolean {
  return asks(rule, "event", event);
}

/** Whether the rule names this value of the fact as one for which it holds. */
function asks(rule: Rule, fact: FactName, value: string | boolean): boolean {
  return polarLeaves(rule.when).some(({ leaf, positive }) => {
    if (leaf.fact !== fact) return false;
    const named = Array.isArray(leaf.value) ? (leaf.value as readonly unknown[]).includes(value) : leaf.value === value;
    const affirms = leaf.operator === "equal" || leaf.operator === "in" || leaf.operator === "contains";
    return named && affirms === positive;
  });
}

/** Whether the rule names this value, or does not ask. */
function allows(rule: Rule, fact: FactName, value: string): boolean {
  return !reads(rule, fact) || asks(rule, fact, value);
}

function reads(rule: Rule, fact: FactName): boolean {
  return polarLeaves(rule.when).some(({ leaf }) => leaf.fact === fact);
}
