import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendedScoring, readRule } from "../../src/load/amended.ts";
import { sealed } from "../../src/load/assemble.ts";
import { amendedFaults } from "../../src/load/meaning/rule.ts";
import { amendedScoringFaults } from "../../src/load/meaning/scoring.ts";
import { stackFaults } from "../../src/load/meaning/stack.ts";
import { Readings, readingsOf, withReadings } from "../../src/load/readings.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook, Scoring } from "../../src/model/rulebook.ts";
import { questionedRulebooks } from "../support/open-questions.ts";
import { LONG, runs } from "../support/runs.ts";
import { composite } from "../support/shipped.ts";

type Answers = Readonly<Record<string, string>>;

/** One set of answers, put to a rulebook without remembering anything; `null` where the result is faulty. */
function plainly(rulebook: Rulebook, answers: Answers): Rulebook | null {
  const changed = Object.entries(answers).filter(([name, label]) => rulebook.questions[name]!.default !== label);
  if (changed.length === 0) return rulebook;
  const isChosen = (reading: { question: string; label: string }): boolean =>
    changed.some(([name, label]) => reading.question === name && reading.label === label);
  const read = rulebook.rules.map((rule) =>
    (rule.readings ?? []).filter(isChosen).reduce(readRule, rule as Rule | null),
  );
  const rules = read.filter((rule) => rule !== null);
  const scoring =
    rulebook.scoring === null
      ? null
      : (rulebook.scoring.readings ?? []).filter(isChosen).reduce(amendedScoring, rulebook.scoring);
  const around = { sources: rulebook.sources };
  const faults = [
    ...rules.flatMap((rule) => {
      const { pack: _pack, amended: _amended, readings: _readings, ...file } = rule;
      return rulebook.rules.includes(rule) ? [] : amendedFaults(file, around);
    }),
    ...(scoring === null || scoring === rulebook.scoring ? [] : amendedScoringFaults(unread(scoring), around)),
    ...stackFaults(rules, scoring),
  ];
  if (faults.length > 0) return null;
  const questions = Object.fromEntries(
    Object.entries(rulebook.questions).map(([name, question]) => [
      name,
      { ...question, default: answers[name] ?? question.default },
    ]),
  );
  return sealed({ ...rulebook, rules, scoring, questions });
}

function unread({ readings: _readings, ...scoring }: Scoring): Omit<Scoring, "readings"> {
  return scoring;
}

/** Every combination of answers. */
function combinations({ questions }: Rulebook): Answers[] {
  return Object.entries(questions).reduce<Answers[]>(
    (all, [name, { answers }]) =>
      all.flatMap((before) => Object.keys(answers).map((label) => ({ ...before, [name]: label }))),
    [{}],
  );
}

describe("reading one rulebook many times", () => {
  test(
    "gives what reading it once gives, sound or faulty, in whatever order it is asked",
    () => {
      let [sound, faulty] = [0, 0];
      fc.assert(
        fc.property(questionedRulebooks(), fc.boolean(), (rulebook, backwards) => {
          const readings = new Readings(rulebook);
          const all = combinations(rulebook);
          for (const answers of backwards ? all.toReversed() : all) {
            const parsed = readings.read(answers);
            const expected = plainly(rulebook, answers);
            if (parsed.ok) sound++;
            else faulty++;
            expect(parsed.ok).toBe(expected !== null);
            if (!parsed.ok) continue;
            expect(parsed.value === rulebook ? rulebook : sealed(parsed.value)).toEqual(expected);
            expect(withReadings(rulebook, answers)).toEqual({ ok: true, value: expected, notes: [] });
          }
        }),
        runs(40),
      );
      expect(sound).toBeGreaterThan(100);
      expect(faulty).toBeGreaterThan(10);
    },
    LONG,
  );

  test("of the shipped composite agrees too, and none of the combinations drawn is faulty", () => {
    const rulebook = composite();
    const any = Object.entries(rulebook.questions).map(([question, { answers }]) =>
      fc.constantFrom(...Object.keys(answers)).map((label) => [question, label] as const),
    );
    const readings = new Readings(rulebook);
    for (const [at, drawn] of fc.sample(fc.tuple(...any), { numRuns: 500, seed: 2010 }).entries()) {
      const answers = Object.fromEntries(drawn);
      const parsed = readings.read(answers);
      expect(parsed.ok).toBe(true);
      if (parsed.ok && at % 61 === 0) expect(sealed(parsed.value).digest).toBe(plainly(rulebook, answers)!.digest);
    }
  });
});

describe("what readings make of a rule", () => {
  const rulebook = composite();
  const readings = readingsOf(rulebook);
  const under = (answers: Answers): Rulebook => {
    const parsed = readings.read(answers);
    if (!parsed.ok) throw new Error("faulty");
    return parsed.value;
  };

  test("is one value wherever the answers agree on it, and untouched rules are the rulebook's own", () => {
    const one = under({ extension: "three-years", ceiling: "full-score" });
    const other = under({ extension: "three-years", "loan-amount": "fifty", ceiling: "full-score" });
    const changed = rulebook.rules.flatMap((rule, at) => (one.rules[at] === rule ? [] : [at]));
    expect(changed.length).toBeGreaterThan(0);
    for (const at of changed) expect(other.rules[at]).toBe(one.rules[at]);
    expect(other.scoring).toBe(one.scoring);
    expect(one.scoring).not.toBe(rulebook.scoring);
    expect(other.rules.filter((rule, at) => rule !== one.rules[at]).map(({ id }) => id)).toEqual([
      "suining/loan-default",
    ]);
  });

  test("keeps the very conditions that it does not amend", () => {
    const { rules } = under({ "traffic-fifty": "only-drunk-driving" });
    const changed = rules.filter((rule, at) => rule !== rulebook.rules[at]);
    expect(changed).not.toEqual([]);
    for (const rule of changed) expect(rule.when).toBe(rulebook.rules.find(({ id }) => id === rule.id)!.when);
  });
});
