import type { FactValue } from "../model/facts.ts";
import type { FactName } from "../model/condition.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { HORIZON } from "../model/story-time.ts";
import type { FactRecord } from "../model/verdict.ts";
import type { ListId } from "../model/vocabulary/lists.ts";
import type { Cut } from "./engine.ts";
import { circumstanceNamed, circumstancesAt, type Moment, type Phase } from "./moments.ts";
import { bandOf, conductOf, meet, type Span, type World } from "./world.ts";

/** Facts that depend on each other, with what they can be together. */
export type Choices = readonly Partial<Record<FactName, FactValue>>[];

/** What the standing can be at that moment, one value for each cell; what depends on each other stands together. */
export function choicesAt(
  moment: Moment,
  phase: Phase,
  cuts: ReadonlyMap<FactName, Cut>,
  world: World,
  rulebook: Rulebook,
): Choices[] {
  const standing = [...cuts.values()].filter(({ fact }) => !(fact in moment));
  const months = elapsed(moment, phase);
  return [
    scores(cuts.get("score"), cuts.get("class"), world, rulebook),
    lists(standing, world, months),
    ...standing.flatMap((cut): Choices[] => {
      const { fact, representatives } = cut;
      const circumstance = circumstanceNamed(fact);
      if (circumstance !== undefined) return [choice(cut, circumstancesAt(moment, circumstance, phase))];
      if (fact === "priorCount") return [numbers(cut, priorEntries(moment, world))];
      if (fact.startsWith("monthsSince:")) {
        // A lead is answered when the event has happened.
        if (phase === "leads" && fact === `monthsSince:${moment.event}`) return [[{ [fact]: 0 }]];
        return [[{ [fact]: null }, ...months(cut)]];
      }
      if (fact !== "measures") return [];
      const able = representatives.filter((some) => (some as readonly string[]).every((id) => world.measures.has(id)));
      return [able.map((some) => ({ measures: some }))];
    }),
  ];
}

const MONTHS: Span = { from: 0, to: HORIZON };

/**
 * The month in which a cell is entered; when time passes also a later one, since a rule is asked
 * again only in the former.
 */
function elapsed({ event }: Moment, phase: Phase): (cut: Cut) => Choices {
  const later = phase !== "standing" && event === "time-passed";
  return (cut) =>
    spansOf(cut, MONTHS).flatMap(({ from, to }) =>
      (later && to > from ? [from, from + 1] : [from]).map((value) => ({ [cut.fact]: value })),
    );
}

function priorEntries({ event }: Moment, { entered }: World): Span {
  const conduct = conductOf(event);
  const any = conduct !== null && entered.some((each) => each.conduct === conduct);
  return { from: 0, to: any ? Number.POSITIVE_INFINITY : 0 };
}

/** The class follows the score at once, unless it is assigned yearly. */
function scores(score: Cut | undefined, band: Cut | undefined, world: World, { scoring }: Rulebook): Choices {
  const { classes } = world;
  if (classes === null || world.scores === null) return [{ score: null, class: null }];
  const within = (span: Span): Choices => (score === undefined ? [{}] : numbers(score, span));
  if (band === undefined) return within(world.scores);
  if (scoring === null || scoring.assigned === "yearly")
    return choice(band, classes).flatMap((one) => within(world.scores!).map((other) => ({ ...one, ...other })));
  const bands = score === undefined ? choice(band, classes).map((each) => each.class as string) : classes;
  return bands.flatMap((id) => {
    const span = meet(bandOf(scoring.classes, id), world.scores!);
    return span === null ? [] : within(span).map((some) => ({ ...some, class: id }));
  });
}

/** Months on a list are counted exactly while one is on it. */
function lists(cuts: readonly Cut[], world: World, months: (cut: Cut) => Choices): Choices {
  const named = (cuts.find(({ fact }) => fact === "lists")?.representatives.at(-1) ?? []) as readonly ListId[];
  const timed = new Map(
    cuts.filter(({ fact }) => fact.startsWith("monthsOnList:")).map((cut) => [cut.fact.slice(13) as ListId, cut]),
  );
  return [...new Set([...named, ...timed.keys()])].reduce<Partial<FactRecord>[]>(
    (some, list) => {
      const cut = timed.get(list);
      const fact = `monthsOnList:${list}` as const;
      const on = !world.lists.has(list) ? [] : cut === undefined ? [{}] : months(cut);
      return some.flatMap((each) => [
        { ...each, ...(cut === undefined ? {} : { [fact]: null }) },
        ...on.map((since) => ({ ...each, ...since, lists: [...(each.lists as string[]), list] })),
      ]);
    },
    [{ lists: [] }],
  );
}

/** Whether the value has a cell: where rules name all that there is, any further value has none. */
export function isDecided({ cellOf, representatives }: Cut, value: FactValue): boolean {
  return cellOf(value) < representatives.length;
}

function choice(cut: Cut, values: readonly FactValue[]): Choices {
  const { fact, cellOf } = cut;
  const known = new Map<number, FactValue>();
  for (const value of values) if (isDecided(cut, value) && !known.has(cellOf(value))) known.set(cellOf(value), value);
  return [...known.values()].map((value) => ({ [fact]: value }));
}

/** The lowest number of each cell, as far as it lies within the span. */
function numbers(cut: Cut, within: Span): Choices {
  return spansOf(cut, within).map(({ from, to }) => ({
    [cut.fact]: Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0,
  }));
}

/** The cells of a number, each with what of it lies within the span. */
export function spansOf({ representatives }: Cut, within: Span): Span[] {
  const lasts = representatives.filter((value) => typeof value === "number").slice(0, -1);
  return [...lasts, Number.POSITIVE_INFINITY].flatMap(
    (to, at) => meet({ from: (lasts[at - 1] ?? Number.NEGATIVE_INFINITY) + 1, to }, within) ?? [],
  );
}
