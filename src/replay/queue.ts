import type { EffectId, Origin, Subject } from "../model/trace.ts";
import type { FactName } from "../model/condition.ts";
import type { Month } from "../model/story-time.ts";
import type { Rule } from "../model/rule.ts";
import type { Door, Purpose } from "../model/vocabulary/doors.ts";
import type { InternalEventKind, LifeEventKind } from "../model/vocabulary/events.ts";
import type { Ground } from "./grounds.ts";

/** An elapsed time, and the effect from which it runs. */
export interface Clock {
  readonly fact: FactName;
  readonly since: Month;
  readonly started: EffectId;
}

/** Something that is due. `because` may still grow while it waits. */
export type Due = { readonly because: EffectId[] } & (
  | { readonly kind: "points-return" }
  | { readonly kind: "term-ends"; readonly ground: Ground }
  | { readonly kind: "classification" }
  | { readonly kind: "time-passed"; readonly clocks: readonly Clock[] }
  | { readonly kind: "life-event"; readonly event: LifeEventKind; readonly origin: Origin }
  | { readonly kind: "attempt"; readonly door: Door; readonly purpose: Purpose; readonly origin: Origin }
  | { readonly kind: "deferred"; readonly rule: Rule; readonly conduct: LifeEventKind | null }
  | { readonly kind: "internal"; readonly event: InternalEventKind; readonly subject: Subject }
);

/** Within a month: expiries and terms, then elapsed time, then the fixture, then what follows from them. */
const PHASES = {
  "points-return": 0,
  "term-ends": 0,
  classification: 1,
  "time-passed": 1,
  fixture: 2,
  following: 3,
} as const;
export type Phase = keyof typeof PHASES;
const PHASE_COUNT = 4;

/** Due events by month and phase, and within a phase in the order in which they were added. */
export class Queue {
  readonly #slots: Due[][];
  readonly #until: Month;
  #slot = 0;
  #next = 0;

  constructor(until: Month) {
    this.#until = until;
    this.#slots = Array.from({ length: (until + 1) * PHASE_COUNT }, () => []);
  }

  /** What is due after the last month is not kept. */
  add(month: Month, phase: Phase, due: Due): void {
    if (month <= this.#until) this.#slots[month * PHASE_COUNT + PHASES[phase]]!.push(due);
  }

  next(): { readonly month: Month; readonly due: Due } | undefined {
    for (; this.#slot < this.#slots.length; this.#slot++, this.#next = 0) {
      const due = this.#slots[this.#slot]![this.#next];
      if (due !== undefined) {
        this.#next++;
        return { month: Math.floor(this.#slot / PHASE_COUNT), due };
      }
    }
    return undefined;
  }
}
