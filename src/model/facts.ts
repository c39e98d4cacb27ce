import { TOLD } from "./rule.ts";
import type { FactName } from "./condition.ts";
import { CIRCUMSTANCE_NAMES, valuesOf } from "./vocabulary/circumstances.ts";
import { DOOR_NAMES, PURPOSE_NAMES } from "./vocabulary/doors.ts";
import { EVENT_NAMES, LIFE_EVENT_KINDS } from "./vocabulary/events.ts";
import { LIST_IDS } from "./vocabulary/lists.ts";

export type FactValue = string | number | boolean | null | readonly string[];

/**
 * The type of a fact. `choice` holds one of `values`, or of the classes or rules of the rulebook in
 * hand where `values` is `classes` or `rules`; `set` holds any of them.
 */
export type FactType =
  | { readonly type: "integer"; readonly nullable: boolean; readonly unit: "points" | "months" | "entries" }
  | { readonly type: "flag" }
  | { readonly type: "choice"; readonly nullable: boolean; readonly values: readonly string[] | "classes" | "rules" }
  | { readonly type: "set"; readonly values: readonly string[] | "rules" };

export interface Fact {
  readonly name: FactName;
  readonly type: FactType;
  /** `event` facts belong to the event in hand; `standing` facts hold until something changes them. */
  readonly of: "event" | "standing";
  readonly says: string;
}

const event = (name: FactName, type: FactType, says: string): Fact => ({ name, type, of: "event", says });
const standing = (name: FactName, type: FactType, says: string): Fact => ({ name, type, of: "standing", says });
const choice = (values: readonly string[] | "classes" | "rules", nullable: boolean): FactType => ({
  type: "choice",
  values,
  nullable,
});
const integer = (unit: "points" | "months" | "entries", nullable: boolean): FactType => ({
  type: "integer",
  unit,
  nullable,
});

/** The one dictionary of facts. A rule that names another is refused, with the nearest name. */
export const FACTS: readonly Fact[] = [
  event("event", choice(EVENT_NAMES, false), "what happens"),
  event("door", choice(DOOR_NAMES, true), "the door tried, at an attempt"),
  event("purpose", choice(PURPOSE_NAMES, true), "what the attempt is for"),
  event("denied", { type: "flag" }, "whether the attempt was denied"),
  event("conduct", choice(LIFE_EVENT_KINDS, true), "what points were entered for, at “posted”"),
  event("points", integer("points", true), "the points entered, at “posted”"),
  event("list", choice(LIST_IDS, true), "the list entered or left, at “listed” and “delisted”"),
  event("measure", choice("rules", true), "the measure in question, at “measure-imposed” and “measure-lifted”"),
  event("previousClass", choice("classes", true), "the class before, at “class-moved”"),
  event(
    "told",
    choice(TOLD, true),
    "what the person is told of what was decided, at “posted”, “class-moved”, “listed”, “delisted”, “measure-imposed” and “measure-lifted”: nothing, the outcome, or the reason too",
  ),
  event(
    "priorCount",
    integer("entries", false),
    "earlier entries for the conduct in hand that are still on file; 0 where no conduct is in hand, as at “posted”",
  ),
  standing("score", integer("points", true), "the running score; null where the rulebook keeps none"),
  standing("class", choice("classes", true), "the class; null where the rulebook keeps none"),
  standing("lists", { type: "set", values: LIST_IDS }, "the lists the person is on"),
  standing("measures", { type: "set", values: "rules" }, "the measures in force, by the id of their rule"),
  ...CIRCUMSTANCE_NAMES.map((name) =>
    standing(`circumstance:${name}`, choice(valuesOf(name), false), `the person's ${name.replace("-", " ")}`),
  ),
  ...LIST_IDS.map((list) =>
    standing(`monthsOnList:${list}`, integer("months", true), `months on ${list}; null when not on it`),
  ),
  ...LIFE_EVENT_KINDS.map((kind) =>
    standing(`monthsSince:${kind}`, integer("months", true), `months since ${kind} last happened; null if never`),
  ),
];

const BY_NAME = new Map<string, Fact>(FACTS.map((fact) => [fact.name, fact]));

/** The fact of that name, or `undefined` where the dictionary has none. */
export function factNamed(name: string): Fact | undefined {
  return BY_NAME.get(name);
}

/** Whether a fact changes by the mere passing of months. */
export function isElapsed(name: FactName): boolean {
  return name.startsWith("monthsOnList:") || name.startsWith("monthsSince:");
}
