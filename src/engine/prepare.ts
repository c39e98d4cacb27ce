import { type Condition, decisiveLeaves, type Leaf, leavesOf, type FactName } from "../model/condition.ts";
import { factNamed, isElapsed } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Prepared, PreparedRule, Verdict } from "../model/verdict.ts";
import { EVENT_NAMES, type EventName } from "../model/vocabulary/events.ts";
import { type Cut, cellCount, cutsOf, MOST_CELLS, setCells } from "./cells.ts";

/**
 * Decide once, replay often: asks json-rules-engine for the verdict of every rule in every cell of
 * its facts. Rules with the same conditions are asked once; `memory` may be kept from one rulebook
 * to an edited one, so that only changed conditions are asked again.
 */
export async function prepare(rulebook: Rulebook, memory: Memory = new Map()): Promise<Prepared> {
  let questions = 0;
  const decided = decidedWith(memory);
  const rules: PreparedRule[] = [];
  for (const [index, rule] of rulebook.rules.entries()) {
    let known = decided.get(rule.when);
    if (known === undefined) {
      const leaves = leavesOf(rule.when);
      const cuts = cutsOf(leaves, rulebook);
      const key = JSON.stringify([rule.when, cuts.map((cut) => cut.representatives)]);
      let verdicts = memory.get(key);
      if (verdicts === undefined) {
        verdicts = await decide(rule.when, cuts);
        memory.set(key, verdicts);
        questions += verdicts.length;
      }
      known = decidedFrom(leaves, cuts, verdicts);
      if (!dependsOnRulebook(leaves)) decided.set(rule.when, known);
    }
    rules.push({ rule, index, ...known });
  }
  return {
    rulebook,
    rules,
    factsRead: [...new Set(rules.flatMap(({ leaves }) => leaves.map((leaf) => leaf.fact)))],
    questions,
  };
}

/** What a condition comes to, whichever rule it stands in. */
type Decided = Omit<PreparedRule, "rule" | "index">;

/** By the condition itself: an edited rulebook shares those it did not touch, and their text need not be read again. */
const DECIDED = new WeakMap<Memory, WeakMap<Condition, Decided>>();

function decidedWith(memory: Memory): WeakMap<Condition, Decided> {
  const known = DECIDED.get(memory);
  if (known !== undefined) return known;
  const decided = new WeakMap<Condition, Decided>();
  DECIDED.set(memory, decided);
  return decided;
}

/** Only where `null` is named must the classes or rules of the rulebook lend a value that is not. */
function dependsOnRulebook(leaves: readonly Leaf[]): boolean {
  return leaves.some(({ fact, value }) => {
    const type = factNamed(fact)!.type;
    return value === null && "values" in type && typeof type.values === "string";
  });
}

/** Verdicts by condition text. */
export type Memory = Map<string, readonly Verdict[]>;

/** How many questions `rule` would put to json-rules-engine; more than `MOST_CELLS` is too many. */
export function questionsOf(rule: Rule, rulebook: Pick<Rulebook, "rules" | "scoring">): number {
  const leaves = leavesOf(rule.when);
  const sets = setCells(leaves);
  return sets > MOST_CELLS ? sets : cellCount(cutsOf(leaves, rulebook));
}

async function decide(condition: Condition, cuts: readonly Cut[]): Promise<Verdict[]> {
  const cells = cellCount(cuts);
  if (cells > MOST_CELLS) throw new Error(`a rule of ${cells} cells was not refused`);
  // Loaded only where something has to be asked: what was asked while building need not be asked again.
  const { Questioner } = await import("./ask.ts");
  const questioner = new Questioner(condition);
  const verdicts: Verdict[] = [];
  for (let cell = 0; cell < cells; cell++) {
    const { matched, holds } = await questioner.ask(representative(cuts, cell));
    verdicts.push({ matched, holds, decisive: decisiveLeaves(condition, holds) });
  }
  return verdicts;
}

/** The first cut varies fastest. */
function representative(cuts: readonly Cut[], cell: number): Partial<Record<FactName, never>> {
  let rest = cell;
  return Object.fromEntries(
    cuts.map(({ fact, representatives }) => {
      const value = representatives[rest % representatives.length];
      rest = Math.floor(rest / representatives.length);
      return [fact, value];
    }),
  ) as Partial<Record<FactName, never>>;
}

function decidedFrom(leaves: readonly Leaf[], cuts: readonly Cut[], verdicts: readonly Verdict[]): Decided {
  return {
    leaves,
    verdicts,
    cellOf: (facts) => {
      let cell = 0;
      let stride = 1;
      for (const { fact, cellOf, representatives } of cuts) {
        cell += cellOf(facts[fact]) * stride;
        stride *= representatives.length;
      }
      return cell;
    },
    consultedAt: consulted(cuts, verdicts),
    changesAfter: new Map(cuts.filter(({ fact }) => isElapsed(fact)).map((cut) => [cut.fact, changes(cut)])),
  };
}

/** The events at which at least one cell matches; a rule that reads no event may match at any. */
function consulted(cuts: readonly Cut[], verdicts: readonly Verdict[]): ReadonlySet<EventName> {
  const at = cuts.findIndex(({ fact }) => fact === "event");
  if (at === -1) return verdicts.some(({ matched }) => matched) ? EVERY_EVENT : NO_EVENT;
  const stride = cellCount(cuts.slice(0, at));
  const { representatives, cellOf } = cuts[at]!;
  const hopeful = new Set(
    verdicts.flatMap(({ matched }, cell) => (matched ? [Math.floor(cell / stride) % representatives.length] : [])),
  );
  return new Set(EVENT_NAMES.filter((event) => hopeful.has(cellOf(event))));
}

const EVERY_EVENT: ReadonlySet<EventName> = new Set(EVENT_NAMES);
const NO_EVENT: ReadonlySet<EventName> = new Set();

/** The months after the start in which the fact enters another cell. */
function changes(cut: Cut): number[] {
  const lastOfEachCell = cut.representatives.filter((value): value is number => typeof value === "number").slice(0, -1);
  return lastOfEachCell.map((last) => last + 1).filter((month) => month > 0);
}
