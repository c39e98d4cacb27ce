import type { Measure } from "../../../model/rule.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import type { Month } from "../../../model/story-time.ts";
import { LISTS } from "../../../model/vocabulary/lists.ts";
import { capital, count, countOrNo, doorName, listed, listName, monthSays, signed, whole } from "../../wording.ts";
import type { Act } from "./acts.ts";
import type { Life } from "./life.ts";
import type { Row } from "./rows.ts";
import type { Passage, Refusal, Span } from "./spans.ts";

/** `#23 a loan payment missed −30`; several times: `#23–31 3 × a loan payment missed −90`. */
export function actSays({ noun, times }: Act): string {
  const [first, last] = [times[0]!, times.at(-1)!];
  const points = times.reduce((sum, time) => sum + time.points, 0);
  const moved = points === 0 ? "" : ` ${signed(points)}`;
  return first === last
    ? `#${first.seq} ${noun}${moved}`
    : `#${first.seq}–${last.seq} ${whole(times.length)} × ${noun}${moved}`;
}

/**
 * A label for the margin: what is shut, or which list, and how many more; the text beside the
 * picture names all. Of several doors, the first whose name fits; one that was tried stands first.
 */
export function rowSays(row: Row, fits: (text: string) => boolean): { readonly name: string; readonly more: string } {
  const names = [...row.lists.map((list) => LISTS[list].title.replace(/^the /, "")), ...row.doors.map(doorName)];
  if (row.folded) return { name: count(names.length, "more", "more"), more: "" };
  const more = names.length === 1 ? "" : ` + ${names.length - 1} more`;
  return { name: names.find((name) => fits(name + more)) ?? names[0]!, more };
}

/** What stands over the rows of a kind: its name, and what it means for whoever tries. */
export const SAYS_OF_KIND: Readonly<Record<Row["kind"], { readonly head: string; readonly means: string }>> = {
  list: { head: "On a list", means: "" },
  closes: { head: "Shut", means: "whoever tries is refused" },
  scrutinises: { head: "Stricter checks", means: "not shut, but looked at more closely" },
  prefers: { head: "Put first", means: "served before others" },
};

export const POINTS = "points";
export const STORY_YEAR = "story year";
export const STORY_MONTH = "story month";
export const GIVEN = "given in the story";
export const LED = "led to by a rule";
export const NUMBERED = "its number in the trace";
export const REFUSED = "refused";
export const PASSED = "let through by a permit";
export const LOST = "a loss that followed";
export const RETURNS = "points that return";

export function classSays(id: string): string {
  return `class ${id}`;
}

export function timesSay(times: number): string {
  return `×${times}`;
}

/** How often all of some acts happened. */
export function timesIn(acts: readonly Act[]): number {
  return acts.reduce((sum, { times }) => sum + times.length, 0);
}

/** `under The other: 12 × a shift missed, hours cut`. */
export function lostUnder(title: string, losses: readonly Act[]): string {
  const nouns = [...new Set(losses.map(({ noun }) => noun))].map((noun) => {
    const times = timesIn(losses.filter((each) => each.noun === noun));
    return times === 1 ? noun : `${whole(times)} × ${noun}`;
  });
  return `under ${title}: ${nouns.length === 0 ? "nothing" : nouns.join(", ")}`;
}

/** How the score went, in a sentence; of a life without one, that there is none. */
export function scoreSays({ trace, curve }: Life): string {
  if (curve === null) return "This rulebook keeps no score.";
  const { opening, closing, lowest } = curve;
  const low = lowest < Math.min(opening, closing) ? `, is at its lowest with ${whole(lowest)},` : "";
  return `The score opens at ${whole(opening)} in class ${trace.opening.class}${low} and ends at ${whole(closing)} in class ${curve.class} in ${monthSays(trace.until)}.`;
}

/** What is counted in the picture. */
export function countsSay({ trace, refusals, passages, losses }: Life): string {
  const passed = passages.length === 0 ? "" : `, ${passages.length} let through by ${listed(passedBy(passages))}`;
  const lost = timesIn(losses);
  const shut = trace.entries.some(({ effects }) =>
    effects.some(
      (effect) =>
        effect.kind === "imposed" && (ruleNamed(trace.rulebook, effect.rule).then as Measure).closes !== undefined,
    ),
  );
  return `${capital(countOrNo(refusals.length, "attempt"))} refused${passed}, ${countOrNo(lost, "loss", "losses")}${shut ? "" : "; no door is ever shut"}.`;
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

/** In a bar, short. */
export function spanIn({ from, to }: Span, until: number): string {
  return to > until ? `since ${monthSays(from)}` : `${monthSays(from)} until ${monthSays(to)}`;
}

export function rowNames(row: Row): string {
  return [...row.lists.map(listName), ...row.doors.map(doorName)].join(", ");
}

export function refusalsSay(refusals: readonly Refusal[]): string {
  return refusals.map(({ seq, month }) => `#${seq} ${monthSays(month)}`).join(", ");
}

function passedBy(passages: readonly Passage[]): string[] {
  return [...new Set(passages.map(({ by }) => `“${by}”`))];
}

/** Where there are any. */
export function passagesSay(passages: readonly Passage[]): string {
  return passages.map(({ seq, month, by }) => `#${seq} ${monthSays(month)} by “${by}”`).join(", ");
}

export const LOSSES = "lost";
export const UNTOUCHED = "This rulebook touches nothing in this life.";
export const LINE_IN_WORDS = "The life line in words";
export const SHUT_WHEN = "What was shut, and when";
export const LOSSES_AFTER = "Losses that followed";
export const ACTS = { led: " (led to by a rule)" } as const;
