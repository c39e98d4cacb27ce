import { FACTS, type FactValue } from "../../src/model/facts.ts";
import type { Condition, Leaf, FactName } from "../../src/model/condition.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rule, Told } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Standing, Subject } from "../../src/model/trace.ts";
import type { CircumstanceName } from "../../src/model/vocabulary/circumstances.ts";
import { type Door, type Purpose, PURPOSES } from "../../src/model/vocabulary/doors.ts";
import {
  type EventName,
  eventKind,
  type InternalEventKind,
  type LifeEventKind,
} from "../../src/model/vocabulary/events.ts";
import type { ListId } from "../../src/model/vocabulary/lists.ts";
import { type Facts, holds, leafHolds } from "./reference-evaluator.ts";

/** What a naive replay says of one entry. No causes, no ids, no findings. */
export interface NaiveEntry {
  readonly month: number;
  readonly what: string;
  readonly lapsed: boolean;
  readonly denied: readonly Door[];
  readonly moved: readonly string[];
  /** Rules that permit it, each with what it lifts. */
  readonly permitted: readonly string[];
  /** Rules that remark on it. */
  readonly remarks: readonly string[];
  readonly after: Standing;
}

interface Posted {
  readonly entry: number;
  readonly conduct: LifeEventKind | null;
  readonly returns: number | null;
  left: number;
}
interface Ground {
  readonly rule: string;
  readonly list: ListId;
  readonly until: number | null;
}
type Moment = Subject & {
  readonly event: EventName;
  readonly door?: Door;
  readonly purpose?: Purpose;
  readonly denied?: boolean;
};
type Aim = { readonly event: LifeEventKind } | { readonly attempt: Door; readonly purpose: Purpose };
type Later =
  | { readonly kind: "led"; readonly aim: Aim }
  | { readonly kind: "internal"; readonly event: InternalEventKind; readonly subject: Subject }
  | { readonly kind: "deferred"; readonly rule: Rule; readonly conduct: LifeEventKind | null };

/** Only what the words say, month by month, asking every rule at every event. */
export class NaiveLife {
  readonly entries: NaiveEntry[] = [];
  #month = 0;
  #score: number | null;
  #class: string | null;
  #posted: Posted[] = [];
  #grounds: Ground[] = [];
  #listedSince = new Map<ListId, number>();
  #measures = new Set<string>();
  #circumstances: Record<CircumstanceName, string>;
  #last = new Map<LifeEventKind, number>();
  /** What is to follow, by month, in order of creation. */
  #later: Later[][];
  #returning: number[] = [];
  #ending: { month: number; kind: "points" | Ground }[] = [];
  #happened = new Set<string>();
  #conduct: LifeEventKind | null = null;
  #effects = 0;
  #lapsed = false;
  #denied: Door[] = [];
  #moved: string[] = [];
  #permitted: string[] = [];
  #remarks: string[] = [];
  #remarked = new Set<string>();
  #onlyRemarks = 0;
  readonly #book: Rulebook;

