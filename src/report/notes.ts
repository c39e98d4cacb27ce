import type { Causes } from "../analysis/causes.ts";
import { decisiveLeaves } from "../model/condition.ts";
import { weakest } from "../model/evidence.ts";
import { evidenceOf, type Measure, type Rule, type RuleId } from "../model/rule.ts";
import { ruleNamed } from "../model/rulebook.ts";
import type { Effect, EffectId, Entry, Trace } from "../model/trace.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import { NOT_KNOWN } from "../model/vocabulary/circumstances.ts";
import type { Detail } from "./visible.ts";
import {
  capital, classLabel, count, doorName, entryOf, evidenceSays, happeningNoun, lapseSays, ledSays, listed, listName, measureSays, monthSays, signed, sourcesOf, toldSays,
} from "./wording.ts";

/** What kind of thing a note tells; layouts may mark it, never by colour alone. */
export type NoteKind = "points" | "returns" | "list" | "class" | "shut" | "open" | "scrutiny" | "priority" | "refused" | "leads" | "rests" | "lapses" | "own" | "not-known" | "caution";

/** One thing that came of an entry, with how good the ground for it is and what the person was told. */
export interface Note {
  readonly kind: NoteKind;
  readonly says: string;
  /** Evidence, sources, what was told; printed small. */
  readonly aside: string | null;
}

/** What the telling of a trace needs at hand. */
export interface Telling {
  readonly trace: Trace;
  readonly causes: Causes;
  readonly detail: Detail;
  readonly published: ReadonlySet<EffectId>;
  /** Each caution is printed once in full, and then by where it stands. */
  readonly cautioned: Map<string, number>;
  /** Long lists of doors are printed once, and then by the entry where they stand. */
  readonly listedDoors: Map<string, number>;
}

export function notesOf(entry: Entry, telling: Telling): Note[] {
  const own = entry.happening.kind === "life-event" && entry.happening.own ? [note("own", "Done under a restriction: the person's own act, marked as such")] : [];
  const singles = entry.effects.flatMap((effect) => effectNote(effect, telling));
  const measures = telling.detail === "summary" ? groupedMeasures(entry, telling) : entry.effects.flatMap((effect) => measureNote(effect, telling));
  return [...own, ...singles, ...grantedNote(entry, telling), ...measures, ...notKnown(entry, telling), ...cautions(entry, telling)];
}

function note(kind: NoteKind, says: string, aside: string | null = null): Note {
  return { kind, says, aside };
}

