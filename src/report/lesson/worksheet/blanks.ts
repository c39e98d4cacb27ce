import { type DrawWhole, someOf } from "../../../analysis/worksheet/chance.ts";
import type { RuleId } from "../../../model/rule.ts";
import type { Row } from "../../outline.ts";
import type { Reference } from "./references.ts";
import type { ToldOf } from "./told.ts";

/** What is left open on a sheet; rows by their place, from 0. */
export interface Blanks {
  readonly scores: ReadonlySet<number>;
  readonly classes: ReadonlySet<number>;
  readonly told: ReadonlySet<number>;
  readonly rules: ReadonlySet<RuleId>;
}

/** More rules than these to be found at once are a puzzle and no lesson. */
const MOST_RULES = 7;

/**
 * Draws what is left open: of the sums, of the classes where one moved, and of what the person was told
 * about half each, and some of the rules. `given`: rows that something else on the sheet gives away.
 */
export function drawBlanks(
  rows: readonly Row[],
  told: readonly (ToldOf | null)[],
  references: readonly Reference[],
  given: ReadonlySet<number>,
  draw: DrawWhole,
): Blanks {
  const open = rows.flatMap((row, at) => (row.entries.length === 0 || given.has(at) ? [] : [at]));
  const moved = open.filter((at) => rows[at]!.score !== null && at > 0 && rows[at]!.points !== null);
  const classes = open.filter((at) => movesClass(rows[at]!));
  const named = new Set([
    ...references.filter(({ row }) => given.has(row)).map(({ rule }) => rule),
    // Whoever is told why a door shuts reads the titles of the rules, on a card too.
    ...rows.filter((_, at) => given.has(at)).flatMap(imposedWithReason),
  ]);
  const rules = [...new Set(references.map(({ rule }) => rule))].filter((rule) => !named.has(rule));
  return {
    scores: half(moved, draw),
    classes: half(classes, draw),
    told: half(
      open.filter((at) => told[at] !== null),
      draw,
    ),
    rules: new Set(someOf(rules, Math.min(MOST_RULES, Math.ceil(rules.length / 2)), draw)),
  };
}

function imposedWithReason({ entries }: Row): RuleId[] {
  return entries.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.kind === "imposed" && effect.told === "reason" ? [effect.rule] : [])),
  );
}

function movesClass({ entries }: Row): boolean {
  return entries.some(({ effects }) => effects.some(({ kind }) => kind === "class-moved"));
}

/** About half: one more or fewer, so that neighbours do not even count alike. */
function half(all: readonly number[], draw: DrawWhole): ReadonlySet<number> {
  const middle = Math.ceil(all.length / 2);
  return new Set(someOf(all, all.length < 4 ? middle : middle + draw(-1, 1), draw));
}
