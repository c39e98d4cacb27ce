import { type Decision, decisionsIn, mostOf } from "../analysis/knowledge.ts";
import type { Measure, Rule } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Effect, Trace } from "../model/trace.ts";
import { DOOR_NAMES, type Door } from "../model/vocabulary/doors.ts";
import { eventKind } from "../model/vocabulary/events.ts";
import type { Section } from "./section.ts";
import { capital, count, doorName, entryOf, listed, listName, offSays, pointsSay, toldSays } from "./wording.ts";

/**
 * What the person was told, beside what was on file: each kind of decision once, with the entries at
 * which it was taken. The last column adds up to the decisions of the ledger.
 */
export function toldSection(trace: Trace): Section {
  const decisions = decisionsIn(trace);
  const kinds = new Map<string, { onFile: string; told: string; at: string[] }>();
  for (const decision of decisions) {
    const [onFile, told] = [onFileSays(decision.effects, trace), toTheirFace(decision, trace)];
    const key = `${onFile}\n${told}`;
    const kind = kinds.get(key) ?? { onFile, told, at: [] };
    kinds.set(key, { ...kind, at: [...kind.at, entryOf(decision.effects[0]!.id)] });
  }
  const rows = [...kinds.values()];
  return {
    heading: "What the person was told, beside what was on file",
    sentences:
      rows.length === 0
        ? ["No decision is taken on them."]
        : [
            `Each kind of decision stands here once, with the entries at which it was taken; together they are the ${count(decisions.length, "decision")} of the ledger.`,
          ],
    table:
      rows.length === 0
        ? null
        : {
            head: ["on file", "what the person was told", "at", "times"],
            words: 3,
            rows: rows.map(({ onFile, told, at }) => [onFile, told, entriesSay(at), String(at.length)]),
          },
  };
}

/** Past so many, only how many more there are. */
const MOST_NAMED = 24;

function entriesSay(at: readonly string[]): string {
  const more = at.length - MOST_NAMED;
  return more <= 0 ? at.join(" ") : `${at.slice(0, MOST_NAMED).join(" ")} and ${count(more, "more", "more")}`;
}

/** `isNamed`: which of the measures that close a door are named. */
function onFileSays(effects: readonly Effect[], trace: Trace, isNamed: (rule: Rule) => boolean = () => true): string {
  const [why, what] = [reasonOf(effects, trace, isNamed), outcomeOf(effects, trace)];
  return capital(why === "" ? what : `${what}: ${why}`);
}

function toTheirFace({ effects, published }: Decision, trace: Trace): string {
  const told = mostOf(effects.map((each) => each.told));
  switch (told) {
    case "nothing":
      return published ? "nothing; published, so it could be known" : "nothing";
    case "outcome":
      return `“${capital(outcomeOf(effects, trace))}”, and no reason`;
    case "reason":
      return `${toldSays(told, false)}: “${onFileSays(effects, trace, (rule) => rule.told === "reason")}”`;
  }
}

/** What was decided, without why. */
function outcomeOf(effects: readonly Effect[], trace: Trace): string {
  const [effect] = effects as readonly [Effect, ...Effect[]];
  switch (effect.kind) {
    case "posting":
      return pointsSay(effect.points);
    case "struck":
      return `${eventKind(effect.of).noun} taken off the file`;
    case "enlisted":
      return `put on ${listName(effect.list)}`;
    case "delisted":
      return offSays(effect);
    case "class-moved":
      return `class ${effect.from} → ${effect.to}`;
    case "denied":
      return `refused: ${doorName(effect.door)}`;
    case "permitted":
      return `permitted: ${doorName(effect.door)}`;
    case "imposed":
      return measuresSay(effects, trace, ["shut", "stricter checks", "put first"]);
    case "lifted":
      return measuresSay(effects, trace, ["open again", "no stricter checks any more", "no longer put first"]);
    case "rests":
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return "";
  }
}

/** The doors that all of them together are about. */
function measuresSay(effects: readonly Effect[], trace: Trace, says: readonly [string, string, string]): string {
  const measures = effects.flatMap((effect) =>
    "rule" in effect && effect.rule !== null ? [ruleNamed(trace.rulebook, effect.rule).then as Measure] : [],
  );
  return (["closes", "scrutinises", "prefers"] as const)
    .flatMap((what, at) => {
      const doors = DOOR_NAMES.filter((door: Door) => measures.some((measure) => measure[what]?.includes(door)));
      return doors.length === 0 ? [] : [`${says[at]!}: ${doors.map(doorName).join(" · ")}`];
    })
    .join("; ");
}

function reasonOf(effects: readonly Effect[], trace: Trace, isNamed: (rule: Rule) => boolean): string {
  const [effect] = effects as readonly [Effect, ...Effect[]];
  switch (effect.kind) {
    case "posting":
    case "enlisted":
    case "delisted":
    case "struck":
      return effect.rule === null ? "" : ruleNamed(trace.rulebook, effect.rule).title;
    case "permitted":
      return `by ${listed(
        effects.flatMap((each) =>
          each.kind === "permitted" ? [`“${ruleNamed(trace.rulebook, each.rule).title}”`] : [],
        ),
      )}`;
    case "denied":
      return `under ${listed(
        effect.measures
          .map((id) => ruleNamed(trace.rulebook, id))
          .filter(isNamed)
          .map(({ title }) => `“${title}”`),
      )}`;
    default:
      return "";
  }
}
