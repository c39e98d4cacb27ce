import { type Condition, type Leaf, leavesOf } from "../model/condition.ts";
import type { RuleId } from "../model/rule.ts";
import type { Rulebook, Scoring } from "../model/rulebook.ts";
import type { Month } from "../model/story-time.ts";
import type { EffectId, Entry, Posting, Trace } from "../model/trace.ts";
import { type Bounds, difference, type Moving, sum } from "./bounds.ts";
import type { Dial, DialPart } from "./dials.ts";

/** What can be turned: a dial, or a whole rule, which stands at 0 while it is there and at 1 when it is dropped. */
export interface Turnable extends Pick<Dial, "rule" | "range"> {
  readonly part: DialPart | { readonly kind: "drop" };
}

/** A life from its opening to an entry, or to its end. */
export interface Stretch {
  /** Of the rulebook as turned; only `entries` are looked at. */
  readonly trace: Pick<Trace, "rulebook" | "opening">;
  readonly entries: readonly Entry[];
  /** The month of its end. */
  readonly until: Month;
  /** The rules that matched in it, and perhaps some that matched after it. */
  readonly matched: ReadonlySet<RuleId>;
}

/**
 * Points move in step with the dials: a score met with three postings of a rule outstanding moves by
 * three when the rule's points move by one. Keeps every such number on the side on which each
 * comparison found it: classes, conditions, floor and ceiling, and what is still outstanding.
 */
export function keepScores(bounds: Bounds, dials: readonly Turnable[], { trace, entries }: Stretch): void {
  const { scoring } = trace.rulebook;
  if (scoring === null || !dials.some(concernsPoints)) return;
  const hand = new Hand(bounds, dials, trace.rulebook, scoring);
  hand.meet();
  for (const { effects } of entries) {
    const postings = effects.filter((effect) => effect.kind === "posting");
    for (const posting of postings) hand.post(posting);
    if (postings.length > 0) hand.meet();
  }
}

function concernsPoints({ part: { kind } }: Turnable): boolean {
  return POINT_PARTS.has(kind);
}

const POINT_PARTS: ReadonlySet<Turnable["part"]["kind"]> = new Set([
  "points",
  "opening",
  "floor",
  "ceiling",
  "class",
  "when",
]);

/** A comparison of one fact with a number, which may itself be a dial. */
interface Compared {
  readonly operator: Leaf["operator"];
  readonly constant: Moving;
}

/** The points of a life, kept once more as numbers that move with the dials. */
class Hand {
  readonly #bounds: Bounds;
  readonly #dials: readonly Turnable[];
  readonly #scoreCompared: readonly Compared[];
  readonly #pointsCompared: readonly Compared[];
  readonly #floor: Moving | null;
  readonly #ceiling: Moving | null;
  readonly #outstanding = new Map<EffectId, Moving>();
  #score: Moving;

