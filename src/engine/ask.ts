import { type ConditionProperties, Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import type { Condition, FactName } from "../model/condition.ts";
import type { FactValue } from "../model/facts.ts";

/** What json-rules-engine answers for one condition: whether it matched, and each comparison in reading order. */
export interface Answer {
  readonly matched: boolean;
  readonly holds: readonly boolean[];
}

/**
 * Asks json-rules-engine, strictly one question after another: two runs in flight on one engine
 * lose results. Facts must be complete; a missing one rejects.
 */
export class Questioner {
  readonly #engine: Engine;

  constructor(condition: Condition) {
    this.#engine = new Engine([{ conditions: rooted(condition), event: { type: "matched" } }]);
  }

  async ask(facts: Partial<Record<FactName, FactValue>>): Promise<Answer> {
    const { results, failureResults } = await this.#engine.run({ ...facts });
    const result = results[0] ?? failureResults[0];
    if (result === undefined) throw new Error("json-rules-engine gave no answer");
    return { matched: result.result === true, holds: readLeaves(result.conditions) };
  }
}

/** The root must be a boolean node; a lone comparison is put into an `all`. Copied, since the engine writes into it. */
function rooted(condition: Condition): TopLevelCondition {
  const copy = structuredClone(condition) as NestedCondition;
  return ("fact" in copy ? { all: [copy] } : copy) as TopLevelCondition;
}

/** Walks the live tree: its `toJSON` drops the results of boolean nodes. */
function readLeaves(node: NestedCondition): boolean[] {
  if ("all" in node) return node.all.flatMap(readLeaves);
  if ("any" in node) return node.any.flatMap(readLeaves);
  if ("not" in node) return readLeaves(node.not);
  return [(node as ConditionProperties & { result?: boolean }).result === true];
}
