import { leavesOf, type FactName } from "../../src/model/condition.ts";
import type { FactValue } from "../../src/model/facts.ts";
import { type Rule, type RuleId, TOLD } from "../../src/model/rule.ts";
import { classOf, type Rulebook } from "../../src/model/rulebook.ts";
import type { CircumstanceName } from "../../src/model/vocabulary/circumstances.ts";
import { valuesOf } from "../../src/model/vocabulary/circumstances.ts";
import { PURPOSE_NAMES, PURPOSES, type Purpose } from "../../src/model/vocabulary/doors.ts";
import { EVENT_NAMES, type EventKind, EVENTS } from "../../src/model/vocabulary/events.ts";
import { LIST_IDS } from "../../src/model/vocabulary/lists.ts";
import { holds, leafHolds } from "../support/reference-evaluator.ts";

// What lint claims, found out in the plainest way: every value beside every other, and then struck out
// what cannot be. Slow, and shares nothing with lint but the vocabulary.

type Facts = Partial<Record<FactName, FactValue>>;

/** What the rules that are known to match bring about. */
interface Effects {
  readonly posts: readonly { readonly conduct: string | null; readonly points: number }[];
  readonly lists: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
}

/** The rules that can match at all. */
export function ableIn(rulebook: Rulebook): Set<RuleId> | undefined {
  let able = new Set<RuleId>();
  for (;;) {
    const now = new Set<RuleId>();
    const effects = effectsOf(rulebook, able);
    if (effects === undefined) return undefined;
    for (const rule of rulebook.rules) {
      const tried = casesOf([rule], rulebook, effects);
      if (tried === undefined) return undefined;
      if (tried.some(([matched]) => matched)) now.add(rule.id);
    }
    if (now.size === able.size) return able;
    able = now;
  }
}

/** For every case that can be, which of the rules match; `undefined` where there would be too many. */
export function verdictsOf(rules: readonly Rule[], rulebook: Rulebook): boolean[][] | undefined {
  const effects = known.get(rulebook) ?? allEffects(rulebook);
  if (effects !== undefined) known.set(rulebook, effects);
  return effects === undefined ? undefined : casesOf(rules, rulebook, effects);
}

const known = new WeakMap<Rulebook, Effects>();

function allEffects(rulebook: Rulebook): Effects | undefined {
  const able = ableIn(rulebook);
  return able === undefined ? undefined : effectsOf(rulebook, able);
}

/** Grows with `able`: only rules that could match already in the round before count. */
function effectsOf(rulebook: Rulebook, able: ReadonlySet<RuleId>): Effects | undefined {
  let effects: Effects = { posts: [], lists: new Set(), closed: new Set(), measures: new Set() };
  const rules = rulebook.rules.filter(({ id }) => able.has(id));
  // What a rule posts is on file for each event at which it can match, and that depends on what is on file.
  for (;;) {
    const posts: Effects["posts"][number][] = [];
    for (const rule of rules) {
      if (rule.then.kind !== "post") continue;
      const { points } = rule.then;
      const at = eventsOf(rule, rulebook, effects);
      if (at === undefined) return undefined;
      for (const event of at) posts.push({ conduct: event in EVENTS ? event : null, points });
    }
    const next: Effects = {
      posts,
      lists: new Set(rules.flatMap(({ then }) => (then.kind === "enlist" ? [then.list] : []))),
      closed: new Set(rules.flatMap(({ then }) => (then.kind === "measure" ? (then.closes ?? []) : []))),
      measures: new Set(rules.filter(({ then }) => then.kind === "measure").map(({ id }) => id)),
    };
    if (
      JSON.stringify([...next.posts]) === JSON.stringify([...effects.posts]) &&
      next.lists.size === effects.lists.size &&
      next.closed.size === effects.closed.size &&
      next.measures.size === effects.measures.size
    )
      return next;
    effects = next;
  }
}

function eventsOf(rule: Rule, rulebook: Rulebook, effects: Effects): string[] | undefined {
  const events: string[] = [];
  for (const event of EVENT_NAMES) {
    const tried = casesOf([rule], rulebook, effects, event);
    if (tried === undefined) return undefined;
    if (tried.some(([matched]) => matched)) events.push(event);
  }
  return events;
}

