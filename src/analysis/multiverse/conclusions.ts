import type { Rulebook } from "../../model/rulebook.ts";
import { LIFE_EVENT_KINDS, type LifeEventKind } from "../../model/vocabulary/events.ts";
import { type Denial, denialKey, type HarmCounts, harmCounts } from "../outcome.ts";
import type { Fate, MetFate } from "./fates.ts";

/** What one life comes to, and in how many of all readings it comes to the same. */
export interface Conclusions {
  readonly worst: ClassSpread;
  readonly last: ClassSpread;
  readonly denied: Spread;
  readonly months: Spread;
  readonly losses: Spread;
  /** Every refusal that occurs in some reading, in order of time. */
  readonly denials: readonly (Occurrence & { readonly denial: Denial })[];
  /** Every kind of loss that occurs in some reading, in the order of the events. */
  readonly losing: readonly (Occurrence & { readonly event: LifeEventKind })[];
  /** That it never settles. */
  readonly runsAway: Occurrence;
}

export interface ClassSpread {
  /** Under the baseline; `null` where no score is kept. */
  readonly here: string | null;
  readonly holdsIn: number;
  /** Best first; those last that only some reading names. */
  readonly classes: readonly { readonly class: string | null; readonly readings: number }[];
}

export interface Spread {
  /** Under the baseline. */
  readonly here: number;
  readonly holdsIn: number;
  readonly least: number;
  readonly most: number;
}

export interface Occurrence {
  /** Whether it occurs under the baseline. */
  readonly here: boolean;
  readonly occursIn: number;
}

/** `here`: the fate under the baseline. There must be at least one reading. */
export function conclusionsOf(rulebook: Rulebook, here: Fate, fates: readonly MetFate[]): Conclusions {
  return {
    worst: classSpread(rulebook, here.worst, fates, ({ worst }) => worst),
    last: classSpread(rulebook, here.class, fates, (fate) => fate.class),
    denied: spread("denied", here, fates),
    months: spread("months", here, fates),
    losses: spread("losses", here, fates),
    denials: denialsIn(here, fates),
    losing: LIFE_EVENT_KINDS.flatMap((event) => {
      const loses = ({ losses }: Fate): boolean => losses.some((loss) => loss.event === event);
      const occursIn = readingsWhere(fates, loses);
      return occursIn === 0 && !loses(here) ? [] : [{ event, here: loses(here), occursIn }];
    }),
    runsAway: { here: here.ranAway, occursIn: readingsWhere(fates, ({ ranAway }) => ranAway) },
  };
}

function readingsWhere(fates: readonly MetFate[], holds: (fate: Fate) => boolean): number {
  return fates.reduce((sum, { fate, readings }) => sum + (holds(fate) ? readings : 0), 0);
}

function classSpread(
  { scoring }: Rulebook,
  here: string | null,
  fates: readonly MetFate[],
  classIn: (fate: Fate) => string | null,
): ClassSpread {
  // A reading may name other classes than the rulebook as it stands.
  const bands = new Set([...(scoring?.classes.map(({ id }) => id) ?? []), ...fates.map(({ fate }) => classIn(fate))]);
  const classes = [...bands]
    .map((band) => ({ class: band, readings: readingsWhere(fates, (fate) => classIn(fate) === band) }))
    .filter(({ readings }) => readings > 0);
  return { here, holdsIn: classes.find((each) => each.class === here)?.readings ?? 0, classes };
}

function spread(kind: keyof HarmCounts, here: Fate, fates: readonly MetFate[]): Spread {
  const counts = fates.map(({ fate }) => harmCounts(fate)[kind]);
  const now = harmCounts(here)[kind];
  return {
    here: now,
    holdsIn: readingsWhere(fates, (fate) => harmCounts(fate)[kind] === now),
    least: counts.reduce((one, other) => Math.min(one, other)),
    most: counts.reduce((one, other) => Math.max(one, other)),
  };
}

function denialsIn(here: Fate, fates: readonly MetFate[]): Conclusions["denials"] {
  const now = new Set(here.denials.map(denialKey));
  const found = new Map<string, { denial: Denial; occursIn: number }>();
  for (const denial of here.denials) found.set(denialKey(denial), { denial, occursIn: 0 });
  for (const { fate, readings } of fates) {
    // Two alike in one month are told apart by nothing, and count once.
    for (const [key, denial] of new Map(fate.denials.map((each) => [denialKey(each), each]))) {
      const known = found.get(key) ?? { denial, occursIn: 0 };
      found.set(key, { denial, occursIn: known.occursIn + readings });
    }
  }
  return [...found]
    .map(([key, each]) => ({ ...each, here: now.has(key) }))
    .sort((one, other) => one.denial.month - other.denial.month);
}
