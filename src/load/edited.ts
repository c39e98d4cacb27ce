import { type Condition, leavesOf } from "../model/condition.ts";
import { NUMBER_NAMES, type NumberName, type NumberNote, type Patch, type Rule } from "../model/rule.ts";
import type { Scoring } from "../model/rulebook.ts";
import { isObject, restated } from "./amended.ts";
import { canonicalJson } from "./digest.ts";
import type { Overlay } from "./overlay.ts";
import { OVERLAID } from "./schema/overlay.ts";

/**
 * A rule as an overlay leaves it, given the rule before and the rule as the patch alone would make
 * it. What is changed stands where the amendment says: a number on its own note or on the
 * amendment's citations, anything else that the rule does on the amendment's evidence and citations.
 * Where it says nothing, the changed thing is invented. The rule as it stood in its pack is kept.
 */
export function editedRule(before: Rule, patched: Rule, patch: Patch, by: string): Rule {
  const { amended: _before, ...original } = before;
  const { amended: _after, ...after } = patched;
  const amended = { by: [...(before.amended?.by ?? []), by], was: before.amended?.was ?? original };
  const edited = withoutOvertaken(restatedRule(before, after, patch), before);
  // One overlay may take back what another has done.
  return same(edited, amended.was) ? amended.was : { ...edited, amended };
}

function restatedRule(before: Rule, after: Rule, patch: Patch): Rule {
  const citations = "citations" in patch ? after.citations : [];
  const changed = NUMBER_NAMES.filter((name) => {
    const number = numberOf(after, name);
    const isThere = number !== undefined || isOpenEnd(name, before, after);
    return isThere && !same(number, numberOf(before, name));
  });
  const stated = restated<NumberName>(changed, after.numbers ?? {}, { amend: patch, citations }, before.evidence);
  const numbers = withoutStale(stated, changed, patch, (name) => isStale(name, before, after));
  const { numbers: _numbers, toldNote, ...rest } = after;
  return {
    ...rest,
    ...(sameEffect(before, after)
      ? {}
      : {
          evidence: "evidence" in patch ? after.evidence : citations.length > 0 ? before.evidence : "invented",
          citations,
        }),
    ...(after.numbers === undefined && changed.length === 0 ? {} : { numbers }),
    // Who says what the person was told says nothing of another way of telling.
    ...(toldNote === undefined || (before.told !== after.told && !("toldNote" in patch)) ? {} : { toldNote }),
  };
}

/** The scoring with another opening or other classes. */
export function editedScoring(before: Scoring, overlay: Overlay): Scoring {
  const patch: Patch = Object.fromEntries(
    OVERLAID.map((name) => [name, overlay[name]]).filter(([, value]) => value !== undefined),
  );
  const changed = OVERLAID.filter((name) => name in patch && !same(patch[name] ?? null, before[name] ?? null));
  if (changed.length === 0) return before;
  const notes = { ...before.numbers, ...overlay.numbers };
  const numbers = restated(changed, notes, { amend: { numbers: overlay.numbers }, citations: [] }, "invented");
  const readings = before.readings?.filter(({ amend }) => !changed.some((name) => name in amend));
  return {
    ...before,
    ...patch,
    numbers: withoutStale(numbers, changed, { numbers: overlay.numbers }, () => false),
    ...(readings === undefined ? {} : { readings }),
  };
}

/** A remark on a number says nothing of the number that replaces it; a note on a number that is gone, nothing at all. */
function withoutStale<N extends string>(
  notes: Partial<Record<N, NumberNote>>,
  changed: readonly N[],
  { numbers }: Patch,
  isGone: (name: N) => boolean,
): Partial<Record<N, NumberNote>> {
  const entries = Object.entries(notes) as [N, NumberNote][];
  return Object.fromEntries(
    entries
      .filter(([name]) => !isGone(name))
      .map(([name, note]) => {
        const own = isObject(numbers) ? numbers[name] : undefined;
        const { comment: _stale, ...bare } = note;
        return [name, changed.includes(name) && !(isObject(own) && "comment" in own) ? bare : note];
      }),
  ) as Partial<Record<N, NumberNote>>;
}

function isStale(name: NumberName, before: Rule, after: Rule): boolean {
  return numberOf(before, name) !== undefined && numberOf(after, name) === undefined && !isOpenEnd(name, before, after);
}

/** A term taken out leaves an open end, which is a statement with a note of its own. */
function isOpenEnd(name: NumberName, before: Rule, after: Rule): boolean {
  return name === "termMonths" && before.then.kind === "enlist" && after.then.kind === "enlist";
}

/**
 * Readings that would change what the overlay has changed: it has given its own answer. How a rule is
 * amended says nothing of whether it is there, so a reading that takes it out stays.
 */
function withoutOvertaken(after: Rule, before: Rule): Rule {
  if (after.readings === undefined) return after;
  const readings = after.readings.filter(({ amend }) => amend === null || !overtakes(before, after, amend));
  return readings.length === after.readings.length ? after : { ...after, readings };
}

function overtakes(before: Rule, after: Rule, amend: Patch): boolean {
  return Object.entries(amend).some(([key, value]) => {
    if (key === "numbers") return false;
    if (key !== "then" || !isObject(value)) return !same(before[key as keyof Rule], after[key as keyof Rule]);
    const [was, is] = [before.then, after.then] as unknown as Record<string, unknown>[];
    return before.then.kind !== after.then.kind || Object.keys(value).some((part) => !same(was![part], is![part]));
  });
}

/** A number of the effect, or all those of the conditions; `undefined` where the rule has none. */
function numberOf({ then, when }: Rule, name: NumberName): unknown {
  if (name !== "when") return (then as unknown as Readonly<Record<string, unknown>>)[name];
  const leaves = leavesOf(when).filter(({ value }) => typeof value === "number");
  return leaves.length === 0 ? undefined : leaves;
}

/** Whether two rules do the same at the same occasions, but for their numbers. */
function sameEffect(before: Rule, after: Rule): boolean {
  const numbers = NUMBER_NAMES.filter(
    (name) => name !== "when" && (numberOf(after, name) !== undefined || isOpenEnd(name, before, after)),
  );
  const bare = ({ then }: Rule): unknown =>
    Object.fromEntries(Object.entries(then).filter(([key]) => !numbers.some((name) => name === key)));
  return same(bare(before), bare(after)) && same(numberless(before.when), numberless(after.when));
}

function numberless(condition: Condition): unknown {
  return JSON.parse(
    JSON.stringify(condition, (key, value: unknown) => (key === "value" && typeof value === "number" ? 0 : value)),
  );
}

export function same(one: unknown, other: unknown): boolean {
  return one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
}
