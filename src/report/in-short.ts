import { givenAs, graphOf, seqOf } from "../analysis/graph/graph.ts";
import type { ByEvidence } from "../analysis/by-evidence.ts";
import type { Harm } from "../analysis/harms.ts";
import type { Ledger } from "../analysis/ledger.ts";
import { HARM_KINDS, type HarmKind } from "../analysis/outcome.ts";
import type { Entry, Trace } from "../model/trace.ts";
import { eventKind, type LifeEventKind } from "../model/vocabulary/events.ts";
import {
  capital,
  count,
  happeningNoun,
  linkSays,
  listed,
  monthSays,
  monthsCounted,
  partOf,
  shortName,
  someOf,
  times,
  whole,
} from "./wording.ts";

/** Two or three computed sentences: what a reader should take away in half a minute. */
export function inShort(trace: Trace, ledger: Ledger, byEvidence: ByEvidence | null): string[] {
  return [
    ...scoreSentence(trace, ledger),
    `${harmSentence(trace, ledger)}${rootSentence(trace, ledger)}`,
    ...(byEvidence === null ? [] : evidenceSentence(byEvidence, ledger)),
    knowledgeSentence(ledger),
  ];
}

function scoreSentence(trace: Trace, { points, classes }: Ledger): string[] {
  if (points === null || classes === null) return [];
  const name = shortName(trace);
  const start = `${name} starts with ${count(points.opening, "point")} in class ${classes.first}`;
  if (points.lost === 0 && points.gained === 0) return [`${start}, and no points are ever moved.`];
  const lowest = trace.entries.find((entry) => entry.after.score === points.lowest)!;
  const fall =
    points.lowest < points.opening
      ? `, is down to ${whole(points.lowest)}${lowest.after.class === classes.first ? ", still in" : " and"} class ${lowest.after.class}${lowest.after.class === classes.first ? "," : ""} by ${monthSays(lowest.month)}`
      : "";
  return [
    `${start}${fall}, and stands at ${whole(points.closing)} in class ${classes.last} at the end (${monthSays(trace.until)}).`,
  ];
}

function harmSentence(trace: Trace, { attempts, losses, months, lostPriority }: Ledger): string {
  const lost = losses.reduce((sum, each) => sum + each.count, 0);
  const refused =
    attempts.tried === 0
      ? "no door is tried"
      : `${partOf(attempts.denied, attempts.tried, ["attempt", "attempts"])} refused`;
  const parts = [
    refused,
    months.anyDoor === 0
      ? "no door is ever shut"
      : `some door is shut for ${monthsCounted(months.anyDoor, months.upTo)} of ${count(months.of, "month")}`,
    lost === 0 ? "no loss follows" : `${count(lost, "loss", "losses")} ${lost === 1 ? "follows" : "follow"}`,
    ...(trace.rulebook.scoring === null
      ? []
      : [lostPriority === 0 ? "no priority is lost" : `priority is lost for ${count(lostPriority, "month")}`]),
  ];
  return `${capital(listed(parts))}.`;
}

/** Where most refusals come from, and how many of them come from elsewhere as well: a title may not say more than the trace. */
function rootSentence(trace: Trace, { attempts: { denied }, roots, harms }: Ledger): string {
  const most = Math.max(0, ...roots.map((root) => root.denied));
  if (most === 0) return "";
  const top = roots.filter((root) => root.denied === most).map(({ root }) => root);
  const theirs = harms.filter((harm) => harm.kind === "denied" && harm.roots.some((root) => top.includes(root)));
  const shared = theirs.filter((harm) => harm.roots.some((root) => !top.includes(root))).length;
  const names = rootsSay(
    top.map((root) => trace.entries[seqOf(root)]!),
    trace,
  );
  const together = top.length === 1 ? "" : " together";
  const many = theirs.length;
  if (shared === 0)
    return ` ${capital(partOf(many, denied, REFUSALS, ["goes back to", "go back to"]))} ${names}${together}.`;
  const others = " to something else as well";
  if (many === denied)
    return ` Each refusal goes back to ${names}${together}, and ${shared} of the ${denied}${others}.`;
  return ` ${many} of ${denied} refusals go back to ${names}${together}, ${shared} of them${others}.`;
}

const REFUSALS = ["refusal", "refusals"] as const;

/** More of a kind than these are counted. */
const MOST_NAMED = 3;

function rootsSay(roots: readonly Entry[], trace: Trace): string {
  const nouns = [...new Set(roots.map(({ happening }) => happeningNoun(happening)))];
  return listed(
    nouns.map((noun) => {
      const mine = roots.filter(({ happening }) => happeningNoun(happening) === noun);
      const [first] = mine as [Entry, ...Entry[]];
      if (mine.length > MOST_NAMED) return `${whole(mine.length)} × ${noun}`;
      const occasions = mine.length === 1 && groupOf(first) === "decision" ? occasionsSay(first, trace) : [];
      const says = [noun, ...mine.map(({ seq }) => `#${seq}`)].join(" ");
      return occasions.length === 0 ? says : `${says} (occasioned by ${listed(occasions)})`;
    }),
  );
}

