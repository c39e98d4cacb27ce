import { type Leaf, leavesOf } from "../model/condition.ts";
import type { RuleId } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Finding, Trace } from "../model/trace.ts";
import { DOOR_NAMES, type Door } from "../model/vocabulary/doors.ts";
import { LIFE_EVENT_KINDS, type LifeEventKind } from "../model/vocabulary/events.ts";
import { hasLapsed } from "./harms.ts";

/** How far lives reach into their rulebook. */
export interface Coverage {
  readonly lives: number;
  /** In rulebook order. */
  readonly rules: readonly RuleCoverage[];
  readonly untriedDoors: readonly Door[];
  /** Life events that befall nobody, neither by the fixture nor by a rule. */
  readonly unlivedEvents: readonly LifeEventKind[];
}

export interface RuleCoverage {
  readonly rule: RuleId;
  /** The furthest that it came in any life. `consulted`: asked, and it never matched. */
  readonly reach: "matched" | "consulted" | "never";
  /** In reading order, without that of the event: a rule is asked only at events at which it could match. */
  readonly comparisons: readonly {
    readonly leaf: Leaf;
    /** Whether it was ever true, and ever false. */
    readonly held: boolean;
    readonly failed: boolean;
  }[];
}

/** `traces`: lives under the rulebook, with their findings. */
export function coverageOf({ rules }: Rulebook, traces: readonly Trace[]): Coverage {
  const asked = new Map<RuleId, Finding[]>(rules.map(({ id }) => [id, []]));
  const tried = new Set<Door>();
  const lived = new Set<LifeEventKind>();
  for (const { entries, quiet } of traces) {
    for (const finding of [...entries, ...quiet].flatMap(({ findings }) => findings))
      asked.get(finding.rule)!.push(finding);
    for (const { happening } of entries.filter((entry) => !hasLapsed(entry))) {
      if (happening.kind === "attempt") tried.add(happening.door);
      if (happening.kind === "life-event") lived.add(happening.event);
    }
  }
  return {
    lives: traces.length,
    rules: rules.map(({ id, when }) => {
      const findings = asked.get(id)!;
      return {
        rule: id,
        reach: findings.some(({ matched }) => matched) ? "matched" : findings.length > 0 ? "consulted" : "never",
        comparisons: leavesOf(when).flatMap((leaf, at) => {
          const was = (holds: boolean): boolean => findings.some(({ met }) => met[at]!.holds === holds);
          return leaf.fact === "event" ? [] : [{ leaf, held: was(true), failed: was(false) }];
        }),
      };
    }),
    untriedDoors: DOOR_NAMES.filter((door) => !tried.has(door)),
    unlivedEvents: LIFE_EVENT_KINDS.filter((kind) => !lived.has(kind)),
  };
}
