import { leavesOf } from "../../model/condition.ts";
import type { FixtureEvent, Persona } from "../../model/persona.ts";
import type { RuleId } from "../../model/rule.ts";
import { classOf } from "../../model/rulebook.ts";
import type { Month } from "../../model/story-time.ts";
import type { Trace } from "../../model/trace.ts";
import type { PreparedRule } from "../../model/verdict.ts";
import { LIFE_EVENT_KINDS, type LifeEventKind } from "../../model/vocabulary/events.ts";
import { type Experiment, experimentOn, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { monthEnds } from "../month-ends.ts";
import { type Outcome, outcomeOf } from "../outcome.ts";
import { type PersonRecovery, personRecovery, placer } from "../people-recovery.ts";

/** What an act costs, beside what it takes to win that back; and who never does. */
export interface Recovery extends Experiment<"recovery"> {
  /** Points and class before anything happened. */
  readonly opening: { readonly score: number; readonly class: string };
  /** Each rule that deducts, in rulebook order. */
  readonly acts: readonly Act[];
  /** Rules that deduct, but for no single act in a life of which nothing else is known. */
  readonly notByOne: readonly RuleId[];
  /** Each kind of good act that adds points, in rulebook order. */
  readonly good: readonly GoodAct[];
  /** For each size of deduction, in order, and each kind of good act, how many win it back. */
  readonly wonBack: readonly WonBack[];
  /** In the order of the personas. */
  readonly people: readonly PersonRecovery[];
}

/** One act in a life of which nothing else is known. */
export interface Act {
  readonly rule: RuleId;
  readonly event: LifeEventKind;
  /** Points that leave the score in its month, all rules together. */
  readonly points: number;
  /** Committed once, and oftener, once a month. */
  readonly times: readonly Repeated[];
}

export interface Repeated {
  readonly times: number;
  readonly lowest: number;
  readonly worst: string;
  /** Months from the last act until the class of the opening is there to stay: 0 where it is never left; `null`: not within the time. */
  readonly backAfter: number | null;
  /** The same for the points of the opening. */
  readonly fullAfter: number | null;
}

export interface GoodAct {
  readonly rule: RuleId;
  readonly event: LifeEventKind;
  /** Points that it adds, all rules together. */
  readonly points: number;
}

/** How many good acts, done in the same month, undo a deduction; `null`: more than were tried do not. */
export interface WonBack {
  /** Points deducted, as a positive number, and an act that costs so much. */
  readonly deducted: number;
  readonly example: LifeEventKind;
  readonly by: readonly {
    readonly event: LifeEventKind;
    readonly toClass: number | null;
    readonly toOpening: number | null;
  }[];
}

/** How often an act is repeated. */
export const TIMES = [1, 2, 3, 5] as const;

/** More good acts than these are not tried. */
export const MOST_GOOD = 120;

/** `unnamed` makes the life in which some events happen, and of which nothing else is known. */
export async function recovery(
  lab: Lab,
  unnamed: (events: readonly FixtureEvent[]) => Persona,
  progress: Progress,
): Promise<Recovery> {
  const { rulebook } = lab;
  const scoring = rulebook.scoring!;
  const prepared = await lab.ready(rulebook);
  const opening = { score: scoring.opening, class: classOf(scoring, scoring.opening) };
  const life = (events: readonly FixtureEvent[]): Trace => lab.live(prepared, unnamed(events));
  const deducting = prepared.rules.filter(({ rule: { then } }) => then.kind === "post" && then.points < 0);
  const adding = prepared.rules.filter(({ rule: { then } }) => then.kind === "post" && then.points > 0);
  const of = deducting.length + adding.length + lab.personas.length;
  const acts: Act[] = [];
  const notByOne: RuleId[] = [];
  const good: GoodAct[] = [];
  const wonBack: WonBack[] = [];
  const people: PersonRecovery[] = [];
  const baseline: Outcome[] = [];
  let done = 0;
  const goesOn = async (): Promise<boolean> => await progress(done++, of);
  let whole = true;
  for (const rule of deducting) {
    if (!(whole &&= await goesOn())) break;
    const event = actOf(rule, life);
    if (event === null) notByOne.push(rule.rule.id);
    else
      acts.push({
        rule: rule.rule.id,
        event,
        points: movedBy(life([{ month: 0, event }])),
        times: repeated(event, life, opening),
      });
  }
  for (const rule of adding) {
    if (!(whole &&= await goesOn())) break;
    const event = actOf(rule, life);
    if (event !== null && !good.some((each) => each.event === event))
      good.push({ rule: rule.rule.id, event, points: movedBy(life([{ month: 0, event }])) });
  }
  if (whole)
    for (const { event, points } of onePerSize(acts)) wonBack.push(winBack(event, points, good, life, opening));
  for (const persona of lab.personas) {
    if (!(whole &&= await goesOn())) break;
    const trace = lab.live(prepared, persona);
    baseline.push(outcomeOf(trace));
    people.push(personRecovery(trace, opening.class));
  }
  return {
    ...experimentOn("recovery", lab, baseline, { variants: whole ? of : done - 1, of, seed: null, stopped: !whole }),
    opening,
    acts,
    notByOne,
    good,
    wonBack,
    people,
  };
}

type Live = (events: readonly FixtureEvent[]) => Trace;

/** The event, among those that the rule names, by which alone the rule comes to post in its month; `null` where there is none. */
function actOf({ rule, consultedAt }: PreparedRule, life: Live): LifeEventKind | null {
  const named = new Set(leavesOf(rule.when).flatMap(({ value }) => [value].flat()));
  const kinds = LIFE_EVENT_KINDS.filter((kind) => consultedAt.has(kind) && named.has(kind));
  return (
    kinds.find((event) =>
      life([{ month: 0, event }]).entries.some(({ effects }) =>
        effects.some((effect) => effect.kind === "posting" && effect.reason === "rule" && effect.rule === rule.id),
      ),
    ) ?? null
  );
}

/** Points that the score has moved by the end of the first month. */
function movedBy(trace: Trace): number {
  return monthEnds(trace)[0]!.score! - trace.opening.score!;
}

function repeated(event: LifeEventKind, life: Live, opening: Recovery["opening"]): Repeated[] {
  return TIMES.map((times): Repeated => {
    const trace = life(Array.from({ length: times }, (_, month) => ({ month, event })));
    const ends = monthEnds(trace);
    const outcome = outcomeOf(trace);
    const last = times - 1;
    const place = placer(trace);
    return {
      times,
      lowest: outcome.lowest!,
      worst: outcome.worst!,
      backAfter: after(
        last,
        ends.findLastIndex((end) => place(end.class) > place(opening.class)),
        ends.length,
      ),
      fullAfter: after(
        last,
        ends.findLastIndex((end) => end.score! < opening.score),
        ends.length,
      ),
    };
  });
}

/** Months from the last act until the first month end after which it is never so again. */
function after(lastAct: Month, lastSo: Month, months: number): number | null {
  if (lastSo === months - 1) return null;
  return Math.max(0, lastSo + 1 - lastAct);
}

function onePerSize(acts: readonly Act[]): Act[] {
  const sizes = new Map<number, Act>();
  for (const act of acts) if (act.points < 0 && !sizes.has(act.points)) sizes.set(act.points, act);
  return [...sizes.values()].sort((one, other) => other.points - one.points);
}

/** Counted by replay: one good act more, in the same month and after it, until the class or the points are there. */
function winBack(
  event: LifeEventKind,
  points: number,
  good: readonly GoodAct[],
  life: Live,
  opening: Recovery["opening"],
): WonBack {
  const by = good.map(({ event: act }) => {
    let toClass: number | null = null;
    for (let acts = 0; acts <= MOST_GOOD; acts++) {
      const trace = life([{ month: 0, event }, ...Array.from({ length: acts }, () => ({ month: 0, event: act }))]);
      const place = placer(trace);
      const end = monthEnds(trace)[0]!;
      if (toClass === null && place(end.class) <= place(opening.class)) toClass = acts;
      if (end.score! >= opening.score) return { event: act, toClass, toOpening: acts };
    }
    return { event: act, toClass, toOpening: null };
  });
  return { deducted: -points, example: event, by };
}
