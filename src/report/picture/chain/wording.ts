import type { Link } from "../../../analysis/causes.ts";
import type { Evidence } from "../../../model/evidence.ts";
import type { Measure, Told } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { DOORS } from "../../../model/vocabulary/doors.ts";
import {
  count,
  doorName,
  entryOf,
  happeningNoun,
  ledSays,
  linkSays,
  monthSays,
  personName,
  signed,
  toldSays,
} from "../../wording.ts";

export function chainTitle(trace: Trace, harms: number): string {
  const what = harms === 0 ? "What followed from what" : "The chain of harm";
  return `${what} in the life of ${personName(trace)} (invented)`;
}

/** What a node says of itself, in a few words. */
export function boxSays(link: Link, trace: Trace): string {
  const { effect } = link;
  if (effect?.kind === "imposed") return measureShort(ruleNamed(trace.rulebook, effect.rule).then as Measure);
  if (effect?.kind === "denied") return `refused: ${doorName(effect.door)}`;
  return linkSays(link, trace) ?? happeningNoun(link.entry.happening);
}

/** One door is named, and how many more there are. */
function measureShort({ closes, scrutinises, prefers }: Measure): string {
  const [doors, does] =
    closes !== undefined
      ? [closes, "shuts"]
      : scrutinises !== undefined
        ? [scrutinises, "stricter checks for"]
        : [prefers ?? [], "puts first for"];
  return `${does} ${doorName(doors[0]!)}${doors.length === 1 ? "" : ` + ${doors.length - 1} more`}`;
}

/** Beneath it: where it stands in the trace, and by which rule. */
export function underSays({ entry, effect }: Link, rule: string | null): string {
  const tries =
    effect?.kind === "denied" && entry.happening.kind === "attempt"
      ? ledSays({ attempt: effect.door, purpose: entry.happening.purpose })
          .replace(`an attempt: ${DOORS[effect.door].name}`, "")
          .replace(/^, /, "")
      : "";
  const parts = [
    `#${entry.seq} ${monthSays(entry.month)}`,
    ...(tries === "" ? [] : [tries]),
    ...(rule === null ? [] : [rule]),
  ];
  return parts.join(" · ");
}

export function severalSays(links: readonly Link[]): string {
  const points = links.reduce((sum, { effect }) => (effect?.kind === "posting" ? sum + effect.points : sum), 0);
  const many = links.length;
  switch (links[0]!.effect?.kind) {
    case "posting":
      return `${many} more entries: ${signed(points)} points`;
    case "imposed":
      return `${many} more restrictions`;
    case "enlisted":
      return `${many} more grounds on a list`;
    default:
      return `${many} more causes`;
  }
}

/** Where they stand, and of points what they were for. */
export function severalUnder(links: readonly Link[], trace: Trace): string {
  const entries = [...new Set(links.map(({ id }) => Number(id.split(".")[0])))].sort((a, b) => a - b);
  const where = `#${entries[0]}–${entries.at(-1)}`;
  const nouns = links.map(({ effect, entry }) =>
    effect !== null && "rule" in effect && effect.rule !== null
      ? ruleNamed(trace.rulebook, effect.rule).title
      : happeningNoun(entry.happening),
  );
  const kinds = [...new Set(nouns)].map((noun) => `${nouns.filter((each) => each === noun).length} × ${noun}`);
  return `${where} · ${kinds.join(", ")}`;
}

export function gapSays(ids: readonly EffectId[]): string {
  return `${count(ids.length, "step")} left out here, ${entryOf(ids[0]!)} to ${entryOf(ids.at(-1)!)}`;
}

/** What is drawn, and what is left out. */
export function drawnSays(chosen: {
  readonly drawn: number;
  readonly harms: number;
  readonly joinsLeft: number;
  readonly folded: number;
  readonly nodes: readonly unknown[];
}): string[] {
  const { drawn, harms, joinsLeft, folded, nodes } = chosen;
  if (nodes.length === 0) return ["Nothing follows from anything here: no harm, no list, no points."];
  const which =
    harms === 0
      ? "No harm came of it. Drawn is the longest line there is."
      : drawn === harms
        ? `All of ${count(harms, "harm")} ${harms === 1 ? "is" : "are"} drawn, on the longest line and what joins it.`
        : `Drawn: the longest line of harm, what joins it, and one harm of each other sort as far as they fit; ${drawn} of ${count(harms, "harm")}. ${harms - drawn === 1 ? "One is" : `${harms - drawn} are`} left out: the trace has them all.`;
  const left = [
    ...(joinsLeft === 0 ? [] : [`${count(joinsLeft, "further cause")} of what is drawn found no room.`]),
    ...(folded === 0 ? [] : [`${count(folded, "step")} of the longest line ${folded === 1 ? "is" : "are"} one mark.`]),
  ];
  return [which, ...left];
}

export const LEVELS: readonly { readonly of: readonly Evidence[]; readonly says: string }[] = [
  { of: ["documented", "reported"], says: "documented or reported" },
  { of: ["contested"], says: "contested" },
  { of: ["inferred"], says: "inferred" },
  { of: ["invented"], says: "invented" },
];

export const ORIGIN = { given: "given in the fixture", led: "the system led to it" } as const;
export const OWN_LIFE = "their own life";
export const CHAIN_IN_WORDS = "The chain in words";

export function toldShort(told: Told | null): string {
  return told === null ? OWN_LIFE : toldSays(told, false);
}

export function goesBack(steps: readonly { readonly number: number; readonly evidence: Evidence }[]): string {
  return steps.map(({ number, evidence }) => `${number} (${evidence})`).join(", ");
}
