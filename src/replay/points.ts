import type { EffectId } from "../model/trace.ts";
import type { LifeEventKind } from "../model/vocabulary/events.ts";
import type { RuleId } from "../model/rule.ts";

/** A posting by a rule, and what of it has not been reversed. */
export interface OnFile {
  readonly id: EffectId;
  readonly seq: number;
  readonly rule: RuleId;
  readonly conduct: LifeEventKind | null;
  outstanding: number;
}

interface Step {
  readonly by: EffectId;
  readonly before: number;
  readonly after: number;
}

/** The points on file: a running score, and which postings are still outstanding. */
export class Points {
  readonly #entries = new Map<EffectId, OnFile>();
  readonly #steps: Step[] = [];
  score: number;

  constructor(opening: number) {
    this.score = opening;
  }

  /** What moved the score last; nothing, while it is as it was at the opening. */
  get lastMovement(): EffectId | undefined {
    return this.#steps.at(-1)?.by;
  }

  /** Enters a new posting on file. */
  enter(entry: OnFile): void {
    this.#entries.set(entry.id, entry);
    this.#move(entry.id, entry.outstanding);
  }

  /** Moves points against a posting on file, by an effect of its own. */
  against(of: EffectId, by: EffectId, points: number): void {
    this.#entries.get(of)!.outstanding += points;
    this.#move(by, points);
  }

  find(id: EffectId): OnFile | undefined {
    return this.#entries.get(id);
  }

  outstandingFor(conduct: LifeEventKind): OnFile[] {
    return [...this.#entries.values()].filter((entry) => entry.conduct === conduct && entry.outstanding !== 0);
  }

  /**
   * Why the score is below `bound`: the deduction that last took it there first, then the other
   * deductions still outstanding.
   */
  lowering(bound: number): EffectId[] {
    return this.#outstanding(-1, (step) => step.before >= bound && step.after < bound);
  }

  /** Why the score has reached `bound`: likewise for additions. */
  raising(bound: number): EffectId[] {
    return this.#outstanding(1, (step) => step.before < bound && step.after >= bound);
  }

  #outstanding(sign: 1 | -1, crosses: (step: Step) => boolean): EffectId[] {
    const standing = [...this.#entries.values()]
      .filter((entry) => Math.sign(entry.outstanding) === sign)
      .map((entry) => entry.id);
    const crossing = this.#steps.findLast(crosses)?.by;
    return crossing !== undefined && standing.includes(crossing)
      ? [crossing, ...standing.filter((id) => id !== crossing)]
      : standing;
  }

  #move(by: EffectId, points: number): void {
    this.#steps.push({ by, before: this.score, after: this.score + points });
    this.score += points;
  }
}
