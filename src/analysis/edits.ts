import type { Rule, RuleId } from "../model/rule.ts";
import { SCORING_NUMBERS, type Rulebook, type Scoring, type ScoringNumber } from "../model/rulebook.ts";

/** One difference between two rulebooks. */
export type Edit =
  | { readonly kind: "dropped"; readonly rule: Rule }
  | { readonly kind: "added"; readonly rule: Rule }
  | { readonly kind: "changed"; readonly was: Rule; readonly is: Rule; readonly parts: readonly RulePart[] }
  | { readonly kind: "moved"; readonly rule: Rule }
  | {
      readonly kind: "scoring";
      readonly part: ScoringNumber;
      readonly was: Scoring | null;
      readonly is: Scoring | null;
    };

/** What of a rule may differ and be noticed. */
const RULE_PARTS = ["when", "then", "evidence", "numbers", "told", "title", "citations", "caution", "comment"] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** What the second rulebook has otherwise: the scoring first, then in the order of the first, then what is new. */
export function editsBetween(before: Rulebook, after: Rulebook): Edit[] {
  const then = new Map<RuleId, Rule>(after.rules.map((rule) => [rule.id, rule]));
  const known = new Set(before.rules.map(({ id }) => id));
  return [
    ...SCORING_NUMBERS.filter((part) => !alike(before.scoring?.[part] ?? null, after.scoring?.[part] ?? null)).map(
      (part): Edit => ({
        kind: "scoring",
        part,
        was: before.scoring,
        is: after.scoring,
      }),
    ),
    ...before.rules.flatMap((was): Edit[] => {
      const is = then.get(was.id);
      if (is === undefined) return [{ kind: "dropped", rule: was }];
      const parts = RULE_PARTS.filter((part) => !alike(was[part], is[part]));
      return parts.length === 0 ? [] : [{ kind: "changed", was, is, parts }];
    }),
    ...after.rules.filter(({ id }) => !known.has(id)).map((rule): Edit => ({ kind: "added", rule })),
    ...movedRules(before, after),
  ];
}

/** Rules that stand elsewhere among those that both have; rules of one moment are answered in rulebook order. */
function movedRules(before: Rulebook, after: Rulebook): Edit[] {
  const [first, second] = [before, after].map(({ rules }) => rules.map(({ id }) => id));
  const common = first!.filter((id) => second!.includes(id));
  const now = second!.filter((id) => common.includes(id));
  return common.flatMap((id, at): Edit[] =>
    now[at] === id ? [] : [{ kind: "moved", rule: after.rules.find((rule) => rule.id === id)! }],
  );
}

function alike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
