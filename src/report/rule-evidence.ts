import type { Evidence } from "../model/evidence.ts";
import {
  evidenceOf,
  NUMBER_NAMES,
  type NumberName,
  type NumberNote,
  type Rule,
  type Then,
  sourceOf,
} from "../model/rule.ts";
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

/** Where a number without a source is weaker than its rule, or a term has another level, part by part: no source may seem to stand behind it. */
function standing(rule: Rule): string {
  const level = evidenceOf(rule);
  const numbers = Object.entries(rule.numbers ?? {}) as [NumberName, NumberNote][];
  const bare =
    rule.evidence !== level &&
    numbers.some(([, { evidence, citations }]) => evidence === level && citations.length === 0);
  const term = rule.numbers?.termMonths?.evidence ?? rule.evidence;
  if (!bare && term === rule.evidence) return groundSays(level, sourcesOf(rule));
  return [
    `rule ${groundSays(rule.evidence, keysOf(rule))}`,
    ...numbers.map(([name, note]) => `${PART_SAYS[name]} ${groundSays(note.evidence, keysOf(note))}`),
  ].join(", ");
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
