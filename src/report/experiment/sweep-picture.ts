import type { Sweep, SweptNumber } from "../../analysis/questions/sweep.ts";
import type { Grid } from "../../analysis/questions/sweep-grid.ts";
import type { Section } from "../section.ts";
import { count } from "../wording.ts";
import { figure, rangeSays } from "./dial-wording.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** One sign for each region as long as there are letters, then a letter and a number. */
export function letter(region: number): string {
  const round = Math.floor(region / LETTERS.length);
  return `${LETTERS[region % LETTERS.length]}${round === 0 ? "" : round}`;
}

/** A row of more signs would not fit a page, nor would more rows. */
const MOST_COLUMNS = 60;
const MOST_ROWS = 40;
/** More runs in words would not be read. */
const MOST_RUNS = 60;

/** The regions as a picture of letters; in words where there are too many for signs; where neither fits, neither. */
export function picture(experiment: Sweep, grid: Grid): Section {
  const [across, down] = experiment.numbers as readonly [SweptNumber, SweptNumber];
  const columns = columnsOf(grid, across);
  const fits = columns.length <= MOST_COLUMNS && grid.rows.length <= MOST_ROWS;
  const drawn = fits && grid.regions.length <= LETTERS.length;
  if (!drawn && grid.rows.reduce((sum, row) => sum + row.runs.length, 0) > MOST_RUNS)
    return {
      heading: "The regions",
      sentences: [
        `${count(grid.regions.length, "region")}. A picture of them would not fit a page: ${count(grid.rows.length, "row")} of ${down.address}, no two neighbours alike, and ${count(columns.length, "column")} of ${across.address}. CSV and JSON have all; a narrower range is drawn here.`,
      ],
      table: null,
    };
  const rows = [...grid.rows].reverse();
  const nowhere = grid.rows.some((row) => row.runs.some(({ region }) => region === null));
  return {
    heading: "The regions",
    sentences: [
      `${count(grid.regions.length, "region")}. Each row is ${down.address}, the greatest first; along it, ${across.address} from ${figure(across, across.from)} to ${figure(across, across.to)}.${
        nowhere ? " “–”: the two numbers make no rulebook together." : ""
      }`,
      ...(drawn
        ? [
            `A sign stands for all the numbers between which no row changes. From left to right: ${columns
              .map((from, at) => rangeSays(across, { from, to: (columns[at + 1] ?? across.to + 1) - 1 }))
              .join(" · ")}.`,
          ]
        : []),
    ],
    table: {
      head: [down.unit, `along ${across.address}`],
      rows: rows.map((row) => [rangeSays(down, row), drawn ? signs(row, columns) : runs(row, across)]),
      words: 2,
    },
  };
}

type Row = Grid["rows"][number];

function signs({ runs: those }: Row, columns: readonly number[]): string {
  return columns
    .map((column) => {
      const { region } = those.find(({ from, to }) => from <= column && column <= to)!;
      return region === null ? "–" : letter(region);
    })
    .join("");
}

function runs({ runs: those }: Row, across: SweptNumber): string {
  return those
    .map(({ from, to, region }) => `${region === null ? "–" : letter(region)} ${rangeSays(across, { from, to })}`)
    .join(" · ");
}

/** The first numbers of the columns between which some row changes. */
function columnsOf(grid: Grid, { from }: SweptNumber): number[] {
  return [...new Set([from, ...grid.rows.flatMap(({ runs }) => runs.map((run) => run.from))])].sort((a, b) => a - b);
}
