import type { Place } from "../model/problem.ts";
import type { RuleId } from "../model/rule.ts";
import { broughtBy, isOverlay, type Layer, partAt } from "./layer.ts";
import type { Path } from "./place.ts";
import { spelledOut } from "./spelled-out.ts";

/** Where a part of a rule stands; with no rule, a part of whichever layer has it. */
export type Locator = (rule: RuleId | null, path: Path) => Place;

/** An amended part stands where it was last amended, all else where the rule was brought. */
export function locatorOf(given: readonly Layer[]): Locator {
  const rules = given.flatMap((layer) => broughtBy(layer).rules);
  const layers = given.map((layer) => (isOverlay(layer) ? spelledOut(layer, rules).layer : layer));
  return (rule, path) =>
    (rule === null ? ownPlace(layers, path) : (amendedPlace(layers, rule, path) ?? broughtPlace(layers, rule, path))) ??
    layers[0]?.locate([]) ?? { file: "", line: 1, column: 1, path: "" };
}

function ownPlace(layers: readonly Layer[], path: Path): Place | undefined {
  for (const layer of layers) {
    const at = isOverlay(layer) && path[0] === "scoring" ? path.slice(1) : path;
    if (at.length > 0 && partAt(isOverlay(layer) ? layer.overlay : layer.pack, at) !== undefined)
      return layer.locate(at, "key");
  }
  return undefined;
}

/** `undefined` where no overlay touches that part of the rule. */
export function amendedPlace(layers: readonly Layer[], rule: RuleId, path: Path): Place | undefined {
  const last = layers.findLast(
    (layer) => isOverlay(layer) && path[0] !== undefined && partAt(layer.overlay.amend, [rule, path[0]]) !== undefined,
  );
  return last?.locate(["amend", rule, ...path]);
}

function broughtPlace(layers: readonly Layer[], rule: RuleId, path: Path): Place | undefined {
  for (const layer of layers) {
    const { rules, key } = broughtBy(layer);
    const index = rules.findIndex(({ id }) => id === rule);
    if (index >= 0) return layer.locate([key, index, ...path]);
  }
  return undefined;
}
