import type { Rule } from "../model/rule.ts";
import type { LoadedOverlay } from "./overlay.ts";
import type { LoadedPack } from "./pack.ts";
import type { Path } from "./place.ts";

/** One part of a stack, in its place. */
export type Layer = LoadedPack | LoadedOverlay;

export function isOverlay(layer: Layer): layer is LoadedOverlay {
  return "overlay" in layer;
}

/** What a layer is called. */
export function idOf(layer: Layer): string {
  return isOverlay(layer) ? layer.overlay.id : layer.pack.id;
}

/** The rules that a layer brings, and the key of its file under which they stand. */
export function broughtBy(layer: Layer): { readonly rules: readonly Rule[]; readonly key: "rules" | "add" } {
  return isOverlay(layer) ? { rules: layer.overlay.add, key: "add" } : { rules: layer.pack.rules, key: "rules" };
}

/** What stands at a path; `undefined` where nothing does. */
export function partAt(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return partAt((value as Record<string | number, unknown>)[step], rest);
}
