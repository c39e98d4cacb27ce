import { ruleUsers } from "../analysis/rule-users.ts";
import { type Memory, prepare } from "../engine/prepare.ts";
import type { Persona } from "../model/persona.ts";
import type { RuleId } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { replay } from "../replay/replay.ts";

/** For each rule of the rulebook, which of the personas trigger it. */
export async function usersAmong(
  personas: readonly Persona[],
  rulebook: Rulebook,
  memory: Memory,
): Promise<Map<RuleId, string[]>> {
  const prepared = await prepare(rulebook, memory);
  return ruleUsers(personas.map((persona) => replay(prepared, persona)));
}
