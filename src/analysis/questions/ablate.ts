import type { RuleId } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import {
  changesUnder,
  type Experiment,
  experimentOn,
  type PersonaChange,
  type Progress,
  withoutRules,
} from "../experiment.ts";
import type { Lab, Lived } from "../lab.ts";
import { denialKey, HARM_KINDS, type HarmCounts, type HarmKind, lossKey, monthsOf, type Outcome } from "../outcome.ts";

/** Leaving rules out: which harms vanish, and which appear. */
export interface Ablation extends Experiment<"ablation"> {
  /** Each rule in rulebook order, with those for whom its absence changes something. */
  readonly without: readonly { readonly rule: RuleId; readonly changes: readonly PersonaChange[] }[];
  readonly compounding: Compounding;
  /** Pairs without which more vanishes than without either rule; `null` where pairs were not asked for. */
  readonly pairs: readonly PairEffect[] | null;
}

/** How much of the harm of all personas needs several rules at once. */
export interface Compounding {
  readonly all: HarmCounts;
  /** What also occurs in a rulebook of some single rule, or of some single pack. */
  readonly underOneRule: HarmCounts;
  readonly underOnePack: HarmCounts;
  readonly packs: number;
  /** What no single rule's absence prevents. */
  readonly notPreventedByOne: HarmCounts;
}

/** Harms that vanish only where both rules are gone, over all personas. */
export interface PairEffect {
  readonly rules: readonly [RuleId, RuleId];
  readonly together: HarmCounts;
}

export async function ablate(lab: Lab, pairs: boolean, progress: Progress): Promise<Ablation> {
  const rules = lab.rulebook.rules.map(({ id }) => id);
  const of = rules.length + (pairs ? (rules.length * (rules.length - 1)) / 2 : 0);
  const before = outcomesOf(await lab.baseline());
  const without: { rule: RuleId; changes: PersonaChange[]; after: Outcome[] }[] = [];
  let goesOn = true;
  for (const rule of rules) {
    goesOn = await progress(without.length, of);
    if (!goesOn) break;
    const after = outcomesOf(await lab.under(withoutRules(lab.rulebook, [rule])));
    without.push({ rule, after, changes: changesUnder(lab, before, after) });
  }
  let variants = without.length;
  const found: PairEffect[] = [];
  if (pairs && goesOn) {
    pairing: for (const [at, one] of without.entries()) {
      for (const other of without.slice(at + 1)) {
        goesOn = await progress(variants, of);
        if (!goesOn) break pairing;
        const both = outcomesOf(await lab.under(withoutRules(lab.rulebook, [one.rule, other.rule])));
        variants++;
        const together = onlyTogether(before, one.after, other.after, both);
        if (together.denied + together.months + together.losses > 0)
          found.push({ rules: [one.rule, other.rule], together });
      }
    }
  }
  const compounding = await compoundingOf(
    lab,
    before,
    without.map(({ after }) => after),
  );
  return {
    ...experimentOn("ablation", lab, before, { variants, of, stopped: !goesOn }),
    without: without.map(({ rule, changes }) => ({ rule, changes })),
    compounding,
    pairs: pairs ? found : null,
  };
}

function outcomesOf(lives: readonly Lived[]): Outcome[] {
  return lives.map(({ outcome }) => outcome);
}

/** The harms of an outcome, each by what tells it from others of its kind. */
function keysOf(outcome: Outcome): Record<HarmKind, string[]> {
  return {
    denied: outcome.denials.map(denialKey),
    months: monthsOf(outcome).map(String),
    losses: outcome.losses.map(lossKey),
  };
}

/** Counts over all personas the harms of the baseline for which `counts` holds. */
function tally(
  before: readonly Outcome[],
  counts: (person: number) => (kind: HarmKind, key: string) => boolean,
): HarmCounts {
  const sums = { denied: 0, months: 0, losses: 0 };
  for (const [person, outcome] of before.entries()) {
    const holds = counts(person);
    const keys = keysOf(outcome);
    for (const kind of HARM_KINDS) sums[kind] += keys[kind].filter((key) => holds(kind, key)).length;
  }
  return sums;
}

/** Whether a harm occurs in any of some outcomes, or in all. */
function occurrence(outcomes: readonly Outcome[]): (kind: HarmKind, key: string) => number {
  // Lives that are the same are the same value, and need be counted but once.
  const times = new Map<Outcome, number>();
  for (const outcome of outcomes) times.set(outcome, (times.get(outcome) ?? 0) + 1);
  const sets = [...times].map(([outcome, count]) => {
    const keys = keysOf(outcome);
    return {
      count,
      sets: { denied: new Set(keys.denied), months: new Set(keys.months), losses: new Set(keys.losses) },
    };
  });
  return (kind, key) => sets.reduce((sum, each) => sum + (each.sets[kind].has(key) ? each.count : 0), 0);
}

function onlyTogether(
  before: readonly Outcome[],
  one: readonly Outcome[],
  other: readonly Outcome[],
  both: readonly Outcome[],
): HarmCounts {
  return tally(before, (person) => {
    // Where one of the two changes nothing more, neither do both together.
    if (both[person] === one[person] || both[person] === other[person]) return () => false;
    const [inOne, inOther, inBoth] = [one, other, both].map((each) => occurrence([each[person]!]));
    return (kind, key) => inOne!(kind, key) > 0 && inOther!(kind, key) > 0 && inBoth!(kind, key) === 0;
  });
}

async function compoundingOf(
  lab: Lab,
  before: readonly Outcome[],
  without: readonly (readonly Outcome[])[],
): Promise<Compounding> {
  const packs = [...new Set(lab.rulebook.rules.map(({ pack }) => pack))];
  const alone = await livesUnder(
    lab,
    lab.rulebook.rules.map(({ id }) => [id]),
  );
  const single = await livesUnder(
    lab,
    packs.map((pack) => lab.rulebook.rules.filter((rule) => rule.pack === pack).map(({ id }) => id)),
  );
  const occurs = (lives: readonly (readonly Outcome[])[], person: number) =>
    occurrence(lives.map((outcomes) => outcomes[person]!));
  return {
    all: tally(before, () => () => true),
    underOneRule: tally(before, (person) => {
      const times = occurs(alone, person);
      return (kind, key) => times(kind, key) > 0;
    }),
    underOnePack: tally(before, (person) => {
      const times = occurs(single, person);
      return (kind, key) => times(kind, key) > 0;
    }),
    packs: packs.length,
    notPreventedByOne: tally(before, (person) => {
      const times = occurs(without, person);
      return (kind, key) => times(kind, key) === without.length;
    }),
  };
}

async function livesUnder(lab: Lab, kept: readonly (readonly RuleId[])[]): Promise<Outcome[][]> {
  const lives: Outcome[][] = [];
  for (const rules of kept) lives.push(outcomesOf(await lab.under(only(lab.rulebook, rules))));
  return lives;
}

function only(rulebook: Rulebook, kept: readonly RuleId[]): Rulebook {
  return { ...rulebook, rules: rulebook.rules.filter(({ id }) => kept.includes(id)) };
}
