import type { Effect, EffectId, Trace } from "../../model/trace.ts";
import { type DrawWhole, oneOf } from "./chance.ts";
import type { Material } from "./material.ts";
import type { Question } from "./question.ts";

/** How one thing is added to another. */
export function compoundingQuestions(material: Material, draw: DrawWhole): Question[] {
  return [
    ...shareQuestion(material, draw),
    ...outstandingQuestion(material, draw),
    ...takenQuestion(material),
    ...priorityQuestion(material),
    ...oneRuleQuestion(material),
  ];
}

function shareQuestion({ ledger }: Material, draw: DrawWhole): Question[] {
  const root = oneOf(
    ledger.roots.filter(({ denied }) => denied > 0),
    draw,
  );
  return root === undefined || ledger.attempts.denied < 2
    ? []
    : [{ kind: "share", topic: "compounding", root: root.root, denied: root.denied, of: ledger.attempts.denied }];
}

function outstandingQuestion(material: Material, draw: DrawWhole): Question[] {
  const { trace } = material;
  const fall = oneOf(fallsIn(material), draw);
  if (fall === undefined) return [];
  const outstanding = outstandingBefore(trace, fall.seq);
  return [
    {
      kind: "outstanding",
      topic: "compounding",
      moved: fall.id,
      points: outstanding.reduce((sum, { points }) => sum + points, 0),
      entries: outstanding.length,
    },
  ];
}

/** A fall of class that can be followed on the sheet. */
export interface Fall {
  readonly id: EffectId;
  readonly seq: number;
  readonly from: string;
}

export function fallsIn({ trace, shown }: Pick<Material, "trace" | "shown">): Fall[] {
  const bands = trace.rulebook.scoring?.classes.map(({ id }) => id) ?? [];
  return trace.entries.flatMap(({ seq, effects }) =>
    effects.flatMap((effect) =>
      effect.kind === "class-moved" && bands.indexOf(effect.to) > bands.indexOf(effect.from) && shown.has(seq)
        ? [{ id: effect.id, seq, from: effect.from }]
        : [],
    ),
  );
}

/** Where honours ran out too, what came back would not be what had been taken. */
function takenQuestion({ ledger: { points } }: Material): Question[] {
  return points === null || points.lost === 0 || points.returned < 0
    ? []
    : [{ kind: "taken", topic: "compounding", lost: points.lost, returned: points.returned }];
}

function priorityQuestion({ ledger }: Material): Question[] {
  return ledger.lostPriority === 0 ? [] : [{ kind: "priority", topic: "compounding", months: ledger.lostPriority }];
}

/** The deductions on file before an entry, each with what of it had not come back; points are positive. */
function outstandingBefore(trace: Trace, seq: number): { readonly id: EffectId; readonly points: number }[] {
  const postings = trace.entries.slice(0, seq).flatMap(({ effects }) => effects.filter(isPosting));
  return postings
    .filter(({ reason, points }) => reason === "rule" && points < 0)
    .map(({ id, points }) => ({
      id,
      points: -postings.filter(({ of }) => of === id).reduce((sum, each) => sum + each.points, points),
    }))
    .filter(({ points }) => points > 0);
}

function isPosting(effect: Effect): effect is Extract<Effect, { kind: "posting" }> {
  return effect.kind === "posting";
}

function oneRuleQuestion({ ablation: { compounding } }: Material): Question[] {
  const { all, underOneRule } = compounding;
  return all.denied + all.months + all.losses === 0
    ? []
    : [{ kind: "one-rule", topic: "compounding", all, underOneRule }];
}
