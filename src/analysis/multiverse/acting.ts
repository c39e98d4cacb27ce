import type { Rule } from "../../model/rule.ts";
import { type Rulebook, ruleNamed, type Scoring } from "../../model/rulebook.ts";
import type { Month } from "../../model/story-time.ts";
import {
  deedOf,
  monthsOf,
  type Part,
  type Parts,
  questionsBehind,
  readsMeasures,
  versionsIn,
  wordingOf,
} from "./parts.ts";
import type { Seen } from "./seen.ts";
import type { Box } from "./space.ts";

/**
 * A question of the box that acted in a life; `undefined` where none did. The life is that of one reading of
 * the box.
 *
 * A rule, or the scoring, is silent where each of its versions under readings of the box would have done at
 * every step of the life just what was done. Where all are silent, all readings of the box lead to this very
 * life: from the same standing come the same answers, from these the same effects, from these the same
 * standing. Versions are those under all answers together, since two questions may change nothing each and
 * something together. A question acted where something is not silent and its answers, the others held, change
 * that. Where silence cannot be told, it is not assumed: a box may be cut in vain, but is never left whole
 * wrongly.
 */
export function actingIn(box: Box, life: Seen, parts: Parts, rulebook: Rulebook, until: Month): number | undefined {
  const acted = [
    ...[...parts.rules.values()].map((part) => actingOnRule(part, box, life, until)),
    parts.scoring === null ? undefined : actingOnScoring(parts.scoring, box, life),
  ].filter((question) => question !== undefined);
  // Only where a rule posts the same in all versions can be said when it returns.
  if (acted.length === 0) return actingOnReturns(box, life, parts, rulebook, until);
  // Any would do. One through which few parts act silences more by an answer than it is silenced by others.
  const through = (question: number): number => acted.filter((other) => other === question).length;
  return acted.reduce((few, question) => (through(question) < through(few) ? question : few));
}

/** But for when points return, which hangs on rules too. */
function actingOnScoring(part: Part<Scoring>, box: Box, { highest, lowest, classKept }: Seen): number | undefined {
  const versions = partsIn(part, box);
  const behind = (aspect: (version: Scoring) => unknown): number | undefined => questionsBehind(part, box, aspect)[0];
  const tooHigh = versions.some(({ ceiling = Number.POSITIVE_INFINITY }) => highest > ceiling);
  const tooLow = versions.some(({ floor = Number.NEGATIVE_INFINITY }) => lowest < floor);
  return (
    behind(({ opening, classes }) => JSON.stringify([opening, classes.map(({ id, min }) => [id, min])])) ??
    (classKept ? undefined : behind(({ assigned }) => assigned)) ??
    (tooHigh ? behind(({ ceiling }) => ceiling) : undefined) ??
    (tooLow ? behind(({ floor }) => floor) : undefined)
  );
}

/** But for when points return, which hangs on the scoring too. */
function actingOnRule(part: Part<Rule>, box: Box, life: Seen, until: Month): number | undefined {
  const versions = partsIn(part, box);
  const behind = (aspect: (version: Rule) => unknown): number | undefined => questionsBehind(part, box, aspect)[0];
  const { otherwise, matched, waited, enlistings } = life;
  const { id } = versions[0]!;
  const asked = otherwise === null || versions.some((rule) => readsMeasures(rule) || otherwise.has(wordingOf(rule)));
  const acted = asked ? behind(wordingOf) : undefined;
  // Where it never matched, under no wording, what it would do does not matter.
  if (acted !== undefined || !matched.has(id)) return acted;
  const due =
    (waited.get(id) ?? Number.NEGATIVE_INFINITY) +
    Math.min(...versions.map(({ then }) => monthsOf(then).afterMonths ?? 0));
  // No end, and one that is not known, come to the same months, but are not counted alike.
  const terms = versions.map(({ then }) => monthsOf(then).termMonths);
  const partlyKnown = new Set(terms.map((term) => term === "unknown")).size > 1;
  const shortest = Math.min(...terms.map((term) => (typeof term === "number" ? term : Number.POSITIVE_INFINITY)));
  const ends = enlistings
    .filter(({ rule }) => rule === id)
    .some(({ month, left, lengthened }) => {
      const soonest = month + shortest;
      return partlyKnown || lengthened || (soonest <= until && (left === null || left >= soonest));
    });
  return (
    behind(deedOf) ??
    (due > until ? undefined : behind(({ then }) => monthsOf(then).afterMonths ?? 0)) ??
    (ends ? behind(({ then }) => monthsOf(then).termMonths) : undefined)
  );
}

/** Points return after the months of their rule, or where it names none, deductions after those of the scoring. */
function actingOnReturns(
  box: Box,
  { postings }: Seen,
  parts: Parts,
  rulebook: Rulebook,
  until: Month,
): number | undefined {
  const scorings = parts.scoring === null ? [rulebook.scoring] : partsIn(parts.scoring, box);
  const usual = scorings.map((version) => version?.deductionsReturnAfterMonths);
  for (const { rule, month, points } of postings) {
    const part = parts.rules.get(rule);
    const versions = part === undefined ? [ruleNamed(rulebook, rule)] : partsIn(part, box);
    const own = versions.map(({ then }) => monthsOf(then).expiresAfterMonths);
    const ends = own.flatMap((months) =>
      usual.map((others) => month + (months ?? (points < 0 ? others : undefined) ?? Number.POSITIVE_INFINITY)),
    );
    if (new Set(ends.map((end) => Math.min(end, until + 1))).size < 2) continue;
    const acted =
      (points < 0 && own.includes(undefined) && parts.scoring !== null
        ? questionsBehind(parts.scoring, box, (version) => version.deductionsReturnAfterMonths)[0]
        : undefined) ??
      (part === undefined ? undefined : questionsBehind(part, box, ({ then }) => monthsOf(then).expiresAfterMonths)[0]);
    if (acted !== undefined) return acted;
  }
  return undefined;
}

function partsIn<T>(part: Part<T>, box: Box): T[] {
  return versionsIn(part, box).map(({ part: version }) => version);
}
