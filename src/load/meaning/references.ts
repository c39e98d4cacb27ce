import type { Condition, Leaf } from "../../model/condition.ts";
import { factNamed } from "../../model/facts.ts";
import type { Rule, RuleId } from "../../model/rule.ts";
import type { Scoring } from "../../model/rulebook.ts";
import type { ListId } from "../../model/vocabulary/lists.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";

/** What rules of one rulebook may refer to. */
export interface Referable {
  readonly classes: readonly string[];
  readonly measures: readonly string[];
  /** Rules that put on a list, and on which. */
  readonly grounds: ReadonlyMap<RuleId, ListId>;
}

export function referable(rules: readonly Rule[], scoring: Scoring | null): Referable {
  return {
    classes: scoring?.classes.map((band) => band.id) ?? [],
    measures: rules.filter((rule) => rule.then.kind === "measure").map((rule) => rule.id),
    grounds: new Map(rules.flatMap(({ id, then }) => (then.kind === "enlist" ? [[id, then.list]] : []))),
  };
}

/** Classes and measures that a condition names and the rulebook does not have. Paths start at the rule. */
export function referenceFaults(rule: Rule, known: Referable): Fault[] {
  return leavesAt(rule.when, ["when"]).flatMap(({ leaf, path }) => {
    const type = factNamed(leaf.fact)?.type;
    if (type === undefined || !("values" in type) || typeof type.values !== "string") return [];
    const [noun, names] =
      type.values === "classes" ? (["class", known.classes] as const) : (["measure", known.measures] as const);
    // A rulebook that keeps no score has no class: a rule that asks for one never matches, which is no fault.
    if (noun === "class" && names.length === 0) return [];
    // That these are words was seen to when the rule was read.
    const values = Array.isArray(leaf.value) ? (leaf.value as readonly string[]) : [leaf.value as string | null];
    return values.flatMap((value, index) =>
      value === null || names.includes(value)
        ? []
        : [
            {
              code: `rule/unknown-${noun}`,
              path: Array.isArray(leaf.value) ? [...path, "value", index] : [...path, "value"],
              message:
                names.length === 0
                  ? `The rule asks for the measure “${value}”, but this rulebook has no measures.`
                  : `There is no ${noun} “${value}” in this rulebook; the comparison could never hold.`,
              advice:
                names.length === 0 ? "Add a pack that has them, or leave this pack out." : adviceFor(value, names),
            },
          ],
    );
  });
}

/** The rule whose grounds are to be ended does not enter any on that list. Paths start at the rule. */
export function groundFaults({ then }: Rule, { grounds }: Referable): Fault[] {
  if (then.kind !== "delist" || then.ground === undefined) return [];
  const { ground, list } = then;
  const entered = grounds.get(ground);
  if (entered === list) return [];
  return [
    {
      code: "rule/unknown-ground",
      path: ["then", "ground"],
      message:
        entered === undefined
          ? `There is no rule “${ground}” in this rulebook that puts on a list; nothing would ever be ended.`
          : `“${ground}” puts on “${entered}”, not on “${list}”; nothing would ever be ended.`,
      advice: adviceFor(
        ground,
        [...grounds].flatMap(([rule, on]) => (on === list ? [rule] : [])),
      ),
    },
  ];
}

/** Each comparison with its path. */
function leavesAt(condition: Condition, path: Path): { leaf: Leaf; path: Path }[] {
  if ("all" in condition) return condition.all.flatMap((part, index) => leavesAt(part, [...path, "all", index]));
  if ("any" in condition) return condition.any.flatMap((part, index) => leavesAt(part, [...path, "any", index]));
  if ("not" in condition) return leavesAt(condition.not, [...path, "not"]);
  return [{ leaf: condition, path }];
}
