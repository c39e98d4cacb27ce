import fc from "fast-check";
import { type Condition, leavesOf } from "../../src/model/condition.ts";
import type { Reading, Rule } from "../../src/model/rule.ts";
import type { Question, Rulebook, Scoring } from "../../src/model/rulebook.ts";
import { rulebooks } from "./arbitraries.ts";
import { fact } from "./builders.ts";

/** Question to number of answers; the answer in force is `0`. */
const QUESTIONS = [
  ["one", 2],
  ["two", 3],
  ["three", 2],
  ["four", 2],
  ["five", 2],
  ["six", 2],
  ["seven", 2],
  ["eight", 2],
] as const;

/** What one may amend: a number, the conditions, what is told, a wholly different effect, or that the rule is there at all. */
const AMENDMENTS = [
  "number",
  "months",
  "condition",
  "clock",
  "measures",
  "denial",
  "kind",
  "remark",
  "permit",
  "told",
  "gone",
] as const;
const SCORED = ["ceiling", "floor", "assigned", "return", "opening", "classes"] as const;

interface Plan<How extends string> {
  readonly question: number;
  readonly answer: number;
  readonly how: How;
  readonly amount: number;
}

function plan<How extends string>(questions: number, ways: readonly How[]): fc.Arbitrary<Plan<How>> {
  return fc.record(
    {
      question: fc.nat(questions - 1),
      answer: fc.constantFrom(1, 1, 2),
      how: fc.constantFrom(...ways),
      amount: fc.integer({ min: 1, max: 9 }),
    },
    { noNullPrototype: true },
  );
}

/**
 * Small rulebooks with open questions, three or up to eight; several answers together may spoil one, as
 * with real ones, and a later reading overrides an earlier one on the same rule.
 */
export function questionedRulebooks(questions = 3): fc.Arbitrary<Rulebook> {
  return fc
    .tuple(
      rulebooks(),
      fc.array(fc.array(plan(questions, AMENDMENTS), { minLength: 1, maxLength: 4 }), { minLength: 10, maxLength: 10 }),
      fc.array(plan(questions, SCORED), { maxLength: 3 }),
    )
    .map(([rulebook, plans, onScoring]) => ({
      ...rulebook,
      questions: Object.fromEntries(
        QUESTIONS.slice(0, questions).map(([id, answers]): [string, Question] => {
          const labels = Array.from({ length: answers }, (_, label) => String(label));
          return [
            id,
            { asks: `${id}?`, answers: Object.fromEntries(labels.map((each) => [`a${each}`, each])), default: "a0" },
          ];
        }),
      ),
      scoring:
        rulebook.scoring === null
          ? null
          : amended(rulebook.scoring, onScoring, (how, amount) => scoringAmendment(rulebook.scoring!, how, amount)),
      rules: rulebook.rules.map((rule, at) => {
        const loaded = asLoaded(rule);
        const measures = rulebook.rules.filter(({ then }) => then.kind === "measure").map(({ id }) => id);
        return amended(loaded, plans[at % plans.length]!, (how, amount) => amendment(loaded, how, amount, measures));
      }),
    }));
}

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

function amended<How extends string, T extends Rule | Scoring>(
  part: T,
  plans: readonly Plan<How>[],
  amend: (how: How, amount: number) => Reading["amend"] | undefined,
): T {
  const readings = plans.flatMap(({ question, answer, how, amount }): Reading[] => {
    const [id, answers] = QUESTIONS[question]!;
    const changes = answer >= answers ? null : amend(how, amount);
    return changes === undefined ? [] : [{ question: id, label: `a${answer}`, amend: changes, citations: [] }];
  });
  return readings.length === 0 ? part : { ...part, readings };
}

/** A condition in the place of another: what stood there is taken out key by key. */
function instead(when: Condition): Reading["amend"] {
  return { when: { all: null, any: null, not: null, fact: null, operator: null, value: null, ...when } };
}

