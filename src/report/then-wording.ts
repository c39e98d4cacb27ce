import type { Enlist, Permit, RuleId, Then } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { eventKind } from "../model/vocabulary/events.ts";
import { PURPOSES, type Purpose } from "../model/vocabulary/doors.ts";
import { count, doorName, ledSays, listed, listName, measureSays, pointsSay } from "./wording.ts";

/** What a rule does, in a few words. `named`: how it speaks of another rule; by its id where absent. */
export function thenSays(then: Then, named: (rule: RuleId) => string = (id) => id): string {
  const months = "afterMonths" in then ? (then.afterMonths ?? 0) : 0;
  const delay = months > 0 ? `, after ${count(months, "month")}` : "";
  switch (then.kind) {
    case "post":
      return `${pointsSay(then.points)}${then.expiresAfterMonths === undefined ? "" : ` for ${count(then.expiresAfterMonths, "month")}`}${delay}`;
    case "strike":
      return `takes back what is on file for ${eventKind(then.of).noun}${delay}`;
    case "enlist":
      return `puts on ${listName(then.list)}${termSays(then)}${delay}`;
    case "delist":
      return then.ground === undefined
        ? `takes off ${listName(then.list)}${delay}`
        : `ends what ${named(then.ground)} entered on ${listName(then.list)}${delay}`;
    case "measure":
      return measureSays(then);
    case "lead":
      return `leads to ${"event" in then ? ledSays({ event: then.event }) : ledSays({ attempt: then.attempt, purpose: then.purpose })}${delay}`;
    case "permit":
      return `permits ${doorName(then.door)}${forPurpose(then.purpose)}, although ${liftsSay(then.lifts, named)} it`;
    case "remark":
      return `remarks${then.once === true ? ", once in a life" : ""}: “${then.says}”`;
  }
}

/** For pages on which rules are called by their titles. */
export function byTitle({ rules }: Pick<Rulebook, "rules">): (rule: RuleId) => string {
  return (id) => `“${rules.find((rule) => rule.id === id)?.title ?? id}”`;
}

function termSays({ termMonths, lengthens }: Enlist): string {
  if (termMonths === undefined) return ", with no end";
  if (termMonths === "unknown") return ", for a term that is not known";
  return ` for ${count(termMonths, "month")}${lengthens === true ? " more than the longest term that runs" : ""}`;
}

function forPurpose(purpose: Purpose | undefined): string {
  if (purpose === undefined) return "";
  return `, ${PURPOSES[purpose].says === "" ? "for nothing in particular" : PURPOSES[purpose].says}`;
}

function liftsSay(lifts: Permit["lifts"], named: (rule: RuleId) => string): string {
  if ("list" in lifts) return `what reads ${listName(lifts.list)} shuts`;
  return `${listed(lifts.measures.map(named))} ${lifts.measures.length === 1 ? "shuts" : "shut"}`;
}
