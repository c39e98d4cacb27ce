import type { Soundness } from "./soundness.ts";
import type { Box } from "./space.ts";
import type { Leaf } from "./tree.ts";

/**
 * The questions on which more than points hangs: two readings that differ in the answer to one of them
 * alone have different fates. `fates`: for each leaf the number of its fate.
 */
export function hangingOn(leaves: readonly Leaf[], fates: readonly number[], soundness: Soundness): number[] {
  const found = new Set<number>();
  for (const [at, { box: one }] of leaves.entries()) {
    for (let beside = 0; beside < at; beside++) {
      if (fates[at] === fates[beside]) continue;
      const other = leaves[beside]!.box;
      const question = onlyDifference(one, other);
      if (question === null || found.has(question)) continue;
      const shared = one.map((place, each) => place ?? other[each]!);
      if (soundness.besides(shared, question, other[question]!)) found.add(question);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** The one question that two leaves answer differently, if it is one alone. */
function onlyDifference(one: Box, other: Box): number | null {
  let found: number | null = null;
  for (const [question, place] of one.entries()) {
    const beside = other[question]!;
    if (place === null || beside === null || place === beside) continue;
    if (found !== null) return null;
    found = question;
  }
  return found;
}
