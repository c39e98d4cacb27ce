import type { FixtureEvent, Persona } from "../model/persona.ts";
import type { RuleId } from "../model/rule.ts";
import { classOf } from "../model/rulebook.ts";
import type { Standing, Trace } from "../model/trace.ts";
import type { Prepared } from "../model/verdict.ts";
import { LIFE_EVENT_KINDS, type LifeEventKind } from "../model/vocabulary/events.ts";
import { replay } from "../replay/replay.ts";
import { standingsOf } from "./months.ts";

/** What each act costs that costs points, in a life of which nothing else is known, and what wins it back. */
export interface Recovery {
  /** Points and class before anything happens. */
  readonly opening: { readonly score: number; readonly class: string };
  /** The act that adds least, the first where several do; `null` where none adds any. */
  readonly good: Act | null;
  readonly lost: readonly Lost[];
}

export interface Act {
  readonly event: LifeEventKind;
  /** The rules that enter points for it, and what they enter together. */
  readonly rules: readonly RuleId[];
  readonly points: number;
}

interface Lost extends Act {
  /** How many of the good act, done at once, bring the opening points back; `null`: more than are tried do not. */
  readonly goodActs: number | null;
  /** Months until they are back by themselves, to stay; `null`: not within the story. */
  readonly months: number | null;
  /** The same of the class; 0 where it is never left. */
  readonly monthsBelow: number | null;
}

/** More good acts than these are not tried. */
export const MOST_GOOD = 120;

/** `unnamed` makes the life in which some events happen, and of which nothing else is known. `null`: no act costs points. */
export function recoveryOf(prepared: Prepared, unnamed: (events: readonly FixtureEvent[]) => Persona): Recovery | null {
  const { scoring } = prepared.rulebook;
  if (scoring === null) return null;
  const opening = { score: scoring.opening, class: classOf(scoring, scoring.opening) };
  const place = ({ class: id }: Pick<Standing, "class">): number => scoring.classes.findIndex((each) => each.id === id);
  const live = (...events: readonly FixtureEvent[]): Trace => replay(prepared, unnamed(events), { findings: false });
  const acts = actsOf(prepared).map((event) => actIn(live({ month: 0, event }), event));
  const [good = null] = acts.filter(({ points }) => points > 0).sort((one, other) => one.points - other.points);

  const lost = acts.flatMap((act): Lost[] => {
    const ends = standingsOf(live({ month: 0, event: act.event }));
    const lowest = Math.min(...ends.map(({ score }) => score!));
    if (lowest >= opening.score) return [];
    // Within a month what a person does comes first, and what was put off after it: that is won back a month later.
    const lostIn = ends.findIndex(({ score }) => score === lowest);
    const month = lostIn === 0 ? 0 : lostIn + 1;
    const isWonBackBy = (times: number): boolean => {
      const goodActs = Array.from({ length: times }, () => ({ month, event: good!.event }));
      const end = standingsOf(live({ month: 0, event: act.event }, ...goodActs))[month];
      return end !== undefined && end.score! >= opening.score;
    };
    const tried = good === null ? [] : Array.from({ length: MOST_GOOD + 1 }, (_, times) => times);
    return [
      {
        ...act,
        points: lowest - opening.score,
        goodActs: tried.find(isWonBackBy) ?? null,
        months: monthsWhile(ends, ({ score }) => score! < opening.score),
        monthsBelow: monthsWhile(ends, (end) => place(end) > place(opening)),
      },
    ];
  });
  return lost.length === 0 ? null : { opening, good, lost };
}

/** Every event at which some rule may enter points, in rulebook order. */
function actsOf({ rules }: Prepared): LifeEventKind[] {
  const entering = rules.filter(({ rule }) => rule.then.kind === "post");
  return [...new Set(entering.flatMap(({ consultedAt }) => LIFE_EVENT_KINDS.filter((kind) => consultedAt.has(kind))))];
}

function actIn({ entries }: Trace, event: LifeEventKind): Act {
  const entered = entries
    .flatMap(({ effects }) => effects)
    .flatMap((effect) => (effect.kind === "posting" && effect.reason === "rule" ? [effect] : []));
  return {
    event,
    rules: [...new Set(entered.map(({ rule }) => rule))],
    points: entered.reduce((sum, { points }) => sum + points, 0),
  };
}

/** Months from the first until it is no longer so, to stay. */
function monthsWhile(ends: readonly Standing[], isSo: (end: Standing) => boolean): number | null {
  const last = ends.findLastIndex(isSo);
  return last === ends.length - 1 ? null : last + 1;
}
