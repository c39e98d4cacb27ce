import { onlyRemarks, type RuleId } from "../../model/rule.ts";
import { classOf, ruleNamed, type Scoring } from "../../model/rulebook.ts";
import type { Month } from "../../model/story-time.ts";
import type { Trace } from "../../model/trace.ts";
import type { ListId } from "../../model/vocabulary/lists.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";

/** What of a life tells which other versions of its rules would have led to the very same life. */
export interface Seen {
  readonly outcome: Outcome;
  /** But for those that only remark. */
  readonly matched: ReadonlySet<RuleId>;
  /** Wordings, as `wordingOf` gives them, that answered otherwise than the rule in force; `null` where any may have. */
  readonly otherwise: ReadonlySet<string> | null;
  /** What rules entered on file. */
  readonly postings: readonly { readonly rule: RuleId; readonly month: Month; readonly points: number }[];
  readonly enlistings: readonly Enlisting[];
  /** For rules that wait, or lead on, the month in which they first did. */
  readonly waited: ReadonlyMap<RuleId, Month>;
  /** The score where it stood highest and lowest, before a ceiling or a floor took it back. */
  readonly highest: number;
  readonly lowest: number;
  /** Whether at every entry of points the class was that of the score, and never moved. */
  readonly classKept: boolean;
}

interface Enlisting {
  readonly rule: RuleId;
  readonly month: Month;
  /** When the list was left thereafter; `null` where it never was. */
  readonly left: Month | null;
  /** Whether before that a term was counted from the end of another, which may be this one's. */
  readonly lengthened: boolean;
}

export function seenIn(trace: Trace, matched: ReadonlySet<RuleId>, otherwise: Seen["otherwise"]): Seen {
  const { scoring } = trace.rulebook;
  const lengthens = (rule: RuleId): boolean => {
    const { then } = ruleNamed(trace.rulebook, rule);
    return then.kind === "enlist" && then.lengthens === true;
  };
  const postings: Seen["postings"][number][] = [];
  const enlistings: { rule: RuleId; month: Month; list: ListId; left: Month | null; lengthened: boolean }[] = [];
  const waited = new Map<RuleId, Month>();
  let score = trace.opening.score ?? 0;
  let [highest, lowest, classKept] = [score, score, true];
  for (const { month, effects, after } of trace.entries) {
    for (const effect of effects) {
      switch (effect.kind) {
        case "posting":
          score += effect.points;
          highest = Math.max(highest, score);
          lowest = Math.min(lowest, score);
          if (effect.reason === "rule") postings.push({ rule: effect.rule, month, points: effect.points });
          classKept &&= isClassOf(scoring!, after);
          break;
        case "class-moved":
          classKept = false;
          break;
        case "enlisted":
          for (const each of enlistings)
            each.lengthened ||= each.list === effect.list && each.left === null && lengthens(effect.rule);
          enlistings.push({ rule: effect.rule, month, list: effect.list, left: null, lengthened: false });
          break;
        case "delisted":
          if (effect.last) for (const each of enlistings) if (each.list === effect.list) each.left ??= month;
          break;
        case "deferred":
        case "led":
          if (!waited.has(effect.rule)) waited.set(effect.rule, month);
          break;
        default:
      }
    }
  }
  const acting = new Set([...matched].filter((rule) => !onlyRemarks(ruleNamed(trace.rulebook, rule))));
  return {
    outcome: outcomeOf(trace),
    matched: acting,
    otherwise,
    postings,
    enlistings,
    waited,
    highest,
    lowest,
    classKept,
  };
}

function isClassOf(scoring: Scoring, { score, class: held }: Trace["opening"]): boolean {
  return held === classOf(scoring, score!);
}
