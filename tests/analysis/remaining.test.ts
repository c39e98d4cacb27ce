import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { remainingOf } from "../../src/analysis/without-evidence.ts";
import { prepare } from "../../src/engine/prepare.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { Rule } from "../../src/model/rule.ts";
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

  test("of the flagship: refusals survive on documented rules alone, losses do not", async () => {
    const trace = await live(composite(), shippedPersona("missed-instalment"));
    const remaining = await remainingOf(trace, ask);
    const documented = remaining.at(-1)!;
    expect(documented.without).toEqual(["invented", "inferred", "contested", "reported"]);
    expect(documented.denied).toBeGreaterThan(0);
    expect(documented.months).toBeGreaterThan(0);
    expect(documented.losses).toBe(0);
    expect(remaining[0]!.losses).toBeGreaterThan(0);
    // No point is documented: the points are the press's.
    expect(remaining.map(({ rules }) => rules)).toEqual(remaining.map(({ rules }) => rules).sort((a, b) => b - a));
    // The court's finding of Y1-06 is enough for every later attempt on the fast train, which is never
    // paid off in documented rules: Y1-07, 08, 09, 11, 12, Y2-01 to 05, Y2-08, Y2-11, Y3-03, Y4-08, and the plane of Y1-10.
    expect(documented.denied).toBe(15);
  });
});
