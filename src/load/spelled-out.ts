import type { Place, Problem } from "../model/problem.ts";
import type { Patch, Rule, RuleId } from "../model/rule.ts";
import type { LoadedOverlay } from "./overlay.ts";
import { selected } from "./selector.ts";

/**
 * The overlay with its selectors spelled out, each as the ids that it means in this stack; what is said
 * of one of them stands where its selector does. One that means no rule is left as it is, to be missed.
 */
export function spelledOut(
  layer: LoadedOverlay,
  rules: readonly Rule[],
): { layer: LoadedOverlay; problems: readonly Problem[] } {
  const { overlay, locate } = layer;
  const from = new Map<string, string>();
  const problems: Problem[] = [];
  const amend: Record<string, Patch | null> = {};
  for (const [selector, patch] of Object.entries(overlay.amend)) {
    const meant = selected(selector, rules).map(({ id }) => id);
    for (const id of meant.length === 0 ? [selector] : meant) {
      const earlier = from.get(id);
      if (earlier === undefined) {
        from.set(id, selector);
        amend[id] = patch;
      } else problems.push(amendedTwice(locate(["amend", selector], "key"), id, earlier));
    }
  }
  return {
    layer: {
      ...layer,
      overlay: { ...overlay, amend },
      locate: ([part, id, ...below], on) =>
        locate(
          part === "amend" && id !== undefined
            ? [part, from.get(String(id)) ?? id, ...below]
            : [...(part === undefined ? [] : [part]), ...(id === undefined ? [] : [id]), ...below],
          on,
        ),
    },
    problems,
  };
}

function amendedTwice(at: Place, id: RuleId, earlier: string): Problem {
  return {
    code: "overlay/amended-twice",
    at,
    message: `“${id}” is meant here and by “${earlier}” above; which of the two holds could not be told.`,
    advice: "Name it once.",
    severity: "problem",
  };
}
