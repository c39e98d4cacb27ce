import type { Problem } from "../model/problem.ts";
import type { Pack } from "../model/rulebook.ts";
import { canonicalJson } from "./digest.ts";
import type { Locate } from "./place.ts";

/** A part of a stack that brings records. */
export interface Recorded {
  readonly pack: Pick<Pack, "id" | "sources" | "questions">;
  readonly locate: Locate;
}

/** The sources (or questions) of several packs as one record. One key may not mean two things. */
export function mergedRecords<K extends "sources" | "questions">(
  packs: readonly Recorded[],
  part: K,
  noun: string,
): { value: Pack[K]; problems: Problem[] } {
  const merged = new Map<string, { content: unknown; pack: string }>();
  const problems: Problem[] = [];
  for (const { pack, locate } of packs) {
    for (const [key, content] of Object.entries(pack[part])) {
      const earlier = merged.get(key);
      if (earlier === undefined) merged.set(key, { content, pack: pack.id });
      else if (canonicalJson(earlier.content) !== canonicalJson(content)) {
        problems.push({
          code: `rulebook/two-${part}`,
          at: locate([part, key], "key"),
          message: `The ${noun} “${key}” is described otherwise in “${earlier.pack}”; a reader could not tell which is meant.`,
          advice: `Describe it in the same words, or rename one.`,
          severity: "problem",
        });
      }
    }
  }
  const value = Object.fromEntries([...merged].map(([key, { content }]) => [key, content])) as Pack[K];
  return { value, problems };
}
