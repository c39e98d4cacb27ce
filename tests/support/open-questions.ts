import fc from "fast-check";
import { leavesOf } from "../../src/model/condition.ts";
import type { Reading, Rule } from "../../src/model/rule.ts";
import type { Question, Rulebook } from "../../src/model/rulebook.ts";
import { rulebooks } from "./arbitraries.ts";

/** Question to number of answers; the answer in force is `0`. */
const QUESTIONS = [
  ["one", 2],
  ["two", 3],
  ["three", 2],
] as const;

/** What one may amend: another number, other conditions, a wholly different effect, or that the rule is there at all. */
const AMENDMENTS = ["number", "condition", "denial", "kind", "gone"] as const;

interface Plan {
  readonly question: number;
  readonly answer: number;
  readonly how: (typeof AMENDMENTS)[number];
}

const plan: fc.Arbitrary<Plan> = fc.record(
  {
    question: fc.nat(QUESTIONS.length - 1),
    answer: fc.constantFrom(1, 2),
    how: fc.constantFrom(...AMENDMENTS),
  },
  { noNullPrototype: true },
);

/** Small rulebooks with open questions; several answers together may spoil one, as with real ones. */
export const questionedRulebooks: fc.Arbitrary<Rulebook> = fc
  .tuple(
    rulebooks(),
    fc.array(fc.array(plan, { minLength: 1, maxLength: 3 }), { minLength: 10, maxLength: 10 }),
    fc.nat(3),
  )
  .map(([rulebook, plans, ceiling]) => ({
    ...rulebook,
    questions: Object.fromEntries(
      QUESTIONS.map(([id, answers]): [string, Question] => {
        const labels = Array.from({ length: answers }, (_, label) => String(label));
        return [
          id,
          { asks: `${id}?`, answers: Object.fromEntries(labels.map((each) => [`a${each}`, each])), default: "a0" },
        ];
      }),
    ),
    scoring:
      rulebook.scoring === null || ceiling > 1
        ? rulebook.scoring
        : {
            ...rulebook.scoring,
            readings: [{ question: "three", label: "a1", amend: { ceiling: 105 + ceiling }, citations: [] }],
          },
    rules: rulebook.rules.map((rule, at) => withReadings(asLoaded(rule), plans[at % plans.length]!)),
  }));

/** As a file could hold it: an amended rule is checked as one. */
function asLoaded({ then, ...rule }: Rule): Rule {
  if (then.kind !== "measure") return { ...rule, then, evidence: "invented" };
  const { closes = [], scrutinises = [], prefers = [] } = then;
  return {
    ...rule,
    evidence: "invented",
    then: {
      kind: "measure",
      closes: closes.length > 0 ? closes : ["business-licence"],
      ...(scrutinises.length > 0 ? { scrutinises } : {}),
      ...(prefers.length > 0 ? { prefers } : {}),
    },
  };
}

function withReadings(rule: Rule, plans: readonly Plan[]): Rule {
  const readings = plans.flatMap(({ question, answer, how }): Reading[] => {
    const [id, answers] = QUESTIONS[question]!;
    if (answer >= answers) return [];
    return [{ question: id, label: `a${answer}`, amend: amendment(rule, how), citations: [] }];
  });
  return readings.length === 0 ? rule : { ...rule, readings };
}

function amendment({ when, then }: Rule, how: Plan["how"]): Reading["amend"] {
  switch (how) {
    case "number":
      if (then.kind === "post") return { then: { points: then.points > 0 ? -45 : 25 } };
      if (then.kind === "measure") return { then: { closes: ["air-travel"] } };
      return { then: { afterMonths: 2 } };
    case "condition": {
      const [leaf] = leavesOf(when).filter(({ fact }) => fact === "event");
      return { when: { all: null, any: null, not: null, fact: null, operator: null, value: null, ...(leaf ?? when) } };
    }
    case "denial":
      return then.kind === "measure"
        ? { when: { all: null, any: null, fact: null, operator: null, value: null, not: when } }
        : { then: { afterMonths: null } };
    case "kind":
      return then.kind === "post"
        ? { then: { kind: "strike", of: "red-light", points: null, expiresAfterMonths: null } }
        : {};
    case "gone":
      return null;
  }
}
