import type { Condition, Leaf } from "../../model/condition.ts";
import { isNegative, positiveOf } from "../clause-wording.ts";
import { conditionWords } from "../condition-wording.ts";
import { count } from "../wording.ts";

/**
 * In what two conditions of a rule differ; what both ask is left out, so that several rules that are
 * edited alike read alike: `not at once, but after 3 months; not if …`.
 */
export function conditionEdit(was: Condition, is: Condition): string {
  const wait = waitBetween(partsOf(was), partsOf(is));
  const gone = without(without(partsOf(was), partsOf(is)), wait?.instead ?? []);
  const fresh = without(without(partsOf(is), partsOf(was)), wait?.by ?? []);
  const says = wait === null ? [] : [`not at once, but after ${count(wait.months, "month")}`];
  if (gone.length > 0)
    says.push(fresh.length === 0 ? `no longer only ${ifSays(gone)}` : `${ifSays(gone)} → ${ifSays(fresh)}`);
  else {
    const nots = fresh.filter(isNot);
    const onlys = without(fresh, nots);
    if (onlys.length > 0) says.push(`only ${ifSays(onlys)}`);
    for (const not of nots) says.push(`not ${ifSays([positive(not)])}`);
  }
  return says.length === 0 ? "the same conditions in another order" : says.join("; ");
}

/** Where a rule answered at an event and now answers some months later: what stands for that. */
interface Wait {
  readonly months: number;
  readonly instead: readonly Condition[];
  readonly by: readonly Condition[];
}

function waitBetween(was: readonly Condition[], is: readonly Condition[]): Wait | null {
  const event = was.find(asksFor("event"));
  const passes = is.find((part) => asksFor("event")(part) && part.value === "time-passed");
  const since = event === undefined ? undefined : is.find(asksFor(`monthsSince:${String(event.value)}`));
  return event === undefined || passes === undefined || since === undefined || typeof since.value !== "number"
    ? null
    : { months: since.value, instead: [event], by: [passes, since] };
}

function asksFor(fact: string): (part: Condition) => part is Leaf {
  return (part): part is Leaf => "fact" in part && part.fact === fact && part.operator === "equal";
}

/** What a condition asks for all at once. */
function partsOf(condition: Condition): readonly Condition[] {
  return "all" in condition ? condition.all : [condition];
}

function without(parts: readonly Condition[], others: readonly Condition[]): Condition[] {
  const known = new Set(others.map((part) => JSON.stringify(part)));
  return parts.filter((part) => !known.has(JSON.stringify(part)));
}

function ifSays(parts: readonly Condition[]): string {
  return `if ${conditionWords(parts.length === 1 ? parts[0]! : { all: parts })}`;
}

function isNot(part: Condition): boolean {
  return "not" in part || ("fact" in part && isNegative(part));
}

function positive(part: Condition): Condition {
  return "not" in part ? part.not : "fact" in part ? positiveOf(part) : part;
}
