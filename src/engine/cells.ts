import type { Leaf, FactName } from "../model/condition.ts";
import { type Fact, factNamed, type FactValue } from "../model/facts.ts";
import type { Rulebook } from "../model/rulebook.ts";

/** A rule of more cells is refused by `check`, with the advice to split it. */
export const MOST_CELLS = 4096;

/** One fact of one rule, cut where the rule's comparisons could change: within a cell they cannot tell values apart. */
export interface Cut {
  readonly fact: FactName;
  /** One value for each cell. */
  readonly representatives: readonly FactValue[];
  readonly cellOf: (value: FactValue) => number;
}

/** Cuts each fact that the leaves read, in the order in which they read them. */
export function cutsOf(leaves: readonly Leaf[], rulebook: Pick<Rulebook, "rules" | "scoring">): Cut[] {
  const names = [...new Set(leaves.map((leaf) => leaf.fact))];
  return names.map((name) =>
    cut(
      factNamed(name)!,
      leaves.filter((leaf) => leaf.fact === name),
      rulebook,
    ),
  );
}

/** How many questions a rule asks. */
export function cellCount(cuts: readonly Cut[]): number {
  return cuts.reduce((product, each) => product * each.representatives.length, 1);
}

/** The cells of the facts that are sets alone, counted without making them: each named item doubles them. */
export function setCells(leaves: readonly Leaf[]): number {
  const named = new Set(
    leaves
      .filter(({ fact }) => factNamed(fact)?.type.type === "set")
      .map(({ fact, value }) => `${fact} ${String(value)}`),
  );
  return 2 ** named.size;
}

function cut(fact: Fact, leaves: readonly Leaf[], rulebook: Pick<Rulebook, "rules" | "scoring">): Cut {
  const constants = [
    ...new Set(leaves.flatMap((leaf) => (Array.isArray(leaf.value) ? leaf.value : [leaf.value]) as FactValue[])),
  ];
  switch (fact.type.type) {
    case "flag":
      return { fact: fact.name, representatives: [false, true], cellOf: (value) => (value === true ? 1 : 0) };
    case "integer":
      return cutNumbers(fact.name, leaves.flatMap(lastsBeforeChange), fact.type.nullable);
    case "choice":
      return cutChoices(fact.name, constants, [
        // First, so that the cell of all other values is the same in every rulebook.
        ...(fact.type.nullable ? [null] : []),
        ...domain(fact.type.values, rulebook),
      ]);
    case "set":
      return cutSets(
        fact.name,
        constants.filter((value) => typeof value === "string"),
      );
  }
}

function domain(
  values: readonly string[] | "classes" | "rules",
  rulebook: Pick<Rulebook, "rules" | "scoring">,
): readonly string[] {
  if (values === "rules") return rulebook.rules.map((rule) => rule.id);
  if (values === "classes") return rulebook.scoring?.classes.map((band) => band.id) ?? [];
  return values;
}

/** Cut only where a comparison changes, each cell named by its last number; `null` is a cell of its own, the first. */
function cutNumbers(fact: FactName, lasts: readonly number[], nullable: boolean): Cut {
  const sorted = [...new Set(lasts)].sort((a, b) => a - b);
  const offset = nullable ? 1 : 0;
  return {
    fact,
    representatives: [...(nullable ? [null] : []), ...sorted, (sorted.at(-1) ?? 0) + 1],
    cellOf: (value) => {
      if (value === null) return 0;
      let cell = 0;
      while ((value as number) > (sorted[cell] ?? Number.POSITIVE_INFINITY)) cell++;
      return cell + offset;
    },
  };
}

/** The whole numbers after which the comparison answers otherwise. */
function lastsBeforeChange({ operator, value }: Leaf): number[] {
  if (typeof value !== "number") return [];
  switch (operator) {
    case "lessThan":
    case "greaterThanInclusive":
      return [value - 1];
    case "lessThanInclusive":
    case "greaterThan":
      return [value];
    default:
      return [value - 1, value];
  }
}

/** Each constant is a cell, and all the other values are one: to equality and membership, `null` is but another value. */
function cutChoices(fact: FactName, constants: readonly FactValue[], values: readonly (string | null)[]): Cut {
  const other = values.find((value) => !constants.includes(value));
  const cells = new Map(constants.map((value, at) => [value, at]));
  return {
    fact,
    representatives: other === undefined ? constants : [...constants, other],
    cellOf: (value) => cells.get(value) ?? constants.length,
  };
}

/** Contains, or does not contain, each named item. */
function cutSets(fact: FactName, items: readonly string[]): Cut {
  const representatives = Array.from({ length: 2 ** items.length }, (_, cell) =>
    items.filter((_item, at) => (cell & (1 << at)) !== 0),
  );
  return {
    fact,
    representatives,
    cellOf: (value) =>
      items.reduce((cell, item, at) => ((value as readonly string[]).includes(item) ? cell | (1 << at) : cell), 0),
  };
}
