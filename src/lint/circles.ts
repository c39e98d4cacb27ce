import type { RuleId } from "../model/rule.ts";
import { type Check, note } from "./locator.ts";
import { triggers } from "./triggers.ts";

/** A rule that feeds itself over time is not refused: it is what the exhibit is about. But it is named. */
export const circles: Check = ({ rules }, locate) => {
  const next = new Map<RuleId, RuleId[]>(
    rules.map((rule) => [rule.id, rules.filter((other) => triggers(rule, other)).map(({ id }) => id)]),
  );
  const named = new Set<RuleId>();
  return rules.flatMap(({ id }) => {
    if (named.has(id)) return [];
    const circle = shortestCircle(id, next);
    if (circle === undefined) return [];
    for (const each of circle) named.add(each);
    return [
      note(
        "feeds-itself",
        locate(id, ["id"]),
        `${[...circle, id].join(" → ")}: what the rule brings about can bring it about again.`,
        "Nothing needs to be done; see in a replay whether it ever comes to rest.",
      ),
    ];
  });
};

/** The shortest way from a rule back to itself, without the return. */
function shortestCircle(start: RuleId, next: ReadonlyMap<RuleId, readonly RuleId[]>): RuleId[] | undefined {
  const reached = new Set<RuleId>();
  let ways: RuleId[][] = [[start]];
  while (ways.length > 0) {
    const longer: RuleId[][] = [];
    for (const way of ways) {
      for (const id of next.get(way.at(-1)!) ?? []) {
        if (id === start) return way;
        if (reached.has(id)) continue;
        reached.add(id);
        longer.push([...way, id]);
      }
    }
    ways = longer;
  }
  return undefined;
}
