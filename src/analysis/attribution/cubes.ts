import type { RuleId } from "../../model/rule.ts";
import { ranAway, type Trace } from "../../model/trace.ts";
import { withoutRules } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { lastDoors } from "./last-doors.ts";

/**
 * All sets of rules that hold every rule of `present` and none of `absent`. In each of them this
 * person lives the same life, but for which of its last doors are shut.
 */
export interface Cube {
  readonly present: readonly RuleId[];
  readonly absent: readonly RuleId[];
  /** Under all rules but those of `absent`. */
  readonly trace: Trace;
}

/**
 * Cuts all sets of rules into cubes, one life for each. A rule that never matched in a life can be
 * taken out without changing it, so that a life decides for all sets that hold the rules that
 * matched; for each of these, the first to match first, the sets without it are lived apart.
 */
export async function* cubesOf(lab: Lab, person: number): AsyncGenerator<Cube> {
  const persona = lab.personas[person]!;
  const last = lastDoors(lab.rulebook, persona);
  yield* cubesIn([], []);

  async function* cubesIn(present: readonly RuleId[], absent: readonly RuleId[]): AsyncGenerator<Cube> {
    const { trace, lived } = await lab.trace(withoutRules(lab.rulebook, absent), persona);
    const decided = new Set(present);
    for (const rule of lived.matched) {
      // Where a life is cut off for its length, even a last door might have made it too long.
      if (decided.has(rule) || (last.has(rule) && !ranAway(trace))) continue;
      yield* cubesIn([...decided], [...absent, rule]);
      decided.add(rule);
    }
    yield { present: [...decided], absent, trace };
  }
}
