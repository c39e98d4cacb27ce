import { graphOf } from "../../analysis/graph/graph.ts";
import { knowsHappening, knownTo, type Reader, type View } from "../../analysis/readers.ts";
import type { FixtureDecision } from "../../model/decision.ts";
import type { Rule } from "../../model/rule.ts";
import { ruleNamed } from "../../model/rulebook.ts";
import type { Effect, Entry, Trace } from "../../model/trace.ts";
import { noteFor, noteSays } from "../note.ts";
import { effectNotes, happeningNotes } from "../notes.ts";
import { type Telling, tellingOf } from "../telling.ts";
import { doorName, episodeSays, listed, listName, monthSays, sightSays, sourcesOf } from "../wording.ts";

/** `told` is what the rule says; `told in words` stands only in the view side by side. */
export const COLUMNS = [
  "month",
  "entry",
  "effect",
  "what happened",
  "kind",
  "in words",
  "rule",
  "title",
  "points",
  "score after",
  "class after",
  "door",
  "list",
  "because",
  "told",
  "told in words",
  "evidence",
  "sources",
] as const;

export type Cell = string | number | null;
export type EffectRecord = Readonly<Record<(typeof COLUMNS)[number], Cell>>;

/** A record for each effect, and for an entry without effects or whose attempt was let through, as far as the view sees it. */
export function recordsOf(trace: Trace, view: View, decisions: readonly FixtureDecision[] = []): EffectRecord[] {
  const telling = tellingOf(trace, true, decisions);
  return trace.entries.flatMap((entry) => {
    const itself = entry.effects.length === 0 || happeningNotes(entry, telling).length > 0 ? [null] : [];
    if (view === "clerk" || view === "person") return seenRecords(view, entry, telling);
    return [...itself, ...entry.effects].map((effect) => recordOf(entry, effect, telling, view));
  });
}

function recordOf(entry: Entry, effect: Effect | null, telling: Telling, view: View): EffectRecord {
  const { trace } = telling;
  const rules = effect === null ? [] : rulesOf(effect, trace);
  const notes = effect === null ? happeningNotes(entry, telling) : effectNotes(effect, entry, telling);
  const id = effect?.id ?? `${entry.seq}.0`;
  return {
    month: monthSays(entry.month),
    entry: entry.seq,
    effect: id,
    "what happened": episodeSays([entry], null, trace),
    kind: effect?.kind ?? entry.happening.kind,
    "in words": notes.map(noteSays).join("; "),
    rule: rules.map(({ id }) => id).join(" "),
    title: rules.map(({ title }) => title).join("; "),
    points: effect?.kind === "posting" ? effect.points : null,
    "score after": entry.after.score,
    "class after": entry.after.class,
    door:
      effect?.kind === "denied"
        ? doorName(effect.door)
        : entry.happening.kind === "attempt"
          ? doorName(entry.happening.door)
          : null,
    list: effect !== null && "list" in effect ? listName(effect.list) : null,
    because: graphOf(trace).node(id).causes.join(" "),
    told: effect?.told ?? null,
    "told in words":
      view === "side-by-side"
        ? notes
            .flatMap((note) => noteFor("person", note))
            .map(noteSays)
            .join("; ")
        : null,
    evidence: listed([...new Set(rules.map((each) => each.evidence))]),
    sources: [...new Set(rules.flatMap(sourcesOf))].join(" "),
  };
}

function rulesOf(effect: Effect, { rulebook }: Trace): Rule[] {
  const ids =
    effect.kind === "denied" ? effect.measures : "rule" in effect && effect.rule !== null ? [effect.rule] : [];
  return ids.map((id) => ruleNamed(rulebook, id));
}

/** What a reader sees of an entry: its effects, or where they see none of those, that it happened. */
function seenRecords(reader: Reader, entry: Entry, telling: Telling): EffectRecord[] {
  const happening = knowsHappening(reader, entry, graphOf(telling.trace));
  const says = happening ? episodeSays([entry], null, telling.trace, { reader }) : sightSays(reader);
  const effects = entry.effects.filter((effect) => notesFor(reader, entry, effect, telling) !== "");
  const seen = effects.length === 0 && happening ? [null] : effects;
  return seen.map((effect) => ({
    ...recordOf(entry, effect, telling, reader),
    ...HIDDEN,
    "what happened": says,
    "in words": notesFor(reader, entry, effect, telling),
    title: effect === null ? null : titleFor(reader, effect, telling.trace),
    ...(reader === "person" ? { "score after": null, "class after": null } : {}),
  }));
}

const HIDDEN = { because: null, told: null, "told in words": null, evidence: null, sources: null, rule: null };

function notesFor(reader: Reader, entry: Entry, effect: Effect | null, telling: Telling): string {
  const notes = effect === null ? happeningNotes(entry, telling) : effectNotes(effect, entry, telling);
  return notes
    .flatMap((note) => noteFor(reader, note))
    .map(noteSays)
    .join("; ");
}

/** A clerk sees what a measure is called and what points were entered for; the person what they were told with its reason. */
function titleFor(reader: Reader, effect: Effect, trace: Trace): string | null {
  const isNamed = ["denied", "permitted", "imposed", "lifted"].includes(effect.kind);
  const open = reader === "clerk" ? isNamed || knownTo(effect).clerk === "reason" : effect.told === "reason";
  const rules = rulesOf(effect, trace).filter(({ told }) => reader === "clerk" || told === "reason");
  return open && rules.length > 0 ? rules.map(({ title }) => title).join("; ") : null;
}
