import { type Condition, leavesOf } from "../../model/condition.ts";

/** A condition without one of its comparisons, counted in reading order from 0; `null` where a list, a negation or the whole would be left empty. */
export function withoutLeaf(condition: Condition, at: number): Condition | null {
  if ("not" in condition) {
    const inner = withoutLeaf(condition.not, at);
    return inner === null ? null : { not: inner };
  }
  if (!("all" in condition || "any" in condition)) return null;
  const parts = "all" in condition ? condition.all : condition.any;
  let first = 0;
  for (const [place, part] of parts.entries()) {
    const next = first + leavesOf(part).length;
    if (at < next) {
      const left = "fact" in part ? [] : [withoutLeaf(part, at - first)];
      if (left[0] === null || parts.length + left.length === 1) return null;
      const kept = parts.toSpliced(place, 1, ...(left as Condition[]));
      return "all" in condition ? { all: kept } : { any: kept };
    }
    first = next;
  }
  return condition;
}
