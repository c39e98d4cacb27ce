import { type CausalGraph, graphOf, isDerived, seqOf } from "../analysis/graph/graph.ts";
import { hasLapsed } from "../analysis/harms.ts";
import { knownTo } from "../analysis/readers.ts";
import type { Measure, Rule, RuleId } from "../model/rule.ts";
import { isWorse, ruleNamed } from "../model/rulebook.ts";
import type { Effect, EffectId, Entry, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { cautions, notKnown } from "./caution-notes.ts";
import { decisionAt, decisionSays } from "./decision-wording.ts";
import { groupedMeasures, measureNote } from "./measure-notes.ts";
import { cause, named, note, type Note, outcome, reason } from "./note.ts";
import { type Telling, under } from "./telling.ts";
import { evidenceSays } from "./rule-evidence.ts";
import {
  capital,
  classLabel,
  count,
  entryOf,
  happeningNoun,
  lapseSays,
  ledSays,
  listed,
  listName,
  monthSays,
  offSays,
  remarkSays,
  signed,
  toldSays,
  untilSays,
} from "./wording.ts";

/** Everything that came of an entry, as the auditor reads it; each note knows what other readers may see. */
export function notesOf(entry: Entry, telling: Telling): Note[] {
  const singles = entry.effects.flatMap((effect) => effectNote(effect, entry, telling));
  const measures = !telling.full
    ? groupedMeasures(entry, telling)
    : entry.effects.flatMap((effect) => measureNote(effect, telling));
  return [
    ...ownNote(entry),
    ...decidedNote(entry, telling),
    ...singles,
    ...grantedNote(entry, telling),
    ...measures,
    ...notKnown(entry, telling),
    ...cautions(entry, telling),
  ];
}

/** What is said of an entry apart from its effects. */
export function happeningNotes(entry: Entry, telling: Telling): Note[] {
  return [...ownNote(entry), ...decidedNote(entry, telling), ...grantedNote(entry, telling)];
}

function ownNote({ happening }: Entry): Note[] {
  return happening.kind === "life-event" && happening.own
    ? [note("own", [cause("Done under a restriction: the person's own act, marked as such")])]
    : [];
}

/** Who decided, and by which article. */
function decidedNote(entry: Entry, { trace, decisions }: Telling): Note[] {
  const decision = decisionAt(entry, decisions, trace);
  return decision === undefined ? [] : [note("decided", [cause(decisionSays(decision, trace.rulebook.sources))])];
}

/** What is said of one effect by itself. */
export function effectNotes(effect: Effect, entry: Entry, telling: Telling): Note[] {
  return [...effectNote(effect, entry, telling), ...measureNote(effect, telling)];
}

/** Points that returned, without moving the class, in entries not shown. */
export function quietReturnsNote(points: number, seqs: readonly number[]): Note {
  return note(
    "returns",
    [
      outcome(`Since the last sum ${signed(points)} returned quietly`),
      cause(`, at ${listed(seqs.map((seq) => `#${seq}`))}`),
    ],
    {
      knownTo: { clerk: "outcome", person: "nothing" },
    },
  );
}

function effectNote(effect: Effect, entry: Entry, telling: Telling): Note[] {
  const { trace, full } = telling;
  const hidden = !full;
  const rule = (id: RuleId): Rule => ruleNamed(trace.rulebook, id);
  switch (effect.kind) {
    case "posting":
      return [postingNote(effect, telling)];
    case "struck":
      return [
        note(
          "returns",
          [reason(rule(effect.rule).title), outcome(": what is on file for it is taken back")],
          under(rule(effect.rule), effect, telling),
        ),
      ];
    case "enlisted": {
      if (hidden && effect.list === "published-entries") return [];
      const until = untilSays(effect);
      const says = effect.first
        ? `Put on ${listName(effect.list)}, ${until}`
        : `A further ground for ${listName(effect.list)}, ${until}`;
      return [
        note(
          "list",
          [outcome(says), reason(`: ${rule(effect.rule).title}`)],
          under(rule(effect.rule), effect, telling),
        ),
      ];
    }
    case "delisted": {
      if (hidden && effect.list === "published-entries") return [];
      const off = outcome(capital(offSays(effect)));
      if (effect.rule === null)
        return [note("list", [off, reason(": the last term has ended")], { knownTo: knownTo(effect) })];
      const ended =
        effect.ground === null
          ? []
          : [cause(`, ${effect.last ? "with the last ground " : ""}“${rule(effect.ground).title}”`)];
      return [
        note(
          "list",
          [off, ...ended, reason(`: ${rule(effect.rule).title}`)],
          under(rule(effect.rule), effect, telling),
        ),
      ];
    }
    case "class-moved": {
      const moved = outcome(`Class ${effect.from} → ${classLabel(trace.rulebook, effect.to)}`);
      return [
        note(classMark(effect, trace), [moved, cause(`, ${classReason(effect, entry, trace)}`)], {
          telling: toldSays(effect.told, false),
          knownTo: knownTo(effect),
        }),
      ];
    }
    case "denied":
      return [deniedNote(effect, telling)];
    case "permitted":
      return [permittedNote(effect, entry, telling)];
    case "led":
      return hidden
        ? []
        : [
            note(
              "leads",
              [cause(`Leads to ${ledSays(effect.to)} in ${monthSays(effect.due)}: ${rule(effect.rule).title}`)],
              { evidence: evidenceSays(rule(effect.rule)) },
            ),
          ];
    case "remarked":
      return [note("remark", [cause(remarkSays(effect, trace))], { evidence: evidenceSays(rule(effect.rule)) })];
    case "deferred":
      return hidden
        ? []
        : [
            note("leads", [cause(`Takes effect in ${monthSays(effect.due)}: ${rule(effect.rule).title}`)], {
              evidence: evidenceSays(rule(effect.rule)),
            }),
          ];
    case "rests":
      return restsNote(effect, telling);
    // Whoever meant to do a thing knows that it came to nothing.
    case "lapsed":
      return [
        note("lapses", [outcome(lapseSays(effect))], {
          knownTo: {
            clerk: "nothing",
            person: hasLapsed(entry) && !isDerived(entry.happening) ? "outcome" : "nothing",
          },
        }),
      ];
    case "imposed":
    case "lifted":
      return [];
  }
}

export function classMark({ from, to }: { readonly from: string; readonly to: string }, { rulebook }: Trace) {
  return isWorse(rulebook, to, from) ? "class-down" : "class-up";
}

/** By which entry, on top of which others; of a class that rises and is still below the opening one, what still counts. */
function classReason({ id, from, to }: Extract<Effect, { kind: "class-moved" }>, { seq }: Entry, trace: Trace): string {
  const { causes } = graphOf(trace).node(id);
  const [first, ...others] = causes.map(entryOf);
  if (!isWorse(trace.rulebook, to, from) && first !== `#${seq}`) {
    const earliest = Math.min(...causes.map(seqOf));
    return `${count(causes.length, "entry", "entries")} still on file, ${others.length === 0 ? "" : "the earliest "}#${earliest}`;
  }
  return others.length === 0
    ? `by ${first}`
    : `by ${first}, on top of ${count(others.length, "earlier entry", "earlier entries")} still on file`;
}

function postingNote(effect: Extract<Effect, { kind: "posting" }>, telling: Telling): Note {
  const rule = ruleNamed(telling.trace.rulebook, effect.rule);
  const points = outcome(signed(effect.points));
  const known = { knownTo: knownTo(effect) };
  switch (effect.reason) {
    case "rule": {
      const returns = effect.expires === null ? [] : [outcome(`, until ${monthSays(effect.expires)}`)];
      return note("points", [points, reason(` ${rule.title}`), ...returns], under(rule, effect, telling));
    }
    case "expiry":
      return note(
        "returns",
        [
          outcome(signed(effect.points), { clerk: `${signed(effect.points)} returned` }),
          cause(` what ${entryOf(effect.of!)} still counted for has run out`),
          reason(`: ${rule.title}`),
        ],
        known,
      );
    case "strike":
      return note(
        "returns",
        [
          outcome(signed(effect.points), { clerk: `${signed(effect.points)} struck` }),
          cause(` ${entryOf(effect.of!)} is struck`),
          reason(`: ${rule.title}`),
        ],
        known,
      );
    case "floor":
      return note("returns", [points, outcome(" the score cannot fall below the floor")], known);
    case "ceiling":
      return note("returns", [points, outcome(" the score cannot rise above the ceiling")], known);
  }
}

/** A refusal, the rules that closed the door, since when, and what that goes back to in the end. */
function deniedNote(effect: Extract<Effect, { kind: "denied" }>, { trace }: Telling): Note {
  const graph = graphOf(trace);
  const rules = effect.measures.map((id) => ruleNamed(trace.rulebook, id));
  const titles = (of: readonly Rule[]): string =>
    of.length === 0 ? "" : ` under ${listed(of.map((rule) => `“${rule.title}”`))}`;
  const since = [...new Set(graph.node(effect.id).causes.map(entryOf))];
  const parts = [
    outcome("REFUSED"),
    named(titles(rules), { person: titles(rules.filter(({ told }) => told === "reason")) }),
    cause(`, in force since ${listed(since)}; goes back to ${rootsSay([...graph.roots(effect.id)], graph)}`),
  ];
  return note("refused", parts, {
    evidence: listed([...new Set(rules.map(evidenceSays))]),
    telling: toldSays(effect.told, false),
    knownTo: knownTo(effect),
  });
}

/** Which measures a permit lifts for the attempt; another may refuse it all the same. */
function permittedNote(effect: Extract<Effect, { kind: "permitted" }>, { effects }: Entry, telling: Telling): Note {
  const { trace } = telling;
  const graph = graphOf(trace);
  const rule = ruleNamed(trace.rulebook, effect.rule);
  const lifted = listed(effect.measures.map((id) => `“${ruleNamed(trace.rulebook, id).title}”`));
  const roots = [...graph.roots(effect.id)].filter((id) => id !== "0.0");
  return note(
    "open",
    [
      outcome(effects.some(({ kind }) => kind === "denied") ? "Permitted" : "Let through"),
      named(` by “${rule.title}”`),
      named(`, which lifts ${lifted} for this attempt`, { person: "" }),
      ...(roots.length === 0 ? [] : [cause(`; goes back to ${rootsSay(roots, graph)}`)]),
    ],
    under(rule, effect, telling),
  );
}

/** `a petition judged disruptive #2 #6, and a protest at an office #15`. */
function rootsSay(roots: readonly EffectId[], graph: CausalGraph): string {
  const nouns = [...new Set(roots.map((id) => happeningNoun(graph.node(id).entry.happening)))];
  return listed(
    nouns.map(
      (noun) =>
        `${noun} ${roots
          .filter((id) => happeningNoun(graph.node(id).entry.happening) === noun)
          .map(entryOf)
          .join(" ")}`,
    ),
  );
}

/** Where nothing shuts the door, that too is said; the person is let through and so knows it. */
function grantedNote(entry: Entry, { trace }: Telling): Note[] {
  const { happening } = entry;
  if (
    happening.kind !== "attempt" ||
    entry.effects.some((effect) => effect.kind === "denied" || effect.kind === "lapsed")
  )
    return [];
  const beside = entry.after.measures
    .map((id) => ruleNamed(trace.rulebook, id))
    .filter(({ then }) => concerns(then as Measure, happening.door));
  if (beside.length === 0 && entry.effects.some(({ kind }) => kind === "permitted")) return [];
  const how = beside.length === 0 ? [] : [named(`, ${listed(beside.map((rule) => `under “${rule.title}”`))}`)];
  return [
    note("open", [outcome("Not refused"), ...how], {
      evidence: beside.length === 0 ? null : listed([...new Set(beside.map(evidenceSays))]),
      knownTo: { clerk: "outcome", person: "outcome" },
    }),
  ];
}

function concerns({ scrutinises, prefers }: Measure, door: Door): boolean {
  return [...(scrutinises ?? []), ...(prefers ?? [])].includes(door);
}

function restsNote(effect: Extract<Effect, { kind: "rests" }>, { trace, full }: Telling): Note[] {
  const on = listed([...new Set(graphOf(trace).node(effect.id).causes.map(entryOf))]);
  const rests = (says: string): Note[] => [note("rests", [cause(says)])];
  switch (effect.on) {
    case "list":
      return effect.list === "published-entries" && !full
        ? []
        : rests(`Still on ${listName(effect.list)}: from now on it rests on ${on}`);
    case "class":
      return full ? rests(`Class ${effect.class} now rests on ${on}`) : [];
    case "measure":
      return full ? rests(`“${ruleNamed(trace.rulebook, effect.rule).title}” now rests on ${on}`) : [];
  }
}
