import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutRules } from "../../src/analysis/experiment.ts";
import { Lab } from "../../src/analysis/lab.ts";
import { harmCounts, harmsOnlyIn, outcomeOf } from "../../src/analysis/outcome.ts";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import { measureLevels } from "../../src/model/measure-levels.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { replay } from "../../src/replay/replay.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { LONG, runs } from "../support/runs.ts";
import { aPersona, aRule, aRulebook, at, fact, on, tries } from "../support/builders.ts";
import { composite, shippedPersonas } from "../support/shipped.ts";

function labOf(rulebook: Rulebook, people: Parameters<typeof replay>[1][], until?: number): Lab {
  const memory: Memory = new Map();
  return new Lab(rulebook, people, (variant) => prepare(variant, memory), until);
}

/** What one may do to a rule: leave it, take it out, give it another effect, another's conditions, both, or an effect that is answered at another point of a moment. */
type Deed = "keep" | "drop" | "effect" | "condition" | "both" | "moment";

function edited(rulebook: Rulebook, deeds: readonly Deed[], opening: number | null): Rulebook {
  const rules = rulebook.rules.flatMap((rule, index): Rule[] => {
    switch (deeds[index % deeds.length]!) {
      case "keep":
        return [rule];
      case "drop":
        return [];
      case "effect":
        return [{ ...rule, then: otherEffect(rule) }];
      case "condition":
        return [{ ...rule, when: otherConditions(rulebook, index) }];
      case "both":
        return [{ ...rule, then: otherEffect(rule), when: otherConditions(rulebook, index) }];
      case "moment":
        return [{ ...rule, then: atAnotherPoint(rule) }];
    }
  });
  const scoring = opening === null || rulebook.scoring === null ? rulebook.scoring : { ...rulebook.scoring, opening };
  return { ...rulebook, rules, scoring };
}

/** Those of the next rule that is a measure too, or none too. */
function otherConditions({ rules }: Rulebook, index: number): Rule["when"] {
  const isMeasure = ({ then }: Rule): boolean => then.kind === "measure";
  const turned = [...rules.slice(index + 1), ...rules.slice(0, index)];
  return (turned.find((rule) => isMeasure(rule) === isMeasure(rules[index]!)) ?? rules[index]!).when;
}

function atAnotherPoint({ then }: Rule): Rule["then"] {
  if (then.kind === "measure") return then;
  if (then.kind === "permit") return { ...then, door: then.door === "air-travel" ? "business-licence" : "air-travel" };
  return then.kind === "lead" || then.kind === "remark"
    ? { kind: "enlist", list: "court-defaulters" }
    : { kind: "lead", attempt: "air-travel", purpose: "none" };
}

/** Another effect that is answered at the same point of a moment, or at another. */
function otherEffect({ then }: Rule): Rule["then"] {
  switch (then.kind) {
    case "post":
      return { ...then, points: then.points === 7 ? -7 : 7 };
    case "enlist":
      return { kind: "delist", list: then.list };
    case "delist":
      return { kind: "enlist", list: then.list, termMonths: 3 };
    case "strike":
      return { kind: "enlist", list: "court-defaulters" };
    case "measure":
      return { kind: "measure", closes: ["air-travel", "subsidised-loan"] };
    case "lead":
      return { kind: "lead", event: "job-lost", afterMonths: 1 };
    case "remark":
      return { kind: "lead", event: "visit-missed" };
    case "permit":
      return { ...then, lifts: { list: "court-defaulters" } };
  }
}

/** A rulebook that could be loaded. */
function isSound({ rules, scoring }: Rulebook): boolean {
  return "levels" in measureLevels(rules) && (scoring !== null || rules.every(({ then }) => then.kind !== "post"));
}

const deeds = fc.array(fc.constantFrom<Deed>("keep", "keep", "drop", "effect", "condition", "both", "moment"), {
  minLength: 1,
  maxLength: 9,
});

describe("a life under a variant", () => {
  test(
    "is, with reuse, the life that a replay of the variant gives, whatever was asked before",
    { timeout: LONG },
    async () => {
      const opening = fc.option(fc.integer({ min: 50, max: 120 }), { freq: 3 });
      await fc.assert(
        fc.asyncProperty(
          rulebooks(),
          fc.array(personas, { minLength: 1, maxLength: 2 }),
          fc.array(fc.tuple(deeds, opening), { minLength: 1, maxLength: 4 }),
          async (rulebook, people, variants) => {
            const lab = labOf(rulebook, people, UNTIL);
            for (const [done, points] of variants) {
              const variant = edited(rulebook, done, points);
              if (!isSound(variant)) continue;
              const lives = await lab.under(variant);
              const prepared = await prepare(variant);
              for (const [index, persona] of people.entries())
                expect(lives[index]!.outcome).toEqual(outcomeOf(replay(prepared, persona, { until: UNTIL })));
            }
          },
        ),
        runs(300),
      );
    },
  );

  test("is not replayed where a rule that never matched in it is gone", async () => {
    const rulebook = aRulebook([
      aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/b", when: at("charity"), then: { kind: "post", points: 10 } }),
    ]);
    const lab = labOf(rulebook, [aPersona([on("Y1-02", "red-light")])]);
    const [before] = await lab.baseline();
    const [after] = await lab.under({ ...rulebook, rules: rulebook.rules.slice(0, 1) });
    expect(after).toBe(before);
    expect([lab.asked, lab.replayed]).toEqual([2, 1]);
    const [without] = await lab.under({ ...rulebook, rules: rulebook.rules.slice(1) });
    expect(without!.outcome.score).toBe(100);
    expect([lab.asked, lab.replayed]).toEqual([3, 2]);
  });

  test("is replayed where rules stand in another order", async () => {
    // Two rules post for the same act; the ceiling cuts off whichever comes first above it.
    const rulebook = aRulebook([
      aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -20 } }),
      aRule({ id: "toy/b", when: at("red-light"), then: { kind: "post", points: 10 } }),
    ]);
    const bounded = { ...rulebook, scoring: { ...rulebook.scoring!, ceiling: 100 } };
    const lab = labOf(bounded, [aPersona([on("Y1-02", "red-light")])]);
    // −20, +10: 90. The other way about: +10 is cut to 0, −20: 80.
    expect((await lab.baseline())[0]!.outcome.score).toBe(90);
    expect((await lab.under({ ...bounded, rules: bounded.rules.toReversed() }))[0]!.outcome.score).toBe(80);
  });
});

