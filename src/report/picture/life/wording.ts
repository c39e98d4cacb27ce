import type { Measure } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { Month } from "../../../model/story-time.ts";
import { closing, type Trace } from "../../../model/trace.ts";
import { LISTS } from "../../../model/vocabulary/lists.ts";
import { capital, count, doorName, listName, monthSays, personName, signed, whole } from "../../wording.ts";
import { brief } from "../ink.ts";
import type { Act } from "./acts.ts";
import type { Row } from "./rows.ts";
import type { Curve } from "./score.ts";
import type { Refusal, Span } from "./spans.ts";

/** What is drawn over the line: another rulebook's trace of the same life, and what it is called. */
export interface Beside {
  readonly trace: Trace;
  readonly says: string;
}

export function lifeLineTitle(trace: Trace, variant: Beside | null): string {
  const what = trace.opening.score === null ? "Restrictions and refusals" : "Score, restrictions and refusals";
  const beside = variant === null ? "" : `, and beside it ${brief(variant.says)}`;
  return `${what} in the life of ${personName(trace)} (invented)${beside}`;
}

/** `#23 an instalment missed −30`; several times: `#23–31 3 × an instalment missed −90`. */
export function actSays({ noun, times }: Act): string {
  const [first, last] = [times[0]!, times.at(-1)!];
  const points = times.reduce((sum, time) => sum + time.points, 0);
  const moved = points === 0 ? "" : ` ${signed(points)}`;
  return first === last
    ? `#${first.seq} ${noun}${moved}`
    : `#${first.seq}–${last.seq} ${whole(times.length)} × ${noun}${moved}`;
}

/** A label for the margin: what is shut, or which list, and how many more; the text beside the picture names all. */
export function rowSays(row: Row): { readonly name: string; readonly more: string } {
  const names = [...row.lists.map((list) => LISTS[list].title.replace(/^the /, "")), ...row.doors.map(doorName)];
  if (row.folded) return { name: count(names.length, "more", "more"), more: "" };
  const shortest = names.reduce((a, b) => (b.length < a.length ? b : a), names[0]!);
  return { name: shortest, more: names.length === 1 ? "" : ` + ${names.length - 1} more` };
}

export const ROW_SAYS: Readonly<Record<Row["kind"], string>> = {
  list: "on a list",
  closes: "shut",
  scrutinises: "stricter checks",
  prefers: "put first",
};

export const GIVEN = "an act or decision in the fixture";
export const LED = "one that a rule led to";
export const REFUSED = "refused";
export const LOST = "a loss that followed";
export const RETURNS = "steps without a name: points that return";

export function upperSays(trace: Trace): string {
  return `upper bar: ${trace.rulebook.title}`;
}

export function lowerSays({ says }: Beside): string {
  return `lower bar: ${says}`;
}

/** How the score went, in a sentence; of a life without one, that there is none. */
export function scoreSays(trace: Trace, curve: Curve | null): string {
  if (curve === null) return "This rulebook keeps no score.";
  const { class: first } = trace.opening;
  const { class: last } = closing(trace);
  const low =
    curve.lowest < Math.min(curve.opening, curve.closing) ? `, is at its lowest with ${whole(curve.lowest)},` : "";
  return `The score opens at ${whole(curve.opening)} in class ${first}${low} and ends at ${whole(curve.closing)} in class ${last} in ${monthSays(trace.until)}.`;
}

/** What is counted in the picture. */
export function countsSay(trace: Trace, refusals: readonly Refusal[], losses: readonly Act[]): string {
  const lost = losses.reduce((sum, { times }) => sum + times.length, 0);
  const shut = trace.entries.some(({ effects }) =>
    effects.some(
      (effect) =>
        effect.kind === "imposed" && (ruleNamed(trace.rulebook, effect.rule).then as Measure).closes !== undefined,
    ),
  );
  return `${capital(count(refusals.length, "attempt"))} refused, ${count(lost, "loss", "losses")}${shut ? "" : "; no door is ever shut"}.`;
}

export function lagSays(): string {
  return "The class did not always follow the score at once: the bands show what score each class needs.";
}

export function bandsOfFirstSay(): string {
  return "The two rulebooks draw the classes differently; the bands are those of the first.";
}

/** `last`: when something last happened; `drawn`: the last month in the picture. */
export function quietSays(last: Month, drawn: Month, until: Month): string {
  return `Nothing more happens after ${monthSays(last)}; the picture ends with ${monthSays(drawn)}, the replay with ${monthSays(until)}.`;
}

export function unnamedSays(left: number): string {
  return `${count(left, "more act", "more acts")} without a name here: see the numbered trace.`;
}

export function spanSays({ from, to }: Span, until: number): string {
  if (to > until) return `${monthSays(from)} to the end`;
  return to === from ? `${monthSays(from)}, ended in the same month` : `${monthSays(from)} until ${monthSays(to)}`;
}

export function rowNames(row: Row): string {
  return [...row.lists.map(listName), ...row.doors.map(doorName)].join(", ");
}

export function refusalsSay(refusals: readonly Refusal[]): string {
  return refusals.map(({ seq, month }) => `#${seq} ${monthSays(month)}`).join(", ");
}

export const LOSSES = "lost";
export const LOSSES_BESIDE = "lost, beside";
export const UNTOUCHED = "This rulebook touches nothing in this life.";
export const LINE_IN_WORDS = "The life line in words";
export const SHUT_WHEN = "What was shut, and when";
export const LOSSES_AFTER = "Losses that followed";
export const ACTS = { led: " (led to by a rule)" } as const;
