import { graphOf, seqOf } from "../../../analysis/graph/graph.ts";
import { isWorse } from "../../../model/rulebook.ts";
import type { Effect, EffectId, Trace } from "../../../model/trace.ts";
import { capital, listName, monthSays, offSays, remarkSays, signed, untilSays } from "../../wording.ts";
import type { Runs } from "../leaf.ts";
import { MARKS } from "../../marks.ts";
import { classMark } from "../../notes.ts";
import type { RuleReferences } from "./rule-reference.ts";

/** What a line of a row needs to know of where it stands. */
export interface Place {
  readonly label: string;
  /** Whether the new class is to be found out. */
  readonly classGap: boolean;
  readonly key: boolean;
  readonly references: RuleReferences;
  readonly trace: Trace;
}

/** One effect in a line for a class: the rule by its number, and nothing of evidence; `null` where there is nothing to say. */
export function effectLine(effect: Effect, place: Place): Runs | null {
  const { label, references } = place;
  switch (effect.kind) {
    case "posting":
      return postingLine(effect, place);
    case "class-moved":
      return [`${MARKS[classMark(effect, place.trace)]} ${movedSays(effect, place)}`];
    case "enlisted": {
      if (effect.list === "published-entries") return null;
      const until = untilSays(effect);
      const says = effect.first ? "Put on" : "A further ground for";
      return [`${MARKS.list} ${says} ${listName(effect.list)}, ${until}, by `, references.at(effect.rule, label)];
    }
    case "delisted": {
      if (effect.list === "published-entries") return null;
      const off = `${MARKS.list} ${capital(offSays(effect))}`;
      return effect.rule === null
        ? [`${off}: the last term has ended`]
        : [`${off}, by `, references.at(effect.rule, label)];
    }
    case "struck":
      return [`${MARKS.returns} What is on file for it is taken back, by `, references.at(effect.rule, label)];
    case "denied":
      return [
        { strong: `${MARKS.refused} REFUSED` },
        ...(effect.measures.length === 0 ? [] : [" under ", ...references.all(effect.measures, label)]),
        `, in force since ${entriesSay(graphOf(place.trace).node(effect.id).causes)}`,
      ];
    case "permitted":
      return [
        `${MARKS.open} `,
        references.at(effect.rule, label),
        " lifts ",
        ...references.all(effect.measures, label),
        " for this attempt",
      ];
    case "remarked":
      return [`${MARKS.remark} ${remarkSays(effect, place.trace)}`];
    case "imposed":
    case "lifted":
    case "rests":
    case "led":
    case "deferred":
    case "lapsed":
      return null;
  }
}

/** Where the new class is to be found out it is asked for beside the score, and only there. */
function movedSays(
  { id, from, to }: Extract<Effect, { kind: "class-moved" }>,
  { trace, classGap, key }: Place,
): string {
  const moves = classGap && !key ? "The class moves" : `Class ${from} → ${to}`;
  return isWorse(trace.rulebook, to, from)
    ? `${moves}, by ${entriesSay(graphOf(trace).node(id).causes.slice(0, 1))}`
    : `${moves}, since the score has risen`;
}

function postingLine(effect: Extract<Effect, { kind: "posting" }>, { label, references }: Place): Runs {
  const points = `${MARKS.points} ${signed(effect.points)}`;
  switch (effect.reason) {
    case "rule":
      return [
        `${points} by `,
        references.at(effect.rule, label),
        ...(effect.expires === null ? [] : [`, until ${monthSays(effect.expires)}`]),
      ];
    case "expiry":
      return [`${points}: what ${entriesSay([effect.of!])} took comes back`];
    case "strike":
      return [`${points}: what ${entriesSay([effect.of!])} took is struck`];
    case "floor":
      return [`${points}: the score cannot fall below the floor`];
    case "ceiling":
      return [`${points}: the score cannot rise above the ceiling`];
  }
}

/** `#7, #12`. */
export function entriesSay(ids: readonly EffectId[]): string {
  return [...new Set(ids.map((id) => `#${seqOf(id)}`))].join(", ");
}