/** What the person did that an institution's decision was occasioned by, the last first, or else what came before it: told, and not blamed. */
function occasionsSay(root: Entry, trace: Trace): string[] {
  const given = trace.entries.filter((entry) => givenAs(entry) !== null);
  const occasions = graphOf(trace).occasionsOf(root);
  const acts = occasions.filter((entry) => groupOf(entry) === "conduct");
  return (acts.length === 0 ? occasions.slice(0, 1) : acts).map((entry) => {
    const alike = given.filter((each) => each.seq <= entry.seq && eventOf(each) === eventOf(entry)).length;
    return `${alike === 1 || eventOf(entry) === null ? "" : `${whole(alike)} × `}${happeningNoun(entry.happening)} #${entry.seq}`;
  });
}

function groupOf(entry: Entry): string | null {
  const event = eventOf(entry);
  return event === null ? null : eventKind(event).group;
}

function eventOf({ happening }: Entry): LifeEventKind | null {
  return happening.kind === "life-event" ? happening.event : null;
}

/** The harms in parts that add up, each what comes on top of those before it: no part stands by itself. */
function evidenceSentence({ levels }: ByEvidence, { months: { upTo } }: Ledger): string[] {
  const kinds = HARM_KINDS.filter((kind) => levels[kind].length > 0);
  const between = (["reported", "contested", "inferred"] as const).filter((level) =>
    kinds.some((kind) => levels[kind].includes(level)),
  );
  const parts = ([["documented"], between, ["invented"]] as const)
    .map((of) => kinds.map((kind) => levels[kind].filter((level) => of.some((each) => each === level)).length))
    .map((counts, at) => ({ by: [DOCUMENTED, `${listed(between)} ones`, INVENTED][at]!, counts }))
    .filter(({ counts }) => counts.some((some) => some > 0));
  const [first, ...more] = parts;
  if (first === undefined) return [];
  const named = first.counts.map((some, at) => {
    const [kind, of] = [kinds[at]!, levels[kinds[at]!].length];
    return kind === "months" && upTo === true && some > 0
      ? `${some === of ? "all" : whole(some)} of up to ${count(of, "month")}`
      : someOf(some, of, ...HARM_NOUNS[kind]);
  });
  return [
    `By evidence: ${[
      ...(first.by === DOCUMENTED ? [] : [`${DOCUMENTED} bring none of it`]),
      `${first.by} ${first.by === INVENTED ? "brings" : "bring"} ${listed(named)}`,
      ...more.map(({ by, counts }) => `${by} ${by === INVENTED ? "adds" : "add"} ${listed(counts.map(whole))}`),
    ].join("; ")}.`,
  ];
}

const DOCUMENTED = "documented rules alone";
const INVENTED = "what we made up";

const HARM_NOUNS: Readonly<Record<HarmKind, readonly [one: string, many: string]>> = {
  denied: ["refusal", "refusals"],
  months: ["month", "months"],
  losses: ["loss", "losses"],
};

function knowledgeSentence({ knowledge: { decisions, reason, outcome, couldBeKnown } }: Ledger): string {
  if (decisions === 0) return "No decision is taken on them.";
  const published = couldBeKnown === 0 ? "" : `; ${count(couldBeKnown, "more reason", "more reasons")} stood published`;
  const all = decisions === 1 ? "the one decision" : `the ${whole(decisions)} decisions`;
  if (reason + outcome === 0) return `They are told nothing of ${all} on them${published}.`;
  if (decisions === 1) return `They are told the ${reason === 1 ? "reason" : "result"} of ${all} on them${published}.`;
  const none = (number: number): string => (number === 0 ? "none" : whole(number));
  return `They are told the result of ${none(outcome)} of ${count(decisions, "decision")} on them, the reason of ${none(reason)}${published}.`;
}

/** The harm of the highest order; of several the one with the longest line, and of these the first. */
export function longestHarm(trace: Trace, { harms }: Pick<Ledger, "harms">): Harm | null {
  const length = (harm: Harm): number => graphOf(trace).line(harm.id).length;
  return harms.reduce<Harm | null>((longest, harm) => {
    if (longest === null || harm.order > longest.order) return harm;
    return harm.order === longest.order && length(harm) > length(longest) ? harm : longest;
  }, null);
}

export interface ChainLink {
  readonly seq: number;
  readonly says: string;
}

/** The line of a harm in words, root first. */
export function chainOf(trace: Trace, harm: Harm): ChainLink[] {
  return graphOf(trace)
    .line(harm.id)
    .flatMap((link) => {
      const says = linkSays(link, trace);
      return says === null ? [] : [{ seq: link.entry.seq, says }];
    });
}

/** The longest line of harm in words: what it is, and its links. `full`: with its order. */
export function longestLine(
  trace: Trace,
  ledger: Ledger,
  full: boolean,
): { readonly says: string; readonly links: readonly string[] } | null {
  const longest = longestHarm(trace, ledger);
  if (longest === null) return null;
  const line = new Set(
    graphOf(trace)
      .line(longest.id)
      .map(({ id }) => id),
  );
  const turns = ledger.turns.filter(({ id }) => line.has(id)).length;
  const about = [
    ...(full ? [`order ${longest.order}`] : []),
    ...(longest.order > 1 ? [`${count(longest.order - 1, "event")} on it came about by a rule`] : []),
    ...(turns > 0 ? [`it comes back round ${times(turns)}`] : []),
  ];
  return {
    says: `The longest line of harm${about.length === 0 ? "" : ` (${about.join("; ")})`}:`,
    links: chainOf(trace, longest).map(({ says, seq }) => `${says} #${seq}`),
  };
}
