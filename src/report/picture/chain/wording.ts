import type { CausalNode } from "../../../analysis/graph/graph.ts";
import type { Evidence } from "../../../model/evidence.ts";
import type { Measure, RuleId, Told } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { EffectId, Trace } from "../../../model/trace.ts";
import { DOORS } from "../../../model/vocabulary/doors.ts";
import type { Again } from "./again.ts";
import {
  capital,
  count,
  doorName,
  entryOf,
  happeningNoun,
  ledSays,
  linkSays,
  monthSays,
  partOf,
  personName,
  pointsSay,
  whole,
} from "../../wording.ts";
import type { Some } from "./graph.ts";

/** Of several drawings each says which it is. */
export function chainTitle(trace: Trace, harms: number, part: number, parts: number): string {
  const what = harms === 0 ? "What followed from what" : "The chain of harm";
  return `${what} in the life of ${personName(trace)} (invented)${parts === 1 ? "" : `, part ${part} of ${parts}`}`;
}

/** What a node says of itself, in a few words. */
export function boxSays(link: CausalNode, trace: Trace): string {
  const { effect } = link;
  if (effect?.kind === "imposed") return measureShort(effect.rule, trace);
  if (effect?.kind === "denied") return `refused: ${doorName(effect.door)}`;
  return linkSays(link, trace) ?? happeningNoun(link.entry.happening);
}

/** One door is named, rather one that the person is refused for it, and how many more there are. */
function measureShort(rule: RuleId, { entries, rulebook }: Trace): string {
  const { title, then } = ruleNamed(rulebook, rule);
  const { closes = [], scrutinises = [], prefers = [] } = then as Measure;
  const [doors, does] = [
    [closes, "shuts"] as const,
    [scrutinises, "stricter checks for"] as const,
    [prefers, "puts first for"] as const,
  ].find(([each]) => each.length > 0) ?? [[], ""];
  // A rulebook of one's own may hold a measure that does nothing.
  if (doors.length === 0) return title;
  const refused = entries.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.kind === "denied" && effect.measures.includes(rule) ? [effect.door] : [])),
  );
  const named = refused[0] ?? doors[0]!;
  return `${does} ${doorName(named)}${doors.length === 1 ? "" : ` + ${doors.length - 1} more`}`;
}

/** Beneath it: where it stands in the trace, and by which rule. */
export function underSays({ entry, effect }: CausalNode, rule: string | null): string {
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

export function severalSays(links: readonly CausalNode[]): string {
  const points = links.reduce((sum, { effect }) => (effect?.kind === "posting" ? sum + effect.points : sum), 0);
  const many = links.length;
  switch (links[0]!.effect?.kind) {
    case "posting":
      return `${many} more: ${pointsSay(points)}`;
    case "imposed":
      return `${many} more restrictions`;
    case "enlisted":
      return `${many} more grounds on a list`;
    default:
      return `${many} more causes`;
  }
}

/** `2nd time on this line, as #7`. */
export function againSays({ times, first }: Again): string {
  return `${nth(times)} time on this line, as ${entryOf(first)}`;
}

function nth(number: number): string {
  const tens = Math.floor(number / 10) % 10;
  return `${whole(number)}${tens === 1 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")}`;
}

/** Where they stand, and of points what they were for. */
export function severalUnder(links: readonly CausalNode[], trace: Trace): string {
  const entries = [...new Set(links.map(({ id }) => Number(id.split(".")[0])))].sort((a, b) => a - b);
  const where = `#${entries[0]}–${entries.at(-1)}`;
  const nouns = links.map(({ effect, entry }) =>
    effect !== null && "rule" in effect && effect.rule !== null
      ? ruleNamed(trace.rulebook, effect.rule).title
      : happeningNoun(entry.happening),
  );
  const kinds = [...new Set(nouns)].map((noun) => {
    const times = nouns.filter((each) => each === noun).length;
    return times === 1 ? noun : `${times} × ${noun}`;
  });
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
        ? `${capital(partOf(harms, harms, ["harm", "harms"]))} drawn, on the longest line and what joins it.`
        : `Drawn: the longest line of harm, what joins it, and one harm of each other sort as far as they fit; ${drawn} of ${count(harms, "harm")}. ${harms - drawn === 1 ? "One is" : `${harms - drawn} are`} left out: the trace has them all.`;
  const left = [
    ...(joinsLeft === 0 ? [] : [`${count(joinsLeft, "further cause")} of what is drawn found no room.`]),
    ...(folded === 0 ? [] : [`${count(folded, "step")} of the longest line ${folded === 1 ? "is" : "are"} one mark.`]),
  ];
  return [which, ...left];
}

export const CHAIN_IN_WORDS = "The chain in words";
export const CHAIN_HEAD = ["no.", "when", "what", "by the rule", "given?", "told", "goes back to"] as const;

/** In a narrow column. */
export const ORIGIN_SHORT = { given: "given", led: "led to" } as const;
export function toldShort(told: Told | null): string {
  return told === null ? "own life" : { nothing: "nothing", outcome: "outcome", reason: "reason" }[told];
}

/** Of a ring: where the step comes from. */
export function passageSays(seq: number): string {
  return `from #${seq} to another part`;
}

export function goesBack(
  steps: readonly { readonly number: number; readonly evidence: Evidence; readonly some: Some | null }[],
): string {
  return steps
    .map(({ number, evidence, some }) => `${some === null ? "" : `${someSays(some)} in `}${number} (${evidence})`)
    .join(", ");
}

/** Beside an arrow, or before the number of a box that stands for several. */
export function someSays({ causes, of }: Some): string {
  return `${causes} of ${of}`;
}
