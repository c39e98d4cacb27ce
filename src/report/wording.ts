import type { CausalNode } from "../analysis/graph/graph.ts";
import { lossAt } from "../analysis/harms.ts";
import type { Reader } from "../analysis/readers.ts";
import type { Evidence } from "../model/evidence.ts";
import { type Citation, sourceOf, placeOf } from "../model/citation.ts";
import type { Measure, NumberNote, Rule, RuleId, Told } from "../model/rule.ts";
import { ruleNamed, type Rulebook } from "../model/rulebook.ts";
import { printMonth } from "../model/story-time.ts";
import type { Effect, EffectId, Entry, Happening, LedTo, QuietMoment, Trace } from "../model/trace.ts";
import { DOORS, type Door, PURPOSES, type Purpose } from "../model/vocabulary/doors.ts";
import { eventKind, INTERNAL_EVENTS } from "../model/vocabulary/events.ts";
import { LISTS, type ListId } from "../model/vocabulary/lists.ts";
import { NAMES } from "../model/vocabulary/names.ts";
import { lived } from "./lived-wording.ts";
import { LOSS, MARKS } from "./marks.ts";

/*
 * One wording for every format: sentences stand here, layouts elsewhere, so that they cannot
 * disagree.
 */

/** `Luo Min 罗敏`. */
export function personName({ persona }: Pick<Trace, "persona">): string {
  const { latin, chinese } = NAMES[persona.name];
  return `${latin} ${chinese}`;
}

export function shortName({ persona }: Pick<Trace, "persona">): string {
  return NAMES[persona.name].latin;
}

/** A number of points with a true minus sign: `−30`, `+10`. */
export function signed(points: number): string {
  return points < 0 ? `−${Math.abs(points)}` : `+${points}`;
}

/** `−1 point`, `+10 points`. */
export function pointsSay(points: number): string {
  return `${signed(points)} ${Math.abs(points) === 1 ? "point" : "points"}`;
}

