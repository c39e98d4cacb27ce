import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dial } from "../../../src/analysis/dials.ts";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import { repair, type RuleRepair } from "../../../src/analysis/questions/repair.ts";
import { type Goal, goalOfEntry, missedAt } from "../../../src/analysis/repair/goal.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import type { Persona } from "../../../src/model/persona.ts";
import type { Range } from "../../../src/model/ranges.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import type { Trace } from "../../../src/model/trace.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, live } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";
import { bruteForce } from "./repair-brute-force.ts";

const MEMORY: Memory = new Map();

function says({ edits }: RuleRepair): string {
  return edits.map((edit) => (edit.kind === "drop" ? `drop ${edit.rule}` : `${edit.address} ${edit.to}`)).join(" + ");
}

/** Everything that a baseline misses: its doors, its classes, its harms one by one. */
function goalsOf(trace: Trace): Goal[] {
  const harms = trace.entries.flatMap((entry) => goalOfEntry(entry) ?? []);
  const doors = new Set(harms.flatMap((goal) => (goal.kind === "denial" ? [goal.door] : [])));
  const classes = new Set(trace.entries.flatMap(({ after }) => after.class ?? []));
  return [
    ...[...doors].map((door): Goal => ({ kind: "door", door })),
    ...[...classes].map((id): Goal => ({ kind: "class", class: id })),
    ...harms,
  ];
}

/** A few numbers near or far, for a few of the dials; nothing for the others. */
function tinyRanges(draw: number): (dial: Dial) => Range {
  return ({ address, now, range }) => {
    const hash = `${draw} ${address}`.split("").reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7);
    if (hash % 3 === 0) return { least: now, most: now };
    const away = (Math.floor(hash / 3) % 9) - 4;
    const shift = now + (hash % 2 === 0 ? away : away * 8);
    const least = Math.min(Math.max(shift - 2, range.least), range.most);
    return { least, most: Math.max(least, Math.min(shift + 2, range.most)) };
  };
}

/** Rulebooks in which points, classes and terms decide together, so that it often takes two edits. */
const scored: fc.Arbitrary<Rulebook> = fc
  .record({
    light: fc.integer({ min: -16, max: -4 }),
    missed: fc.integer({ min: -16, max: 6 }).filter((points) => points !== 0),
    returns: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    term: fc.integer({ min: 1, max: 9 }),
    late: fc.integer({ min: 0, max: 3 }),
    below: fc.integer({ min: 60, max: 99 }),
    shut: fc.constantFrom(["B", "C"], ["C"]),
    floor: fc.option(fc.integer({ min: 60, max: 90 }), { nil: undefined }),
    ceiling: fc.option(fc.integer({ min: 100, max: 104 }), { nil: undefined }),
    yearly: fc.boolean(),
    listed: fc.boolean(),
  })
  .map(({ light, missed, returns, term, late, below, shut, floor, ceiling, yearly, listed }) =>
    aRulebook(
      [
        aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: light } }),
        aRule({
          id: "toy/missed",
          when: at("instalment-missed"),
          then: { kind: "post", points: missed, expiresAfterMonths: term },
        }),
        aRule({
          id: "toy/list",
          when: at("posted", fact("score", "lessThan", below)),
          then: { kind: "enlist", list: "court-defaulters", termMonths: term, afterMonths: late },
        }),
        aRule({
          id: "toy/class-shut",
          when: fact("class", "in", shut),
          then: { kind: "measure", closes: ["air-travel"] },
        }),
        aRule({
          id: "toy/list-shut",
          when: fact("lists", "contains", "court-defaulters"),
          then: { kind: "measure", closes: listed ? ["air-travel"] : ["business-licence"] },
        }),
        aRule({
          id: "toy/again",
          when: at("attempt", fact("denied", "equal", true)),
          then: { kind: "lead", event: "red-light", afterMonths: late },
        }),
      ],
      aScoring({
        assigned: yearly ? "yearly" : "at-once",
        ...(returns === undefined ? {} : { deductionsReturnAfterMonths: returns }),
        ...(floor === undefined ? {} : { floor }),
        ...(ceiling === undefined ? {} : { ceiling }),
      }),
    ),
  );

