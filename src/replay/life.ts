import type { RuleId } from "../model/rule.ts";
import type { Scoring } from "../model/rulebook.ts";
import type { Persona } from "../model/persona.ts";
import type { Effect, EffectId, Entry, Finding, QuietMoment, Standing, Subject } from "../model/trace.ts";
import type { Month } from "../model/story-time.ts";
import type { FactName } from "../model/condition.ts";
import type { FactRecord, Prepared, PreparedRule, Verdict } from "../model/verdict.ts";
import type { CircumstanceName } from "../model/vocabulary/circumstances.ts";
import type { InternalEventKind, LifeEventKind } from "../model/vocabulary/events.ts";
import { classOf } from "../model/rulebook.ts";
import type { Beside } from "./beside.ts";
import { Grounds } from "./grounds.ts";
import { type Plan, planOf } from "./plan.ts";
import { Points } from "./points.ts";
import { type Clock, type Due, Queue } from "./queue.ts";

/** The opening as a cause. */
export const OPENING: EffectId = "0.0";

/** An effect without its number: it gets that when it is recorded. */
export type NewEffect = Effect extends infer Each ? (Each extends Effect ? Omit<Each, "id"> : never) : never;

export interface InForce {
  /** The `imposed` effect, or the `rests` effect that last renewed its reasons. */
  readonly id: EffectId;
  readonly because: readonly EffectId[];
}

const CHANGES_STANDING: ReadonlySet<Effect["kind"]> = new Set([
  "posting",
  "enlisted",
  "delisted",
  "class-moved",
  "imposed",
  "lifted",
  "rests",
]);

/** The one mutable thing: a life in progress. A replay makes it, folds the queue into it, and lets it go. */
export class Life {
  readonly prepared: Prepared;
  readonly plan: Plan;
  readonly beside: Beside | null;
  readonly persona: Persona;
  readonly scoring: Scoring | null;
  readonly queue: Queue;
  readonly points: Points | null;
  readonly grounds = new Grounds();
  /** In the order in which they came into force. */
  readonly measures = new Map<RuleId, InForce>();
  /** For each effect by which a measure came into force or was renewed, the measure. */
  readonly measureOf = new Map<EffectId, RuleId>();
  readonly liftedBy = new Map<RuleId, EffectId>();
  /** For each measure, by its place in the rulebook, the cell it is in, and the one in which it was last consulted. */
  readonly cells: number[] = [];
  readonly consultedCells: number[] = [];
  readonly circumstances: Record<CircumstanceName, string>;
  readonly setBy = new Map<CircumstanceName, EffectId>();
  readonly lastHappened = new Map<LifeEventKind, { readonly month: Month; readonly id: EffectId }>();
  /** The class, and the effect that last moved or renewed it. */
  class: { readonly id: string; readonly origin: EffectId; readonly because: readonly EffectId[] } | null;
  /** Postings by the month in which they return; shared with the queue. */
  readonly returns = new Map<Month, EffectId[]>();
  /** Clocks by the month in which they come to matter; shared with the queue. */
  readonly #clocks = new Map<Month, Clock[]>();
  /** Events led to that are still waiting, and those that have happened, by month, event and door. */
  readonly waiting = new Map<string, Due>();
  readonly happened = new Map<string, EffectId>();

  /** Rules that have made their remark. */
  readonly remarked = new Set<RuleId>();
  /** Entries that hold nothing but remarks. */
  remarks = 0;

  /** Rules that have matched, in the order in which each first did. */
  readonly matched: Set<RuleId>;
  readonly entries: Entry[] = [];
  readonly quiet: QuietMoment[] = [];

  month: Month = 0;
  /** The life event in hand, for which points are entered; `null` at all other moments. */
  conduct: LifeEventKind | null = null;
  findings: Finding[] = [];
  effects: Effect[] = [];
  /** Whether something that measures read has changed since they were last answered. */
  unsettled = true;
  /** Whether since then something has ended on which a measure may rest. */
  reasonsEnded = false;
  /** Filled anew before each phase. */
  readonly facts = {} as FactRecord;
  readonly #keepsFindings: boolean;
  #standing: Standing | null = null;