/** `1,000`, in every locale. */
export function whole(number: number): string {
  return (number < 0 ? "−" : "") + String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${whole(number)} ${number === 1 ? one : many}`;
}

/** `2 of the 17 refusals`, `no loss`, `both months`: some of what is there, of which there is at least one. */
export function someOf(some: number, of: number, one: string, many = `${one}s`): string {
  if (some === 0) return `no ${one}`;
  if (some === of) return allOf(of, one, many);
  return `${whole(some)} of the ${whole(of)} ${many}`;
}

/** `all 3 rules`, `both rules`, `the one rule`. */
export function allOf(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `the one ${one}` : number === 2 ? `both ${many}` : `all ${whole(number)} ${many}`;
}

/** `17 of 21 attempts are`, `all 3 attempts are`, `none of 4 attempts is`, `the one attempt is not`: before what they are. */
export function partOf(
  some: number,
  of: number,
  noun: readonly [one: string, many: string],
  [is, are]: readonly [one: string, many: string] = ["is", "are"],
): string {
  if (some === of || of === 1) return `${allOf(of, ...noun)} ${of === 1 ? is : are}${some === of ? "" : " not"}`;
  return `${some === 0 ? "none" : whole(some)} of ${whole(of)} ${noun[1]} ${some < 2 ? is : are}`;
}

/** `no loss`, `1 loss`, `2 losses`. */
export function countOrNo(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? `no ${one}` : count(number, one, many);
}

/** `once`, `twice`, `3 times`. */
export function times(number: number): string {
  return ["never", "once", "twice"][number] ?? `${whole(number)} times`;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `a, b or c`. */
export function orOf(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)!}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function doorName(door: Door): string {
  return DOORS[door].short;
}

/** `off the court's defaulter list`, or one ground fewer for being on it. */
export function offSays({ list, last }: Extract<Effect, { kind: "delisted" }>, called = listName(list)): string {
  return last ? `off ${called}` : `a ground for ${called} has ended`;
}

export function listName(list: ListId): string {
  const { title, chinese } = LISTS[list];
  return chinese === "" ? title : `${title} (${chinese})`;
}

function tries(door: Door, purpose: Purpose): string {
  return `${DOORS[door].name}${PURPOSES[purpose].says === "" ? "" : `, ${PURPOSES[purpose].says}`}`;
}

/** What happened, as a clause with a capital. */
export function happeningSays(happening: Happening, trace: Trace): string {
  switch (happening.kind) {
    case "opening":
      return "The story opens";
    case "life-event":
      return capital(eventKind(happening.event).says);
    case "attempt":
      return `Tries for ${tries(happening.door, happening.purpose)}`;
    case "internal":
      return internalSays(happening);
    case "deferred":
      return `Comes due: ${ruleNamed(trace.rulebook, happening.rule).title}`;
    case "term":
      return happening.what === "points" ? "Points return" : "A term on a list ends";
    case "classification":
      return "The year's classes are assigned";
    case "runaway":
      return `The rulebook never settles: ${happening.cycle.join(" → ")} → …`;
  }
}

/**
 * An entry, or entries that followed from it in one line: what happened, whether it was refused, “as in
 * #16”. In rows refusals and losses bear their marks, so that they can be counted; what was a loss, and
 * so had been led to, only the auditor knows.
 */
export function episodeSays(
  entries: readonly Entry[],
  asIn: number | null,
  trace: Trace,
  { reader, marked = false }: { readonly reader?: Reader; readonly marked?: boolean } = {},
): string {
  const [head, ...rest] = entries as [Entry, ...Entry[]];
  const mark = (entry: Entry): string => (marked && reader === undefined && lossAt(entry) !== null ? `${LOSS} ` : "");
  const says = `${mark(head)}${happeningTo(reader, head.happening, trace).says}`;
  if (rest.length === 0 && asIn === null) return says;
  const isRefused = head.effects.some((effect) => effect.kind === "denied");
  const refused = isRefused ? `: ${marked ? `${MARKS.refused} ` : ""}refused` : "";
  const then =
    rest.length > 0
      ? `; ${listed(rest.map((entry) => `${mark(entry)}${happeningTo(reader, entry.happening, trace).noun}`))}`
      : "";
  return `${says}${refused}${then}${asIn === null ? "" : `, as in #${asIn}`}`;
}

/** At the counter nobody is asked what a try is for; the person is told nothing of how an act was judged. */
function happeningTo(
  reader: Reader | undefined,
  happening: Happening,
  trace: Trace,
): { readonly says: string; readonly noun: string } {
  if (reader === "person" && happening.kind === "life-event")
    return { says: capital(lived(happening.event).says), noun: lived(happening.event).noun };
  const seen =
    reader === "clerk" && happening.kind === "attempt" ? { ...happening, purpose: "none" as const } : happening;
  return { says: happeningSays(seen, trace), noun: happeningNoun(seen) };
}

/** What stands over something whose occasion the reader does not see. */
export function sightSays(reader: Reader): string {
  return reader === "clerk" ? "The file changes" : "Is told";
}

/** A moment that made no entry. */
export function quietSays({ event, subject }: Pick<QuietMoment, "event" | "subject">): string {
  return internalSays({ event, subject });
}

function internalSays(happening: Pick<QuietMoment, "event" | "subject">): string {
  const { subject } = happening;
  const about = subject.list !== undefined ? `: ${listName(subject.list)}` : "";
  return `${INTERNAL_EVENTS[happening.event].says}${about}`;
}

/** Until when a ground of a list stands. */
export function untilSays({ until }: Pick<Extract<Effect, { kind: "enlisted" }>, "until">): string {
  if (until === "unknown") return "for a term that is not known";
  return until === null ? "with no end" : `until ${monthSays(until)}`;
}

/** Months counted; `up to 24` where some of them rest on a term that no source gives. */
export function monthsCounted(months: number, upTo: boolean | undefined): string {
  return `${upTo === true ? "up to " : ""}${whole(months)}`;
}

/** What happened, as a noun for chains and lists of causes. */
export function happeningNoun(happening: Happening): string {
  switch (happening.kind) {
    case "opening":
      return "the opening";
    case "life-event":
      return eventKind(happening.event).noun;
    case "attempt":
      return `trying for ${DOORS[happening.door].name}`;
    case "internal":
      return INTERNAL_EVENTS[happening.event].noun;
    case "deferred":
      return "what came due";
    case "term":
      return happening.what === "points" ? "points returning" : "the end of a term";
    case "classification":
      return "the yearly classes";
    case "runaway":
      return "a rulebook that never settles";
  }
}

/** A link of a chain in a few words; `null` for links that say nothing of their own. */
export function linkSays(
  { effect, entry }: Pick<CausalNode, "effect" | "entry">,
  { rulebook }: Pick<Trace, "rulebook">,
): string | null {
  if (effect === null) {
    const { happening } = entry;
    return happening.kind === "life-event" || happening.kind === "opening" ? happeningNoun(happening) : null;
  }
  switch (effect.kind) {
    case "posting":
      return effect.reason === "rule" ? pointsSay(effect.points) : null;
    case "enlisted":
      return effect.list === "published-entries" ? "the entry is published" : `on ${LISTS[effect.list].title}`;
    case "delisted":
      return offSays(effect, LISTS[effect.list].title);
    case "class-moved":
      return `class ${effect.to}`;
    case "denied":
      return `refused: ${DOORS[effect.door].short}`;
    case "permitted":
      return `permitted: ${DOORS[effect.door].short}`;
    case "imposed": {
      const { title, then } = ruleNamed(rulebook, effect.rule);
      return (then as Measure).closes === undefined ? title : null;
    }
    case "struck":
      return "an entry taken back";
    case "lifted":
    case "rests":
    case "led":
    case "remarked":
    case "deferred":
    case "lapsed":
      return null;
  }
}

/** `#7` for `7.3`. */
export function entryOf(id: EffectId): string {
  return `#${id.split(".")[0]}`;
}

/** Every source that the rule or one of its numbers cites; what the person was told has sources of its own. */
export function sourcesOf(rule: Rule): string[] {
  const citations = [...rule.citations, ...Object.values(rule.numbers ?? {}).flatMap((note) => note.citations)];
  return [...new Set(citations.map(sourceOf))];
}

/** How good the ground is for one thing that a rule states, and where it stands. */
interface EvidencePart {
  readonly of: string;
  readonly level: Evidence;
  readonly citations: readonly Citation[];
  readonly comment?: string;
}

/** What the evidence says of the conduct and of each number, where they differ. */
export function evidenceParts(rule: Rule): EvidencePart[] {
  const numbers = Object.entries(rule.numbers ?? {}).map(([name, note]) =>
    evidencePart(NUMBER_SAYS[name as keyof typeof NUMBER_SAYS], note),
  );
  return [{ of: "the rule", level: rule.evidence, citations: rule.citations }, ...numbers];
}

/** Likewise of what the person is told; that somebody is told without a source is ours. */
export function toldParts({ told, toldNote }: Rule): EvidencePart[] {
  if (toldNote === undefined && told === "nothing") return [];
  return [evidencePart(`what the person is told (${told})`, toldNote ?? { evidence: "invented", citations: [] })];
}

function evidencePart(of: string, { evidence: level, citations, comment }: NumberNote): EvidencePart {
  return { of, level, citations, ...(comment === undefined ? {} : { comment }) };
}

const NUMBER_SAYS = {
  points: "the points",
  expiresAfterMonths: "when they return",
  termMonths: "the term",
  afterMonths: "the delay",
  when: "the numbers in its conditions",
};

/** `[CD10] on the range of one entry`; of the sources of the rulebook in which it is cited. */
export function citationSays(citation: Citation, sources: Rulebook["sources"]): string {
  const source = sourceOf(citation);
  return `[${source}] ${sources[source]!.places[placeOf(citation)]}`;
}

const TOLD_SAYS: Record<Told, string> = {
  nothing: "told nothing",
  outcome: "told the outcome, no reason",
  reason: "told, with the reason",
};

/** `couldBeKnown`: a published reason that the person may have found. `rule`: whose word for it is cited. */
export function toldSays(told: Told, couldBeKnown: boolean, rule?: Rule): string {
  const sources = [...new Set((rule?.toldNote?.citations ?? []).map(sourceOf))];
  const cited = sources.length === 0 ? "" : ` [${sources.join(", ")}]`;
  return `${TOLD_SAYS[told]}${cited}${told === "nothing" && couldBeKnown ? "; published, so it could be known" : ""}`;
}

export function ledSays(to: LedTo): string {
  return "event" in to ? eventKind(to.event).noun : `an attempt: ${tries(to.attempt, to.purpose)}`;
}

export function lapseSays(effect: Extract<Effect, { kind: "lapsed" }>): string {
  switch (effect.why) {
    case "needs":
      return "Does not come about: what it needs no longer holds";
    case "unchanged":
      return "Does not come about: it would change nothing any more";
    case "already":
      return `Leads to ${ledSays(effect.to)}, which has already happened this month`;
  }
}

/** The sentence of a rule that remarks. */
export function remarkSays({ rule }: { readonly rule: RuleId }, { rulebook }: Pick<Trace, "rulebook">): string {
  const { then } = ruleNamed(rulebook, rule);
  return then.kind === "remark" ? capital(then.says) : "";
}

/** What a measure does, in a few words. */
export function measureSays(measure: Measure): string {
  const parts = [
    ...(measure.closes === undefined ? [] : [`shuts ${listed(measure.closes.map(doorName))}`]),
    ...(measure.scrutinises === undefined ? [] : [`stricter checks for ${listed(measure.scrutinises.map(doorName))}`]),
    ...(measure.prefers === undefined ? [] : [`puts first for ${listed(measure.prefers.map(doorName))}`]),
  ];
  return parts.join("; ");
}

export function classLabel(rulebook: Rulebook, id: string): string {
  const band = rulebook.scoring?.classes.find((each) => each.id === id);
  return band === undefined ? id : `${id} (${band.label}${band.chinese === undefined ? "" : ` ${band.chinese}`})`;
}

export function monthSays(month: number): string {
  return printMonth(month);
}
