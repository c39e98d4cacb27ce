import { measureLevels } from "../model/measure-levels.ts";
import type { Place, Problem } from "../model/problem.ts";
import type { Stack } from "./lay-over.ts";
import { isOverlay, type Layer, partAt } from "./layer.ts";
import { amendedPlace, locatorOf } from "./locator.ts";
import type { RuleFault } from "./meaning/stack.ts";

/**
 * A fault that rules have only in company, in its place. Where an overlay has brought it about, that
 * is where it stands: in its amendment, or where it takes out or redraws what another rule asks for.
 */
export function stackProblem(fault: RuleFault, stack: Stack, layers: readonly Layer[]): Problem {
  const { rule, path, code, message, advice } = fault;
  // An overlay that amended the rule knew what was there then; one that came after it may have taken that away.
  const later = layers.slice(layers.findLastIndex((layer) => amendedPlace([layer], rule, path) !== undefined) + 1);
  const cause = later.length === 0 ? undefined : causeOf(fault, stack, later);
  return {
    code,
    at: cause?.at ?? locatorOf(layers)(rule, path),
    message: [message, ...(cause?.says ?? [])].join(" "),
    advice: cause?.advice ?? advice,
    severity: "problem",
  };
}

interface Cause {
  readonly at: Place;
  readonly says: readonly string[];
  readonly advice: string;
}

function causeOf({ code, rule, path }: RuleFault, stack: Stack, layers: readonly Layer[]): Cause | undefined {
  const overlays = layers.filter(isOverlay);
  const asksForRule = code === "rule/unknown-measure" || code === "rule/unknown-ground";
  const too = `Amend “${rule}” too, or take it out.`;
  const named = partAt(
    stack.rules.find(({ id }) => id === rule),
    path,
  );
  for (const { overlay, locate } of overlays.toReversed()) {
    if (asksForRule && partAt(overlay.amend, [String(named)]) === null)
      return {
        at: locate(["amend", String(named)], "key"),
        says: [`It is taken out here, and “${rule}” asks for it.`],
        advice: too,
      };
    if (code === "rule/lifts-nothing" && partAt(overlay.amend, [String(named), "then"]) !== undefined)
      return {
        at: locate(["amend", String(named), "then"]),
        says: [`As amended here it closes that door no more, and “${rule}” lifts it.`],
        advice: too,
      };
    if (asksForRule && partAt(overlay.amend, [String(named), "then"]) !== undefined)
      return {
        at: locate(["amend", String(named), "then"]),
        says: [
          code === "rule/unknown-ground"
            ? `As amended here it puts on that list no more, and “${rule}” ends what it entered.`
            : `As amended here it is a measure no more, and “${rule}” asks for it.`,
        ],
        advice: too,
      };
    if (code === "rule/unknown-class" && overlay.classes !== undefined)
      return {
        at: locate(["classes"], "key"),
        says: [`These classes leave it out, and “${rule}” asks for it.`],
        advice: too,
      };
  }
  return code === "rule/denies-itself" ? amendedInCircle(stack, layers) : undefined;
}

/** Of the rules that deny themselves in a circle, one that an overlay amends. */
function amendedInCircle({ rules }: Stack, layers: readonly Layer[]): Cause | undefined {
  const order = measureLevels(rules);
  for (const id of "cycle" in order ? order.cycle : []) {
    const at = amendedPlace(layers, id, ["when"]);
    if (at !== undefined)
      return { at, says: [], advice: "Let one of the rules read something other than the measures." };
  }
  return undefined;
}
