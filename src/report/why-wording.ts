import type { Consulted, WhyRule, WhyStep } from "../analysis/why.ts";
import { leavesOf } from "../model/condition.ts";
import { boundsEvidence, ruleNamed } from "../model/rulebook.ts";
import type { EffectId, Trace } from "../model/trace.ts";
import { comparisonSays, conditionSays } from "./comparison.ts";
import { ruleNote } from "./evidence-wording.ts";
import {
  capital,
  classLabel,
  count,
  doorName,
  happeningNoun,
  happeningSays,
  ledSays,
  listed,
  listName,
  monthSays,
  offSays,
  pointsSay,
  quietSays,
  remarkSays,
  untilSays,
  whole,
} from "./wording.ts";

/** One link of a chain in full: what it is, under which rule, on which conditions, on which source, from which effects. */
export interface StepSays {
  readonly id: EffectId;
  readonly month: string;
  readonly says: string;
  /** Rule, conditions and sources; empty for links without a rule. */
  readonly grounds: readonly string[];
  readonly from: string;
}

export function stepSays(step: WhyStep, trace: Trace): StepSays {
  const { effect, entry, finding } = step;
  const rule =
    effect !== null && "rule" in effect && effect.rule !== null ? ruleNamed(trace.rulebook, effect.rule) : null;
  const note = rule === null || effect?.kind === "rests" ? null : ruleNote(rule, trace.rulebook.sources);
  return {
    id: step.id,
    month: monthSays(entry.month),
    says: linkSays(step, trace),
    grounds:
      note === null
        ? bandSays(step, trace)
        : [
            // What a remark says stands in the line above.
            `rule ${note.id}: ${effect?.kind === "remarked" ? `${rule!.title}.` : note.says}`,
            ...(finding === null || rule === null ? [] : [`conditions: ${conditionSays(rule.when, finding.met)}`]),
            ...note.parts,
          ],
    from: fromSays(step),
  };
}

/** A class follows from the bands, not from a rule. */
function bandSays({ effect, entry }: WhyStep, { rulebook: { scoring } }: Trace): string[] {
  if (effect?.kind !== "class-moved" || scoring === null || entry.after.score === null) return [];
  const at = scoring.classes.findIndex(({ id }) => id === effect.to);
  const [above, own] = [scoring.classes[at - 1]?.min ?? null, scoring.classes[at]!.min];
  const bounds = [
    ...(own === null ? [] : [`from ${whole(own)}`]),
    ...(above === null ? [] : [`below ${whole(above)}`]),
  ];
  return [
    `the score is ${whole(entry.after.score)}; class ${effect.to} is ${listed(bounds)} (${boundsEvidence(scoring)})`,
  ];
}

function fromSays({ causes, aside, entry }: WhyStep): string {
  if (causes.length === 0)
    return entry.happening.kind === "attempt" ? "the occasion: it happened of itself" : "a root: it happened of itself";
  const followed = causes.filter((id) => !aside.includes(id));
  const others = aside.length === 0 ? "" : `${followed.length === 0 ? "" : "; "}also from ${aside.join(", ")}`;
  return `from ${followed.join(", ")}${others}`.replace("from ; also from", "from");
}

function linkSays({ effect, entry }: WhyStep, trace: Trace): string {
  if (effect === null) return happeningSays(entry.happening, trace);
  switch (effect.kind) {
    case "posting":
      return effect.reason === "rule"
        ? pointsSay(effect.points)
        : `${pointsSay(effect.points)}: ${REVERSALS[effect.reason]} ${effect.of ?? ""}`.trimEnd();
    case "struck":
      return "What is on file for it is taken back";
    case "enlisted":
      return `On ${listName(effect.list)}, ${untilSays(effect)}`;
    case "delisted":
      return `${capital(offSays(effect))}${effect.ground === null ? "" : `: “${ruleNamed(trace.rulebook, effect.ground).title}”`}`;
    case "class-moved":
      return `Class ${effect.from} → ${classLabel(trace.rulebook, effect.to)}`;
    case "imposed":
      return `In force: ${ruleNamed(trace.rulebook, effect.rule).title}`;
    case "lifted":
      return `Ends: ${ruleNamed(trace.rulebook, effect.rule).title}`;
    case "rests":
      return `Goes on for these reasons: ${effect.on === "list" ? listName(effect.list) : effect.on === "class" ? `class ${effect.class}` : ruleNamed(trace.rulebook, effect.rule).title}`;
    case "denied":
      return `REFUSED: ${doorName(effect.door)}, under ${listed(effect.measures.map((id) => `“${ruleNamed(trace.rulebook, id).title}”`))}`;
    case "permitted":
      return `PERMITTED: ${doorName(effect.door)}, although shut by ${listed(effect.measures.map((id) => `“${ruleNamed(trace.rulebook, id).title}”`))}`;
    case "led":
      return `Leads to ${ledSays(effect.to)} in ${monthSays(effect.due)}`;
    case "remarked":
      return `Remark: ${remarkSays(effect, trace)}`;
    case "deferred":
      return `Decided, to take effect in ${monthSays(effect.due)}`;
    case "lapsed":
      return `Does not come about: ${ledSays(effect.to)}`;
  }
}

const REVERSALS = {
  expiry: "what was left of it has run out,",
  strike: "struck,",
  floor: "the floor holds,",
  ceiling: "the ceiling holds,",
};

/** `#7 a court's finding “able but refuses”`. */
export function rootSays(id: EffectId, trace: Trace): string {
  const entry = trace.entries[Number(id.split(".")[0])]!;
  return `#${entry.seq} ${happeningNoun(entry.happening)}`;
}

/** In one sentence: how often the rule was consulted, and whether it ever matched. */
export function whyRuleSummary({ rule, moments }: WhyRule, trace: Trace): string {
  if (moments.length === 0)
    return `It was never consulted: in this life nothing happened at which it could match (${waitsFor(rule, trace)}).`;
  const matched = moments.filter(({ finding }) => finding.matched).length;
  return `It was consulted ${count(moments.length, "time")} and ${matched === 0 ? "never matched" : `matched ${count(matched, "time")}`}.`;
}

function waitsFor(id: string, trace: Trace): string {
  const leaves = leavesOf(ruleNamed(trace.rulebook, id).when).filter(({ fact }) => fact === "event");
  return leaves.length === 0
    ? "it reads standing only"
    : `it waits for ${listed(leaves.map(({ value }) => String(value)))}`;
}

/** When it was consulted, and the comparisons that decided what it answered. */
export function consultedSays(
  { where, finding, decisive }: Consulted,
  trace: Trace,
): { readonly when: string; readonly decided: readonly string[] } {
  const leaves = leavesOf(ruleNamed(trace.rulebook, finding.rule).when);
  const entry = "seq" in where ? trace.entries[where.seq]! : null;
  return {
    when:
      entry === null
        ? `${monthSays((where as { month: number }).month)} ${quietSays(where as never)}`
        : `${monthSays(entry.month)} #${entry.seq} ${happeningSays(entry.happening, trace)}`,
    decided: decisive.map((index) => comparisonSays(leaves[index]!, finding.met[index]!)),
  };
}
