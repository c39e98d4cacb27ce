import type { Causes } from "../analysis/causes.ts";
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
export function fromOf({ happening, seq }: Entry, { trace, causes }: Telling): From[] {
  if ("origin" in happening && happening.origin.kind === "exogenous") {
    const line = happening.origin.occasionedBy;
    const occasion = trace.entries.find(
      (entry) =>
        "origin" in entry.happening &&
        entry.happening.origin.kind === "exogenous" &&
        entry.happening.origin.line === line,
    );
    return occasion === undefined
      ? []
      : [{ says: `occasioned by #${occasion.seq}, ${happeningNoun(occasion.happening)}`, rule: null }];
  }
  if (happening.kind === "life-event" || happening.kind === "attempt") {
    return happening.because.flatMap((id) => {
      const { effect, entry } = causes.link(id);
      if (effect?.kind !== "led") return [];
      const rule = ruleNamed(trace.rulebook, effect.rule);
      return [
        {
          says: `from #${visibleCause(entry, causes)}: ${rule.title} · ${evidenceSays(rule)}`,
          rule: { title: rule.title, told: effect.told },
        },
      ];
    });
  }
  if (happening.because.length === 0 || seq === 0) return [];
  return [{ says: `from ${listed([...new Set(happening.because.map(entryOf))])}`, rule: null }];
}

/** An internal event stands for the change that queued it. */
function visibleCause(entry: Entry, causes: Causes): number {
  return entry.happening.kind === "internal" && entry.happening.because[0] !== undefined
    ? causes.link(entry.happening.because[0]).entry.seq
    : entry.seq;
}
