import type { FixtureEvent, Persona } from "../../model/persona.ts";
import type { Month } from "../../model/story-time.ts";
import { type Experiment, experimentOn, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { Found, type OrderOutcome, toldAlike } from "../order/found.ts";
import { busyMonths, countOrders, drawnOrder, type MonthLines, ordersOf, reordered } from "../order/orders.ts";
import type { Extent } from "./readings.ts";

/** Whether a life depends on the order in which the events of one month are taken. */
export interface OrderTrial extends Experiment<"order"> {
  /** In the order of the personas. */
  readonly lives: readonly PersonOrders[];
}

export interface PersonOrders {
  readonly persona: string;
  /** Months in which more than one thing happens. */
  readonly months: readonly BusyMonth[];
  /** In how many orders the life can be told, that of its timeline among them; the largest safe whole number where there are more. */
  readonly orders: number;
  readonly tried: number;
  /** Whether they were drawn by chance, and not taken in order. */
  readonly drawn: boolean;
  /** What comes of them; first what comes of the timeline as it stands. */
  readonly outcomes: readonly OrderOutcome[];
}

export interface BusyMonth {
  readonly month: Month;
  readonly orders: number;
  /** By their number in the timeline, from 1. */
  readonly lines: readonly { readonly line: number; readonly what: FixtureEvent }[];
}

/** Lives are replayed in full: what varies is the timeline, and not the rulebook. */
export async function order(lab: Lab, extent: Extent, progress: Progress): Promise<OrderTrial> {
  const plans = lab.personas.map((persona) => planOf(persona, lab.until, extent));
  const baseline = (await lab.baseline()).map(({ outcome }) => outcome);
  const of = plans.reduce((sum, { taken }) => sum + taken, 0);
  let done = 0;
  let goesOn = true;
  const lives: PersonOrders[] = [];
  for (const [person, persona] of lab.personas.entries()) {
    const plan = plans[person]!;
    const found = new Found(persona, baseline[person]!);
    for (const months of plan.orders()) {
      goesOn &&= await progress(done, of);
      if (!goesOn) break;
      done++;
      if (months.length === 0) {
        found.add(found.here, months);
        continue;
      }
      const { persona: other, was } = reordered(persona, months);
      const { lived } = await lab.trace(lab.rulebook, other);
      found.add(toldAlike(lived.outcome, was), months);
    }
    lives.push({
      persona: persona.id,
      months: plan.months.map((month) => busyMonth(persona, month)),
      orders: plan.of,
      tried: found.tried,
      drawn: plan.drawn,
      outcomes: found.outcomes,
    });
  }
  const drawn = plans.some((plan) => plan.drawn);
  return {
    ...experimentOn("order", lab, baseline, {
      variants: done,
      of: plans.reduce((sum, plan) => Math.min(sum + plan.of, Number.MAX_SAFE_INTEGER), 0),
      seed: drawn ? extent.seed : null,
      stopped: !goesOn,
    }),
    lives,
  };
}

interface Plan {
  readonly months: readonly MonthLines[];
  readonly of: number;
  readonly taken: number;
  readonly drawn: boolean;
  /** For each order to be tried, the months that are not in the order of the timeline. */
  readonly orders: () => Iterable<readonly (readonly number[])[]>;
}

function planOf(persona: Persona, until: Month, { limit, samples, draw }: Extent): Plan {
  const months = busyMonths(persona, until);
  const count = months.map(countOrders).reduce((product, each) => product * each, 1n);
  const drawn = count > BigInt(limit);
  return {
    months,
    of: safe(count),
    taken: drawn ? samples : Number(count),
    drawn,
    orders: () => (drawn ? drawnOrders(months, samples, draw) : products(months.map((month) => ordersOf(month)))),
  };
}

function safe(count: bigint): number {
  return count > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(count);
}

/** One order of each month with one order of each other; the timeline's own first. */
function* products(months: readonly (readonly (readonly number[])[])[]): Generator<readonly (readonly number[])[]> {
  const [first, ...rest] = months;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const [at, one] of first.entries())
    for (const others of products(rest)) yield at === 0 ? others : [one, ...others];
}

function* drawnOrders(
  months: readonly MonthLines[],
  samples: number,
  draw: Extent["draw"],
): Generator<readonly (readonly number[])[]> {
  for (let sample = 0; sample < samples; sample++)
    yield months.flatMap((month) => {
      const drawn = drawnOrder(month, draw);
      return drawn.every((line, at) => line === month.lines[at]) ? [] : [drawn];
    });
}

function busyMonth({ timeline }: Persona, month: MonthLines): BusyMonth {
  return {
    month: month.month,
    orders: safe(countOrders(month)),
    lines: month.lines.map((line) => ({ line: line + 1, what: timeline[line]! })),
  };
}
