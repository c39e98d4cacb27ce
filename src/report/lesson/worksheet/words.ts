import { graphOf } from "../../../analysis/graph/graph.ts";
import type { HarmCounts } from "../../../analysis/outcome.ts";
import type { Effectiveness } from "../../../analysis/worksheet/material.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { countsSay } from "../../experiment/harm-wording.ts";
import { capital, doorName, happeningNoun, linkSays } from "../../wording.ts";

/** A link of a chain in a few words. */
export function linkWords(id: EffectId, trace: Trace): string {
  const link = graphOf(trace).node(id);
  return capital(linkSays(link, trace) ?? happeningNoun(link.entry.happening));
}

/** `the refusal at #114 (subsidised loan)`, `a wage lost, #96`. */
export function harmWords(id: EffectId, trace: Trace): string {
  const { effect, entry } = graphOf(trace).node(id);
  return effect?.kind === "denied"
    ? `the refusal at #${entry.seq} (${doorName(effect.door)})`
    : `#${entry.seq}, ${happeningNoun(entry.happening)}`;
}

/** `#7, a court's finding`. */
export function rootWords(id: EffectId, trace: Trace): string {
  const { entry } = graphOf(trace).node(id);
  return `#${entry.seq}, ${happeningNoun(entry.happening)}`;
}

/** `gone: 3 refusals; new: 1 loss`, or that nothing is. */
export function effectWords({ gone, fresh }: Effectiveness): string {
  const parts = [
    ...(isNone(gone) ? [] : [`gone: ${countsSay(gone)}`]),
    ...(isNone(fresh) ? [] : [`new: ${countsSay(fresh)}`]),
  ];
  return parts.length === 0 ? "nothing: each refusal, month and loss stays" : parts.join("; ");
}

function isNone({ denied, months, losses }: HarmCounts): boolean {
  return denied + months + losses === 0;
}

export const KIND_WORDS: Readonly<Record<keyof HarmCounts, string>> = {
  denied: "refusals",
  months: "months with a door shut",
  losses: "losses",
};
