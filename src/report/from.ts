import { givenAs, graphOf } from "../analysis/graph/graph.ts";
import type { Told } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Entry } from "../model/trace.ts";
import type { Telling } from "./telling.ts";
import { evidenceSays } from "./rule-evidence.ts";
import { entryOf, happeningNoun, listed } from "./wording.ts";

/** One way in which an entry came about. */
export interface From {
  readonly says: string;
  /** The rule that led to it, and whether the person was told; `null` where no rule did. */
  readonly rule: { readonly title: string; readonly told: Told } | null;
}

/** The links that led to an entry: for a derived event the rules that led to it, for the fixture what occasioned it. */
export function fromOf(entry: Entry, { trace }: Telling): From[] {
  const graph = graphOf(trace);
  if (givenAs(entry) !== null)
    return graph
      .occasionsOf(entry)
      .slice(0, 1)
      .map(({ seq, happening }) => ({ says: `occasioned by #${seq}, ${happeningNoun(happening)}`, rule: null }));
  if ("origin" in entry.happening)
    return graph.leadsTo(entry).map(({ effect, entry: cause }) => {
      const rule = ruleNamed(trace.rulebook, effect.rule);
      return {
        says: `from #${graph.seenAt(cause)}: ${rule.title} · ${evidenceSays(rule)}`,
        rule: { title: rule.title, told: effect.told },
      };
    });
  const { causes } = graph.happening(entry);
  if (causes.length === 0 || entry.seq === 0) return [];
  return [{ says: `from ${listed([...new Set(causes.map(entryOf))])}`, rule: null }];
}
