import type { Bounds } from "../bounds.ts";
import { mayBe } from "../dials.ts";
import type { PersonaChange } from "../experiment.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import type { Lab } from "../lab.ts";
import { fateOf, type Outcome } from "../outcome.ts";
import { steadiness } from "../steady.ts";
import { goTogether } from "../together.ts";
import type { Swept } from "./sweep.ts";

/** Two numbers crossed: cells in which everybody's life differs in nothing but points are one region. */
export interface Grid {
  /** That of the baseline first, if it is among them, then in the order of their nearest cells. */
  readonly regions: readonly Region[];
  /** Runs of the first number, for integers of the second at which they are the same; both ascending. */
  readonly rows: readonly {
    readonly from: number;
    readonly to: number;
    /** `region` counts from 0; `null` where the two numbers make no rulebook. */
    readonly runs: readonly { readonly from: number; readonly to: number; readonly region: number | null }[];
  }[];
}

export interface Region {
  readonly cells: number;
  /** Its cell nearest to where the numbers stand, counted in steps; the outcomes are those of it. */
  readonly at: readonly [number, number];
  readonly changes: readonly PersonaChange[];
}

/** A life, and wherever the two numbers may stand for it to be lived again. */
interface Known {
  readonly bounds: Bounds;
  readonly fate: string;
}

/** A region while it is found. */
interface Finding {
  at: Pair;
  away: number;
}

type Pair = readonly [number, number];
type Turned = (values: Pair) => Rulebook;
interface Row {
  readonly row: number;
  readonly cells: readonly (Finding | null)[];
}

/** `goesOn` is told how many cells are done; when it stops, the whole rows up to then are an answer. */
export async function sweepGrid(
  lab: Lab,
  swept: readonly [Swept, Swept],
  changesOf: (outcomes: readonly Outcome[]) => PersonaChange[],
  goesOn: (done: number) => boolean | Promise<boolean>,
): Promise<{ readonly grid: Grid; readonly variants: number; readonly of: number; readonly stopped: boolean }> {
  const [first, second] = swept;
  const turned: Turned = ([one, other]) => second.dial.turn(first.dial.turn(lab.rulebook, one), other);
  const fateAt = fatesOf(lab, swept, turned);
  const found = new Map<string, Finding>();
  const rows: Row[] = [];
  let done = 0;
  let stopped = false;
  rowwise: for (let row = second.from; row <= second.to; row++) {
    const cells: (Finding | null)[] = [];
    for (let column = first.from; column <= first.to; column++, done++) {
      stopped = !(await goesOn(done));
      if (stopped) break rowwise;
      const values = [column, row] as const;
      if (!mayBe(first.dial, column) || !mayBe(second.dial, row) || !goTogether(turned(values).scoring)) {
        cells.push(null);
        continue;
      }
      const fate = await fateAt(values);
      const away = Math.abs(column - first.dial.now) + Math.abs(row - second.dial.now);
      const region = found.get(fate) ?? { at: values, away };
      found.set(fate, region);
      if (away < region.away) Object.assign(region, { at: values, away });
      cells.push(region);
    }
    rows.push({ row, cells });
  }
  const cells = rows.flatMap((row) => row.cells);
  const ordered = [...new Set(cells)].filter((region) => region !== null).sort((a, b) => a.away - b.away);
  const regions: Region[] = [];
  for (const region of ordered) {
    const outcomes = (await lab.under(turned(region.at))).map(({ outcome }) => outcome);
    regions.push({
      cells: cells.filter((each) => each === region).length,
      at: region.at,
      changes: changesOf(outcomes),
    });
  }
  const variants = cells.filter((region) => region !== null).length;
  const all = (first.to - first.from + 1) * (second.to - second.from + 1);
  return {
    grid: { regions, rows: merged(rows, first.from, ordered) },
    variants,
    of: stopped ? all : variants,
    stopped,
  };
}

/** Neighbouring integers of the second number with the same runs are one row. */
function merged(rows: readonly Row[], first: number, regions: readonly Finding[]): Grid["rows"] {
  const joined: { from: number; to: number; runs: Grid["rows"][number]["runs"]; key: string }[] = [];
  for (const { row, cells } of rows) {
    const runs: { from: number; to: number; region: number | null }[] = [];
    for (const [at, cell] of cells.entries()) {
      const region = cell === null ? null : regions.indexOf(cell);
      const last = runs.at(-1);
      if (last?.region === region) last.to = first + at;
      else runs.push({ from: first + at, to: first + at, region });
    }
    const key = JSON.stringify(runs);
    const last = joined.at(-1);
    if (last?.key === key) last.to = row;
    else joined.push({ from: row, to: row, runs, key });
  }
  return joined.map(({ key: _key, ...row }) => row);
}

/** The fate of everybody under two numbers, as one text; a life is lived only where none is known to be the same. */
function fatesOf(lab: Lab, swept: readonly [Swept, Swept], turned: Turned): (values: Pair) => Promise<string> {
  const known = lab.personas.map((): Known[] => []);
  const dials = swept.map(({ dial }) => dial);
  return async (values) => {
    const fates: string[] = [];
    for (const [person, persona] of lab.personas.entries()) {
      // Cells are asked for side by side: the life found last is the likeliest.
      let life = known[person]!.findLast(({ bounds }) => bounds.holds(values));
      if (life === undefined) {
        const { trace, lived } = await lab.trace(turned(values), persona);
        const { entries, until } = trace;
        const bounds = steadiness(dials, values, { trace, entries, until, matched: lived.matched });
        life = { bounds, fate: fateOf(lived.outcome) };
        known[person]!.push(life);
      }
      fates.push(life.fate);
    }
    return fates.join("\n");
  };
}
