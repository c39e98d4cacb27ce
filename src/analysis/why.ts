import { decisiveLeaves } from "../model/condition.ts";
import type { RuleId } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { EffectId, Finding, QuietMoment, Trace } from "../model/trace.ts";
import { type CausalNode, graphOf } from "./graph/graph.ts";

/** The chain from one entry back to its roots. */
export interface Why {
  readonly seq: number;
  /** Latest first; each link once. */
  readonly steps: readonly WhyStep[];
  readonly roots: readonly EffectId[];
}

export interface WhyStep extends CausalNode {
  /** What the engine answered for the rule of this link, where it has one. */
  readonly finding: Finding | null;
  /** Causes whose own chains are not followed here. */
  readonly aside: readonly EffectId[];
}

/**
 * Follows every effect of an entry back along its first causes; with `all`, along all of them.
 * `seq` must be an entry of the trace.
 */
export function whyEntry(trace: Trace, seq: number, all: boolean): Why {
  const graph = graphOf(trace);
  const entry = trace.entries[seq]!;
  const nodes = graph.behind([...entry.effects.map(({ id }) => id), `${seq}.0`], !all);
  const followed = new Set(nodes.map(({ id }) => id));
  const steps = nodes.sort(latestFirst).map((node) => ({
    ...node,
    finding: findingOf(node),
    aside: node.causes.filter((id) => !followed.has(id)),
  }));
  // An attempt is the occasion of its refusal, and of what is permitted, never their root; a remark says nothing of where a thing comes from.
  const caused = entry.effects.filter(({ kind }) => kind !== "remarked").map(({ id }) => id);
  if (!entry.effects.some(({ kind }) => kind === "denied" || kind === "permitted")) caused.push(`${seq}.0`);
  return { seq, steps, roots: [...new Set(caused.flatMap((id) => [...graph.roots(id)]))] };
}

function latestFirst(a: CausalNode, b: CausalNode): number {
  return b.entry.seq - a.entry.seq || Number(b.id.split(".")[1]) - Number(a.id.split(".")[1]);
}

/** The finding stands in the entry itself; a reversal, a delay that is over, and a renewed reason have none of their own. */
function findingOf({ effect, entry }: CausalNode): Finding | null {
  if (effect === null || !("rule" in effect) || effect.rule === null) return null;
  return (
    entry.findings.find(({ rule, matched }) => rule === effect.rule && matched === (effect.kind !== "lifted")) ?? null
  );
}

/** What a rule answered at each moment of a life at which it was consulted, in order of time. */
export interface WhyRule {
  readonly rule: RuleId;
  readonly moments: readonly Consulted[];
}

/** One such moment. `decisive`: the comparisons that decided the answer, by their places in reading order. */
export interface Consulted {
  readonly where: { readonly seq: number } | QuietMoment;
  readonly finding: Finding;
  readonly decisive: readonly number[];
}

/** `rule` must be one of the trace's rulebook. */
export function whyRule(trace: Trace, rule: RuleId): WhyRule {
  const { when } = ruleNamed(trace.rulebook, rule);
  const all: { where: Consulted["where"]; after: number; findings: readonly Finding[] }[] = [
    ...trace.entries.map((entry) => ({ where: { seq: entry.seq }, after: entry.seq, findings: entry.findings })),
    ...trace.quiet.map((moment) => ({ where: moment, after: moment.after + 0.5, findings: moment.findings })),
  ].sort((a, b) => a.after - b.after);
  const moments = all.flatMap(({ where, findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({
        where,
        finding,
        decisive: decisiveLeaves(
          when,
          finding.met.map(({ holds }) => holds),
        ),
      })),
  );
  return { rule, moments };
}
