import { HORIZON } from "../../model/story-time.ts";
import { listed, monthSays } from "../wording.ts";
import type { FileRun, TestRun } from "./run.ts";
import { stepsOf } from "./steps.ts";

export const RAN_AWAY = "under this rulebook the life never settles; it was stopped, and nothing in it can be compared";

/** Whose life it was, and what an unnamed one was given. */
export function givenSays({ test, given }: TestRun): string {
  const until = `up to the end of ${monthSays(test.at)}`;
  if ("persona" in test.life) return `This is the life of ${test.life.persona} ${until}.`;
  const opening = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  return opening.length === 0
    ? `This is an unnamed life ${until}: nothing is known of its circumstances.`
    : `This is an unnamed life ${until}. Its events need ${listed(opening)}, so it opens with that; nothing else is known of its circumstances.`;
}

/** Commands that show more. An unnamed life can be replayed nowhere else: there is no reading in of lives. */
export function lookAt({ test, compared }: TestRun, { expression }: FileRun): string[] {
  const under = expression === null ? "" : ` --rulebook ${quoted(expression)}`;
  if (!("persona" in test.life)) return compared.ranAway ? [] : [`demerit list rules${under}`];
  const until = test.at === HORIZON ? "" : ` --until ${monthSays(test.at)}`;
  const { persona } = test.life;
  const last = compared.differences
    .flatMap((difference) => stepsOf(difference, compared.trace))
    .reduce((latest, { seq }) => Math.max(latest, seq ?? 0), 0);
  return [
    `demerit replay ${persona}${under}${until}`,
    ...(last > 0 ? [`demerit why ${persona} ${last}${under}${until}`] : []),
  ];
}

/** As a shell takes it. */
function quoted(word: string): string {
  return /^[\w./,+@%:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
