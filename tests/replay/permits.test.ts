import { describe, expect, test } from "vitest";
import { countsOf } from "../../src/analysis/ledger.ts";
import { knowledgeOf } from "../../src/analysis/knowledge.ts";
import { byEvidence } from "../../src/analysis/by-evidence.ts";
import { whyEntry } from "../../src/analysis/why.ts";
import { prepare } from "../../src/engine/prepare.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Permit, Rule } from "../../src/model/rule.ts";
import type { Trace } from "../../src/model/trace.ts";
import { aPersona, aRule, aRulebook, at, effectsOf, fact, liveUntil, on, tries } from "../support/builders.ts";

const listed = fact("lists", "contains", "court-defaulters");
const LISTED = aRule({
  id: "toy/listed",
  when: at("court-finds-refusal"),
  then: { kind: "enlist", list: "court-defaulters" },
});
const closing = (id: string, when: Condition, ...closes: Permit["door"][]): Rule =>
  aRule({ id, when, then: { kind: "measure", closes } });
const SHUT = closing("toy/shut", listed, "high-speed-rail", "air-travel");
const LONG = closing("toy/long", fact("monthsOnList:court-defaulters", "greaterThan", 1), "high-speed-rail");
const POOR = closing("toy/poor", fact("circumstance:savings", "equal", "none"), "high-speed-rail");

const allowed = at("attempt", fact("circumstance:savings", "equal", "none"));
const permitting = (then: Partial<Permit> = {}, rule: Partial<Rule> = {}): Rule => ({
  ...aRule({
    id: "toy/permit",
    when: allowed,
    then: { kind: "permit", door: "high-speed-rail", lifts: { list: "court-defaulters" }, ...then },
    told: "reason",
  }),
  ...rule,
});

const life = aPersona(
  [
    tries("Y1-01", "high-speed-rail", "work"),
    on("Y1-02", "court-finds-refusal"),
    tries("Y1-03", "high-speed-rail", "work"),
    on("Y1-04", "savings-spent"),
    tries("Y1-05", "high-speed-rail", "work"),
    tries("Y1-06", "high-speed-rail", "family"),
    tries("Y1-07", "air-travel", "work"),
  ],
  { work: "employed", savings: "some" },
);
const lived = (...rules: readonly Rule[]): Promise<Trace> => liveUntil("Y1-09", aRulebook(rules, null), life);
/** By entry what was decided at each attempt: `3 denied toy/shut`. */
function decided(trace: Trace): string[] {
  return trace.entries.flatMap(({ seq, happening, effects }) =>
    happening.kind !== "attempt"
      ? []
      : effects.length === 0
        ? [`${seq} let through`]
        : effects.map((effect) =>
            effect.kind === "denied" || effect.kind === "permitted"
              ? `${seq} ${effect.kind} ${effect.measures.join(" ")}`
              : `${seq} ${effect.kind}`,
          ),
  );
}

describe("a permit", () => {
  test("lets an attempt on its door through while its conditions hold, and no other", async () => {
    expect(decided(await lived(LISTED, SHUT, permitting()))).toEqual([
      "1 let through",
      "3 denied toy/shut",
      "5 permitted toy/shut",
      "6 permitted toy/shut",
      "7 denied toy/shut",
    ]);
  });

  test("that names a purpose is for that purpose", async () => {
    expect(decided(await lived(LISTED, SHUT, permitting({ purpose: "work" }))).slice(2, 4)).toEqual([
      "5 permitted toy/shut",
      "6 denied toy/shut",
    ]);
  });

  test("opens nothing else: whatever it does not lift still denies, and is named alone", async () => {
    expect(decided(await lived(LISTED, SHUT, POOR, permitting())).slice(2, 4)).toEqual([
      "5 permitted toy/shut",
      "5 denied toy/poor",
    ]);
  });

  test("for a list lifts every measure that reads it, also by its months; one that names measures lifts those", async () => {
    const [all, named] = [permitting(), permitting({ lifts: { measures: ["toy/long"] } })];
    expect(decided(await lived(LISTED, SHUT, LONG, all))).toContain("6 permitted toy/shut toy/long");
    expect(decided(await lived(LISTED, SHUT, LONG, named)).slice(2, 4)).toEqual([
      "6 permitted toy/long",
      "6 denied toy/shut",
    ]);
  });

  test("that has nothing to lift is consulted, and records nothing", async () => {
    const trace = await lived(permitting({}, { when: at("attempt") }));
    expect(decided(trace)[0]).toBe("1 let through");
    expect(trace.entries[1]!.findings).toMatchObject([{ rule: "toy/permit", matched: true }]);
    // At another door it is not even asked.
    expect(trace.entries.at(-1)).toMatchObject({ happening: { door: "air-travel" }, findings: [] });
  });

  test("is asked after the standing is settled, so that it sees what the attempt itself brought about", async () => {
    const onTrying = aRule({ ...LISTED, when: at("attempt", fact("purpose", "equal", "work")) });
    const seeing = permitting({}, { when: at("attempt", fact("measures", "contains", "toy/shut")) });
    expect(decided(await lived(onTrying, SHUT, seeing))).toContain("1 permitted toy/shut");
  });

  test("leaves the door shut for all that counts months", async () => {
    const [with_, without] = [await lived(LISTED, SHUT, permitting()), await lived(LISTED, SHUT)];
    expect(countsOf(with_).months).toEqual(countsOf(without).months);
    expect(countsOf(with_).attempts).toMatchObject({ tried: 5, denied: 2 });
    expect(countsOf(without).attempts).toMatchObject({ tried: 5, denied: 4 });
  });
});

