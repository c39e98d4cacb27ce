import type { Condition, Leaf } from "../../model/condition.ts";
import { factNamed } from "../../model/facts.ts";
import type { Rule, RuleId } from "../../model/rule.ts";
import type { Scoring } from "../../model/rulebook.ts";
import type { ListId } from "../../model/vocabulary/lists.ts";
import { type Door, DOORS } from "../../model/vocabulary/doors.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";

/** What rules of one rulebook may refer to. */
export interface Referable {
  readonly classes: readonly string[];
  readonly measures: readonly string[];
  /** Rules that put on a list, and on which. */
  readonly grounds: ReadonlyMap<RuleId, ListId>;
  /** The doors that each measure closes. */
  readonly closes: ReadonlyMap<RuleId, readonly Door[]>;
}

export function referable(rules: readonly Rule[], scoring: Scoring | null): Referable {
  return {
    classes: scoring?.classes.map((band) => band.id) ?? [],
    measures: rules.filter((rule) => rule.then.kind === "measure").map((rule) => rule.id),
    grounds: new Map(rules.flatMap(({ id, then }) => (then.kind === "enlist" ? [[id, then.list]] : []))),
    closes: new Map(rules.flatMap(({ id, then }) => (then.kind === "measure" ? [[id, then.closes ?? []]] : []))),
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

/** Measures that a permit is to lift and the rulebook does not have, or that do not close its door. Paths start at the rule. */
export function liftFaults({ then }: Rule, { closes }: Referable): Fault[] {
  if (then.kind !== "permit" || !("measures" in then.lifts)) return [];
  const { door, lifts } = then;
  const closing = [...closes].flatMap(([id, doors]) => (doors.includes(door) ? [id] : []));
  return lifts.measures.flatMap((id, index): Fault[] => {
    if (closing.includes(id)) return [];
    const isKnown = closes.has(id);
    return [
      {
        code: isKnown ? "rule/lifts-nothing" : "rule/unknown-measure",
        path: ["then", "lifts", "measures", index],
        message: isKnown
          ? `“${id}” does not close “${door}” (${DOORS[door].short}), so there is nothing to lift.`
          : `There is no measure “${id}” in this rulebook; there would be nothing to lift.`,
        advice: adviceFor(id, closing),
      },
    ];
  });
}

/** Each comparison with its path. */
function leavesAt(condition: Condition, path: Path): { leaf: Leaf; path: Path }[] {
  if ("all" in condition) return condition.all.flatMap((part, index) => leavesAt(part, [...path, "all", index]));
  if ("any" in condition) return condition.any.flatMap((part, index) => leavesAt(part, [...path, "any", index]));
  if ("not" in condition) return leavesAt(condition.not, [...path, "not"]);
  return [{ leaf: condition, path }];
}
