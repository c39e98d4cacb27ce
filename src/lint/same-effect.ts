import { type Enlist, type Rule, type Then, TOLD } from "../model/rule.ts";
import type { Door } from "../model/vocabulary/doors.ts";

/** What an effect acts on; rules that share a target can double each other, or stand in each other's place. */
export function targetsOf(then: Then): readonly string[] {
  switch (then.kind) {
    case "post":
      return ["points"];
    case "strike":
      return [`strike ${then.of}`];
    case "enlist":
      return [`onto ${then.list}`];
    case "delist":
      return [`off ${then.list}`];
    case "lead":
      return ["event" in then ? then.event : `${then.attempt} ${then.purpose}`];
    case "measure":
      return [...(then.closes ?? []), ...(then.scrutinises ?? []), ...(then.prefers ?? [])];
    // What changes nothing can neither double anything nor stand in its place; of what is permitted, one permit is enough.
    case "remark":
    case "permit":
      return [];
  }
}

/** Whether what `less` does is done by `more` in any case: at the same time, as far, and as much of it told. */
export function isContained(less: Rule, more: Rule): boolean {
  const [one, other] = [less.then, more.then];
  if (TOLD.indexOf(less.told) > TOLD.indexOf(more.told)) return false;
  if (one.kind === "measure" || other.kind === "measure")
    return (
      one.kind === "measure" &&
      other.kind === "measure" &&
      among(one.closes, other.closes) &&
      among(one.scrutinises, other.scrutinises) &&
      among(one.prefers, other.prefers)
    );
  if (one.kind === "remark" || one.kind === "permit" || other.kind === "remark" || other.kind === "permit")
    return false;
  if (one.kind !== other.kind || targetsOf(one)[0] !== targetsOf(other)[0]) return false;
  if ((one.afterMonths ?? 0) !== (other.afterMonths ?? 0)) return false;
  // Points add up: the second entry is never idle.
  if (one.kind === "post") return false;
  if (one.kind === "delist" && other.kind === "delist")
    return other.ground === undefined || one.ground === other.ground;
  if (one.kind !== "enlist" || other.kind !== "enlist") return true;
  // How long what lengthens lasts hangs on what runs.
  return one.lengthens !== true && other.lengthens !== true && lastsAsLong(other.termMonths, one.termMonths);
}

/** Nobody knows whether an unknown term is longer than any other, but for no end. */
function lastsAsLong(more: Enlist["termMonths"], less: Enlist["termMonths"]): boolean {
  if (more === undefined || more === less) return true;
  return typeof more === "number" && typeof less === "number" && less <= more;
}

function among(doors: readonly Door[] = [], others: readonly Door[] = []): boolean {
  return doors.every((door) => others.includes(door));
}

/** Whether both effects together are more than the greater of them. */
export function addsUp(one: Then, other: Then): boolean {
  if (one.kind === "post" || one.kind === "enlist") return true;
  // Leads to the same event in the same month are one event.
  return one.kind === "lead" && other.kind === "lead" && (one.afterMonths ?? 0) !== (other.afterMonths ?? 0);
}
