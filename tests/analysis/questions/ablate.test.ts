import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { denialKey, lossKey, monthsOf, type Outcome, outcomeOf } from "../../../src/analysis/outcome.ts";
import { ablate } from "../../../src/analysis/questions/ablate.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { replay } from "../../../src/replay/replay.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, on, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";

function labOf(rulebook: Rulebook, people: readonly Persona[], until?: number): Lab {
  const memory: Memory = new Map();
  return new Lab(rulebook, people, (variant) => prepare(variant, memory), until);
}

const costs = (id: string) => aRule({ id, when: at("red-light"), then: { kind: "post", points: -20 } });
const shuts = aRule({
  id: "toy/shuts",
  when: fact("class", "in", ["B", "C"]),
  then: { kind: "measure", closes: ["air-travel"] },
});
const misses = aRule({
  id: "toy/misses",
  when: at("attempt", fact("door", "equal", "air-travel"), fact("denied", "equal", true)),
  then: { kind: "lead", event: "visit-missed" },
});
const careless: Persona = { ...aPersona([on("Y1-02", "red-light"), tries("Y1-04", "air-travel")]), id: "careless" };
const careful: Persona = { ...aPersona([tries("Y1-04", "air-travel")]), id: "careful" };

describe("ablation, by hand", () => {
  // 100 − 20 = 80: class B (60 to 89) from Y1-02 on, so air travel is shut at the ends of months 1 to
  // 119, which is 119 months; the attempt of Y1-04 is refused, and a visit is missed. Whoever runs no
  // red light meets none of it.
  test("three rules, two people", async () => {
    const rules = [costs("toy/costs"), shuts, misses];
    const { baseline, without, compounding, pairs, searched } = await ablate(
      labOf(aRulebook(rules), [careless, careful]),
      true,
      UNWATCHED,
    );
    expect(baseline.map(({ denials, losses }) => [denials.length, losses.length])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(
      without.map(({ rule, changes }) => [
        rule,
        changes.map(({ persona, vanished, appeared, outcome }) => [
          persona,
          vanished.denials.length,
          vanished.months.length,
          vanished.losses.length,
          appeared.denials.length + appeared.months.length + appeared.losses.length,
          outcome.class,
        ]),
      ]),
    ).toEqual([
      ["toy/costs", [["careless", 1, 119, 1, 0, "A"]]],
      ["toy/shuts", [["careless", 1, 119, 1, 0, "B"]]],
      ["toy/misses", [["careless", 0, 0, 1, 0, "B"]]],
    ]);
    expect(compounding).toEqual({
      all: { denied: 1, months: 119, losses: 1 },
      // No one of the three shuts anything alone; together they are one pack.
      underOneRule: { denied: 0, months: 0, losses: 0 },
      underOnePack: { denied: 1, months: 119, losses: 1 },
      packs: 1,
      notPreventedByOne: { denied: 0, months: 0, losses: 0 },
    });
    expect(pairs).toEqual([]);
    // 3 rules and 3 pairs.
    expect([searched.variants, searched.of]).toEqual([6, 6]);
  });

  // Twice −20: 60, class B. Without one of the two 80, class B too; without both 100, class A.
  test("two rules that stand in for each other", async () => {
    const { without, pairs, compounding } = await ablate(
      labOf(aRulebook([costs("toy/one"), costs("toy/other"), shuts]), [careless]),
      true,
      UNWATCHED,
    );
    expect(without.map(({ changes }) => changes.map(({ vanished }) => vanished.denials.length))).toEqual([
      [0],
      [0],
      [1],
    ]);
    expect(pairs).toEqual([{ rules: ["toy/one", "toy/other"], together: { denied: 1, months: 119, losses: 0 } }]);
    // Every harm is prevented by the absence of “shuts” alone.
    expect(compounding.notPreventedByOne).toEqual({ denied: 0, months: 0, losses: 0 });
  });

  // 100 + 20 − 20 = 100, class A; without the praise 80, class B, and the door is shut.
  test("an absence that makes a harm appear", async () => {
    const praise = aRule({ id: "toy/praise", when: at("charity"), then: { kind: "post", points: 20 } });
    const kind = {
      ...aPersona([on("Y1-01", "charity"), on("Y1-02", "red-light"), tries("Y1-04", "air-travel")]),
      id: "kind",
    };
    const { without } = await ablate(labOf(aRulebook([costs("toy/costs"), praise, shuts]), [kind]), false, UNWATCHED);
    expect(without[1]).toMatchObject({
      rule: "toy/praise",
      changes: [
        { persona: "kind", appeared: { denials: [{ door: "air-travel", line: 3 }] }, vanished: { denials: [] } },
      ],
    });
  });

  test("stopped before its time it says so, and keeps what it has", async () => {
    let asked = 0;
    const { without, searched } = await ablate(
      labOf(aRulebook([costs("toy/costs"), shuts, misses]), [careless]),
      true,
      () => ++asked <= 2,
    );
    expect(without.map(({ rule }) => rule)).toEqual(["toy/costs", "toy/shuts"]);
    expect(searched).toMatchObject({ variants: 2, of: 6, stopped: true });
  });
});

/** The harms of an outcome, each kind by itself. */
function harms(outcome: Outcome): Set<string> {
  return new Set([
    ...outcome.denials.map((each) => `denied ${denialKey(each)}`),
    ...outcome.losses.map((each) => `loss ${lossKey(each)}`),
    ...monthsOf(outcome).map((each) => `month ${each}`),
  ]);
}

describe("ablation, against brute force", () => {
  test("vanished, appeared, pairs and compounding on random rulebooks", { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(rulebooks({ calm: true }), personas, async (rulebook, persona) => {
        const { without, pairs, compounding } = await ablate(labOf(rulebook, [persona], UNTIL), true, UNWATCHED);
        const ids = rulebook.rules.map(({ id }) => id);
        const memory: Memory = new Map();
        const lived = async (kept: (id: string) => boolean): Promise<Set<string>> => {
          const variant = { ...rulebook, rules: rulebook.rules.filter(({ id }) => kept(id)) };
          return harms(outcomeOf(replay(await prepare(variant, memory), persona, { until: UNTIL })));
        };
        const all = await lived(() => true);
        for (const [index, id] of ids.entries()) {
          const left = await lived((each) => each !== id);
          const [change] = without[index]!.changes;
          const gone = change === undefined ? 0 : size(change.vanished);
          const fresh = change === undefined ? 0 : size(change.appeared);
          expect([gone, fresh]).toEqual([minus(all, left).size, minus(left, all).size]);
        }
        let notPrevented = new Set(all);
        let alone = new Set<string>();
        for (const id of ids) {
          notPrevented = common(notPrevented, await lived((each) => each !== id));
          alone = new Set([...alone, ...(await lived((each) => each === id))]);
        }
        expect(sum(compounding.notPreventedByOne)).toBe(notPrevented.size);
        expect(sum(compounding.underOneRule)).toBe(common(all, alone).size);
        for (const [index, one] of ids.entries()) {
          for (const other of ids.slice(index + 1)) {
            const both = await lived((each) => each !== one && each !== other);
            const kept = common(await lived((each) => each !== one), await lived((each) => each !== other));
            const found = pairs!.find(({ rules }) => rules[0] === one && rules[1] === other);
            expect(found === undefined ? 0 : sum(found.together)).toBe(minus(common(all, kept), both).size);
          }
        }
      }),
      runs(40),
    );
  });
});

function size({
  denials,
  losses,
  months,
}: {
  denials: readonly unknown[];
  losses: readonly unknown[];
  months: readonly unknown[];
}): number {
  return denials.length + losses.length + months.length;
}

function sum({ denied, months, losses }: { denied: number; months: number; losses: number }): number {
  return denied + months + losses;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((each) => other.has(each)));
}

function minus(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((each) => !other.has(each)));
}
