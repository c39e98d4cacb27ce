import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { remainingOf } from "../../src/analysis/without-evidence.ts";
import { prepare } from "../../src/engine/prepare.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { Rule, Then } from "../../src/model/rule.ts";
import { notesOf } from "../../src/report/notes.ts";
import { tellingOf } from "../../src/report/telling.ts";
import { aPersona, aRule, aRulebook, at, fact, live, liveUntil, on, tries } from "../support/builders.ts";
import { composite, shippedPersona } from "../support/shipped.ts";

const ask = (rulebook: Rulebook) => prepare(rulebook);

describe("what remains when weak evidence is taken out", () => {
  // Four doors, each shut by a rule of one level as long as one is listed; and a loss that is invented.
  const closes = (evidence: Evidence, door: "air-travel" | "star-hotel" | "high-speed-rail" | "holiday-trip") =>
    aRule({
      id: `toy/${evidence}`,
      when: fact("lists", "contains", "court-defaulters"),
      then: { kind: "measure", closes: [door] },
      evidence,
    });
  const book = aRulebook(
    [
      aRule({
        id: "toy/listed",
        when: at("court-finds-refusal"),
        then: { kind: "enlist", list: "court-defaulters" },
        evidence: "documented",
      }),
      closes("documented", "air-travel"),
      closes("reported", "star-hotel"),
      closes("inferred", "high-speed-rail"),
      closes("contested", "holiday-trip"),
      aRule({
        id: "toy/visit",
        when: at("attempt", fact("denied", "equal", true)),
        then: { kind: "lead", event: "visit-missed" },
        evidence: "invented",
      }),
    ],
    null,
  );
  const life = aPersona([
    on("Y1-01", "court-finds-refusal"),
    tries("Y1-02", "air-travel"),
    tries("Y1-03", "star-hotel"),
    tries("Y1-04", "high-speed-rail"),
    tries("Y1-05", "holiday-trip"),
  ]);

  test("is counted step by step, by living the same life again", async () => {
    const remaining = await remainingOf(await liveUntil("Y1-06", book, life), ask);
    expect(remaining).toEqual([
      { without: [], rules: 6, tried: 4, denied: 4, losses: 4, months: 6 },
      { without: ["invented"], rules: 5, tried: 4, denied: 4, losses: 0, months: 6 },
      { without: ["invented", "inferred"], rules: 4, tried: 4, denied: 3, losses: 0, months: 6 },
      {
        without: ["invented", "inferred", "contested", "reported"],
        rules: 2,
        tried: 4,
        denied: 1,
        losses: 0,
        months: 6,
      },
    ]);
  });

  test("a number may be weaker than the rule, and takes it out", async () => {
    const [listed, ...rest] = book.rules;
    const guessed = {
      ...listed!,
      then: { kind: "enlist", list: "court-defaulters", termMonths: 24 } as const,
      numbers: { termMonths: { evidence: "invented" as const, citations: [] } },
    };
    const remaining = await remainingOf(await liveUntil("Y1-06", { ...book, rules: [guessed, ...rest] }, life), ask);
    expect(remaining.map(({ denied }) => denied)).toEqual([4, 0, 0, 0]);
  });

  test("so may the numbers of a condition: of two measures imposed together, that one alone goes", async () => {
    const [listed] = book.rules;
    const shut = {
      id: "toy/shut",
      when: fact("lists", "contains", "court-defaulters"),
      evidence: "documented",
    } as const;
    const sound = aRule({ ...shut, then: { kind: "measure", closes: ["air-travel"] } });
    const guessed: Rule = {
      ...aRule({ ...shut, id: "toy/guessed", then: { kind: "measure", closes: ["air-travel", "star-hotel"] } }),
      numbers: { when: { evidence: "invented", citations: [] } },
    };
    const lived = (...measures: Rule[]) => liveUntil("Y1-06", aRulebook([listed!, ...measures], null), life);
    for (const trace of [await lived(guessed, sound), await lived(sound, guessed)]) {
      const remaining = await remainingOf(trace, ask);
      expect(remaining.map(({ rules, denied, months }) => [rules, denied, months])).toEqual([
        [3, 2, 6],
        [2, 1, 6],
        [2, 1, 6],
        [2, 1, 6],
      ]);
      // Which of the two stands first in the line of a refusal under both is the rulebook's affair.
      const first = trace.rulebook.rules[1] === guessed ? "invented" : "documented";
      expect(ledgerOf(trace).harms.map(({ lastEvidence, weakestEvidence }) => [lastEvidence, weakestEvidence])).toEqual(
        [
          [first, first],
          ["invented", "invented"],
        ],
      );
      const imposed = notesOf(trace.entries[1]!, tellingOf(trace, false)).find(({ kind }) => kind === "shut");
      expect(imposed!.evidence).toBe("2 rules · invented");
    }
  });

  test("a rule that ends or opens something stays, however weak", async () => {
    const weak = (id: string, when: Condition, then: Then) =>
      aRule({ id: `toy/${id}`, when, then, evidence: "invented" });
    const kind = {
      off: weak("off", at("debt-paid"), { kind: "delist", list: "court-defaulters" }),
      permit: weak("permit", at("attempt", fact("purpose", "equal", "work")), {
        kind: "permit",
        door: "air-travel",
        lifts: { list: "court-defaulters" },
      }),
      priority: weak("priority", fact("circumstance:work", "equal", "none"), {
        kind: "measure",
        prefers: ["promotion"],
      }),
    };
    const rules = [book.rules[0]!, book.rules[1]!, ...Object.values(kind)];
    const story = aPersona([
      on("Y1-01", "court-finds-refusal"),
      tries("Y1-02", "air-travel", "work"),
      tries("Y1-02", "air-travel", "family"),
      on("Y1-03", "debt-paid"),
      tries("Y1-04", "air-travel", "family"),
    ]);
    const remaining = await remainingOf(await liveUntil("Y1-05", { ...book, rules }, story), ask);
    expect(remaining.map(({ rules: left, denied, months }) => [left, denied, months])).toEqual(
      Array.from({ length: 4 }, () => [5, 1, 2]),
    );
  });

  test("of the flagship: refusals survive on documented rules alone, losses do not", async () => {
    const trace = await live(composite(), shippedPersona("missed-instalment"));
    const remaining = await remainingOf(trace, ask);
    const documented = remaining.at(-1)!;
    expect(documented.without).toEqual(["invented", "inferred", "contested", "reported"]);
    expect(documented.losses).toBe(0);
    expect(remaining[0]!.losses).toBeGreaterThan(0);
    // No point is documented: the points are the press's.
    expect(remaining.map(({ rules }) => rules)).toEqual(remaining.map(({ rules }) => rules).sort((a, b) => b - a));
    // The court's finding of Y1-11 is enough for every attempt on the fast train until its two years are over: Y1-12,
    // Y2-01 to 04, Y2-07 to 12, Y3-05 and 09. That of Y2-10, on which all later ones rest, follows from a part of the
    // settlement missed for want of a wage, and that the wage was lost is inferred.
    expect([documented.denied, documented.months]).toEqual([13, 24]);
  });
});
