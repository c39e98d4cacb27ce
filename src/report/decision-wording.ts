import { DECIDERS, type FixtureDecision } from "../model/decision.ts";
import { type Citation, placeOf, sourceOf } from "../model/citation.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Entry, Trace } from "../model/trace.ts";
import { citationSays, listed } from "./wording.ts";

/** What the decision at an entry rests on; nothing where the rulebook does not know what it cites. */
export function decisionAt(
  { happening }: Entry,
  decisions: ReadonlyMap<number, FixtureDecision>,
  { rulebook }: Pick<Trace, "rulebook">,
): FixtureDecision | undefined {
  if (happening.kind !== "life-event" || happening.origin.kind !== "exogenous") return undefined;
  const decision = decisions.get(happening.origin.line);
  if (decision?.event !== happening.event) return undefined;
  return decision.citations.every((citation) => hasPlace(rulebook.sources, citation)) ? decision : undefined;
}

function hasPlace(sources: Rulebook["sources"], citation: Citation): boolean {
  const source = sourceOf(citation);
  return Object.hasOwn(sources, source) && Object.hasOwn(sources[source]!.places, placeOf(citation));
}

/** Every decision whose article is printed, with its entry. */
export function decisionsShown(
  trace: Trace,
  decisions: readonly FixtureDecision[],
): { readonly entry: Entry; readonly decision: FixtureDecision }[] {
  const byLine = new Map(decisions.map((each) => [each.line, each]));
  return trace.entries.flatMap((entry) => {
    const decision = decisionAt(entry, byLine, trace);
    return decision === undefined ? [] : [{ entry, decision }];
  });
}

export function decisionSays({ by, standing, citations }: FixtureDecision, sources: Rulebook["sources"]): string {
  const places = (): string => listed(citations.map((each) => citationSays(each, sources)));
  const decided = `Decided by ${DECIDERS[by]}`;
  switch (standing) {
    case "allowed":
      return `${decided}, as allowed by ${places()}`;
    case "against":
      return `${decided}, against ${places()}`;
    case "free":
      return `${decided}, as a party is free to: no article is needed`;
    case "not-examined":
      return `${decided}; which article allows it has not been examined yet`;
  }
}