function amendment(
  { when, then }: Rule,
  how: (typeof AMENDMENTS)[number],
  amount: number,
  measures: readonly string[],
): Reading["amend"] | undefined {
  switch (how) {
    case "number":
      if (then.kind === "post") return { then: { points: then.points > 0 ? -5 * amount : 25 } };
      if (then.kind === "measure") return { then: { closes: ["air-travel"] } };
      return isBare(then) ? undefined : { then: { afterMonths: 2 } };
    case "months":
      if (then.kind === "post") return { then: { expiresAfterMonths: amount * 4 } };
      if (then.kind === "enlist") return { then: { termMonths: amount * 4 } };
      if (then.kind === "measure") return { then: { prefers: ["air-travel"] } };
      return isBare(then) ? undefined : { then: { afterMonths: amount * 5 } };
    case "condition": {
      const [leaf] = leavesOf(when).filter(({ fact: name }) => name === "event");
      return instead(leaf ?? when);
    }
    case "clock": {
      const clock = fact(amount % 2 === 0 ? "monthsSince:red-light" : "monthsSince:job-lost", "equal", amount);
      if (then.kind === "measure") return instead(amount > 4 ? clock : { any: [when, clock] });
      return amount > 4
        ? instead({ all: [when, clock] })
        : instead({ all: [fact("event", "equal", "time-passed"), clock] });
    }
    case "measures": {
      const read = measures[amount % Math.max(1, measures.length)];
      if (read === undefined) return undefined;
      const other = fact("measures", amount > 2 ? "contains" : "doesNotContain", read);
      return instead({ all: [when, other] });
    }
    case "denial":
      if (then.kind === "measure") return instead({ not: when });
      return isBare(then) ? undefined : { then: { afterMonths: null } };
    case "kind":
      return then.kind === "post"
        ? { then: { kind: "strike", of: "red-light", points: null, expiresAfterMonths: null } }
        : undefined;
    case "remark": {
      if (then.kind === "measure") return undefined;
      const none = Object.fromEntries(Object.keys(then).map((key) => [key, null]));
      return then.kind === "remark"
        ? { told: "outcome", then: { ...none, kind: "lead", event: amount % 2 === 0 ? "red-light" : "job-lost" } }
        : { told: "nothing", then: { ...none, kind: "remark", says: "it is said" } };
    }
    case "permit":
      if (then.kind === "enlist" && then.termMonths !== undefined)
        return { then: { lengthens: then.lengthens === true ? null : true } };
      if (then.kind !== "permit") return undefined;
      if (amount % 2 === 0) return { then: { purpose: then.purpose === "work" ? null : "work" } };
      return { then: { lifts: { list: amount > 4 ? "published-entries" : "court-defaulters", measures: null } } };
    case "told":
      return then.kind === "remark" ? { title: "otherwise" } : { told: "reason", title: "otherwise told" };
    case "gone":
      return null;
  }
}

/** These take no delay. */
function isBare({ kind }: Rule["then"]): boolean {
  return kind === "remark" || kind === "permit";
}

function scoringAmendment(
  { opening, classes }: Scoring,
  how: (typeof SCORED)[number],
  amount: number,
): Reading["amend"] {
  switch (how) {
    case "ceiling":
      return { ceiling: opening + amount * 3 };
    case "floor":
      return { floor: opening - amount * 8 };
    case "assigned":
      return { assigned: amount % 2 === 0 ? "yearly" : "at-once" };
    case "return":
      return { deductionsReturnAfterMonths: amount * 3 };
    case "opening":
      return { opening: opening - amount };
    case "classes":
      return {
        classes: classes.map((band) => {
          // Under another name nothing may ask for it any more.
          if (band.min === null) return amount > 6 ? { ...band, id: "D" } : band;
          return band.min < 60 + amount ? band : { ...band, min: band.min - amount };
        }),
      };
  }
}