describe("an outcome", () => {
  test("counts what the ledger counts, for every shipped life", async () => {
    const prepared = await prepare(composite());
    for (const persona of shippedPersonas()) {
      const trace = replay(prepared, persona);
      const ledger = ledgerOf(trace);
      const outcome = outcomeOf(trace);
      const { denied, months, losses } = harmCounts(outcome);
      expect({ denied, months, losses, tried: outcome.tried, checked: outcome.checked }).toEqual({
        denied: ledger.attempts.denied,
        months: ledger.months.anyDoor,
        losses: ledger.losses.reduce((sum, { count }) => sum + count, 0),
        tried: ledger.attempts.tried,
        checked: ledger.scrutinisedMonths,
      });
      // Only the ledger says which months rest on a term that no source gives; the counts are the same.
      expect(outcome.doors).toEqual(ledger.months.byDoor.map((counted) => ({ ...counted, upTo: undefined })));
      expect([outcome.score, outcome.lowest]).toEqual([ledger.points!.closing, ledger.points!.lowest]);
      expect([outcome.class, outcome.worst]).toEqual([ledger.classes!.last, ledger.classes!.worst]);
    }
  });

  test(
    "is the same with and without findings, and for random lives counts what their ledgers count",
    { timeout: LONG },
    async () => {
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, async (rulebook, persona) => {
          const prepared = await prepare(rulebook);
          const full = replay(prepared, persona, { until: UNTIL });
          const lean = replay(prepared, persona, { until: UNTIL, findings: false });
          expect(outcomeOf(lean)).toEqual(outcomeOf(full));
          expect(lean.entries.map(({ after }) => after)).toEqual(full.entries.map(({ after }) => after));
          const { attempts, months, losses } = ledgerOf(full);
          const counts = harmCounts(outcomeOf(lean));
          expect(counts).toEqual({
            denied: attempts.denied,
            months: months.anyDoor,
            losses: losses.reduce((sum, { count }) => sum + count, 0),
          });
        }),
        runs(200),
      );
    },
  );

  test("of refusals that rules led to in one month at one door: what each was for tells them apart", async () => {
    const leads = (purpose: "family" | "none"): Rule =>
      aRule({ id: `toy/${purpose}`, when: at("red-light"), then: { kind: "lead", attempt: "air-travel", purpose } });
    const shut = aRule({
      id: "toy/shut",
      when: fact("class", "equal", "A"),
      then: { kind: "measure", closes: ["air-travel"] },
    });
    const rulebook = aRulebook([shut, leads("family"), leads("none")]);
    const lab = labOf(rulebook, [aPersona([on("Y1-02", "red-light")])]);
    const denial = { month: 1, door: "air-travel", line: null } as const;
    const both = [
      { ...denial, purpose: "family" },
      { ...denial, purpose: "none" },
    ];
    const [before] = await lab.baseline();
    expect(before!.outcome.denials).toEqual(both);
    // Without the one lead, its refusal is gone and the other stays; without the measure, both are gone.
    const goneWithout = async (gone: string) =>
      harmsOnlyIn(before!.outcome, (await lab.under(withoutRules(rulebook, [gone])))[0]!.outcome).denials;
    expect(await goneWithout("toy/none")).toEqual([both[1]]);
    expect(await goneWithout("toy/family")).toEqual([both[0]]);
    expect(await goneWithout("toy/shut")).toEqual(both);
  });

  test("tells months at whose end a door was shut, by hand", async () => {
    // Listed in Y1-03 for 2 months: shut at the ends of Y1-03 and Y1-04, open again at that of Y1-05.
    const rulebook = aRulebook(
      [
        aRule({
          id: "toy/list",
          when: at("red-light"),
          then: { kind: "enlist", list: "court-defaulters", termMonths: 2 },
        }),
        aRule({
          id: "toy/shut",
          when: fact("lists", "contains", "court-defaulters"),
          then: { kind: "measure", closes: ["air-travel"] },
        }),
      ],
      null,
    );
    const persona = aPersona([on("Y1-03", "red-light"), tries("Y1-04", "air-travel"), tries("Y1-05", "air-travel")]);
    const outcome = (await labOf(rulebook, [persona]).baseline())[0]!.outcome;
    expect(outcome).toMatchObject({
      tried: 2,
      denials: [{ month: 3, door: "air-travel", purpose: "none", line: 2 }],
      shut: [[2, 3]],
      doors: [{ door: "air-travel", months: 2 }],
      score: null,
      class: null,
    });
  });
});
