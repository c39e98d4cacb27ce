import type { FactValue } from "../model/facts.ts";
import type { FactName } from "../model/condition.ts";
import { isFor } from "../model/permits.ts";
import { type Then, TOLD } from "../model/rule.ts";
import { CIRCUMSTANCE_NAMES, type CircumstanceName, valuesOf } from "../model/vocabulary/circumstances.ts";
import { DOOR_NAMES, PURPOSE_NAMES, PURPOSES, type Purpose } from "../model/vocabulary/doors.ts";
import { eventKind, type EventName } from "../model/vocabulary/events.ts";
import { conductOf, type World } from "./world.ts";

/** When a rule is asked: measures about the standing, leads and remarks after everything else, the others before. */
export type Phase = "standing" | "changes" | "leads";

export function phaseOf({ kind }: Then): Phase {
  return kind === "measure" ? "standing" : kind === "lead" || kind === "remark" ? "leads" : "changes";
}

/** Whether a rule is asked at such a moment at all: a permit only at attempts on its door. */
export function isAskedAt(then: Then, { event, door, purpose }: Moment): boolean {
  return then.kind !== "permit" || (event === "attempt" && isFor(then, { door, purpose }));
}

/** What the facts of an event can be at once. */
export type Moment = Readonly<Partial<Record<FactName, FactValue>>> & { readonly event: EventName };

const NOTHING = {
  door: null,
  purpose: null,
  denied: false,
  conduct: null,
  points: null,
  list: null,
  measure: null,
  previousClass: null,
  told: null,
} as const;

const moment = (event: EventName, more: Partial<Record<FactName, FactValue>> = {}): Moment => ({
  ...NOTHING,
  ...more,
  event,
});

/** A measure is asked at no event; it reads none of its facts. */
export const ANY_TIME: Moment = moment("time-passed");

/** What can be at that event in this world, when rules of the phase are asked. */
export function momentsAt(
  event: EventName,
  phase: Phase,
  { lists, measures, entered, classes, closed }: World,
): Moment[] {
  switch (event) {
    case "attempt":
      return DOOR_NAMES.flatMap((door) =>
        PURPOSE_NAMES.flatMap((purpose) =>
          // Only a lead or a remark sees whether the attempt was denied: the others are answered before.
          (phase === "leads" && closed.has(door) ? [true, false] : [false]).map((denied) =>
            moment(event, { door, purpose, denied }),
          ),
        ),
      );
    case "posted":
      return entered.flatMap(({ conduct, points }) => toldAny(event, { conduct, points }));
    case "class-moved":
      // Nobody is told of a class that moves by itself.
      return entered.length === 0
        ? []
        : (classes ?? []).map((previousClass) => moment(event, { previousClass, told: "nothing" }));
    case "listed":
    case "delisted":
      return [...lists].flatMap((list) => toldAny(event, { list }));
    case "measure-imposed":
    case "measure-lifted":
      return [...measures].flatMap((measure) => toldAny(event, { measure }));
    default:
      return [moment(event)];
  }
}

/** Of what a rule decided the person may be told anything: which rule it was is not looked at. */
function toldAny(event: EventName, more: Partial<Record<FactName, FactValue>>): Moment[] {
  return TOLD.map((told) => moment(event, { ...more, told }));
}

/** What a circumstance can be at that moment: the event has come about, so what it needs was so; a lead sees what it set. */
export function circumstancesAt({ event, purpose }: Moment, name: CircumstanceName, phase: Phase): readonly string[] {
  const conduct = conductOf(event);
  const { needs, sets } = conduct === null ? { needs: needsOf(purpose), sets: undefined } : eventKind(conduct);
  const set = phase === "leads" ? sets?.[name] : undefined;
  return set === undefined ? (needs?.[name] ?? valuesOf(name)) : [set];
}

function needsOf(purpose: FactValue | undefined): Partial<Record<CircumstanceName, readonly string[]>> | undefined {
  return typeof purpose === "string" ? PURPOSES[purpose as Purpose].needs : undefined;
}

/** The circumstance that a fact is about, if it is about one. */
export function circumstanceNamed(fact: FactName): CircumstanceName | undefined {
  return CIRCUMSTANCE_NAMES.find((name) => fact === `circumstance:${name}`);
}
