import { EVIDENCE, type Evidence, weakest } from "../model/evidence.ts";
import { sourceOf } from "../model/citation.ts";
import { NUMBER_NAMES, type NumberName, type NumberNote, type Rule, type Then } from "../model/rule.ts";
import { thenSays } from "./then-wording.ts";
import { count, signed, sourcesOf, toldSays } from "./wording.ts";

/**
 * `reported [CD10, ESSAY]`: the level of the rule, and its sources; of an amended one also what it
 * was: `rule reported [CD10], points invented (was −50: reported [CD10])`.
 */
export function evidenceSays(rule: Rule): string {
  const { amended } = rule;
  return amended === undefined ? standing(rule) : `${standing(rule)} (${wasSays(rule, amended.was)})`;
}

/** Part by part where a number is weaker than its rule, or a term has another level: no source may seem to stand behind it. */
function standing(rule: Rule): string {
  const numbers = Object.entries(rule.numbers ?? {}) as [NumberName, NumberNote][];
  const term = rule.numbers?.termMonths?.evidence ?? rule.evidence;
  if (weakerNumbers(rule).length === 0 && term === rule.evidence) return groundSays(rule.evidence, sourcesOf(rule));
  return [
    `rule ${groundSays(rule.evidence, keysOf(rule))}`,
    ...numbers.map(([name, note]) => `${PART_SAYS[name]} ${groundSays(note.evidence, keysOf(note))}`),
  ].join(", ");
}

/** `reported, points inferred`: the level of rules together, and beside it of numbers that are weaker than their rule. */
export function levelOf(...rules: readonly Rule[]): string {
  const beside = NUMBER_NAMES.flatMap((name) => {
    const levels = rules
      .filter((rule) => weakerNumbers(rule).includes(name))
      .map((rule) => rule.numbers![name]!.evidence);
    return levels.length === 0 ? [] : [`${PART_SAYS[name]} ${weakest(levels)}`];
  });
  return [weakest(rules.map(({ evidence }) => evidence)), ...beside].join(", ");
}

function weakerNumbers({ evidence, numbers = {} }: Rule): NumberName[] {
  return NUMBER_NAMES.filter(
    (name) => EVIDENCE.indexOf(numbers[name]?.evidence ?? evidence) > EVIDENCE.indexOf(evidence),
  );
}

const PART_SAYS: Record<NumberName, string> = {
  points: "points",
  expiresAfterMonths: "return",
  termMonths: "term",
  afterMonths: "delay",
  when: "numbers of its conditions",
};

function keysOf({ citations }: Pick<NumberNote, "citations">): string[] {
  return [...new Set(citations.map(sourceOf))];
}

/** `reported [CD10, ESSAY]`. */
export function groundSays(level: Evidence, sources: readonly string[]): string {
  return `${level}${sources.length === 0 ? "" : ` [${sources.join(", ")}]`}`;
}

/** What of a rule was otherwise, and how good the source for that was. */
function wasSays(rule: Rule, was: Rule): string {
  const parts = [
    ...effectParts(rule.then, was.then),
    ...(alike(rule.when, was.when) ? [] : ["on other conditions"]),
    ...(rule.told === was.told ? [] : [toldSays(was.told, false)]),
    ...(rule.title === was.title ? [] : [`called “${was.title}”`]),
  ];
  if (parts.length > 0) return `was ${parts.join(", ")}: ${standing(was)}`;
  return standing(rule) === standing(was) ? "amended in its remarks only" : `was ${standing(was)}`;
}

/** Numbers alone where only numbers differ; else the whole effect as it was. */
function effectParts(then: Then, was: Then): string[] {
  if (alike(then, was)) return [];
  if (!alike(withoutNumbers(then), withoutNumbers(was))) return [thenSays(was)];
  const [now, before] = [then, was] as unknown as Readonly<Record<string, number | "unknown" | undefined>>[];
  const differs = (name: string): boolean => now![name] !== before![name];
  const months = (name: string, none: string, some: string): string[] =>
    !differs(name) ? [] : [spanSays(before![name], none, some)];
  return [
    ...(differs("points") ? [signed(before!["points"] as number)] : []),
    ...months("expiresAfterMonths", "with no return", "for"),
    ...months("termMonths", "with no end", "for"),
    ...months("afterMonths", "at once", "after"),
  ];
}

function spanSays(months: number | "unknown" | undefined, none: string, some: string): string {
  if (months === "unknown") return "for a term that is not known";
  return months === undefined ? none : `${some} ${count(months, "month")}`;
}

function withoutNumbers(then: Then): unknown {
  return Object.fromEntries(Object.entries(then).filter(([key]) => !NUMBER_NAMES.some((name) => name === key)));
}

/** Both come from the same rule, so their keys stand in the same order. */
function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
