import type { Sweep, SweptNumber } from "../../analysis/questions/sweep.ts";
import type { Grid } from "../../analysis/questions/sweep-grid.ts";
import { fateOf } from "../../analysis/outcome.ts";
import type { Section } from "../section.ts";
import { count, whole } from "../wording.ts";
import { amount, brieflySays, dialSays, evidenceWithin, figure } from "./dial-wording.ts";
import { nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";
import { scoringNumberOf } from "./scoring-standing.ts";
import { letter, picture } from "./sweep-picture.ts";

/** The regions nearest to where the numbers stand are described; more would not be read. */
const MOST_REGIONS = 24;
/** Fewer than these are not worth hiding. */
const FEW = 5;
/** So many people are told of in a region; the others are counted. */
const MOST_PEOPLE = 3;

/** What two numbers do together. */
export function gridAnswer(experiment: Sweep, grid: Grid): Answer {
  const [across, down] = experiment.numbers as readonly [SweptNumber, SweptNumber];
  return {
    title: `${across.address} by ${down.address}`,
    tried: `${experiment.searched.stopped ? "Row by row, the least first, every" : "Every"} integer of ${across.address} from ${figure(across, across.from)} to ${amount(across, across.to)} with every integer of ${down.address} from ${figure(down, down.from)} to ${amount(down, down.to)} (${whole(experiment.searched.of)} pairs)`,
    sections: [standing(experiment, grid), picture(experiment, grid), legend(experiment, grid)],
    rules: [across, down].flatMap(({ rule }) => rule ?? []),
    scoring: [across, down].flatMap(scoringNumberOf),
    records: {
      columns: [
        across.address,
        `${across.address} to`,
        `${across.address} evidence`,
        down.address,
        `${down.address} to`,
        `${down.address} evidence`,
        "region",
        "persona",
        "refusals",
        "months shut",
        "losses",
        "class",
        "worst class",
      ],
      rows: grid.rows.flatMap((row) =>
        row.runs.flatMap(({ from, to, region }) =>
          region === null
            ? []
            : experiment.personas.map(({ id }, person) => {
                const { changes } = grid.regions[region]!;
                const outcome = changes.find(({ persona }) => persona === id)?.outcome ?? experiment.baseline[person]!;
                const months = outcome.shut.reduce((sum, [first, last]) => sum + last - first + 1, 0);
                return [
                  from,
                  to,
                  evidenceWithin(across, { from, to }),
                  row.from,
                  row.to,
                  evidenceWithin(down, row),
                  letter(region),
                  id,
                  outcome.denials.length,
                  months,
                  outcome.losses.length,
                  outcome.class,
                  outcome.worst,
                ];
              }),
        ),
      ),
    },
  };
}

function regionAt({ rows }: Grid, across: number, down: number): number | null {
  const row = rows.find(({ from, to }) => from <= down && down <= to);
  return row?.runs.find(({ from, to }) => from <= across && across <= to)?.region ?? null;
}

function standing(experiment: Sweep, grid: Grid): Section {
  const [across, down] = experiment.numbers as readonly [SweptNumber, SweptNumber];
  const home = regionAt(grid, across.now, down.now);
  const says = [across, down]
    .map(
      (number) =>
        `${dialSays(number, experiment.rulebook)} stands at ${amount(number, number.now)} (${number.evidence})`,
    )
    .join(", and ");
  return {
    heading: "Where the numbers stand",
    sentences: [
      `${says}.`,
      home === null
        ? [across, down].every(({ from, now, to }) => from <= now && now <= to)
          ? "The sweep was stopped before it came to that pair."
          : "That is outside what was swept."
        : `That is region ${letter(home)}, ${count(grid.regions[home]!.cells, "pair")} of ${whole(experiment.searched.variants)}${experiment.searched.stopped ? " tried" : ""} in which nothing but points differs for anybody. ${nearestOther(experiment, grid, home)}`,
    ],
    table: null,
  };
}

/** The nearest number of each kind alone at which the region is left. */
function nearestOther({ numbers, searched }: Sweep, grid: Grid, home: number): string {
  const [across, down] = numbers as readonly [SweptNumber, SweptNumber];
  const leaving = (number: SweptNumber, regionOf: (value: number) => number | null): string => {
    for (let away = 1; away <= number.to - number.from; away++)
      for (const value of [number.now - away, number.now + away]) {
        const region = value < number.from || value > number.to ? home : regionOf(value);
        if (region !== null && region !== home)
          return `at ${number.address} ${figure(number, value)} (region ${letter(region)})`;
      }
    return `nowhere ${searched.stopped ? "in what was tried " : ""}along ${number.address}`;
  };
  return `Turned alone, it is left nearest ${leaving(across, (value) => regionAt(grid, value, down.now))} and ${leaving(down, (value) => regionAt(grid, across.now, value))}.`;
}

function legend(experiment: Sweep, grid: Grid): Section {
  const [across, down] = experiment.numbers as readonly [SweptNumber, SweptNumber];
  const shown = grid.regions.length - MOST_REGIONS < FEW ? grid.regions : grid.regions.slice(0, MOST_REGIONS);
  return {
    heading: "What each region means",
    sentences: [
      `Against the rulebook as it stands, at the pair of the region that is nearest to it, in a few words; what reads alike may differ in which months or doors. ${
        shown.length < grid.regions.length
          ? `The ${shown.length} regions nearest to where the numbers stand, of ${whole(grid.regions.length)}; CSV and JSON have all.`
          : "JSON has everything."
      }`,
    ],
    table: {
      head: ["", "nearest pair", "what is different", "pairs"],
      rows: shown.map(({ cells, at, changes }, region) => {
        const people = changes.flatMap((change) => {
          const before = experiment.baseline[experiment.personas.findIndex(({ id }) => id === change.persona)]!;
          return fateOf(before) === fateOf(change.outcome)
            ? []
            : [`${nameOf(experiment, change.persona)}: ${brieflySays(change, before)}`];
        });
        return [
          letter(region),
          `${figure(across, at[0])} | ${figure(down, at[1])}`,
          people.length === 0 ? "as it stands" : fewPeople(people),
          whole(cells),
        ];
      }),
      words: 3,
    },
  };
}

function fewPeople(says: readonly string[]): string {
  const more = says.length - MOST_PEOPLE;
  return more > 1 ? `${says.slice(0, MOST_PEOPLE).join(". ")}. And ${more} more people` : says.join(". ");
}
