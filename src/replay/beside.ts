import { onlyRemarks, type Rule, type RuleId } from "../model/rule.ts";
import type { Prepared, PreparedRule } from "../model/verdict.ts";
import { factsAt, type Occurrence, type Readable } from "./facts.ts";
import { type Answered, consultedAt, type Plan, planOf, type Trigger, withClocksOf } from "./plan.ts";
import { MOST_ENTRIES } from "./runaway.ts";

/**
 * Other wordings of rules, asked beside the rules in force at every moment at which they or those
 * could answer. They do nothing; it is noted which of them ever answered otherwise than its rule. Only
 * the clocks run for both, so that no moment is missed at which a wording could begin to hold.
 */
export class Beside {
  /** Each under the id of its rule. */
  readonly #wordings: readonly PreparedRule[];
  readonly #plan: Plan;
  readonly #otherwise = new Set<Rule>();
  #moments = 0;

  /** The wordings made ready as the rules of a rulebook; none may be a measure that reads measures. */
  constructor(wordings: Prepared) {
    this.#wordings = wordings.rules;
    this.#plan = planOf(wordings);
  }

  /** Those that ever answered otherwise than the rule in force. */
  get otherwise(): ReadonlySet<Rule> {
    return this.#otherwise;
  }

  /**
   * Whether no life under any of the wordings can have run away. What is taken from the queue makes one
   * entry at most, and a wording alone adds no more to the queue than the clocks that ran here.
   */
  get tells(): boolean {
    return this.#moments < MOST_ENTRIES;
  }

  /** The plan of the rules in force, with the clocks of both. */
  over(plan: Plan): Plan {
    return withClocksOf(plan, this.#plan);
  }

  /** Something was taken from the queue. */
  moment(): void {
    this.#moments++;
  }

  /** Rules were answered: `matched` are those in force that matched. Before any of them takes effect. */
  answer(life: Readable, phase: Answered, occurrence: Occurrence, trigger: Trigger, matched: readonly Rule[]): void {
    const { rules, readers } = consultedAt(this.#plan, phase, occurrence);
    const facts = factsAt(life, occurrence, readers);
    this.#compare(
      rules.filter((rule) => {
        const verdict = rule.verdicts[rule.cellOf(facts)]!;
        return verdict.matched && trigger(rule, verdict) !== null;
      }),
      new Set(matched.filter((rule) => !onlyRemarks(rule)).map(({ id }) => id)),
    );
  }

  /** Measures were settled: `inForce` are those that hold now. */
  settle(life: Readable, inForce: ReadonlySet<RuleId>): void {
    const facts = factsAt(life, { event: "time-passed" }, this.#plan.measureReaders);
    this.#compare(
      this.#plan.measuresInOrder.filter((rule) => rule.verdicts[rule.cellOf(facts)]!.matched),
      inForce,
    );
  }

  /** A wording of another kind is not asked in this phase, and has answered no; a remark is no answer. */
  #compare(yes: readonly PreparedRule[], inForce: ReadonlySet<RuleId>): void {
    for (const wording of this.#wordings)
      if ((yes.includes(wording) && !onlyRemarks(wording.rule)) !== inForce.has(wording.rule.id))
        this.#otherwise.add(wording.rule);
  }
}
