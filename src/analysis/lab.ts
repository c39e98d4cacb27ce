import type { Persona } from "../model/persona.ts";
import { onlyRemarks, type Rule, type RuleId } from "../model/rule.ts";
import type { Rulebook, Scoring } from "../model/rulebook.ts";
import { HORIZON, type Month } from "../model/story-time.ts";
import type { Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import type { Beside } from "../replay/beside.ts";
import { replay } from "../replay/replay.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** A life lived without findings: what it came to, and the rules that matched in it. */
export interface Lived {
  readonly outcome: Outcome;
  readonly matched: ReadonlySet<RuleId>;
}

/** A part of a rulebook that a variant puts in another's place; `to` is `null` where a rule is gone. */
interface Change {
  readonly at: number;
  readonly to: Rule | Scoring | null;
  /** The rule where it stood, or `null` for the scoring. */
  readonly rule: RuleId | null;
  /** Whether it may act although what it replaces never did: its conditions are others. */
  readonly asksAnew: boolean;
}

/** More lives than these are not remembered, so that memory stays flat over any number of variants. */
const MOST_REMEMBERED = 4096;

/**
 * Replays the same people under variants of one rulebook. A life is replayed only if it can differ:
 * a rule that never matched in it can be taken out, or have another effect, without changing it.
 * That is exact, and no approximation; what was found so once is found again without replaying.
 */
export class Lab {
  readonly rulebook: Rulebook;
  readonly personas: readonly Persona[];
  readonly until: Month;
  /** Lives asked for and lives replayed. */
  asked = 0;
  replayed = 0;
  readonly #prepare: (rulebook: Rulebook) => Promise<Prepared>;
  readonly #lives: readonly Map<string, Lived>[];
  readonly #prepared = new Map<string, Prepared>();
  readonly #ids: ReadonlySet<RuleId>;
  readonly #numbers = new WeakMap<object, number>();
  #numbered = 0;

  /** `prepare` is the engine; it should remember what it was asked. */
  constructor(
    rulebook: Rulebook,
    personas: readonly Persona[],
    prepare: (rulebook: Rulebook) => Promise<Prepared>,
    until: Month = HORIZON,
  ) {
    this.rulebook = rulebook;
    this.personas = personas;
    this.until = until;
    this.#prepare = prepare;
    this.#lives = personas.map(() => new Map());
    this.#ids = new Set(rulebook.rules.map(({ id }) => id));
  }

  /** The lives under the rulebook as it is, in the order of the personas. */
  async baseline(): Promise<Lived[]> {
    return await this.under(this.rulebook);
  }

  /** The lives under a variant, in the order of the personas. */
  async under(variant: Rulebook): Promise<Lived[]> {
    const changes = this.#changes(variant);
    const lives: Lived[] = [];
    for (let person = 0; person < this.personas.length; person++)
      lives.push(await this.#life(variant, changes, person));
    return lives;
  }

  /** The life of one persona, by its place among the personas. */
  async lifeUnder(variant: Rulebook, person: number): Promise<Lived> {
    return await this.#life(variant, this.#changes(variant), person);
  }

  /** A life without reuse, and its trace; for analyses that read the trace itself. */
  async trace(variant: Rulebook, persona: Persona): Promise<{ readonly trace: Trace; readonly lived: Lived }> {
    this.asked++;
    return this.#replay(await this.#prepare(variant), persona);
  }

  /** A rulebook made ready, to live other lives under it than those of the personas. */
  async ready(variant: Rulebook): Promise<Prepared> {
    return await this.#prepare(variant);
  }

  /** One such life; counted like all others. */
  live(prepared: Prepared, persona: Persona): Trace {
    this.asked++;
    this.replayed++;
    return replay(prepared, persona, { until: this.until, findings: false });
  }

  /** The same, with other wordings asked beside the rules, and with the rules that matched. */
  watch(
    prepared: Prepared,
    persona: Persona,
    beside: Beside | null,
  ): { readonly trace: Trace; readonly matched: ReadonlySet<RuleId> } {
    this.asked++;
    this.replayed++;
    const matched = new Set<RuleId>();
    return { trace: replay(prepared, persona, { until: this.until, findings: false, matched, beside }), matched };
  }

  async #life(variant: Rulebook, changes: readonly Change[] | null, person: number): Promise<Lived> {
    this.asked++;
    const persona = this.personas[person]!;
    if (changes === null) return this.#replay(await this.#prepare(variant), persona).lived;
    let applied = changes.filter(({ asksAnew }) => asksAnew);
    for (;;) {
      const lived = await this.#remembered(variant, applied, applied.length === changes.length, person);
      const next = changes.filter(
        (change) => change.asksAnew || applied.includes(change) || lived.matched.has(change.rule!),
      );
      if (next.length === applied.length) return lived;
      applied = next;
    }
  }

  /** The life under those changes of a variant alone. */
  async #remembered(variant: Rulebook, applied: readonly Change[], all: boolean, person: number): Promise<Lived> {
    const key = applied.map(({ at, to }) => `${at}:${to === null ? 0 : this.#numberOf(to)}`).join(" ");
    const lives = this.#lives[person]!;
    const known = lives.get(key);
    if (known !== undefined) return known;
    let prepared = this.#prepared.get(key);
    if (prepared === undefined) {
      prepared = await this.#prepare(all ? variant : this.#with(applied));
      remember(this.#prepared, key, prepared, MOST_PREPARED);
    }
    const { lived } = this.#replay(prepared, this.personas[person]!);
    remember(lives, key, lived, MOST_REMEMBERED);
    return lived;
  }

  #replay(prepared: Prepared, persona: Persona): { trace: Trace; lived: Lived } {
    this.replayed++;
    const matched = new Set<RuleId>();
    const trace = replay(prepared, persona, { until: this.until, findings: false, matched });
    return { trace, lived: { outcome: outcomeOf(trace), matched } };
  }

  /** What a variant changes that a life may hang on, in rulebook order; `null` where its rules stand in another order. */
  #changes(variant: Rulebook): Change[] | null {
    const before = this.rulebook.rules;
    const after = variant.rules;
    const changes: Change[] = [];
    if (variant.scoring !== this.rulebook.scoring)
      changes.push({ at: -1, to: variant.scoring, rule: null, asksAnew: true });
    let next = 0;
    for (const [at, rule] of before.entries()) {
      const now = after[next];
      if (now === rule) next++;
      else if (now?.id === rule.id) {
        if (!onlyRemarks(rule) || !onlyRemarks(now))
          changes.push({ at, to: now, rule: rule.id, asksAnew: !asksAlike(rule, now) });
        next++;
      } else if (!onlyRemarks(rule)) changes.push({ at, to: null, rule: rule.id, asksAnew: false });
    }
    for (const [at, rule] of after.slice(next).entries()) {
      if (this.#ids.has(rule.id)) return null;
      if (onlyRemarks(rule)) continue;
      changes.push({ at: before.length + at, to: rule, rule: rule.id, asksAnew: true });
    }
    return changes;
  }

  #with(changes: readonly Change[]): Rulebook {
    const to = new Map(changes.map((change) => [change.at, change.to]));
    const changed = <T extends Rule | Scoring>(at: number, was: T): T | null =>
      to.has(at) ? (to.get(at) as T | null) : was;
    return {
      ...this.rulebook,
      scoring: to.has(-1) ? (to.get(-1) as Scoring) : this.rulebook.scoring,
      rules: [
        ...this.rulebook.rules.flatMap((rule, at) => changed(at, rule) ?? []),
        ...changes.flatMap(({ at, to: added }) => (at >= this.rulebook.rules.length ? [added as Rule] : [])),
      ],
    };
  }

  #numberOf(part: object): number {
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    this.#numbers.set(part, ++this.#numbered);
    return this.#numbered;
  }
}

/** Rulebooks are larger than outcomes. */
const MOST_PREPARED = 256;

function remember<T>(memory: Map<string, T>, key: string, value: T, most: number): void {
  if (memory.size >= most) {
    const [oldest] = memory.keys();
    if (oldest !== undefined) memory.delete(oldest);
  }
  memory.set(key, value);
}

/** Whether the one is asked whenever the other is, at the same point of a moment, with the same answer. */
function asksAlike(one: Rule, other: Rule): boolean {
  return one.when === other.when && phaseOf(one) === phaseOf(other);
}

/** When a rule is asked; a permit is at some attempts only. */
export function phaseOf({ then }: Rule): string {
  if (then.kind === "permit") return `permit ${then.door} ${then.purpose ?? ""}`;
  return then.kind === "measure" || then.kind === "lead" ? then.kind : then.kind === "remark" ? "lead" : "change";
}
