import { Engine, type TopLevelCondition } from "json-rules-engine";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { FactRecord } from "../../src/model/verdict.ts";

/** json-rules-engine as one would first use it: one engine with all rules, `run` once for each phase. */
export function naiveEngine(rulebook: Rulebook): (facts: FactRecord) => Promise<string[]> {
  const engine = new Engine(
    rulebook.rules.map((rule) => {
      const when = structuredClone(rule.when);
      return {
        name: rule.id,
        conditions: ("fact" in when ? { all: [when] } : when) as TopLevelCondition,
        event: { type: rule.id },
      };
    }),
  );
  return async (facts) => {
    const { results } = await engine.run(facts);
    return results.map(({ name }) => name);
  };
}
