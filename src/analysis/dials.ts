import { type Condition, type Leaf, leavesOf } from "../model/condition.ts";
import { factNamed } from "../model/facts.ts";
import { COMPARED, DELAY, DURATION, OPENING_POINTS, POINTS_MOVED, type Range, SCORE } from "../model/ranges.ts";
import type { Rule, RuleId, Then } from "../model/rule.ts";
import type { Rulebook, Scoring } from "../model/rulebook.ts";

/** A number of a rulebook that may be turned: where it stands, what it is, and what it could be. */
export interface Dial {
  /** `suining/loan-default.points`, `classes.A.min`, `opening`, `pack/rule.when.priorCount`. */
  readonly address: string;
  /** Its rule; `null` for the numbers of the scoring. */
  readonly rule: RuleId | null;
  readonly part: DialPart;
  readonly now: number;
  readonly unit: "points" | "months" | "entries";
  readonly range: Range;
  /** The rulebook with another number here; unsealed, and never printed. */
  readonly turn: (rulebook: Rulebook, to: number) => Rulebook;
}

/** Which number of its rule or scoring it is; `when` counts the comparisons in reading order, from 0. */
export type DialPart =
  | { readonly kind: (typeof EFFECT_NUMBERS)[number] }
  | { readonly kind: "when"; readonly leaf: number }
  | { readonly kind: "class"; readonly place: number }
  | { readonly kind: (typeof SCORING_DIALS)[number] };

const EFFECT_NUMBERS = ["points", "expiresAfterMonths", "termMonths", "afterMonths"] as const;
const SCORING_DIALS = ["opening", "deductionsReturnAfterMonths", "floor", "ceiling"] as const;

const EFFECT_RANGES = { points: POINTS_MOVED, expiresAfterMonths: DURATION, termMonths: DURATION, afterMonths: DELAY };

/** Every number of a rulebook: those of the scoring first, then rule by rule. */
export function dialsOf(rulebook: Rulebook): Dial[] {
  return [
    ...(rulebook.scoring === null ? [] : scoringDials(rulebook.scoring)),
    ...rulebook.rules.flatMap((rule) => [...effectDials(rule), ...conditionDials(rule)]),
  ];
}

/** The dial of that address, or `undefined`. */
export function dialAt(rulebook: Rulebook, address: string): Dial | undefined {
  return dialsOf(rulebook).find((dial) => dial.address === address);
}

/** Whether a dial may stand at a number; a posting of 0 points would enter nothing. */
export function mayBe({ range, part }: Dial, number: number): boolean {
  return number >= range.least && number <= range.most && !(part.kind === "points" && number === 0);
}

function scoringDials(scoring: Scoring): Dial[] {
  const simple = SCORING_DIALS.flatMap((kind): Dial[] => {
    const now = scoring[kind];
    if (typeof now !== "number") return [];
    const months = kind === "deductionsReturnAfterMonths";
    return [
      {
        address: kind,
        rule: null,
        part: { kind },
        now,
        unit: months ? "months" : "points",
        range: months ? DURATION : limited(kind, scoring),
        turn: withScoring((was, to) => ({ ...was, [kind]: to })),
      },
    ];
  });
  return [...simple, ...classDials(scoring)];
}

/** The opening lies between the floor and the ceiling. */
function limited(kind: "opening" | "floor" | "ceiling", { opening, floor, ceiling }: Scoring): Range {
  if (kind === "floor") return { least: SCORE.least, most: opening };
  if (kind === "ceiling") return { least: opening, most: SCORE.most };
  return {
    least: Math.max(OPENING_POINTS.least, floor ?? OPENING_POINTS.least),
    most: Math.min(OPENING_POINTS.most, ceiling ?? OPENING_POINTS.most),
  };
}

/** A class can begin anywhere between the beginnings of its neighbours. */
function classDials({ classes }: Scoring): Dial[] {
  return classes.flatMap(({ id, min }, place): Dial[] => {
    if (min === null) return [];
    const [above, below] = [classes[place - 1]?.min ?? null, classes[place + 1]?.min ?? null];
    return [
      {
        address: `classes.${id}.min`,
        rule: null,
        part: { kind: "class", place },
        now: min,
        unit: "points",
        range: { least: below === null ? SCORE.least : below + 1, most: above === null ? SCORE.most : above - 1 },
        turn: withScoring((was, to) => ({
          ...was,
          classes: was.classes.map((band, at) => (at === place ? { ...band, min: to } : band)),
        })),
      },
    ];
  });
}

function withScoring(change: (scoring: Scoring, to: number) => Scoring): Dial["turn"] {
  return (rulebook, to) => ({ ...rulebook, scoring: change(rulebook.scoring!, to) });
}

function effectDials(rule: Rule): Dial[] {
  const numbers = rule.then as Then & Partial<Record<(typeof EFFECT_NUMBERS)[number], number | "unknown">>;
  return EFFECT_NUMBERS.flatMap((kind): Dial[] => {
    const now = numbers[kind];
    if (typeof now !== "number") return [];
    return [
      {
        address: `${rule.id}.${kind}`,
        rule: rule.id,
        part: { kind },
        now,
        unit: kind === "points" ? "points" : "months",
        range: EFFECT_RANGES[kind],
        turn: withRule(rule.id, (was, to) => ({ ...was, then: { ...was.then, [kind]: to } as Then })),
      },
    ];
  });
}

function conditionDials(rule: Rule): Dial[] {
  const leaves = leavesOf(rule.when);
  const numeric = leaves.flatMap((leaf, at) => (typeof leaf.value === "number" ? [{ leaf, at }] : []));
  return numeric.flatMap(({ leaf, at }): Dial[] => {
    const type = factNamed(leaf.fact)!.type;
    if (type.type !== "integer") return [];
    const alike = numeric.filter((other) => other.leaf.fact === leaf.fact);
    const place = alike.length === 1 ? "" : `.${alike.findIndex((other) => other.at === at) + 1}`;
    return [
      {
        address: `${rule.id}.when.${leaf.fact}${place}`,
        rule: rule.id,
        part: { kind: "when", leaf: at },
        now: leaf.value as number,
        unit: type.unit,
        range: COMPARED[type.unit],
        turn: withRule(rule.id, (was, to) => ({
          ...was,
          when: withLeaf(was.when, at, (each) => ({ ...each, value: to })),
        })),
      },
    ];
  });
}

function withRule(id: RuleId, change: (rule: Rule, to: number) => Rule): Dial["turn"] {
  return (rulebook, to) => ({
    ...rulebook,
    rules: rulebook.rules.map((rule) => (rule.id === id ? change(rule, to) : rule)),
  });
}

/** A condition with one comparison, counted in reading order from 0, replaced. */
function withLeaf(condition: Condition, at: number, change: (leaf: Leaf) => Condition): Condition {
  let next = 0;
  const walk = (node: Condition): Condition => {
    if ("all" in node) return { all: node.all.map(walk) };
    if ("any" in node) return { any: node.any.map(walk) };
    if ("not" in node) return { not: walk(node.not) };
    return next++ === at ? change(node) : node;
  };
  return walk(condition);
}
