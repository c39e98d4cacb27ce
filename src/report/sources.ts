import type { Powers } from "../analysis/powers.ts";
import type { FixtureDecision } from "../model/decision.ts";
import { sourceOf } from "../model/citation.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook, SourceHeading } from "../model/rulebook.ts";
import type { Trace } from "../model/trace.ts";
import { decisionsShown } from "./decision-wording.ts";
import { rulesActing } from "./evidence-wording.ts";
import { powersSources } from "./powers-wording.ts";
import { sourcesOf } from "./wording.ts";

/** The sources of every rule that did something in the trace, and of the numbers of the scoring, by key. */
export function sourcesCited(
  trace: Trace,
  decisions: readonly FixtureDecision[] = [],
  powers?: Powers,
): { readonly key: string; readonly says: string }[] {
  const { rulebook } = trace;
  const scoring = Object.values(rulebook.scoring?.numbers ?? {}).flatMap((note) => note.citations.map(sourceOf));
  const decided = decisionsShown(trace, decisions).flatMap(({ decision }) => decision.citations.map(sourceOf));
  const keys = new Set([
    ...scoring,
    ...overlaySources(rulebook),
    ...rulesActing(trace).flatMap(allSourcesOf),
    ...decided,
    ...(powers === undefined ? [] : powersSources(powers, rulebook)),
  ]);
  return [...keys].sort().map((key) => ({ key, says: sourceSays(rulebook.sources[key]!) }));
}

/** What the overlays of a rulebook rest on. */
export function overlaySources({ packs }: Pick<Rulebook, "packs">): string[] {
  return packs.flatMap(({ rests }) => (rests?.citations ?? []).map(sourceOf));
}

/** Those of a rule and of what an amended one was; not those of how the person was told, which only a trace prints. */
export function standingSourcesOf(rule: Rule): string[] {
  return [...sourcesOf(rule), ...(rule.amended === undefined ? [] : standingSourcesOf(rule.amended.was))];
}

/** Also those of what an amended rule was: it is printed beside it. */
function allSourcesOf(rule: Rule): string[] {
  const before = rule.amended === undefined ? [] : allSourcesOf(rule.amended.was);
  return [...sourcesOf(rule), ...(rule.toldNote?.citations ?? []).map(sourceOf), ...before];
}

export function sourceSays({ title, where, seen }: SourceHeading): string {
  return `${title}${where === undefined ? "" : ` <${where}>`}; seen: ${seen}.`;
}

/** What no source says. */
export function unknownsOf(rulebook: Rulebook): string[] {
  return [...new Set(rulebook.packs.flatMap((pack) => pack.unknowns))];
}