  constructor(book: Rulebook, persona: Persona, until: number) {
    this.#book = book;
    this.#score = book.scoring?.opening ?? null;
    this.#class = this.#band();
    this.#circumstances = { ...persona.circumstances };
    this.#later = Array.from({ length: until + 1 }, () => []);
    this.#settleMeasures();
    this.#enter("opening");
    try {
      for (this.#month = 0; this.#month <= until; this.#month++) this.#liveMonth(persona);
    } catch (error) {
      if (error !== RUNAWAY) throw error;
      this.#enter("runaway");
    }
  }

  #liveMonth(persona: Persona): void {
    this.#happened.clear();
    for (const { kind } of this.#ending.filter((end) => end.month === this.#month)) {
      if (kind === "points") this.#returnPoints();
      else this.#endGround(kind);
    }
    if (this.#book.scoring?.assigned === "yearly" && this.#month > 0 && this.#month % 12 === 0) this.#classify();
    this.#passTime();
    for (const line of persona.timeline.filter((each) => each.month === this.#month)) {
      if ("event" in line) this.#experience(line.event, false);
      else this.#try(line.attempt, line.purpose, false);
    }
    const following = this.#later[this.#month]!;
    for (let next = following.shift(); next !== undefined; next = following.shift()) this.#follow(next);
  }

  #follow(next: Later): void {
    if (next.kind === "deferred") {
      this.#begin();
      this.#conduct = next.conduct;
      this.#apply(next.rule);
      this.#settle();
      this.#enter(`deferred ${next.rule.id}`);
    } else if (next.kind === "internal") {
      this.#begin();
      this.#respond({ event: next.event, ...next.subject }, () => true);
      if (this.#effects + this.#remarks.length > 0) this.#enter(`internal ${next.event}`);
    } else if ("event" in next.aim) this.#experience(next.aim.event, true);
    else this.#try(next.aim.attempt, next.aim.purpose, true);
  }

  // What happens

  #returnPoints(): void {
    const due = this.#posted.filter((each) => each.returns === this.#month && each.left !== 0);
    if (due.length === 0) return;
    this.#begin();
    for (const each of due) this.#reverse(each, "expiry");
    this.#settle();
    this.#enter("term points");
  }

  #endGround(ground: Ground): void {
    if (!this.#grounds.includes(ground)) return;
    this.#begin();
    this.#grounds = this.#grounds.filter((each) => each !== ground);
    if (!this.#grounds.some((each) => each.list === ground.list)) this.#leave(ground.list, "nothing");
    this.#settle();
    this.#enter("term list");
  }

  #classify(): void {
    if (this.#band() === this.#class) return;
    this.#begin();
    this.#moveClass();
    this.#settleMeasures();
    this.#enter("classification");
  }

  /** Rules that mention elapsed time are asked when, from last month to this, one of their comparisons of it changed. */
  #passTime(): void {
    this.#begin();
    this.#settleMeasures();
    this.#respond({ event: "time-passed" }, (rule) =>
      leaves(rule.when).some((leaf) => {
        if (!isElapsed(leaf.fact)) return false;
        const now = this.#fact(leaf.fact, { event: "time-passed" });
        return typeof now === "number" && now > 0 && leafHolds(leaf, now) !== leafHolds(leaf, now - 1);
      }),
    );
    if (this.#effects + this.#remarks.length > 0) this.#enter("internal time-passed");
  }

  #experience(event: LifeEventKind, derived: boolean): void {
    const { needs = {}, sets = {}, group } = eventKind(event);
    this.#begin();
    const what = `${event} ${derived ? "derived" : "exogenous"}`;
    const wanted = Object.entries(sets) as [CircumstanceName, string][];
    const spent =
      group === "loss" && wanted.length > 0 && wanted.every(([name, value]) => this.#circumstances[name] === value);
    if (!this.#meets(needs) || spent || (derived && this.#happened.has(keyOf({ event })))) return this.#lapse(what);
    this.#happened.add(keyOf({ event }));
    this.#conduct = event;
    this.#change({ event }, () => true);
    this.#last.set(event, this.#month);
    for (const [name, value] of wanted) this.#circumstances[name] = value;
    this.#settle();
    this.#lead({ event }, () => true);
    this.#enter(what);
  }

  #try(door: Door, purpose: Purpose, derived: boolean): void {
    this.#begin();
    const what = `attempt ${door} ${purpose} ${derived ? "derived" : "exogenous"}`;
    if (
      !this.#meets(PURPOSES[purpose].needs ?? {}) ||
      (derived && this.#happened.has(keyOf({ attempt: door, purpose })))
    )
      return this.#lapse(what);
    this.#happened.add(keyOf({ attempt: door, purpose }));
    this.#change({ event: "attempt", door, purpose }, () => true);
    this.#settle();
    const closing = this.#book.rules.filter(
      ({ id, then }) => then.kind === "measure" && then.closes?.includes(door) === true && this.#measures.has(id),
    );
    const lifted = new Set<string>();
    const facts = this.#factsAt({ event: "attempt", door, purpose });
    for (const { id, when, then } of this.#book.rules) {
      if (then.kind !== "permit" || then.door !== door || (then.purpose ?? purpose) !== purpose) continue;
      if (!holds(when, facts)) continue;
      const { lifts } = then;
      const mine = closing.filter((measure) =>
        "list" in lifts
          ? leaves(measure.when).some(
              ({ fact, value }) => fact === `monthsOnList:${lifts.list}` || (fact === "lists" && value === lifts.list),
            )
          : lifts.measures.includes(measure.id),
      );
      if (mine.length > 0)
        this.#permitted.push(
          `${id}: ${mine
            .map((each) => each.id)
            .sort()
            .join(" ")}`,
        );
      for (const each of mine) lifted.add(each.id);
    }
    const closed = closing.some(({ id }) => !lifted.has(id));
    if (closed) this.#denied.push(door);
    this.#lead({ event: "attempt", door, purpose, denied: closed }, () => true);
    this.#enter(what);
  }