/** Points that returned, without moving the class, in entries not shown. */
export function quietReturnsNote(points: number, seqs: readonly number[]): Note {
  return note("returns", `Since the last sum ${signed(points)} returned quietly, at ${listed(seqs.map((seq) => `#${seq}`))}`);
}

function aside(rule: Rule, effect: Effect, { published }: Telling): string {
  return `${evidenceSays(rule)} · ${toldSays(effect.told, published.has(effect.id), rule)}`;
}

function effectNote(effect: Effect, telling: Telling): Note[] {
  const { trace, detail } = telling;
  const hidden = detail === "summary";
  const rule = (id: RuleId): Rule => ruleNamed(trace.rulebook, id);
  switch (effect.kind) {
    case "posting": return [postingNote(effect, telling)];
    case "struck": return [note("returns", `${rule(effect.rule).title}: what is on file for it is taken back`, aside(rule(effect.rule), effect, telling))];
    case "enlisted": {
      if (hidden && effect.list === "published-entries") return [];
      const until = effect.until === null ? "with no end" : `until ${monthSays(effect.until)}`;
      const says = effect.first ? `Put on ${listName(effect.list)}, ${until}` : `A further ground for ${listName(effect.list)}, ${until}`;
      return [note("list", `${says}: ${rule(effect.rule).title}`, aside(rule(effect.rule), effect, telling))];
    }
    case "delisted": {
      if (hidden && effect.list === "published-entries") return [];
      const why = effect.rule === null ? "the last term has ended" : rule(effect.rule).title;
      return [note("list", `Off ${listName(effect.list)}: ${why}`, effect.rule === null ? null : aside(rule(effect.rule), effect, telling))];
    }
    case "class-moved": {
      return [note("class", `Class ${effect.from} → ${classLabel(trace.rulebook, effect.to)}, ${classReason(effect, trace)}`, toldSays(effect.told, false))];
    }
    case "denied": return [deniedNote(effect, telling)];
    case "led": return hidden ? [] : [note("leads", `Leads to ${ledSays(effect.to)} in ${monthSays(effect.due)}: ${rule(effect.rule).title}`, evidenceSays(rule(effect.rule)))];
    case "deferred": return hidden ? [] : [note("leads", `Takes effect in ${monthSays(effect.due)}: ${rule(effect.rule).title}`, evidenceSays(rule(effect.rule)))];
    case "rests": return restsNote(effect, telling);
    case "lapsed": return [note("lapses", lapseSays(effect))];
    case "imposed": case "lifted": return [];
  }
}

/** Down: by which entry, on top of which others. Up: what still counts. */
function classReason({ from, to, because }: Extract<Effect, { kind: "class-moved" }>, trace: Trace): string {
  const bands = trace.rulebook.scoring!.classes.map((band) => band.id);
  const [first, ...others] = because.map(entryOf);
  if (bands.indexOf(to) > bands.indexOf(from)) {
    return others.length === 0 ? `by ${first}` : `by ${first}, on top of ${count(others.length, "earlier entry", "earlier entries")} still on file`;
  }
  return others.length === 0 ? `by ${first}` : `${count(because.length, "entry", "entries")} still on file, from ${first} on`;
}

function postingNote(effect: Extract<Effect, { kind: "posting" }>, telling: Telling): Note {
  const rule = ruleNamed(telling.trace.rulebook, effect.rule);
  const points = `${signed(effect.points)}`;
  switch (effect.reason) {
    case "rule": {
      const returns = effect.expires === null ? "" : `, until ${monthSays(effect.expires)}`;
      return note("points", `${points} ${rule.title}${returns}`, aside(rule, effect, telling));
    }
    case "expiry": return note("returns", `${points} what ${entryOf(effect.of!)} still counted for has run out: ${rule.title}`);
    case "strike": return note("returns", `${points} ${entryOf(effect.of!)} is struck: ${rule.title}`);
    case "floor": return note("returns", `${points} the score cannot fall below the floor`);
    case "ceiling": return note("returns", `${points} the score cannot rise above the ceiling`);
  }
}

/** A refusal, the rules that closed the door, since when, and what that goes back to in the end. */
function deniedNote(effect: Extract<Effect, { kind: "denied" }>, { trace, causes }: Telling): Note {
  const rules = effect.measures.map((id) => ruleNamed(trace.rulebook, id));
  const since = [...new Set(effect.because.map(entryOf))];
  const says = `REFUSED under ${listed(rules.map((rule) => `“${rule.title}”`))}, in force since ${listed(since)}; goes back to ${rootsSay([...causes.roots(effect.id)], causes)}`;
  return note("refused", says, `${listed([...new Set(rules.map(evidenceSays))])} · ${toldSays(effect.told, false)}`);
}

/** `a petition judged disruptive #2 #6, and a protest at an office #15`. */
function rootsSay(roots: readonly EffectId[], causes: Causes): string {
  const nouns = [...new Set(roots.map((id) => happeningNoun(causes.link(id).entry.happening)))];
  return listed(nouns.map((noun) => `${noun} ${roots.filter((id) => happeningNoun(causes.link(id).entry.happening) === noun).map(entryOf).join(" ")}`));
}

/** Where nothing shuts the door, that too is said. */
function grantedNote(entry: Entry, { trace }: Telling): Note[] {
  const { happening } = entry;
  if (happening.kind !== "attempt" || entry.effects.some((effect) => effect.kind === "denied" || effect.kind === "lapsed")) return [];
  const under = entry.after.measures.map((id) => ruleNamed(trace.rulebook, id)).filter(({ then }) => concerns(then as Measure, happening.door));
  const how = under.map((rule) => `under “${rule.title}”`);
  return [note("open", `Not refused${how.length === 0 ? "" : `, ${listed(how)}`}`, under.length === 0 ? null : listed([...new Set(under.map(evidenceSays))]))];
}

function concerns({ scrutinises, prefers }: Measure, door: Door): boolean {
  return [...(scrutinises ?? []), ...(prefers ?? [])].includes(door);
}

function restsNote(effect: Extract<Effect, { kind: "rests" }>, { trace, detail }: Telling): Note[] {
  const on = listed([...new Set(effect.because.map(entryOf))]);
  switch (effect.on) {
    case "list": return effect.list === "published-entries" && detail === "summary" ? [] : [note("rests", `Still on ${listName(effect.list)}: from now on it rests on ${on}`)];
    case "class": return detail === "summary" ? [] : [note("rests", `Class ${effect.class} now rests on ${on}`)];
    case "measure": return detail === "summary" ? [] : [note("rests", `“${ruleNamed(trace.rulebook, effect.rule).title}” now rests on ${on}`)];
  }
}

function measureNote(effect: Effect, telling: Telling): Note[] {
  if (effect.kind !== "imposed" && effect.kind !== "lifted") return [];
  const rule = ruleNamed(telling.trace.rulebook, effect.rule);
  const measure = rule.then as Measure;
  const kind = effect.kind === "lifted" ? "open" : measure.closes !== undefined ? "shut" : measure.scrutinises !== undefined ? "scrutiny" : "priority";
  const says = effect.kind === "imposed" ? `In force: ${rule.title} (${measureSays(measure)}), from ${listed([...new Set(effect.because.map(entryOf))])}` : `Ends: ${rule.title}`;
  return [note(kind, says, effect.kind === "imposed" ? aside(rule, effect, telling) : null)];
}

/** At summary detail, what measures did is told by door: which are now shut, which are open again. */
function groupedMeasures(entry: Entry, telling: Telling): Note[] {
  const { trace } = telling;
  const before = entry.seq === 0 ? trace.opening.measures : trace.entries[entry.seq - 1]!.after.measures;
  return (["closes", "scrutinises", "prefers"] as const).flatMap((what) => {
    const was = doorsBy(trace, before, what);
    const is = doorsBy(trace, entry.after.measures, what);
    const begun = [...is].filter((door) => !was.has(door));
    const ended = [...was].filter((door) => !is.has(door));
    const [begins, ends, kind] = GROUPED[what];
    return [
      ...(begun.length === 0 ? [] : [note(kind, `${begins}: ${doors(begun, entry, telling)}`, groupAside(entry, what, telling))]),
      ...(ended.length === 0 ? [] : [note(what === "closes" ? "open" : kind, `${ends}: ${doors(ended, entry, telling)}`)]),
    ];
  });
}

const GROUPED = {
  closes: ["Now shut", "Open again", "shut"],
  scrutinises: ["Stricter checks from now on", "No stricter checks any more", "scrutiny"],
  prefers: ["Put first", "No longer put first", "priority"],
} as const;

function doors(names: readonly Door[], { seq }: Entry, { listedDoors }: Telling): string {
  const text = [...names].sort().map(doorName).join(" · ");
  const first = listedDoors.get(text);
  if (first !== undefined && first !== seq && names.length > 3) return `the ${names.length} doors named at #${first}`;
  listedDoors.set(text, first ?? seq);
  return text;
}

function doorsBy(trace: Trace, measures: readonly RuleId[], what: keyof typeof GROUPED): Set<Door> {
  return new Set(measures.flatMap((id) => (ruleNamed(trace.rulebook, id).then as Measure)[what] ?? []));
}

function groupAside(entry: Entry, what: keyof typeof GROUPED, { trace }: Telling): string {
  const imposed = entry.effects.filter((effect) => effect.kind === "imposed" && (ruleNamed(trace.rulebook, effect.rule).then as Measure)[what] !== undefined);
  const rules = imposed.map((effect) => ruleNamed(trace.rulebook, (effect as { rule: RuleId }).rule));
  const sources = [...new Set(rules.flatMap(sourcesOf))];
  return `${rules.length === 1 ? `“${rules[0]!.title}”` : `${rules.length} rules`} · ${weakest(rules.map(evidenceOf))} [${sources.join(", ")}] · ${toldSays(imposed[0]?.told ?? "nothing", false, rules[0])}`;
}

/** Where a circumstance that nobody knew was taken as grounds. */
function notKnown(entry: Entry, { trace }: Telling): Note[] {
  return entry.findings.filter(({ matched }) => matched).flatMap(({ rule: id, met }) => {
    const rule = ruleNamed(trace.rulebook, id);
    const decisive = decisiveLeaves(rule.when, met.map(({ holds }) => holds));
    const counted = decisive.filter((index) => met[index]!.actual === NOT_KNOWN);
    return counted.length === 0 ? [] : [note("not-known", `“${rule.title}” took what is not known as grounds`)];
  });
}

function cautions(entry: Entry, { trace, cautioned }: Telling): Note[] {
  const rules = entry.effects.flatMap((effect) => (effect.kind === "denied" ? effect.measures : effect.kind === "led" || !("rule" in effect) || effect.rule === null || effect.kind === "lifted" ? [] : [effect.rule]));
  return [...new Set(rules.map((id) => ruleNamed(trace.rulebook, id).caution))].flatMap((caution) => {
    if (caution === undefined) return [];
    const first = cautioned.get(caution);
    if (first !== undefined) return [];
    cautioned.set(caution, entry.seq);
    return [note("caution", `Caution: ${capital(caution)}`)];
  });
}
