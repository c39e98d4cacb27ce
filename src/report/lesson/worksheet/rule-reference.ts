import type { RuleId } from "../../../model/rule.ts";
import { gapFor, type Run, type Runs } from "../leaf.ts";

/** How rules are spoken of on a sheet: by their number in the box, or by a gap. */
export class RuleReferences {
  readonly #box: readonly RuleId[];
  readonly #blank: ReadonlySet<RuleId>;
  readonly #key: boolean;
  /** Where each blanked rule was asked for first. */
  readonly #asked = new Map<RuleId, string>();

  constructor(box: readonly RuleId[], blank: ReadonlySet<RuleId>, key: boolean) {
    this.#box = box;
    this.#blank = blank;
    this.#key = key;
  }

  /** `R4`. */
  number(rule: RuleId): string {
    return `R${this.#box.indexOf(rule) + 1}`;
  }

  /** A rule asked for once is afterwards named by the row in which it was. */
  at(rule: RuleId, label: string): Run {
    if (!this.#blank.has(rule)) return this.number(rule);
    const asked = this.#asked.get(rule);
    if (asked !== undefined && asked !== label) return `the rule of ${asked}`;
    this.#asked.set(rule, label);
    return gapFor(this.number(rule), "rule", this.#key);
  }

  /** Several, one after the other. */
  all(rules: readonly RuleId[], label: string): Runs {
    return rules.flatMap((rule, at): Run[] => [...(at === 0 ? [] : [" and "]), this.at(rule, label)]);
  }
}