function casesOf(rules: readonly Rule[], rulebook: Rulebook, effects: Effects, only?: string): boolean[][] | undefined {
  const leaves = rules.flatMap(({ when }) => leavesOf(when));
  const names = [...new Set(leaves.map(({ fact }) => fact))];
  // A permit is asked at attempts alone, and hangs on what is tried whether or not its conditions read it.
  const permits = rules.some(({ then }) => then.kind === "permit");
  if (permits) for (const name of ["event", "door", "purpose"] as const) if (!names.includes(name)) names.push(name);
  const domains = names.map((name) => {
    if (name === "event" && only !== undefined) return [only];
    return name === "event" && permits ? ["attempt"] : valuesFor(name, rulebook, leaves);
  });
  if (domains.reduce((product, { length }) => product * length, 1) > 8_000) return undefined;
  const found: boolean[][] = [];
  const fill = (at: number, facts: Facts): void => {
    const name = names[at];
    if (name === undefined) {
      if (couldBe(facts, rules[0]!, rulebook, effects))
        found.push(rules.map((rule) => holds(rule.when, (fact) => facts[fact]!) && wakes(rule, facts)));
      return;
    }
    for (const value of domains[at]!) fill(at + 1, { ...facts, [name]: value });
  };
  fill(0, {});
  return found;
}

/** All that the random rulebooks name or close, and one that none does. */
const OF_ALL_DOORS = ["air-travel", "business-licence", "subsidised-loan", "star-hotel"] as const;

function valuesFor(
  name: FactName,
  rulebook: Rulebook,
  leaves: readonly { fact: FactName; value: unknown }[],
): FactValue[] {
  const named = leaves.filter(({ fact }) => fact === name).flatMap(({ value }) => value as FactValue);
  const [kind, of] = name.split(":");
  const texts = named.filter((value) => typeof value === "string");
  const numbers = named.filter((value) => typeof value === "number");
  const timed = leaves.flatMap(({ fact }) => (fact.startsWith("monthsOnList:") ? [fact.slice(13)] : []));
  switch (kind) {
    case "event":
      return [...EVENT_NAMES];
    case "door":
      return [null, ...OF_ALL_DOORS];
    case "purpose":
      return [null, ...PURPOSE_NAMES];
    case "denied":
      return [false, true];
    case "conduct":
      return [null, ...Object.keys(EVENTS)];
    case "points":
      return [null, ...Array.from({ length: 80 }, (_, at) => at - 46)];
    case "list":
      return [null, ...LIST_IDS];
    case "measure":
      return [null, ...rulebook.rules.map(({ id }) => id)];
    case "told":
      return [null, ...TOLD];
    case "class":
    case "previousClass":
      return [null, "A", "B", "C"];
    case "score":
      return [
        null,
        ...new Set([
          -999,
          999,
          49,
          50,
          59,
          60,
          79,
          80,
          85,
          89,
          90,
          100,
          101,
          110,
          111,
          ...numbers.flatMap((value) => [value - 1, value, value + 1]),
        ]),
      ];
    case "priorCount":
      return [0, 1, 2, 3, 4];
    case "lists":
    case "measures":
      return [...new Set([...texts, ...(kind === "lists" ? timed : [])])].reduce<string[][]>(
        (all, item) => [...all, ...all.map((some) => [...some, item])],
        [[]],
      );
    case "circumstance":
      return [...valuesOf(of as CircumstanceName)];
    default:
      return [null, 0, 1, 2, 3, 4, 5, 6, 7, 8];
  }
}

/** When time passes, a rule is asked in a month in which one of its comparisons of elapsed time has just changed. */
function wakes(rule: Rule, facts: Facts): boolean {
  if (rule.then.kind === "measure" || facts.event !== "time-passed") return true;
  return leavesOf(rule.when).some((leaf) => {
    const months = facts[leaf.fact];
    if (!leaf.fact.startsWith("months") || typeof months !== "number" || months === 0) return false;
    return leafHolds(leaf, months) !== leafHolds(leaf, months - 1);
  });
}

