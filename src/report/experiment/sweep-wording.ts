import type { PersonaChange } from "../../analysis/experiment.ts";
import { fateOf } from "../../analysis/outcome.ts";
import type { Sweep, SweptNumber } from "../../analysis/questions/sweep.ts";
import type { ScoringNumber } from "../../model/rulebook.ts";
import type { Section } from "../section.ts";
import { count, whole } from "../wording.ts";
import { amount, dialSays, evidenceWithin, figure, rangeSays } from "./dial-wording.ts";
import { harmTotal, movesSay, nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";
import { scoringNumberOf } from "./scoring-standing.ts";
import { nearestTo, outcomeIn, peopleSections, stepAt } from "./sweep-people-wording.ts";

export function sweepAnswer(experiment: Sweep): Answer {
  const { number } = experiment;
  const zero = number.address.endsWith(".points") && number.from <= 0 && number.to >= 0;
  return {
    title: `${number.address}, from ${figure(number, number.from)} to ${figure(number, number.to)}`,
    tried: `${
      experiment.searched.stopped
        ? `Integers from ${figure(number, number.from)} to ${amount(number, number.to)}, outwards from where the number stands, first upwards (${whole(experiment.searched.of)})`
        : `Every integer from ${figure(number, number.from)} to ${amount(number, number.to)} was tried (${whole(experiment.searched.of)})`
    }${zero ? ", but not 0: an entry of no points would be none" : ""}`,
    sections: [standing(experiment), ...table(experiment), ...peopleSections(experiment)],
    rules: number.rule === null ? [] : [number.rule],
    scoring: scoringBehind(number),
    records: {
      columns: [
        "number",
        "from",
        "to",
        "at",
        "evidence",
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
            evidenceWithin(number, interval),
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

/** The number itself, or those of the scoring that decide what becomes of points. */
function scoringBehind(number: SweptNumber): ScoringNumber[] {
  if (number.rule === null) return scoringNumberOf(number);
  return number.unit === "points" ? ["opening", "classes", "deductionsReturnAfterMonths"] : [];
}

/** Where the number stands, and how far it is from a change. */
function standing(experiment: Sweep): Section {
  const { intervals, number } = experiment;
  const home = intervals.findIndex(({ from, to }) => from <= number.now && number.now <= to);
  const says = `${dialSays(number, experiment.rulebook)} stands at ${amount(number, number.now)} (${number.evidence}).`;
  if (home === -1)
    return {
      heading: "Where the number stands",
      sentences: [
        `${says} ${
          number.from <= number.now && number.now <= number.to
            ? "The sweep was stopped before anything was tried."
            : "That is outside what was swept."
        }`,
      ],
      table: null,
    };
  const here = intervals[home]!;
  return {
    heading: "Where the number stands",
    sentences: [
      `${says} ${
        here.from === here.to
          ? experiment.searched.stopped
            ? "The sweep was stopped early."
            : "The next number either way changes something already."
          : `From ${rangeSays(number, here)} nothing but points changes for anybody.`
      }`,
      nearestSays(experiment, home, -1),
      nearestSays(experiment, home, 1),
    ],
    table: null,
  };
}

function nearestSays(experiment: Sweep, home: number, direction: 1 | -1): string {
  const { number } = experiment;
  const here = experiment.intervals[home]!;
  const next = experiment.intervals[home + direction];
  const way = direction === 1 ? "Upwards" : "Downwards";
  if (next === undefined) {
    const end = direction === 1 ? here.to : here.from;
    if (experiment.searched.stopped && end === number.now && end !== (direction === 1 ? number.to : number.from))
      return `${way}: nothing was tried before the sweep was stopped.`;
    if (experiment.searched.stopped && end !== (direction === 1 ? number.to : number.from))
      return `${way}: no change as far as ${figure(number, end)}, where the sweep was stopped.`;
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

/** More rows would not be read: so many on each side of where the number stands. */
const MOST_ROWS = 15;
/** Fewer rows than these are not worth hiding. */
const FEW = 5;

function table(experiment: Sweep): Section[] {
  const { intervals, baseline, number } = experiment;
  const home = nearestTo(experiment);
  if (intervals.length === 0) return [];
  const around = [Math.max(0, home - MOST_ROWS), Math.min(intervals.length, home + MOST_ROWS + 1)] as const;
  const [first, last] = intervals.length - (around[1] - around[0]) < FEW ? [0, intervals.length] : around;
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

function placeOf({ personas }: Sweep, id: string): number {
  return personas.findIndex((persona) => persona.id === id);
}