  #respond(moment: Moment, asked: (rule: Rule) => boolean): void {
    this.#change(moment, asked);
    this.#settle();
    this.#lead(moment, asked);
  }

  // What rules do

  #change(moment: Moment, asked: (rule: Rule) => boolean): void {
    const facts = this.#factsAt(moment);
    const matched = this.#book.rules
      .filter(({ when, then }) => !["measure", "lead", "remark", "permit"].includes(then.kind) && holds(when, facts))
      .filter(asked);
    for (const rule of matched) {
      const wait = ("afterMonths" in rule.then ? rule.then.afterMonths : 0) ?? 0;
      if (wait === 0) this.#apply(rule);
      else {
        this.#effects++;
        this.#queue(this.#month + wait, { kind: "deferred", rule, conduct: this.#conduct });
      }
    }
  }

  #lead(moment: Moment, asked: (rule: Rule) => boolean): void {
    const facts = this.#factsAt(moment);
    for (const { id, then } of this.#book.rules
      .filter((rule) => (rule.then.kind === "lead" || rule.then.kind === "remark") && holds(rule.when, facts))
      .filter(asked)) {
      if (then.kind === "remark" && !(then.once === true && this.#remarked.has(id))) this.#remarks.push(id);
      if (then.kind === "remark") this.#remarked.add(id);
      if (then.kind !== "lead") continue;
      this.#effects++;
      const due = this.#month + (then.afterMonths ?? 0);
      const aim: Aim = "event" in then ? { event: then.event } : { attempt: then.attempt, purpose: then.purpose };
      const waiting = this.#later[due]?.some((each) => each.kind === "led" && keyOf(each.aim) === keyOf(aim)) === true;
      const happened = due === this.#month && this.#happened.has(keyOf(aim));
      if (!waiting && !happened) this.#queue(due, { kind: "led", aim });
    }
  }

  #apply({ id, then, told }: Rule): void {
    if (then.kind === "post")
      this.#post(
        then.points,
        then.expiresAfterMonths ??
          (then.points < 0 ? this.#book.scoring?.deductionsReturnAfterMonths : undefined) ??
          undefined,
        told,
      );
    if (then.kind === "strike")
      for (const each of this.#posted.filter(({ conduct, left }) => conduct === then.of && left !== 0))
        this.#reverse(each, "strike");
    if (then.kind === "delist" && this.#listedSince.has(then.list)) {
      const ends = ({ list, rule }: Ground): boolean =>
        list === then.list && (then.ground === undefined || rule === then.ground);
      if (this.#grounds.some(ends)) this.#effects++;
      this.#grounds = this.#grounds.filter((ground) => !ends(ground));
      if (!this.#grounds.some(({ list }) => list === then.list)) this.#leave(then.list, told);
    }
    if (then.kind === "enlist") {
      this.#effects++;
      const running = this.#grounds.flatMap((each) =>
        each.list === then.list && each.until !== null ? each.until : [],
      );
      const from = then.lengthens === true && running.length > 0 ? Math.max(...running) : this.#month;
      const ground: Ground = {
        rule: id,
        list: then.list,
        until: typeof then.termMonths === "number" ? from + then.termMonths : null,
      };
      this.#grounds.push(ground);
      if (ground.until !== null) this.#ending.push({ month: ground.until, kind: ground });
      if (!this.#listedSince.has(then.list)) {
        this.#listedSince.set(then.list, this.#month);
        this.#announce("listed", { list: then.list, told });
      }
    }
  }

  #post(points: number, after: number | undefined, told: Told): void {
    if (this.#score === null) return;
    const returns = after === undefined ? null : this.#month + after;
    const posted: Posted = { entry: this.entries.length, conduct: this.#conduct, returns, left: 0 };
    this.#posted.push(posted);
    if (returns !== null && !this.#returning.includes(returns)) {
      this.#returning.push(returns);
      this.#ending.push({ month: returns, kind: "points" });
    }
    this.#move(posted, points, "rule");
    this.#announce("posted", { conduct: this.#conduct, points, told });
  }

  #reverse(posted: Posted, reason: string): void {
    this.#move(posted, -posted.left, reason);
  }

  /** Moves points for a posting, and what of it leaves the bounds back again. */
  #move(posted: Posted, points: number, reason: string): void {
    const { floor, ceiling } = this.#book.scoring!;
    const step = (by: number, why: string): void => {
      if (by === 0) return;
      this.#score = this.#score! + by;
      posted.left += by;
      this.#effects++;
      this.#moved.push(`${by} ${why}`);
    };
    step(points, reason);
    if (floor !== undefined && this.#score! < floor) step(floor - this.#score!, "floor");
    if (ceiling !== undefined && this.#score! > ceiling) step(ceiling - this.#score!, "ceiling");
  }

  #leave(list: ListId, told: Told): void {
    this.#effects++;
    this.#listedSince.delete(list);
    this.#announce("delisted", { list, told });
  }

  #announce(event: InternalEventKind, subject: Subject): void {
    this.#queue(this.#month, { kind: "internal", event, subject });
  }

  #queue(month: number, later: Later): void {
    this.#later[month]?.push(later);
  }

  // Standing

  #settle(): void {
    if (this.#book.scoring?.assigned === "at-once" && this.#band() !== this.#class) this.#moveClass();
    this.#settleMeasures();
  }

  #moveClass(): void {
    this.#effects++;
    this.#announce("class-moved", { previousClass: this.#class!, told: "nothing" });
    this.#class = this.#band();
  }

  #band(): string | null {
    if (this.#score === null) return null;
    for (const { id, min } of this.#book.scoring!.classes) if (min === null || this.#score >= min) return id;
    return null;
  }

  /**
   * The measures that hold without presupposing themselves: what surely holds, taking absence from
   * what possibly holds, and the other way round, until the two agree.
   */
  #settleMeasures(): void {
    const measures = this.#book.rules.filter(({ then }) => then.kind === "measure");
    const least = (absentFrom: ReadonlySet<string>): Set<string> => {
      const held = new Set<string>();
      for (let size = -1; size !== held.size;) {
        size = held.size;
        for (const { id, when } of measures) if (this.#standsWith(when, held, absentFrom, true)) held.add(id);
      }
      return held;
    };
    let sure = new Set<string>();
    let possible = new Set(measures.map(({ id }) => id));
    for (let round = 0; round <= measures.length && [...possible].some((id) => !sure.has(id)); round++) {
      sure = least(possible);
      possible = least(sure);
    }
    this.#toggle(measures, sure);
    this.#measures = sure;
  }

  /**
   * Storey by storey, so that each finds those it goes back to: what begins, as it comes to hold; then
   * what ends, each after those that it reads.
   */
  #toggle(measures: readonly Rule[], held: ReadonlySet<string>): void {
    const storey = new Map(measures.map(({ id }) => [id, 0]));
    for (const _ of measures) {
      for (const { id, when } of measures)
        storey.set(
          id,
          Math.max(0, ...readMeasures(when, true).map(({ of, absent }) => (storey.get(of) ?? 0) + (absent ? 1 : 0))),
        );
    }
    const order = new Set<string>();
    const change = (measure: string, event: InternalEventKind): void => {
      this.#effects++;
      this.#announce(event, { measure, told: measures.find(({ id }) => id === measure)!.told });
    };
    for (let height = 0; height <= measures.length; height++) {
      const here = measures.filter(({ id }) => storey.get(id) === height);
      for (let size = -1; size !== order.size;) {
        size = order.size;
        for (const { id, when } of here) {
          if (!held.has(id) || order.has(id) || !this.#standsWith(when, order, held, true)) continue;
          order.add(id);
          if (!this.#measures.has(id)) change(id, "measure-imposed");
        }
      }
      let ending = here.filter(({ id }) => this.#measures.has(id) && !held.has(id));
      while (ending.length > 0) {
        const free =
          ending.find(
            (one) =>
              !ending.some((other) => other !== one && readMeasures(one.when, true).some(({ of }) => of === other.id)),
          ) ?? ending[0]!;
        change(free.id, "measure-lifted");
        ending = ending.filter((each) => each !== free);
      }
    }
  }

  /** Presence of a measure is read from `held`; its absence, also under `not`, from `absentFrom`. */
  #standsWith(
    condition: Condition,
    held: ReadonlySet<string>,
    absentFrom: ReadonlySet<string>,
    positive: boolean,
  ): boolean {
    if ("all" in condition) return condition.all.every((part) => this.#standsWith(part, held, absentFrom, positive));
    if ("any" in condition) return condition.any.some((part) => this.#standsWith(part, held, absentFrom, positive));
    if ("not" in condition) return !this.#standsWith(condition.not, held, absentFrom, !positive);
    if (condition.fact !== "measures")
      return leafHolds(condition, this.#fact(condition.fact, { event: "time-passed" }));
    const wantsPresence = (condition.operator === "contains") === positive;
    return leafHolds(condition, [...(wantsPresence ? held : absentFrom)]);
  }

  #meets(needs: Partial<Record<CircumstanceName, readonly string[]>>): boolean {
    return (Object.entries(needs) as [CircumstanceName, readonly string[]][]).every(([name, values]) =>
      values.includes(this.#circumstances[name]),
    );
  }

  // Facts

  #factsAt(moment: Moment): Facts {
    const known = new Map(FACTS.map(({ name }) => [name, this.#fact(name, moment)]));
    return (name) => known.get(name)!;
  }

  #fact(name: FactName, moment: Moment): FactValue {
    const [kind, of] = name.split(":") as [string, never];
    const since = (start: number | undefined): number | null => (start === undefined ? null : this.#month - start);
    switch (kind) {
      case "score":
        return this.#score;
      case "class":
        return this.#class;
      case "lists":
        return [...this.#listedSince.keys()];
      case "measures":
        return [...this.#measures];
      case "circumstance":
        return this.#circumstances[of];
      case "monthsOnList":
        return since(this.#listedSince.get(of));
      case "monthsSince":
        return since(this.#last.get(of));
      case "denied":
        return moment.denied ?? false;
      case "priorCount":
        return new Set(
          this.#posted
            .filter(
              ({ conduct, left, entry }) =>
                this.#conduct !== null && conduct === this.#conduct && left !== 0 && entry !== this.entries.length,
            )
            .map(({ entry }) => entry),
        ).size;
      default:
        return (moment as unknown as Record<string, FactValue | undefined>)[name] ?? null;
    }
  }

  // Entries

  #begin(): void {
    if (this.entries.length - this.#onlyRemarks > 2000) throw RUNAWAY;
    this.#conduct = null;
    this.#effects = 0;
    this.#lapsed = false;
    this.#denied = [];
    this.#moved = [];
    this.#permitted = [];
    this.#remarks = [];
  }

  #lapse(what: string): void {
    this.#lapsed = true;
    this.#enter(what);
  }

  #enter(what: string): void {
    const after: Standing = {
      score: this.#score,
      class: this.#class,
      lists: [...this.#listedSince].map(([list, since]) => ({ list, since })),
      measures: this.#book.rules.filter(({ id }) => this.#measures.has(id)).map(({ id }) => id),
      circumstances: { ...this.#circumstances },
    };
    if (what.startsWith("internal") && this.#effects === 0) this.#onlyRemarks++;
    this.entries.push({
      month: this.#month,
      what,
      lapsed: this.#lapsed,
      denied: this.#denied,
      moved: this.#moved,
      permitted: this.#permitted,
      remarks: this.#remarks,
      after,
    });
  }
}

const RUNAWAY = new Error("never settles");

function keyOf(aim: Aim): string {
  return "event" in aim ? aim.event : `${aim.attempt} ${aim.purpose}`;
}

function leaves(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leaves);
  if ("any" in condition) return condition.any.flatMap(leaves);
  return "not" in condition ? leaves(condition.not) : [condition];
}

function readMeasures(condition: Condition, positive: boolean): { of: string; absent: boolean }[] {
  if ("all" in condition) return condition.all.flatMap((part) => readMeasures(part, positive));
  if ("any" in condition) return condition.any.flatMap((part) => readMeasures(part, positive));
  if ("not" in condition) return readMeasures(condition.not, !positive);
  return condition.fact === "measures"
    ? [{ of: condition.value as string, absent: (condition.operator === "contains") !== positive }]
    : [];
}

function isElapsed(name: FactName): boolean {
  return /^months(OnList|Since):/.test(name);
}
