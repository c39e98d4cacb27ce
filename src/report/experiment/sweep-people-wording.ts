import { changeFor } from "../../analysis/experiment.ts";
import { fateOf, type Outcome } from "../../analysis/outcome.ts";
import type { Sweep, SweptInterval } from "../../analysis/questions/sweep.ts";
import type { Section } from "../section.ts";
import { count, listed } from "../wording.ts";
import { brieflySays, figure } from "./dial-wording.ts";
import { nameOf } from "./harm-wording.ts";

/** What becomes of a person in an interval. */
export function outcomeIn({ personas, baseline }: Sweep, { changes }: SweptInterval, person: number): Outcome {
  return changes.find(({ persona }) => persona === personas[person]!.id)?.outcome ?? baseline[person]!;
}

/** What is different for a person from one interval to the next, in a few words; `null` where nothing but points is. */
export function stepAt(experiment: Sweep, from: SweptInterval, to: SweptInterval, person: number): string | null {
  const [before, after] = [outcomeIn(experiment, from, person), outcomeIn(experiment, to, person)];
  if (fateOf(before) === fateOf(after)) return null;
  const change = changeFor(experiment.personas[person]!.id, before, after);
  return change === null ? null : brieflySays(change, before);
}

/** The interval in which the number stands, or the nearest. */
export function nearestTo({ intervals, number }: Sweep): number {
  const at = intervals.findIndex(({ to }) => to >= number.now);
  return at === -1 ? Math.max(0, intervals.length - 1) : at;
}

/** For each person where something changes, one after another; and those for whom nothing does. */
export function peopleSections(experiment: Sweep): Section[] {
  const untouched: string[] = [];
  if (experiment.intervals.length === 0) return [];
  const sections = experiment.personas.flatMap(({ id }, person): Section[] => {
    const steps = [-1, 1].flatMap((direction) => stepsSay(experiment, person, direction as 1 | -1));
    if (steps.length === 0) {
      untouched.push(nameOf(experiment, id));
      return [];
    }
    return [{ heading: `${nameOf(experiment, id)} (${id})`, sentences: steps, table: null }];
  });
  return untouched.length === 0
    ? sections
    : [
        ...sections,
        {
          heading: "Who is untouched",
          sentences: [
            `${listed(untouched)}: at most other points, anywhere in ${experiment.searched.stopped ? "what was tried" : "the range"}.`,
          ],
          table: null,
        },
      ];
}

/** More steps of one person in one direction would not be read. */
const MOST_STEPS = 6;

/** Outwards from where the number stands: where one person's life changes, each time against the number before. */
function stepsSay(experiment: Sweep, person: number, direction: 1 | -1): string[] {
  const { intervals, number } = experiment;
  const home = nearestTo(experiment);
  const outwards = direction === 1 ? intervals.slice(home) : intervals.slice(0, home + 1).reverse();
  const steps = outwards.flatMap((interval, at) => {
    const change = at === 0 ? null : stepAt(experiment, outwards[at - 1]!, interval, person);
    return change === null ? [] : [{ at: interval.at, change }];
  });
  const first = steps[0];
  if (first === undefined) return [];
  const from = outwards[0]!.at;
  const calm = first.at - direction;
  const rest = steps.length - MOST_STEPS;
  return [
    `${direction === 1 ? "Upwards" : "Downwards"}: ${
      calm === from ? "" : `nothing but points changes from ${figure(number, from)} to ${figure(number, calm)}; `
    }${steps
      .slice(0, MOST_STEPS)
      .map(({ at, change }) => `at ${figure(number, at)}: ${change}`)
      .join(
        ". Then ",
      )}.${rest > 0 ? ` ${count(rest, "more change")} past ${figure(number, steps[MOST_STEPS - 1]!.at)}.` : ""}`,
  ];
}
