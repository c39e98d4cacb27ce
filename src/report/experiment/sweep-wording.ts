import { changeFor, type PersonaChange } from "../../analysis/experiment.ts";
import { fateOf, type Outcome } from "../../analysis/outcome.ts";
import type { Sweep, SweptInterval, SweptNumber } from "../../analysis/questions/sweep.ts";
import type { Section } from "../section.ts";
import { count, listed, whole } from "../wording.ts";
import { amount, brieflySays, dialSays, figure, rangeSays } from "./dial-wording.ts";
import { harmTotal, movesSay, nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";
import { gridAnswer } from "./sweep-grid-wording.ts";

export function sweepAnswer(experiment: Sweep): Answer {
  const [number] = experiment.numbers as readonly [SweptNumber];
  if (experiment.grid !== null) return gridAnswer(experiment, experiment.grid);
  const zero = number.address.endsWith(".points") && number.from <= 0 && number.to >= 0;
  return {
    title: `${number.address}, from ${figure(number, number.from)} to ${figure(number, number.to)}`,
    tried: `Every integer from ${figure(number, number.from)} to ${amount(number, number.to)} was tried (${whole(experiment.searched.of)})${
      zero ? ", but not 0: an entry of no points would be none" : ""
    }`,
    sections: [standing(experiment, number), ...table(experiment, number), ...people(experiment, number)],
    rules: number.rule === null ? [] : [number.rule],
    records: {
      columns: [
        "number",
        "from",
        "to",
        "at",
        "persona",
        "refusals",
        "months shut",
        "losses",
        "class",
        "worst class",
        "score",
      ],
      rows: experiment.intervals.flatMap((interval) =>
        experiment.personas.map(({ id }, person) => {
          const outcome = outcomeIn(experiment, interval, person);
          const months = outcome.shut.reduce((sum, [from, to]) => sum + to - from + 1, 0);
          return [
            number.address,
            interval.from,
            interval.to,
            interval.at,
            id,
            outcome.denials.length,
            months,
            outcome.losses.length,
            outcome.class,
            outcome.worst,
            outcome.score,
          ];
        }),
      ),
    },
  };
}

/** What becomes of a person in an interval. */
function outcomeIn({ personas, baseline }: Sweep, { changes }: SweptInterval, person: number): Outcome {
  return changes.find(({ persona }) => persona === personas[person]!.id)?.outcome ?? baseline[person]!;
}

/** Where the number stands, and how far it is from a change. */
function standing(experiment: Sweep, number: SweptNumber): Section {
  const { intervals } = experiment;
  const home = intervals.findIndex(({ from, to }) => from <= number.now && number.now <= to);
  const says = `${dialSays(number, experiment.rulebook)} stands at ${amount(number, number.now)} (${number.evidence}).`;
  if (home === -1)
    return {
      heading: "Where the number stands",
      sentences: [`${says} That is outside what was swept.`],
      table: null,
    };
  const here = intervals[home]!;
  return {
    heading: "Where the number stands",
    sentences: [
      `${says} ${
        here.from === here.to
          ? "The next number either way changes something already."
          : `From ${rangeSays(number, here)} nothing but points changes for anybody.`
      }`,
      nearestSays(experiment, number, home, -1),
      nearestSays(experiment, number, home, 1),
    ],
    table: null,
  };
}

function nearestSays(experiment: Sweep, number: SweptNumber, home: number, direction: 1 | -1): string {
  const here = experiment.intervals[home]!;
  const next = experiment.intervals[home + direction];
  const way = direction === 1 ? "Upwards" : "Downwards";
  if (next === undefined) {
    const end = direction === 1 ? here.to : here.from;
    return `${way}: no change as far as ${figure(number, end)}.`;
  }
  const whom = experiment.personas.flatMap(({ id }, person) => {
    const change = stepAt(experiment, here, next, person);
    return change === null ? [] : [`${nameOf(experiment, id)}: ${change}`];
  });
  return `${way}, the nearest change is at ${figure(number, next.at)}, ${whole(Math.abs(next.at - number.now))} away${
    whom.length === 0 ? "; 0 lies between, and nothing but points changes" : `. ${listedPeople(whom)}`
  }.`;
}

const MOST_PEOPLE = 4;

function listedPeople(whom: readonly string[]): string {
  const rest = whom.length - MOST_PEOPLE;
  return rest > 1 ? `${whom.slice(0, MOST_PEOPLE).join(". ")}. And ${rest} more people` : whom.join(". ");
}

/** What is different for a person from one interval to the next, in a few words; `null` where nothing but points is. */
function stepAt(experiment: Sweep, from: SweptInterval, to: SweptInterval, person: number): string | null {
  const [before, after] = [outcomeIn(experiment, from, person), outcomeIn(experiment, to, person)];
  if (fateOf(before) === fateOf(after)) return null;
  const change = changeFor(experiment.personas[person]!.id, before, after);
  return change === null ? null : brieflySays(change, before);
}

/** More rows would not be read: so many on each side of where the number stands. */
const MOST_ROWS = 15;

function table(experiment: Sweep, number: SweptNumber): Section[] {
  const { intervals, baseline } = experiment;
  const home = nearestTo(experiment, number);
  const [first, last] = [Math.max(0, home - MOST_ROWS), Math.min(intervals.length, home + MOST_ROWS + 1)];
  const touched = (changes: readonly PersonaChange[]): PersonaChange[] =>
    changes.filter(({ persona, outcome }) => fateOf(outcome) !== fateOf(baseline[placeOf(experiment, persona)]!));
  const shown = last - first;
  return [
    {
      heading: "Intervals",
      sentences: [
        `${count(intervals.length, "interval")}, within each of which nothing but points differs. Harms gone and new are counted against the rulebook as it stands (*), kind by kind, over all who are asked about.${
          shown < intervals.length
            ? ` The ${shown} around where the number stands are shown; CSV and JSON have all.`
            : ""
        }`,
      ],
      table: {
        head: [number.unit, "for whom", "refusals", "months", "losses"],
        rows: intervals.slice(first, last).map((interval) => {
          const changes = touched(interval.changes);
          const here = interval.from <= number.now && number.now <= interval.to;
          return [
            `${rangeSays(number, interval)}${here ? " *" : ""}`,
            namesSay(experiment, changes),
            ...movesSay(
              harmTotal(changes.map(({ vanished }) => vanished)),
              harmTotal(changes.map(({ appeared }) => appeared)),
            ),
          ];
        }),
        words: 2,
      },
    },
  ];
}

/** Three people are named, more are counted. */
function namesSay(experiment: Sweep, changes: readonly PersonaChange[]): string {
  if (changes.length === 0) return "nobody";
  return changes.length > 3
    ? count(changes.length, "person", "people")
    : changes.map(({ persona }) => nameOf(experiment, persona)).join(", ");
}

/** The interval in which the number stands, or the nearest. */
function nearestTo({ intervals }: Sweep, { now }: SweptNumber): number {
  const at = intervals.findIndex(({ to }) => to >= now);
  return at === -1 ? Math.max(0, intervals.length - 1) : at;
}

function placeOf({ personas }: Sweep, id: string): number {
  return personas.findIndex((persona) => persona.id === id);
}

function people(experiment: Sweep, number: SweptNumber): Section[] {
  const untouched: string[] = [];
  const sections = experiment.personas.flatMap(({ id }, person): Section[] => {
    const steps = [-1, 1].flatMap((direction) => stepsSay(experiment, number, person, direction as 1 | -1));
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
          sentences: [`${listed(untouched)}: at most other points, anywhere in the range.`],
          table: null,
        },
      ];
}

/** More steps of one person in one direction would not be read. */
const MOST_STEPS = 6;

/** Outwards from where the number stands: where one person's life changes, each time against the number before. */
function stepsSay(experiment: Sweep, number: SweptNumber, person: number, direction: 1 | -1): string[] {
  const { intervals } = experiment;
  const home = nearestTo(experiment, number);
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
      .map(({ at, change }) => `at ${figure(number, at)} ${change}`)
      .join(
        ". Then ",
      )}.${rest > 0 ? ` ${count(rest, "more change")} beyond ${figure(number, steps[MOST_STEPS - 1]!.at)}.` : ""}`,
  ];
}