function couldBe(
  facts: Facts,
  { then }: Rule,
  { scoring }: Rulebook,
  { posts, lists, closed, measures }: Effects,
): boolean {
  const has = (name: FactName): boolean => name in facts;
  const isOr = (name: FactName, fits: (value: FactValue) => boolean): boolean => !has(name) || fits(facts[name]!);
  const { event } = facts;
  const measure = then.kind === "measure";
  const leads = then.kind === "lead" || then.kind === "remark";
  const kind = !measure && (event as string) in EVENTS ? (EVENTS[event as never] as EventKind) : undefined;
  const on = (facts.lists ?? []) as readonly string[];

  if (!measure) {
    const tried = event === "attempt";
    if (then.kind === "permit") {
      const { door, purpose } = then;
      if (!tried || !isOr("door", (value) => value === door)) return false;
      if (purpose !== undefined && !isOr("purpose", (value) => value === purpose)) return false;
    }
    if (!isOr("door", (door) => tried === (door !== null))) return false;
    if (!isOr("purpose", (purpose) => tried === (purpose !== null))) return false;
    if (
      facts.denied === true &&
      !(tried && leads && (has("door") ? closed.has(facts.door as string) : closed.size > 0))
    )
      return false;
    if (event === "posted") {
      if (
        !posts.some(
          ({ conduct, points }) =>
            isOr("conduct", (value) => value === conduct) && isOr("points", (value) => value === points),
        )
      )
        return false;
    } else if (!isOr("conduct", (value) => value === null) || !isOr("points", (value) => value === null)) return false;
    const listing = event === "listed" || event === "delisted";
    if (
      listing
        ? lists.size === 0 || !isOr("list", (list) => lists.has(list as string))
        : !isOr("list", (list) => list === null)
    )
      return false;
    const changing = event === "measure-imposed" || event === "measure-lifted";
    if (
      changing
        ? measures.size === 0 || !isOr("measure", (id) => measures.has(id as string))
        : !isOr("measure", (id) => id === null)
    )
      return false;
    if (
      event === "class-moved"
        ? posts.length === 0 || scoring === null || !isOr("previousClass", (id) => reachable(id))
        : !isOr("previousClass", (id) => id === null)
    )
      return false;
    const decided = event === "posted" || listing || changing || event === "class-moved";
    if (!isOr("told", (told) => (event === "class-moved" ? told === "nothing" : decided === (told !== null))))
      return false;
    if (!isOr("priorCount", (many) => many === 0 || posts.some(({ conduct }) => conduct === event))) return false;
    if (kind !== undefined && leads && !isOr(`monthsSince:${event as "bravery"}`, (months) => months === 0))
      return false;
  }
  for (const [name, value] of Object.entries(facts)) {
    const [about, of] = name.split(":") as [string, string];
    if (about === "circumstance" && !measure) {
      const set = leads ? kind?.sets?.[of as CircumstanceName] : undefined;
      const needs = kind?.needs ?? (event === "attempt" ? needsOf(facts) : undefined);
      const allowed = set === undefined ? needs?.[of as CircumstanceName] : [set];
      if (allowed !== undefined && !allowed.includes(value as string)) return false;
    }
    if (about === "monthsOnList") {
      if (value !== null && !lists.has(of)) return false;
      if (has("lists") && on.includes(of) !== (value !== null)) return false;
    }
  }
  if (!on.every((list) => lists.has(list))) return false;
  if (!((facts.measures ?? []) as readonly string[]).every((id) => measures.has(id))) return false;
  if (scoring === null) return isOr("score", (score) => score === null) && isOr("class", (id) => id === null);
  if (!isOr("score", (score) => score !== null && inReach(score as number))) return false;
  if (!isOr("class", (id) => reachable(id))) return false;
  return (
    !(has("score") && has("class")) ||
    scoring.assigned === "yearly" ||
    classOf(scoring, facts.score as number) === facts.class
  );

  function inReach(score: number): boolean {
    const low = posts.some(({ points }) => points < 0) ? (scoring!.floor ?? -Infinity) : scoring!.opening;
    const high = posts.some(({ points }) => points > 0) ? (scoring!.ceiling ?? Infinity) : scoring!.opening;
    return score >= low && score <= high;
  }
  function reachable(id: FactValue): boolean {
    return Array.from({ length: 400 }, (_, at) => at - 100).some(
      (score) => inReach(score) && classOf(scoring!, score) === id,
    );
  }
}

function needsOf({ purpose }: Facts): EventKind["needs"] {
  return typeof purpose === "string" ? PURPOSES[purpose as Purpose].needs : undefined;
}
