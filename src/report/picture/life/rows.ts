import type { Trace } from "../../../model/trace.ts";
import type { Door } from "../../../model/vocabulary/doors.ts";
import type { ListId } from "../../../model/vocabulary/lists.ts";
import type { Life } from "./life.ts";
import { doorSpans, type Kind, KINDS, listSpans, type Passage, type Refusal, type Span } from "./spans.ts";

/** One row of bars: a list, or doors that were under the same measures at the same times. */
export interface Row {
  readonly kind: "list" | Kind;
  readonly lists: readonly ListId[];
  readonly doors: readonly Door[];
  readonly spans: readonly Span[];
  readonly refusals: readonly Refusal[];
  readonly passages: readonly Passage[];
  /** The same under the variant; empty where nothing is compared. */
  readonly variantSpans: readonly Span[];
  readonly variantRefusals: readonly Refusal[];
  readonly variantPassages: readonly Passage[];
  /** Rows that would not fit, laid over each other. */
  readonly folded: boolean;
}

/** More do not fit on a page beside the score. */
const MOST_ROWS = 16;

/** Doors that were tried while shut have a row each; of the others those with the same times share one, in which what was tried stands first. */
export function rowsOf(life: Life, variant: Life | null): Row[] {
  const rows = [
    ...listRows(life.trace, variant?.trace ?? null),
    ...KINDS.flatMap((kind) => doorRows(kind, life, variant)),
  ];
  if (rows.length <= MOST_ROWS) return rows;
  // A row with a refusal or a passage in it is never folded, so that each keeps its mark at its door; nor are rows of two kinds.
  const quiet = rows.filter((row) => !hasMark(row));
  const kept = quiet.slice(0, Math.max(0, MOST_ROWS - (rows.length - quiet.length)));
  const rest = quiet.slice(kept.length);
  const together = (["list", ...KINDS] as const).flatMap((kind) => {
    const mine = rest.filter((row) => row.kind === kind);
    return mine.length < 2 ? mine : [folded(mine)];
  });
  return [...rows.filter((row) => hasMark(row) || kept.includes(row)), ...together];
}

function hasMark({ refusals, passages, variantRefusals, variantPassages }: Row): boolean {
  return refusals.length + passages.length + variantRefusals.length + variantPassages.length > 0;
}

function listRows(trace: Trace, variant: Trace | null): Row[] {
  const [here, there] = [listSpans(trace), variant === null ? new Map<ListId, Span[]>() : listSpans(variant)];
  return [...new Set([...here.keys(), ...there.keys()])].map((list) => ({
    ...EMPTY,
    kind: "list",
    lists: [list],
    spans: here.get(list) ?? [],
    variantSpans: there.get(list) ?? [],
  }));
}

function doorRows(kind: Kind, life: Life, variant: Life | null): Row[] {
  const here = doorSpans(life.trace, kind);
  const there = variant === null ? new Map<Door, Span[]>() : doorSpans(variant.trace, kind);
  const [own, other] = kind === "closes" ? [life, variant] : [null, null];
  const rows = new Map<string, Row>();
  const tried = new Set(
    life.trace.entries.flatMap(({ happening }) => (happening.kind === "attempt" ? [happening.door] : [])),
  );
  const doors = [...new Set([...here.keys(), ...there.keys()])];
  for (const door of [...doors.filter((each) => tried.has(each)), ...doors.filter((each) => !tried.has(each))]) {
    const mine = <T extends Refusal>(of: readonly T[] = []): T[] => of.filter((each) => each.door === door);
    const row: Row = {
      ...EMPTY,
      kind,
      doors: [door],
      spans: here.get(door) ?? [],
      variantSpans: there.get(door) ?? [],
      refusals: mine(own?.refusals),
      passages: mine(own?.passages),
      variantRefusals: mine(other?.refusals),
      variantPassages: mine(other?.passages),
    };
    const key = hasMark(row) ? door : JSON.stringify([row.spans, row.variantSpans]);
    const same = rows.get(key);
    rows.set(key, same === undefined ? row : { ...same, doors: [...same.doors, door] });
  }
  return [...rows.values()];
}

const EMPTY = {
  lists: [],
  doors: [],
  spans: [],
  refusals: [],
  passages: [],
  variantSpans: [],
  variantRefusals: [],
  variantPassages: [],
  folded: false,
} as const;

function folded(rows: readonly Row[]): Row {
  const union = (spans: readonly Span[]): Span[] => {
    const sorted = [...spans].sort((a, b) => a.from - b.from);
    const whole: { from: number; to: number }[] = [];
    for (const { from, to } of sorted) {
      const last = whole.at(-1);
      if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
      else whole.push({ from, to });
    }
    return whole;
  };
  return {
    ...EMPTY,
    kind: rows[0]!.kind,
    lists: [...new Set(rows.flatMap(({ lists }) => lists))],
    doors: [...new Set(rows.flatMap(({ doors }) => doors))],
    spans: union(rows.flatMap(({ spans }) => spans)),
    variantSpans: union(rows.flatMap(({ variantSpans }) => variantSpans)),
    folded: true,
  };
}
