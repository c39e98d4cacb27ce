import type { Constant, Leaf, Operator, FactName } from "../model/condition.ts";
import type { Told } from "../model/rule.ts";
import { DOORS, PURPOSES, type Purpose } from "../model/vocabulary/doors.ts";
import { type EventName, EVENTS, INTERNAL_EVENTS, type LifeEventKind } from "../model/vocabulary/events.ts";
import { type ListId, LISTS } from "../model/vocabulary/lists.ts";
import { count, orOf } from "./wording.ts";

/** One comparison as a clause that may follow “if”: `the score is under 850`. */
export function clause(leaf: Leaf): string {
  const [frame, subject] = framed(leaf);
  return frame.replace("…", () => subject);
}

const OPPOSITES: Partial<Record<Operator, Operator>> = {
  notEqual: "equal",
  notIn: "in",
  doesNotContain: "contains",
};

export function isNegative({ operator }: Leaf): boolean {
  return operator in OPPOSITES;
}

/** What may follow “not if” where a comparison may follow “if”. */
export function positiveOf(leaf: Leaf): Leaf {
  return { ...leaf, operator: OPPOSITES[leaf.operator] ?? leaf.operator };
}

/** A clause with its subject left open: `["the last 3 months saw …", "a settlement"]`. */
type Framed = readonly [frame: string, subject: string];

export function framed(leaf: Leaf): Framed {
  const { fact, operator, value } = leaf;
  const not = isNegative(leaf) ? "not " : "";
  if (fact.startsWith("monthsSince:")) return since(fact.slice(12) as LifeEventKind, operator, value);
  if (fact.startsWith("monthsOnList:")) return onList(fact.slice(13) as ListId, operator, value);
  switch (fact) {
    case "event":
      return [`the event is ${not}…`, namesOf(value, eventNoun)];
    case "lists":
      return [`the person is ${not}on …`, namesOf(value, listTitle)];
    case "measures":
      return [`the measure … is ${not}in force`, namesOf(value, quoted)];
    case "denied":
      return [(value === true) === (not === "") ? "the attempt is refused" : "the attempt is not refused", ""];
    case "purpose":
      return value === "none" || value === null
        ? [`the attempt is ${not}for nothing in particular`, ""]
        : [`the attempt is ${not}…`, namesOf(value, (name) => PURPOSES[name as Purpose].says)];
    case "told":
      return value === null
        ? [`${not === "" ? "nothing" : "something"} was decided of which one may be told`, ""]
        : [`what the person is told of it is ${not}…`, namesOf(value, (name) => TOLD_OF[name as Told])];
    case "score":
    case "points":
    case "priorCount":
      return amount(fact, operator, value);
    default:
      return [`${subjectOf(fact)} ${not}…`, named(leaf)];
  }
}

const TOLD_OF: Record<Told, string> = {
  nothing: "nothing",
  outcome: "the outcome alone",
  reason: "the outcome and its reason",
};

function subjectOf(fact: FactName): string {
  if (!fact.startsWith("circumstance:")) return `${SUBJECTS[fact]!} is`;
  const name = fact.slice(13).replace("-", " ");
  return `${name} ${name.endsWith("s") ? "are" : "is"}`;
}

const SUBJECTS: Partial<Record<FactName, string>> = {
  door: "the door tried",
  conduct: "what points are entered for",
  list: "the list",
  measure: "the measure",
  previousClass: "the class before",
  class: "the class",
};

/** The values of facts that are looked up, or compared as they stand. */
function named({ fact, value }: Leaf): string {
  switch (fact) {
    case "door":
      return namesOf(value, (name) => DOORS[name as keyof typeof DOORS].short);
    case "conduct":
      return namesOf(value, eventNoun);
    case "list":
      return namesOf(value, listTitle);
    case "class":
    case "previousClass":
      return namesOf(value, (name) => name);
    default:
      return namesOf(value, quoted);
  }
}

/** Time since something happened. A month counts as passed when the next one begins. */
function since(kind: LifeEventKind, operator: Operator, value: Constant): Framed {
  const noun = EVENTS[kind].noun;
  if (value === null) return [operator === "equal" ? "there has never been …" : "there has been … before", noun];
  if (value === 0 && (operator === "equal" || operator === "lessThanInclusive")) return ["it is the month of …", noun];
  if (value === 0 && operator === "notEqual") return ["it is not the month of …", noun];
  const months = count(Number(value), "month");
  const passed = `${value === 1 ? "has" : "have"} passed since …`;
  switch (operator) {
    case "lessThanInclusive":
      return [`the last ${months} saw …`, noun];
    case "lessThan":
      return [`less than ${months} ${passed}`, noun];
    case "greaterThan":
      return [`more than ${months} ${passed}`, noun];
    case "greaterThanInclusive":
      return [`${months} or more ${passed}`, noun];
    default:
      return [`it is ${operator === "notEqual" ? "not " : ""}${months} since …`, noun];
  }
}

function onList(list: ListId, operator: Operator, value: Constant): Framed {
  if (value === null) return [`the person is ${operator === "equal" ? "not " : ""}on …`, listTitle(list)];
  return [`the months on … are ${bounded(operator, value)}`, listTitle(list)];
}

const AMOUNTS = { score: "the score", points: "the points entered", priorCount: "the earlier entries of its kind" };

function amount(fact: keyof typeof AMOUNTS, operator: Operator, value: Constant): Framed {
  if (value === null)
    return [`${operator === "equal" ? "no" : "a"} ${fact === "score" ? "score" : "amount"} is kept`, ""];
  return [`${AMOUNTS[fact]} ${fact === "score" ? "is" : "are"} ${bounded(operator, value)}`, ""];
}

const BOUNDS: Record<Operator, string> = {
  equal: "exactly",
  notEqual: "other than",
  in: "one of",
  notIn: "none of",
  lessThan: "under",
  lessThanInclusive: "at most",
  greaterThan: "over",
  greaterThanInclusive: "at least",
  contains: "with",
  doesNotContain: "without",
};

function bounded(operator: Operator, value: Constant): string {
  return `${BOUNDS[operator]} ${String(value).replace("-", "−")}`;
}

function namesOf(value: Constant, name: (value: string) => string): string {
  if (value === null) return "nothing";
  return orOf((Array.isArray(value) ? (value as readonly string[]) : [String(value)]).map((each) => name(each)));
}

function eventNoun(name: string): string {
  if (name === "attempt") return "an attempt";
  const kinds: Readonly<Record<string, { readonly noun: string }>> = { ...EVENTS, ...INTERNAL_EVENTS };
  return kinds[name as EventName]!.noun;
}

function listTitle(name: string): string {
  return LISTS[name as ListId].title;
}

function quoted(name: string): string {
  return `“${name}”`;
}
