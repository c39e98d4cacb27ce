import type { Measure } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Month } from "../model/story-time.ts";
import { closing, type EffectId, type Trace } from "../model/trace.ts";
import { DOOR_NAMES, type Door } from "../model/vocabulary/doors.ts";
import { LIFE_EVENT_KINDS, type LifeEventKind } from "../model/vocabulary/events.ts";
import { graphOf } from "./graph/graph.ts";
import { type Harm, harmsOf, hasLapsed, lossAt } from "./harms.ts";
import { type Knowledge, knowledgeOf } from "./knowledge.ts";
import { type MonthEnd, monthEnds } from "./months.ts";
import { type Turn, turnsIn } from "./turns.ts";

/** What a life came to: harms by kind, never added together, and what they go back to. */
export interface Ledger {
  readonly attempts: {
    readonly tried: number;
    readonly denied: number;
    readonly byDoor: readonly { readonly door: Door; readonly tried: number; readonly denied: number }[];
  };
  /** Months, of `of` in all. */
  readonly months: {
    readonly of: number;
    readonly anyDoor: number;
    /** Whether some of those with any door shut rest on a term that no source gives, so that they may be fewer. */
    readonly upTo?: true;
    readonly byDoor: readonly { readonly door: Door; readonly months: number; readonly upTo?: true }[];
  };
  readonly losses: readonly { readonly event: LifeEventKind; readonly count: number }[];
  /** Months in which a door that was preferred at the opening no longer was. */
  readonly lostPriority: number;
  readonly scrutinisedMonths: number;
  readonly points: Points | null;
  readonly classes: { readonly first: string; readonly worst: string; readonly last: string } | null;
  readonly roots: readonly RootShare[];
  readonly harms: readonly Harm[];
  /** Refusals that came back round; the others led to no new listing. */
  readonly turns: readonly Turn[];
  readonly knowledge: Knowledge;
}

/** Points; `lost` and `gained` are positive: `opening + gained − lost + returned = closing`, `returned` net of additions that expired. */
export interface Points {
  readonly opening: number;
  readonly lost: number;
  readonly gained: number;
  readonly returned: number;
  readonly closing: number;
  readonly lowest: number;
  readonly deductions: readonly {
    readonly id: EffectId;
    readonly month: Month;
    readonly points: number;
    readonly returns: Month | null;
    readonly struck: Month | null;
  }[];
}

/** The harms that go back to one root; `shared` of them to others too. Totals over the roots would count those twice. */
export interface RootShare {
  readonly root: EffectId;
  readonly denied: number;
  readonly deniedShared: number;
  readonly losses: number;
  readonly lossesShared: number;
  readonly months: number;
  readonly monthsShared: number;
  /** Whether some of the months rest on a term that no source gives. */
  readonly monthsUpTo?: true;
}

export function ledgerOf(trace: Trace): Ledger {
  const harms = harmsOf(trace);
  const ends = monthEnds(trace);
  return {
    ...countsIn(trace, ends),
    lostPriority: lostPriority(trace, ends),
    scrutinisedMonths: ends.filter((end) => end.scrutinised.size > 0).length,
    points: pointsIn(trace),
    classes: classesIn(trace),
    roots: sharesOf(trace, harms, ends),
    harms,
    turns: turnsIn(trace),
    knowledge: knowledgeOf(trace),
  };
}

/** The harms counted, without what they go back to; much quicker than the whole ledger. */
export type Counts = Pick<Ledger, "attempts" | "months" | "losses">;

export function countsOf(trace: Trace): Counts {
  return countsIn(trace, monthEnds(trace));
}

/** What a life comes to, in the three kinds of harm. */
export interface Sums {
  readonly denied: number;
  readonly tried: number;
  readonly losses: number;
  /** With any door shut. */
  readonly months: number;
  /** Whether some of them rest on a term that no source gives, so that they may be fewer. */
  readonly upTo?: true;
}

export function sumsOf(life: Trace): Sums {
  const { attempts, losses, months } = countsOf(life);
  return {
    denied: attempts.denied,
    tried: attempts.tried,
    losses: losses.reduce((sum, { count }) => sum + count, 0),
    months: months.anyDoor,
    ...(months.upTo === true ? { upTo: true } : {}),
  };
}

function countsIn(trace: Trace, ends: readonly MonthEnd[]): Counts {
  const lost = trace.entries.map(lossAt);
  return {
    attempts: attemptsIn(trace),
    months: shutMonths(ends),
    losses: LIFE_EVENT_KINDS.map((event) => ({ event, count: lost.filter((each) => each === event).length })).filter(
      ({ count }) => count > 0,
    ),
  };
}

