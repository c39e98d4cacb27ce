import type { RuleId } from "../../model/rule.ts";
import type { HarmCounts } from "../outcome.ts";
import { type DrawWhole, oneOf, shuffled } from "./chance.ts";
import { fallsIn } from "./compounding-questions.ts";
import { type Effectiveness, type Material, NONE, touches, withoutRule } from "./material.ts";
import type { Question } from "./question.ts";

interface Tried extends Effectiveness {
  readonly rule: RuleId;
  readonly worst: string | null;
}

/** What would have been otherwise: each answer comes from living the life again without one rule. */
export function alternativeQuestions(material: Material, draw: DrawWhole): Question[] {
  const tried = material.box.flatMap((rule): Tried[] => {
    const without = withoutRule(material, rule);
    return without === null ? [] : [{ rule, gone: without.gone, fresh: without.fresh, worst: without.outcome.worst }];
  });
  return [
    ...withoutRuleQuestion(tried, draw),
    ...mostQuestion(tried, draw),
    ...worseQuestion(tried, draw),
    ...worstClassQuestion(material, tried, draw),
    ...enoughQuestion(material, draw),
  ];
}

function withoutRuleQuestion(tried: readonly Tried[], draw: DrawWhole): Question[] {
  const asked = oneOf(tried.filter(touches), draw);
  if (asked === undefined) return [];
  const right: Effectiveness = { gone: asked.gone, fresh: asked.fresh };
  const others = new Map<string, Effectiveness>([[keyOf({ gone: NONE, fresh: NONE }), { gone: NONE, fresh: NONE }]]);
  for (const { gone, fresh } of shuffled(tried, draw)) others.set(keyOf({ gone, fresh }), { gone, fresh });
  others.delete(keyOf(right));
  const options = shuffled([right, ...[...others.values()].slice(0, 2)], draw);
  return [{ kind: "without-rule", topic: "alternatives", rule: asked.rule, options, right: options.indexOf(right) }];
}

function keyOf({ gone, fresh }: Effectiveness): string {
  return JSON.stringify([gone, fresh]);
}

const KINDS = ["denied", "losses", "months"] as const;

/** Three rules of which one stands out. */
function mostQuestion(tried: readonly Tried[], draw: DrawWhole): Question[] {
  const less = (of: keyof HarmCounts, { gone, fresh }: Tried): number => gone[of] - fresh[of];
  const kind = oneOf(
    KINDS.filter((of) => new Set(tried.map((each) => less(of, each))).size > 2),
    draw,
  );
  if (kind === undefined) return [];
  const distinct = new Map<number, Tried>();
  for (const each of shuffled(tried, draw)) distinct.set(less(kind, each), each);
  const options = shuffled([...distinct.values()].slice(0, 3), draw);
  const gone = options.map((each) => less(kind, each));
  const most = Math.max(...gone);
  return most <= 0
    ? []
    : [
        {
          kind: "most",
          topic: "alternatives",
          of: kind,
          rules: options.map(({ rule }) => rule),
          gone,
          right: gone.indexOf(most),
        },
      ];
}

/** A rule that spares: without it something happens that did not. */
function worseQuestion(tried: readonly Tried[], draw: DrawWhole): Question[] {
  const spares = ({ fresh }: Tried): boolean => fresh.denied + fresh.losses + fresh.months > 0;
  const asked = oneOf(tried.filter(spares), draw);
  const others = shuffled(
    tried.filter((each) => !spares(each)),
    draw,
  ).slice(0, 2);
  if (asked === undefined || others.length < 2) return [];
  const rules = shuffled([asked, ...others], draw).map(({ rule }) => rule);
  return [{ kind: "worse", topic: "alternatives", rules, fresh: asked.fresh, right: rules.indexOf(asked.rule) }];
}

/** Of somebody who never falls it is asked only where a rule keeps them up. */
function worstClassQuestion({ ablation, trace }: Material, tried: readonly Tried[], draw: DrawWhole): Question[] {
  const before = ablation.baseline[0]?.worst ?? null;
  if (before === null) return [];
  const others = tried.filter(({ worst }) => worst !== before).slice(0, 4);
  const fell = before !== trace.rulebook.scoring?.classes[0]?.id;
  const asked = oneOf(others, draw) ?? (fell ? oneOf(tried, draw) : undefined);
  return asked === undefined || asked.worst === null
    ? []
    : [{ kind: "worst-class", topic: "alternatives", rule: asked.rule, before, after: asked.worst }];
}

/** Only where one deduction alone was entered there, so that it is plain which one is meant. */
function enoughQuestion(material: Material, draw: DrawWhole): Question[] {
  const { entries, rulebook } = material.trace;
  const falls = fallsIn(material).flatMap(({ id, seq, from }) => {
    const postings = entries[seq]!.effects.filter(({ kind }) => kind === "posting");
    const [only] = postings;
    const before = entries[seq - 1]?.after.score ?? null;
    const least = rulebook.scoring?.classes.find((band) => band.id === from)?.min ?? null;
    if (
      postings.length !== 1 ||
      only?.kind !== "posting" ||
      only.reason !== "rule" ||
      before === null ||
      least === null
    )
      return [];
    return [{ moved: id, taken: -only.points, points: before - least + 1 }];
  });
  const fall = oneOf(falls, draw);
  return fall === undefined ? [] : [{ kind: "enough", topic: "alternatives", ...fall }];
}