  constructor(
    prepared: Prepared,
    persona: Persona,
    until: Month,
    keepsFindings: boolean,
    matched: Set<RuleId>,
    beside: Beside | null,
  ) {
    this.matched = matched;
    this.#keepsFindings = keepsFindings;
    this.prepared = prepared;
    this.beside = beside;
    this.plan = beside === null ? planOf(prepared) : beside.over(planOf(prepared));
    this.persona = persona;
    this.scoring = prepared.rulebook.scoring;
    this.queue = new Queue(until);
    this.points = this.scoring === null ? null : new Points(this.scoring.opening);
    this.circumstances = { ...persona.circumstances };
    this.class =
      this.scoring === null
        ? null
        : { id: classOf(this.scoring, this.scoring.opening), origin: OPENING, because: [OPENING] };
  }

  /** The number that the entry in hand will bear. */
  get seq(): number {
    return this.entries.length;
  }

  /** What happened at the entry in hand, as a cause. */
  get here(): EffectId {
    return `${this.seq}.0`;
  }

  record(effect: NewEffect): EffectId {
    const id = `${this.seq}.${this.effects.length + 1}`;
    this.effects.push({ id, ...effect } as Effect);
    if (CHANGES_STANDING.has(effect.kind)) {
      this.unsettled = true;
      this.#standing = null;
      if (
        effect.kind !== "enlisted" &&
        effect.kind !== "imposed" &&
        !(effect.kind === "posting" && effect.reason === "rule")
      )
        this.reasonsEnded = true;
    }
    return id;
  }

  /** Keeps what a rule answered, with the values met. */
  find({ rule, leaves }: PreparedRule, { matched, holds }: Verdict, facts: FactRecord): void {
    if (!this.#keepsFindings) return;
    this.findings.push({
      rule: rule.id,
      matched,
      met: leaves.map((leaf, index) => ({ actual: facts[leaf.fact], holds: holds[index]! })),
    });
  }

  set(name: CircumstanceName, value: string): void {
    this.circumstances[name] = value;
    this.setBy.set(name, this.here);
    this.unsettled = true;
    this.reasonsEnded = true;
    this.#standing = null;
  }

  hold(measure: RuleId, inForce: InForce): void {
    this.measures.set(measure, inForce);
    this.measureOf.set(inForce.id, measure);
  }

  /** Queues an internal event in the same month, for rules to answer once: the effect named has just been recorded. */
  announce(event: InternalEventKind, about: Omit<Subject, "told">, because: EffectId): void {
    const subject = { ...about, told: this.effects.find(({ id }) => id === because)!.told };
    this.queue.add(this.month, "following", { kind: "internal", event, subject, because: [because] });
  }

  /** A rule that mentions elapsed time is consulted in the months in which its answer could change, and once in each. */
  startClock(fact: FactName, started: EffectId): void {
    for (const after of this.plan.changesAfter.get(fact) ?? []) {
      const month = this.month + after;
      const clocks = this.#clocks.get(month) ?? [];
      clocks.push({ fact, since: this.month, started });
      if (this.#clocks.has(month)) continue;
      this.#clocks.set(month, clocks);
      this.queue.add(month, "time-passed", { kind: "time-passed", clocks, because: [] });
    }
  }

  /** Whether nothing has started it anew, or stopped it. */
  runs({ fact, started }: Clock): boolean {
    const [kind, of] = fact.split(":") as [string, never];
    return started === (kind === "monthsOnList" ? this.grounds.enteredBy(of) : this.lastHappened.get(of)?.id);
  }

  /** What is on file now; the same value until something in it changes. */
  standing(): Standing {
    return (this.#standing ??= this.#currentStanding());
  }

  #currentStanding(): Standing {
    return {
      score: this.points?.score ?? null,
      class: this.class?.id ?? null,
      lists: this.grounds.lists().map((list) => ({ list, since: this.grounds.since(list)! })),
      measures: this.prepared.rulebook.rules.filter((rule) => this.measures.has(rule.id)).map((rule) => rule.id),
      circumstances: { ...this.circumstances },
    };
  }
}
