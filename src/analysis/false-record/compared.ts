import type { Month } from "../../model/story-time.ts";
import type { Standing } from "../../model/trace.ts";
import { type CircumstanceName, CIRCUMSTANCE_NAMES, ORDERED } from "../../model/vocabulary/circumstances.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import { type Harms, harmsOnlyIn, type Outcome } from "../outcome.ts";
import { derivedOnlyIn, type Life } from "./life.ts";

/** What one false entry did, against the same life without it. */
export interface PlantedMonth {
  readonly month: Month;
  /** At the beginning of this month it was taken back. */
  readonly corrected: Month;
  readonly outcome: Outcome;
  /** Harms before that month, and from then on. */
  readonly before: HarmsMoved;
  readonly after: HarmsMoved;
  /** The lowest class at the end of a month before the correction, and from then on. */
  readonly worst: { readonly before: string | null; readonly after: string | null };
  /** Derived life events that the true life does not have in that month, with their month. */
  readonly ledTo: readonly { readonly month: Month; readonly event: LifeEventKind }[];
  /** From the end of this month on the lives are the same, in everything on file and in every harm; `null` where never. */
  readonly sameFrom: Month | null;
  /** Months at whose end, from the correction on, something was still not the same; without end where `sameFrom` is `null`. */
  readonly mark: number;
  /** What differs at the very end. */
  readonly left: Left;
}

export interface HarmsMoved {
  readonly appeared: Harms;
  readonly vanished: Harms;
}

export interface Left {
  readonly score: readonly [truly: number, now: number] | null;
  readonly class: readonly [truly: string, now: string] | null;
  readonly lists: boolean;
  readonly measures: boolean;
  readonly circumstances: readonly { readonly name: CircumstanceName; readonly truly: string; readonly now: string }[];
}

/** A life with a false entry beside the true one. */
export function comparedAt(month: Month, corrected: Month, truth: Life, life: Life): PlantedMonth {
  const appeared = harmsOnlyIn(life.outcome, truth.outcome);
  const vanished = harmsOnlyIn(truth.outcome, life.outcome);
  const split = (wanted: (at: Month) => boolean): HarmsMoved => ({
    appeared: harmsIn(appeared, wanted),
    vanished: harmsIn(vanished, wanted),
  });
  const last = lastDifference(truth, life, appeared, vanished);
  const until = truth.ends.length - 1;
  return {
    month,
    corrected,
    outcome: life.outcome,
    before: split((at) => at < corrected),
    after: split((at) => at >= corrected),
    worst: {
      before: worstIn(life, month, corrected - 1),
      after: worstIn(life, corrected, until),
    },
    ledTo: derivedOnlyIn(life.trace, truth.trace),
    sameFrom: last === until ? null : last + 1,
    mark: Math.max(0, last - corrected + 1),
    left: leftAt(truth.ends.at(-1)!, life.ends.at(-1)!),
  };
}

function harmsIn({ denials, losses, months }: Harms, wanted: (month: Month) => boolean): Harms {
  return {
    denials: denials.filter(({ month }) => wanted(month)),
    losses: losses.filter(({ month }) => wanted(month)),
    months: months.filter(wanted),
  };
}

/** The last month in which the lives differ, in anything on file or in a harm; they do so in the month of the entry. */
function lastDifference(truth: Life, life: Life, ...harms: readonly Harms[]): Month {
  if (truth.outcome.ranAway || life.outcome.ranAway) return truth.ends.length - 1;
  const onFile = truth.ends.findLastIndex((standing, at) => !sameStanding(standing, life.ends[at]!));
  return Math.max(
    onFile,
    ...harms.flatMap(({ denials, losses, months }) => [
      ...denials.map(({ month }) => month),
      ...losses.map(({ month }) => month),
      ...months,
    ]),
  );
}

/** An order that is left over where its listing is gone binds nobody: no rule reads it without the listing. */
const LIVED = CIRCUMSTANCE_NAMES.filter((name) => !ORDERED.includes(name));

function sameStanding(one: Standing, other: Standing): boolean {
  return (
    one === other ||
    (one.score === other.score &&
      one.class === other.class &&
      listsOf(one) === listsOf(other) &&
      one.measures.join() === other.measures.join() &&
      LIVED.every((name) => one.circumstances[name] === other.circumstances[name]))
  );
}

function listsOf({ lists }: Standing): string {
  return lists
    .map(({ list }) => list)
    .sort()
    .join();
}

function worstIn({ trace: { rulebook }, ends }: Life, from: Month, to: Month): string | null {
  const classes = rulebook.scoring?.classes.map(({ id }) => id) ?? [];
  const places = ends.slice(from, to + 1).map((standing) => classes.indexOf(standing.class ?? ""));
  return classes[Math.max(...places)] ?? null;
}

function leftAt(truly: Standing, now: Standing): Left {
  return {
    score: truly.score === now.score ? null : [truly.score!, now.score!],
    class: truly.class === now.class ? null : [truly.class!, now.class!],
    lists: listsOf(truly) !== listsOf(now),
    measures: truly.measures.join() !== now.measures.join(),
    circumstances: LIVED.flatMap((name) =>
      truly.circumstances[name] === now.circumstances[name]
        ? []
        : [{ name, truly: truly.circumstances[name], now: now.circumstances[name] }],
    ),
  };
}
