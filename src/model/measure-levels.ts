import { polarLeaves } from "./condition.ts";
import type { Rule, RuleId } from "./rule.ts";

/**
 * Orders the measures so that each stands after those it reads: measures of one level may need each
 * other, and a measure that needs another's absence stands on a higher level. `cycle` names the
 * measures of which one depends on its own absence; such a rulebook has no stable standing.
 */
export function measureLevels(rules: readonly Rule[]): { levels: Rule[][] } | { cycle: RuleId[] } {
  const measures = rules.filter((rule) => rule.then.kind === "measure");
  const level = new Map<RuleId, number>(measures.map((rule) => [rule.id, 0]));
  for (let round = 0; round <= measures.length; round++) {
    const raised = measures.filter((rule) => {
      const least = Math.max(
        0,
        ...reads(rule).map(({ measure, absent }) => (level.get(measure) ?? 0) + (absent ? 1 : 0)),
      );
      if (least <= level.get(rule.id)!) return false;
      level.set(rule.id, least);
      return true;
    });
    if (raised.length === 0) {
      const height = Math.max(0, ...level.values());
      return {
        levels: Array.from({ length: height + 1 }, (_, at) => measures.filter((rule) => level.get(rule.id) === at)),
      };
    }
    if (round === measures.length) return { cycle: raised.map((rule) => rule.id) };
  }
  return { levels: [] };
}

function reads(rule: Rule): { measure: RuleId; absent: boolean }[] {
  return polarLeaves(rule.when)
    .filter(({ leaf }) => leaf.fact === "measures")
    .map(({ leaf, positive }) => ({
      measure: leaf.value as RuleId,
      absent: (leaf.operator === "contains") !== positive,
    }));
}
