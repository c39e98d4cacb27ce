import type { EffectId } from "../model/trace.ts";
import type { RuleId } from "../model/rule.ts";
import type { Month } from "../model/story-time.ts";
import type { ListId } from "../model/vocabulary/lists.ts";

/** One reason for being on a list, with its own term. */
export interface Ground {
  readonly id: EffectId;
  /** By which it was entered. */
  readonly rule: RuleId;
  readonly list: ListId;
  readonly until: Month | null;
}

interface Membership {
  readonly since: Month;
  /** The ground by which the list was entered; it may have ended since. */
  readonly enteredBy: EffectId;
  /** Oldest first; one is on the list while any stands. */
  readonly grounds: Ground[];
}

/** Who is on which list, why and since when; and what took them off. */
export class Grounds {
  readonly #on = new Map<ListId, Membership>();
  readonly #left = new Map<ListId, EffectId>();

  lists(): ListId[] {
    return [...this.#on.keys()];
  }

  since(list: ListId): Month | null {
    return this.#on.get(list)?.since ?? null;
  }

  enteredBy(list: ListId): EffectId | null {
    return this.#on.get(list)?.enteredBy ?? null;
  }

  /** The oldest ground still standing, or what took the person off. */
  origin(list: ListId): EffectId | null {
    return this.on(list)[0]?.id ?? this.#left.get(list) ?? null;
  }

  /** Adds a ground; with the first one the list is entered. */
  add(ground: Ground, month: Month): void {
    const membership = this.#on.get(ground.list);
    membership?.grounds.push(ground);
    if (membership === undefined) this.#on.set(ground.list, { since: month, enteredBy: ground.id, grounds: [ground] });
  }

  /** Those still standing, oldest first. */
  on(list: ListId): readonly Ground[] {
    return this.#on.get(list)?.grounds ?? [];
  }

  /** Whether the ground still stands. */
  stands(ground: Ground): boolean {
    return this.on(ground.list).includes(ground);
  }

  /** Ends one ground; the list is left by `leave` alone. */
  end(ground: Ground): void {
    const { grounds } = this.#on.get(ground.list)!;
    grounds.splice(grounds.indexOf(ground), 1);
  }

  /** Leaves the list, by the effect named. */
  leave(list: ListId, by: EffectId): void {
    this.#on.delete(list);
    this.#left.set(list, by);
  }
}