const drivers: fc.Arbitrary<Persona> = fc
  .array(
    fc.record({
      month: fc.integer({ min: 0, max: 16 }),
      what: fc.constantFrom(
        "red-light",
        "red-light",
        "instalment-missed",
        "air-travel",
        "air-travel",
        "business-licence",
      ),
    }),
    { minLength: 3, maxLength: 9 },
  )
  .map((lines) =>
    aPersona(
      lines
        .sort((a, b) => a.month - b.month)
        .map(({ month, what }) =>
          what === "air-travel" || what === "business-licence"
            ? { month, attempt: what, purpose: "none" as const }
            : { month, event: what as "red-light" },
        ),
      { debt: "instalments" },
    ),
  );

const ALL = "all minimal repairs, in their order, are those that trying every rulebook finds";

test.each([
  ["of any small rulebook", rulebooks(), personas, runs(30, 240), { reached: 5, pairs: -1 }],
  ["where points and terms decide together", scored, drivers, runs(50, 450), { reached: 10, pairs: 0 }],
])(
  `${ALL}, %s`,
  async (_, anyRulebook, anybody, times, least) => {
    const seen = { reached: 0, pairs: 0 };
    await fc.assert(
      fc.asyncProperty(anyRulebook, anybody, fc.nat(), fc.nat(), async (rulebook, persona, some, draw) => {
        const goals = goalsOf(await live(rulebook, persona, { until: UNTIL }));
        const goal = goals[some % Math.max(1, goals.length)];
        fc.pre(goal !== undefined);
        const rangeOf = tinyRanges(draw);
        const lab = new Lab(rulebook, [persona], (variant) => prepare(variant, MEMORY), UNTIL);
        const clever = await repair(lab, goal!, UNWATCHED, rangeOf);
        const { minimal, tried } = await bruteForce(rulebook, persona, goal!, UNTIL, rangeOf);
        expect(clever.repairs.map(says)).toEqual(minimal);
        const { rules, integers, pairsOfRules, ruleAndInteger, pairsOfIntegers } = clever.space!;
        expect(rules + integers + pairsOfRules + ruleAndInteger + pairsOfIntegers).toBe(tried);
        expect(clever.searched.variants).toBe(clever.searched.of);
        if (minimal.length > 0) seen.reached++;
        if (minimal.some((each) => each.includes(" + "))) seen.pairs++;
      }),
      times,
    );
    // It was no idle search.
    expect(seen.reached).toBeGreaterThan(least.reached);
    expect(seen.pairs).toBeGreaterThan(least.pairs);
  },
  LONG,
);

test(
  "each act found reaches its goal, and no shorter delay does",
  async () => {
    await fc.assert(
      fc.asyncProperty(rulebooks(), personas, fc.nat(), async (rulebook, persona, some) => {
        const trace = await live(rulebook, persona, { until: UNTIL });
        const goals = goalsOf(trace);
        const goal = goals[some % Math.max(1, goals.length)];
        fc.pre(goal !== undefined);
        const lab = new Lab(rulebook, [persona], (variant) => prepare(variant, MEMORY), UNTIL);
        const { acts } = await repair(lab, goal!, UNWATCHED, ({ now }) => ({ least: now, most: now }));
        for (let line = 1; line <= persona.timeline.length; line++) {
          const act = persona.timeline[line - 1]!;
          const mine = acts.filter((each) => each.line === line);
          const lived = async (month: number) =>
            missedAt(
              goal!,
              await live(
                rulebook,
                {
                  ...persona,
                  timeline: persona.timeline.map((each, at) => (at === line - 1 ? { ...each, month } : each)),
                },
                { until: UNTIL },
              ),
            );
          const delays = mine.flatMap(({ delay }) => delay ?? []);
          for (const delay of delays) {
            expect(await lived(act.month + delay)).toBeNull();
            for (let less = 1; less < delay; less++) expect(await lived(act.month + less)).not.toBeNull();
          }
          if (mine.some(({ delay }) => delay === null)) expect(await lived(UNTIL + 1)).toBeNull();
        }
      }),
      runs(20, 180),
    );
  },
  LONG,
);
