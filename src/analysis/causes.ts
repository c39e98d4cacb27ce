import type { Rule, RuleId } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Effect, EffectId, Entry, Happening, Trace } from "../model/trace.ts";

/** A link of a chain: an effect, or what happened at an entry. */
export interface Link {
  readonly id: EffectId;
  readonly entry: Entry;
  /** `null` for the happening itself. */
  readonly effect: Effect | null;
  readonly because: readonly EffectId[];
}

/** A page asks for the same roots many times. */
const ROOTS = new WeakMap<Trace, Map<EffectId, ReadonlySet<EffectId>>>();

/** Reads a trace backwards, from any effect to what it goes back to. */
export class Causes {
  readonly trace: Trace;
  readonly #roots: Map<EffectId, ReadonlySet<EffectId>>;

  constructor(trace: Trace) {
    this.trace = trace;
    this.#roots = ROOTS.get(trace) ?? new Map();
    ROOTS.set(trace, this.#roots);
  }

  link(id: EffectId): Link {
    const [seq, place] = id.split(".").map(Number) as [number, number];
    const entry = this.trace.entries[seq]!;
    const effect = place === 0 ? null : entry.effects[place - 1]!;
    return { id, entry, effect, because: (effect ?? entry.happening).because };
  }

  /** What it goes back to in the end: things that happened of themselves, or the opening. In order of time. */
  roots(id: EffectId): ReadonlySet<EffectId> {
    const known = this.#roots.get(id);
    if (known !== undefined) return known;
    // Without recursion: of a rulebook that never settles a chain has thousands of links.
    const waiting = [id];
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      const { because } = this.link(next);
      const unknown = because.filter((cause) => !this.#roots.has(cause));
      waiting.push(...unknown);
      if (unknown.length > 0) continue;
      waiting.pop();
      const roots = because.length === 0 ? [next] : because.flatMap((cause) => [...this.#roots.get(cause)!]);
      const sorted = [...new Set(roots)].sort((a, b) => Number(a.split(".")[0]) - Number(b.split(".")[0]));
      this.#roots.set(next, new Set(sorted));
    }
    return this.#roots.get(id)!;
  }

  /** The line of a harm: the first cause, its first cause, and so on, root first. */
  line(id: EffectId): Link[] {
    const line: Link[] = [];
    for (let next: EffectId | undefined = id; next !== undefined;) {
      const link = this.link(next);
      line.unshift(link);
      next = link.because[0];
    }
    return line;
  }
}

/** 1 and the life events on the line that a rule led to. Depends on how finely a rulebook cuts its leads. */
export function orderOf(line: readonly Link[]): number {
  return 1 + line.filter(({ effect, entry }) => effect === null && isDerived(entry.happening)).length;
}

/** How often the line passes one rule's restriction, at most: the refusals on it under the same measure. */
export function turnsOf(line: readonly Link[]): number {
  const refusals = line.flatMap(({ effect }) => (effect?.kind === "denied" ? effect.measures : []));
  const passes = new Map<RuleId, number>();
  for (const rule of refusals) passes.set(rule, (passes.get(rule) ?? 0) + 1);
  return Math.max(0, ...passes.values());
}

/** The rules on a line, in its order. */
export function rulesOn(line: readonly Link[], trace: Trace): Rule[] {
  return line.flatMap(({ effect }) =>
    effect !== null && "rule" in effect && effect.rule !== null ? [ruleNamed(trace.rulebook, effect.rule)] : [],
  );
}

export function isDerived(happening: Happening): boolean {
  return (happening.kind === "life-event" || happening.kind === "attempt") && happening.origin.kind === "derived";
}
