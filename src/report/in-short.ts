import { givenAs, graphOf, seqOf } from "../analysis/graph/graph.ts";
import type { ByEvidence } from "../analysis/by-evidence.ts";
import type { Harm } from "../analysis/harms.ts";
import type { Ledger } from "../analysis/ledger.ts";
import { HARM_KINDS, type HarmKind } from "../analysis/outcome.ts";
import type { Entry, Trace } from "../model/trace.ts";
import { eventKind, type LifeEventKind } from "../model/vocabulary/events.ts";
import {
  count,
  happeningNoun,
  linkSays,
  listed,
  monthSays,
  monthsCounted,
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
    ...(byEvidence === null ? [] : evidenceSentence(byEvidence)),
    knowledgeSentence(ledger),
  ];
}

function scoreSentence(trace: Trace, { points, classes }: Ledger): string[] {
  if (points === null || classes === null) return [];
  const name = shortName(trace);
  const start = `${name} starts with ${whole(points.opening)} points in class ${classes.first}`;
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
      ? "No door is tried"
      : `${attempts.denied} of ${count(attempts.tried, "attempt")} ${attempts.denied === 1 ? "is" : "are"} refused`;
  const parts = [
    refused,
    months.anyDoor === 0
      ? "no door is ever shut"
      : `some door is shut for ${monthsCounted(months.anyDoor, months.upTo)} of ${months.of} months`,
    lost === 0 ? "no loss follows" : `${count(lost, "loss", "losses")} ${lost === 1 ? "follows" : "follow"}`,
    ...(trace.rulebook.scoring === null
      ? []
      : [lostPriority === 0 ? "no priority is lost" : `priority is lost for ${count(lostPriority, "month")}`]),
  ];
  return `${listed(parts)}.`;
}

/** Where most refusals come from, so that a title does not say more than the trace. */
function rootSentence(trace: Trace, { attempts, roots }: Ledger): string {
  const [most] = [...roots].sort((a, b) => b.denied - a.denied);
  if (most === undefined || most.denied === 0) return "";
  const entry = trace.entries[seqOf(most.root)]!;
  const all = most.denied === attempts.denied ? "All" : String(most.denied);
  return ` ${all} of the refusals go back to ${happeningNoun(entry.happening)} #${entry.seq}${occasionSays(entry, trace)}.`;
}

/** What the person did that an institution's decision was occasioned by, the last first: told, and not blamed. */
function occasionSays(root: Entry, trace: Trace): string {
  if (groupOf(root) !== "decision") return "";
  const given = trace.entries.filter((entry) => givenAs(entry) !== null);
  const acts = graphOf(trace)
    .occasionsOf(root)
    .filter((entry) => groupOf(entry) === "conduct")
    .map((entry) => {
      const alike = given.filter((each) => each.seq <= entry.seq && eventOf(each) === eventOf(entry)).length;
      return `${alike === 1 ? "" : `${whole(alike)} × `}${happeningNoun(entry.happening)} #${entry.seq}`;
    });
  return acts.length === 0 ? "" : `, occasioned by ${listed(acts)}`;
}

function groupOf(entry: Entry): string | null {
  const event = eventOf(entry);
  return event === null ? null : eventKind(event).group;
}

function eventOf({ happening }: Entry): LifeEventKind | null {
  return happening.kind === "life-event" ? happening.event : null;
}

/** The harms in parts that add up, each what comes on top of those before it: no part stands by itself. */
function evidenceSentence({ levels }: ByEvidence): string[] {
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
  const named = first.counts.map((some, at) => someOf(some, levels[kinds[at]!].length, ...HARM_NOUNS[kinds[at]!]));
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
  return `They are told the result of ${whole(outcome)} of ${count(decisions, "decision")} on them, the reason of ${reason === 0 ? "none" : whole(reason)}${published}.`;
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
