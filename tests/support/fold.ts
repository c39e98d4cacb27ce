import { classOf } from "../../src/model/rulebook.ts";
import type { Effect, Entry, Standing, Trace } from "../../src/model/trace.ts";
import { type CircumstanceName } from "../../src/model/vocabulary/circumstances.ts";
import { eventKind } from "../../src/model/vocabulary/events.ts";

/** The standing after each entry, made from nothing but the opening and the effects. */
export function foldStandings(trace: Trace): Standing[] {
  const { rulebook, opening } = trace;
  let score = opening.score;
  let band = opening.class;
  let lists = [...opening.lists];
  let measures = [...opening.measures];
  const circumstances = { ...opening.circumstances };

  const take = (effect: Effect, { month }: Entry): void => {
    switch (effect.kind) {
      case "posting":
        score = score! + effect.points;
        break;
      case "class-moved":
        band = effect.to;
        break;
      case "enlisted":
        if (effect.first) lists.push({ list: effect.list, since: month });
        break;
      case "delisted":
        if (effect.last) lists = lists.filter(({ list }) => list !== effect.list);
        break;
      case "imposed":
        measures.push(effect.rule);
        break;
      case "lifted":
        measures = measures.filter((rule) => rule !== effect.rule);
        break;
      default:
        break;
    }
  };

  return trace.entries.map((entry) => {
    const { happening, effects } = entry;
    for (const effect of effects) take(effect, entry);
    const lapsed = effects.some((effect) => effect.kind === "lapsed" && effect.rule === null);
    if (happening.kind === "life-event" && !lapsed) {
      for (const [name, value] of Object.entries(eventKind(happening.event).sets ?? {}) as [CircumstanceName, string][])
        circumstances[name] = value;
    }
    return {
      score,
      class: band,
      lists: [...lists],
      measures: rulebook.rules.filter(({ id }) => measures.includes(id)).map(({ id }) => id),
      circumstances: { ...circumstances },
    };
  });
}

/** The class that a score is in, where classes follow it at once. */
export function bandOf(trace: Trace, score: number): string {
  return classOf(trace.rulebook.scoring!, score);
}