function attemptsIn(trace: Trace): Ledger["attempts"] {
  const tries = trace.entries.flatMap((entry) =>
    entry.happening.kind === "attempt" && !hasLapsed(entry)
      ? [{ door: entry.happening.door, denied: entry.effects.some((effect) => effect.kind === "denied") }]
      : [],
  );
  const count = (of: typeof tries): { tried: number; denied: number } => ({
    tried: of.length,
    denied: of.filter((each) => each.denied).length,
  });
  const byDoor = DOOR_NAMES.map((door) => ({ door, ...count(tries.filter((each) => each.door === door)) }));
  return { ...count(tries), byDoor: byDoor.filter(({ tried }) => tried > 0) };
}

function shutMonths(ends: readonly MonthEnd[]): Ledger["months"] {
  const counted = (shut: readonly MonthEnd[], isOpenEnded: (end: MonthEnd) => boolean) => ({
    months: shut.length,
    ...(shut.some(isOpenEnded) ? { upTo: true as const } : {}),
  });
  const byDoor = DOOR_NAMES.map((door) => ({
    door,
    ...counted(
      ends.filter((end) => end.shut.has(door)),
      (end) => end.upTo.has(door),
    ),
  }));
  const { months: anyDoor, ...whether } = counted(
    ends.filter((end) => end.shut.size > 0),
    (end) => end.upTo.size === end.shut.size,
  );
  return {
    of: ends.length,
    anyDoor,
    ...whether,
    byDoor: byDoor.filter(({ months }) => months > 0),
  };
}

function lostPriority(trace: Trace, ends: readonly MonthEnd[]): number {
  const { measures } = trace.entries[0]!.after;
  const opening = measures.flatMap((id) => (ruleNamed(trace.rulebook, id).then as Measure).prefers ?? []);
  return ends.filter((end) => opening.some((door) => !end.preferred.has(door))).length;
}

function pointsIn(trace: Trace): Points | null {
  const opening = trace.opening.score;
  if (opening === null) return null;
  const postings = trace.entries.flatMap((entry) =>
    entry.effects.flatMap((effect) => (effect.kind === "posting" ? [{ ...effect, month: entry.month }] : [])),
  );
  const sum = (of: typeof postings): number => of.reduce((total, posting) => total + posting.points, 0);
  const byRule = postings.filter((posting) => posting.reason === "rule");
  return {
    opening,
    lost: 0 - sum(byRule.filter((posting) => posting.points < 0)),
    gained: sum(byRule.filter((posting) => posting.points > 0)),
    returned: sum(postings.filter((posting) => posting.reason !== "rule")),
    closing: closing(trace).score!,
    lowest: Math.min(opening, ...trace.entries.map((entry) => entry.after.score!)),
    deductions: byRule
      .filter((posting) => posting.points < 0)
      .map(({ id, month, points, expires }) => ({
        id,
        month,
        points: -points,
        returns: expires,
        struck: postings.find((posting) => posting.of === id && posting.reason === "strike")?.month ?? null,
      })),
  };
}

function classesIn(trace: Trace): Ledger["classes"] {
  const { scoring } = trace.rulebook;
  if (scoring === null) return null;
  const worst = Math.max(
    ...trace.entries.map((entry) => scoring.classes.findIndex((band) => band.id === entry.after.class)),
  );
  return { first: trace.opening.class!, worst: scoring.classes[worst]!.id, last: closing(trace).class! };
}

function sharesOf(trace: Trace, harms: readonly Harm[], ends: readonly MonthEnd[]): RootShare[] {
  const graph = graphOf(trace);
  const shut = ends.filter((end) => end.shut.size > 0);
  const months = shut.map((end) => [...new Set([...end.shut.values()].flat().flatMap((id) => [...graph.roots(id)]))]);
  const roots = [...new Set([...harms.flatMap((harm) => harm.roots), ...months.flat()])].sort(
    (a, b) => Number(a.split(".")[0]) - Number(b.split(".")[0]),
  );
  const tally = (of: readonly (readonly EffectId[])[], root: EffectId): [number, number] => {
    const mine = of.filter((each) => each.includes(root));
    return [mine.length, mine.filter((each) => each.length > 1).length];
  };
  return roots.map((root) => {
    const [denied, deniedShared] = tally(
      harms.filter((harm) => harm.kind === "denied").map((harm) => harm.roots),
      root,
    );
    const [losses, lossesShared] = tally(
      harms.filter((harm) => harm.kind === "loss").map((harm) => harm.roots),
      root,
    );
    const [mine, monthsShared] = tally(months, root);
    const upTo = shut.some(({ shut: doors, upTo: open }, at) => open.size === doors.size && months[at]!.includes(root));
    return {
      root,
      denied,
      deniedShared,
      losses,
      lossesShared,
      months: mine,
      monthsShared,
      ...(upTo ? { monthsUpTo: true as const } : {}),
    };
  });
}