describe("causes of what is permitted", () => {
  test("are what the conditions rest on; where that is nothing, the opening; never the attempt", async () => {
    const trace = await lived(LISTED, SHUT, permitting());
    expect(effectsOf(trace, "permitted").map(({ because }) => because)).toEqual([["4.0"], ["4.0"]]);
    const why = whyEntry(trace, 5, false);
    expect(why.roots).toEqual(["4.0"]);
    expect(why.steps.map(({ id }) => id)).toEqual(["5.1", "5.0", "4.0"]);
    expect(why.steps[0]!.finding).toMatchObject({ rule: "toy/permit", matched: true });
    const always = await lived(LISTED, SHUT, permitting({}, { when: at("attempt") }));
    expect(effectsOf(always, "permitted")[0]!.because).toEqual(["0.0"]);
  });

  test("what is led to because there is no refusal goes back to the permit; anything else to the attempt", async () => {
    const leading = (id: string, ...more: Condition[]): Rule =>
      aRule({
        id,
        when: at("attempt", fact("purpose", "equal", "family"), ...more),
        then: { kind: "lead", event: "visit-missed" },
      });
    const trace = await lived(
      LISTED,
      SHUT,
      permitting(),
      leading("toy/goes", fact("denied", "equal", false)),
      leading("toy/any"),
    );
    expect(effectsOf(trace, "led").map(({ rule, because }) => [rule, because])).toEqual([
      ["toy/goes", ["6.1"]],
      ["toy/any", ["6.0"]],
    ]);
  });
});

describe("what the person is told", () => {
  test("is at least that they are let through; of a permit that does not help, what the rule says", async () => {
    for (const told of ["nothing", "outcome", "reason"] as const) {
      const through = await lived(LISTED, SHUT, permitting({}, { told }));
      expect(effectsOf(through, "permitted")[0]!.told).toBe(told === "nothing" ? "outcome" : told);
      const refused = await lived(LISTED, SHUT, POOR, permitting({}, { told }));
      expect(effectsOf(refused, "permitted")[0]!.told).toBe(told);
    }
  });

  test("is one decision for one attempt, however many permits lift something", async () => {
    const decisions = (trace: Trace): number => knowledgeOf(trace).decisions;
    const one = await lived(LISTED, SHUT, permitting());
    const two = await lived(LISTED, SHUT, permitting(), permitting({}, { id: "toy/again" }));
    expect(effectsOf(two, "permitted")).toHaveLength(4);
    expect(decisions(two)).toBe(decisions(one));
    // Listed, imposed, three refusals or passages less one at the open door.
    expect(decisions(one)).toBe(6);
  });
});

test("what would be left: a weak permit stays, and its going makes no harm of the better rules", async () => {
  const sure = [LISTED, SHUT].map((rule) => ({ ...rule, evidence: "documented" as const }));
  const weak = permitting({}, { evidence: "invented" });
  const ended = aRule({ id: "toy/off", when: at("debt-paid"), then: { kind: "delist", list: "court-defaulters" } });
  const first = aRule({ id: "toy/first", when: allowed, then: { kind: "lead", event: "visit-missed" } });
  const trace = await lived(...sure, weak, ended, first);
  expect((await byEvidence(trace, (book) => prepare(book))).remaining).toMatchObject([
    { without: [], rules: 5, denied: 2, losses: 3 },
    { without: ["invented"], rules: 4, denied: 2, losses: 0 },
  ]);
});