  constructor(bounds: Bounds, dials: readonly Turnable[], { rules }: Rulebook, scoring: Scoring) {
    this.#bounds = bounds;
    this.#dials = dials;
    const limit = (kind: "floor" | "ceiling"): Moving | null =>
      scoring[kind] === undefined ? null : this.#dial(scoring[kind], ({ part }) => part.kind === kind);
    this.#floor = limit("floor");
    this.#ceiling = limit("ceiling");
    this.#score = this.#dial(scoring.opening, ({ part }) => part.kind === "opening");
    const compared = (fact: Leaf["fact"]): Compared[] =>
      rules.flatMap(({ id, when }) =>
        comparisonsOf(when).flatMap((each) =>
          each.fact === fact
            ? [{ operator: each.operator, constant: this.#dial(each.value, isLeaf(id, each.leaf)) }]
            : [],
        ),
      );
    const classes = scoring.classes.flatMap(({ min }, place): Compared[] =>
      min === null ? [] : [{ operator: "greaterThanInclusive", constant: this.#dial(min, isClass(place)) }],
    );
    this.#scoreCompared = [...classes, ...compared("score")];
    this.#pointsCompared = compared("points");
  }

  /** The score is compared. */
  meet(): void {
    for (const each of this.#scoreCompared) this.#compare(this.#score, each);
  }

  /** Points are entered, or moved against earlier ones. */
  post({ id, points, reason, rule, of }: Posting & { readonly id: EffectId }): void {
    if (reason === "rule") {
      const entered = this.#dial(points, ({ part, rule: its }) => part.kind === "points" && its === rule);
      this.#keepSign(entered);
      for (const each of this.#pointsCompared) this.#compare(entered, each);
      this.#outstanding.set(id, entered);
      this.#move(entered);
    } else {
      const before = this.#outstanding.get(of!)!;
      const limit = reason === "floor" ? this.#floor : reason === "ceiling" ? this.#ceiling : null;
      const moved = limit === null ? difference(this.#none, before) : difference(limit, this.#score);
      const left = sum(before, moved);
      this.#keepSign(left);
      this.#outstanding.set(of!, left);
      this.#move(moved);
    }
  }

  /** The score moves, and may have to be held at the floor or the ceiling by a posting of its own. */
  #move(points: Moving): void {
    this.#score = sum(this.#score, points);
    if (this.#floor !== null) this.#compare(this.#score, { operator: "greaterThanInclusive", constant: this.#floor });
    if (this.#ceiling !== null) this.#compare(this.#score, { operator: "lessThanInclusive", constant: this.#ceiling });
  }

  get #none(): Moving {
    return { now: 0, by: this.#dials.map(() => 0) };
  }

  #dial(now: number, isThis: (dial: Turnable) => boolean): Moving {
    return { now, by: this.#dials.map((dial) => (isThis(dial) ? 1 : 0)) };
  }

  /** Whether there is anything, and whether it is a deduction, is asked in many places. */
  #keepSign(number: Moving): void {
    const { now } = number;
    if (now === 0) this.#bounds.keep(number, 0, 0);
    else if (now > 0) this.#bounds.keep(number, 1, Number.POSITIVE_INFINITY);
    else this.#bounds.keep(number, Number.NEGATIVE_INFINITY, -1);
  }

  #compare(number: Moving, { operator, constant }: Compared): void {
    const over = difference(number, constant);
    const [least, most] = sideOf(operator, over.now);
    this.#bounds.keep(over, least, most);
  }
}

/** A comparison of the score, or of points, with a number; `leaf` is its place among all comparisons of its condition. */
interface Comparison {
  readonly fact: Leaf["fact"];
  readonly operator: Leaf["operator"];
  readonly value: number;
  readonly leaf: number;
}

/** Of each condition once: few compare points, and those of a rulebook are gone through for each of thousands of lives. */
const COMPARISONS = new WeakMap<Condition, readonly Comparison[]>();

function comparisonsOf(when: Condition): readonly Comparison[] {
  const known = COMPARISONS.get(when);
  if (known !== undefined) return known;
  const found = leavesOf(when).flatMap(({ fact, operator, value }, leaf) =>
    (fact === "score" || fact === "points") && typeof value === "number" ? [{ fact, operator, value, leaf }] : [],
  );
  COMPARISONS.set(when, found);
  return found;
}

function isLeaf(rule: string, leaf: number): (dial: Turnable) => boolean {
  return (dial) => dial.part.kind === "when" && dial.rule === rule && dial.part.leaf === leaf;
}

function isClass(place: number): (dial: Turnable) => boolean {
  return ({ part }) => part.kind === "class" && part.place === place;
}

/** By how much a number may be over the constant for the comparison to answer as it does now. */
function sideOf(operator: Leaf["operator"], over: number): readonly [least: number, most: number] {
  const infinite = Number.POSITIVE_INFINITY;
  switch (operator) {
    case "lessThan":
    case "greaterThanInclusive":
      return over >= 0 ? [0, infinite] : [-infinite, -1];
    case "lessThanInclusive":
    case "greaterThan":
      return over > 0 ? [1, infinite] : [-infinite, 0];
    default:
      return over > 0 ? [1, infinite] : over < 0 ? [-infinite, -1] : [0, 0];
  }
}
