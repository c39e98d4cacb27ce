import { type Dial, mayBe } from "../dials.ts";
import type { Lab } from "../lab.ts";
import { fateOf, type Outcome } from "../outcome.ts";
import { type Interval, steadyAround } from "../steady.ts";

/** A dial of the lab's rulebook and the integers to be tried, both ends included. */
export interface Swept {
  readonly dial: Dial;
  readonly from: number;
  readonly to: number;
}

/** An interval in which only points differ, with the outcomes at its integer nearest to where the number stands. */
interface Found {
  from: number;
  to: number;
  readonly at: number;
  readonly outcomes: readonly Outcome[];
}

/** A life at one integer, and how far it stays the same. */
interface Leg extends Interval {
  readonly at: number;
  readonly outcome: Outcome;
}

/**
 * Walks outwards from where the number stands, all personas in step, so that what was walked when it
 * is stopped is an answer for everybody. `goesOn` is told how many integers are done.
 */
export async function sweepLine(
  lab: Lab,
  { dial, from, to }: Swept,
  goesOn: (done: number) => boolean | Promise<boolean>,
): Promise<{ readonly intervals: readonly Found[]; readonly variants: number; readonly stopped: boolean }> {
  const start = Math.min(Math.max(dial.now, from), to);
  const legs: Leg[] = [];
  let done = 0;
  let stopped = false;

  const zero = !mayBe(dial, 0);
  /** No interval reaches over 0 where the number may not be 0. */
  const withoutZero = (number: number, end: number): number =>
    zero && Math.sign(number) !== Math.sign(end) ? Math.sign(number) : end;

  const walk = async (direction: 1 | -1): Promise<Found[]> => {
    const found: Found[] = [];
    const beyond = direction === 1 ? to + 1 : from - 1;
    let open: Found | undefined;
    for (let number = start; number * direction < beyond * direction;) {
      if (!(await goesOn(done))) {
        stopped = true;
        break;
      }
      if (!mayBe(dial, number)) {
        open = undefined;
        number += direction;
        continue;
      }
      for (const person of lab.personas.keys()) {
        const leg = legs[person];
        if (leg === undefined || number < leg.from || number > leg.to)
          legs[person] = await legAt(lab, dial, number, person);
      }
      const ends = legs.map((leg) => (direction === 1 ? leg.to : leg.from));
      const last = withoutZero(number, direction === 1 ? Math.min(to, ...ends) : Math.max(from, ...ends));
      const fate = legs.map(({ outcome }) => fateOf(outcome)).join("\n");
      if (open === undefined || open.outcomes.map(fateOf).join("\n") !== fate) {
        open = { from: number, to: number, at: number, outcomes: await outcomesAt(lab, dial, number, legs) };
        found.push(open);
      }
      if (direction === 1) open.to = last;
      else open.from = last;
      done += Math.abs(last - number) + 1;
      number = last + direction;
    }
    return found;
  };

  const up = await walk(1);
  legs.length = 0;
  const down = stopped ? [] : await walk(-1);
  const intervals = joined(down.reverse(), up);
  return { intervals, variants: intervals.reduce((sum, each) => sum + each.to - each.from + 1, 0), stopped };
}

/** Both walks begin at the same integer, in the same interval. */
function joined(below: readonly Found[], above: readonly Found[]): Found[] {
  const [last, first] = [below.at(-1), above[0]];
  return last === undefined || first === undefined || last.at !== first.at
    ? [...below, ...above]
    : [...below.slice(0, -1), { ...first, from: last.from }, ...above.slice(1)];
}

async function legAt(lab: Lab, dial: Swept["dial"], number: number, person: number): Promise<Leg> {
  const { trace, lived } = await lab.trace(dial.turn(lab.rulebook, number), lab.personas[person]!);
  return { ...steadyAround(dial, number, trace, lived), at: number, outcome: lived.outcome };
}

/** What every life comes to at one integer; a leg knows it for the integer at which it was begun. */
async function outcomesAt(lab: Lab, dial: Swept["dial"], number: number, legs: readonly Leg[]): Promise<Outcome[]> {
  const variant = dial.turn(lab.rulebook, number);
  const outcomes: Outcome[] = [];
  for (const [person, { at, outcome }] of legs.entries())
    outcomes.push(at === number ? outcome : (await lab.lifeUnder(variant, person)).outcome);
  return outcomes;
}
