import { type Condition, leavesOf, type FactName } from "../../src/model/condition.ts";
import { factNamed, type FactValue } from "../../src/model/facts.ts";
import type { EventName } from "../../src/model/vocabulary/events.ts";
import { holds } from "./reference-evaluator.ts";

/** For each fact that a condition reads, values enough to make every difference to it: the constants, their neighbours, others. */
export function samples(condition: Condition): Map<FactName, readonly FactValue[]> {
  const read = new Map<FactName, Set<string>>();
  for (const leaf of leavesOf(condition)) {
    const known = read.get(leaf.fact) ?? new Set<string>();
    for (const constant of Array.isArray(leaf.value) ? leaf.value : [leaf.value]) known.add(JSON.stringify(constant));
    read.set(leaf.fact, known);
  }
  return new Map(
    [...read].map(([name, texts]) => [
      name,
      around(
        name,
        [...texts].map((text) => JSON.parse(text) as FactValue),
      ),
    ]),
  );
}

function around(name: FactName, constants: readonly FactValue[]): readonly FactValue[] {
  const { type } = factNamed(name)!;
  const empty = "nullable" in type && type.nullable ? [null] : [];
  switch (type.type) {
    case "flag":
      return [false, true];
    case "integer":
      return [
        ...empty,
        0,
        ...constants.flatMap((value) => (typeof value === "number" ? [value - 1, value, value + 1] : [])),
      ];
    case "choice":
      return [...empty, ...(typeof type.values === "string" ? [] : type.values), ...constants];
    case "set":
      return subsets(constants as readonly string[]);
  }
}

function subsets(items: readonly string[]): string[][] {
  return items.reduce<string[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);
}

/** Whether a condition could hold at an event, whatever else is so. Tried out, not reasoned. */
export function satisfiableAt(condition: Condition, event: EventName): boolean {
  const choices = [...samples(condition)].map(([name, values]) => [name, name === "event" ? [event] : values] as const);
  const tried = (chosen: ReadonlyMap<FactName, FactValue>, rest: typeof choices): boolean => {
    const [next, ...others] = rest;
    if (next === undefined) return holds(condition, (name) => chosen.get(name)!);
    return next[1].some((value) => tried(new Map([...chosen, [next[0], value]]), others));
  };
  return tried(new Map(), choices);
}
