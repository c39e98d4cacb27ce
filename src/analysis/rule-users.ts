import type { RuleId } from "../model/rule.ts";
import type { Trace } from "../model/trace.ts";

/**
 * Which personas trigger each rule: those in whose trace it matched at least once. Personas by id, in
 * the order of the traces; a rule of the traces' rulebooks that matched for nobody has an empty list.
 */
export function ruleUsers(traces: readonly Trace[]): Map<RuleId, string[]> {
  const users = new Map<RuleId, string[]>(traces.flatMap(({ rulebook }) => rulebook.rules.map(({ id }) => [id, []])));
  for (const trace of traces) for (const rule of matchedIn(trace)) users.get(rule)!.push(trace.persona.id);
  return users;
}

function matchedIn({ entries, quiet }: Trace): Set<RuleId> {
  const findings = [...entries, ...quiet].flatMap((moment) => moment.findings);
  return new Set(findings.filter(({ matched }) => matched).map(({ rule }) => rule));
}
