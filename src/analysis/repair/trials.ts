import type { Persona } from "../../model/persona.ts";
import type { RuleId } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import type { Month } from "../../model/story-time.ts";
import type { Trace } from "../../model/trace.ts";
import type { Prepared } from "../../model/verdict.ts";
import { replay } from "../../replay/replay.ts";
import type { Lab } from "../lab.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";
import type { Stretch } from "../steady-scores.ts";
import { type Goal, missedAt } from "./goal.ts";

/** A life tried against the goal. */
export interface Trial {
  /** What it came to where it reaches the goal; `null` where it misses it. */
  readonly reached: Outcome | null;
  /**
   * What decides that: the whole life, or the life up to where the goal is missed. Any other life
   * that goes the same way so far comes to the same.
   */
  readonly stretch: Stretch;
}

/** Tries lives of one persona against one goal, and no further than needed. */
export class Trials {
  readonly #lab: Lab;
  readonly #persona: Persona;
  readonly #goal: Goal;
  /** Where lives have missed the goal: the next is likely to miss it there too, and is first lived so far only. */
  #likely: Month;

  constructor(lab: Lab, persona: Persona, goal: Goal) {
    this.#lab = lab;
    this.#persona = persona;
    this.#goal = goal;
    this.#likely = lab.until;
  }

  async under(variant: Rulebook): Promise<Trial> {
    return this.of(await this.#lab.ready(variant), this.#persona);
  }

  of(prepared: Prepared, persona: Persona): Trial {
    this.#lab.asked++;
    this.#lab.replayed++;
    const first = this.#lived(prepared, persona, this.#likely);
    if (first.at !== null || this.#likely === this.#lab.until) return this.#judged(prepared, persona, first);
    return this.#judged(prepared, persona, this.#lived(prepared, persona, this.#lab.until));
  }

  #judged(prepared: Prepared, persona: Persona, { trace, matched, at }: Life): Trial {
    if (at === null)
      return {
        reached: outcomeOf(trace),
        stretch: { trace, entries: trace.entries, until: trace.until, matched },
      };
    const { month } = trace.entries[at]!;
    // What matched only later is of no account.
    const shorter = month < trace.until ? this.#lived(prepared, persona, month) : { trace, matched };
    this.#likely = Math.min(this.#likely, month);
    return {
      reached: null,
      stretch: {
        trace: shorter.trace,
        entries: trace.entries.slice(0, at + 1),
        until: month,
        matched: shorter.matched,
      },
    };
  }

  #lived(prepared: Prepared, persona: Persona, until: Month): Life {
    const matched = new Set<RuleId>();
    const trace = replay(prepared, persona, { until, findings: false, matched });
    return { trace, matched, at: missedAt(this.#goal, trace) };
  }
}

interface Life {
  readonly trace: Trace;
  readonly matched: ReadonlySet<RuleId>;
  readonly at: number | null;
}
