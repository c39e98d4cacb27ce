import { describe, expect, test } from "vitest";
import { graphOf } from "../../src/analysis/graph/graph.ts";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { partsOf } from "../../src/analysis/parts.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { byEvidence } from "../../src/analysis/by-evidence.ts";
import { type Memory, prepare } from "../../src/engine/prepare.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { printMonth } from "../../src/model/story-time.ts";
import { closing, type Trace } from "../../src/model/trace.ts";
import { inShort, longestLine } from "../../src/report/in-short.ts";
import { replay } from "../../src/replay/replay.ts";
import { about, effectsOf, month } from "../support/builders.ts";
import { answered, composite, shippedPersona } from "../support/shipped.ts";
import { attemptsOn, classMoves, losses } from "./lives.ts";

// “Two years that became four”, replayed under each answer. What is expected was worked out on paper before
// the packs were written, and the engine says the same.

const MEMORY: Memory = new Map();
const BOOK = composite();
const LUO = shippedPersona("missed-instalment");

async function lived(rulebook: Rulebook, persona: Persona = LUO): Promise<Trace> {
  return replay(await prepare(rulebook, MEMORY), persona);
}

/** `17 of 21, 52 (47), 31`: refused, months with any door shut (with the fast train shut), losses. */
function sums(trace: Trace): string {
  const { attempts, months, losses: lost } = ledgerOf(trace);
  const train = months.byDoor.find(({ door }) => door === "high-speed-rail")?.months ?? 0;
  const counted = lost.reduce((sum, { count }) => sum + count, 0);
  return `${attempts.denied} of ${attempts.tried}, ${months.anyDoor} (${train}), ${counted}`;
}

/** `580 D, 1,000 A`: the lowest, and the end. */
function points(trace: Trace): string {
  const { points: kept, classes } = ledgerOf(trace);
  return `${kept!.lowest} ${classes!.worst}, ${kept!.closing} ${classes!.last}`;
}

/** Months in a class. */
function monthsIn(trace: Trace, id: string): number {
  return Array.from({ length: trace.until + 1 }, (_, at) =>
    trace.entries.findLast((entry) => entry.month <= at)!.after.class === id ? 1 : 0,
  ).reduce((sum: number, one) => sum + one, 0);
}

const STORY = await lived(BOOK);

describe("month by month", () => {
  test("the trips, the posts and the aid", () => {
    expect(attemptsOn(STORY, "high-speed-rail")).toEqual([
      "Y1-10 not refused",
      ...["Y1-12", "Y2-01", "Y2-02", "Y2-03", "Y2-04"].map((at) => `${at} refused`),
      ...["Y2-07", "Y2-08", "Y2-09", "Y2-10", "Y2-11", "Y2-12"].map((at) => `${at} refused`),
      ...["Y3-05", "Y3-09", "Y3-12", "Y4-11"].map((at) => `${at} refused`),
      "Y5-12 not refused",
    ]);
    expect(attemptsOn(STORY, "social-aid")).toEqual(["Y3-01 refused", "Y4-04 not refused"]);
    expect(attemptsOn(STORY, "public-post")).toEqual(["Y5-12 refused", "Y6-04 not refused"]);
  });

  test("three listings with a term each; payment ends the limit, and only time the list", () => {
    const at = (id: string): string => printMonth(STORY.entries[Number(id.split(".")[0])]!.month);
    expect(
      effectsOf(STORY, "enlisted")
        .filter(({ list }) => list === "court-defaulters")
        .map(({ id, rule, until }) => `${at(id)} ${rule} until ${printMonth(until as number)}`),
    ).toEqual([
      "Y1-11 court/ground-report-missing until Y3-11",
      "Y2-10 court/ground-settlement-broken until Y4-10",
      "Y4-03 court/ground-limit-broken until Y6-03",
    ]);
    const left = effectsOf(STORY, "delisted").filter(({ list, last }) => list === "court-defaulters" && last);
    expect(left.map(({ id, rule }) => [at(id), rule])).toEqual([["Y6-03", null]]);
    const lifted = effectsOf(STORY, "lifted").filter(({ rule }) => rule === "court/fast-trains");
    expect(lifted.map(({ id }) => at(id))).toEqual(["Y5-10"]);
  });

  test("what the institutions decide", () => {
    const decided = ["bank-sues", "court-orders-payment", "enforcement-opened", "settlement-reached"];
    const found = [
      "court-finds-report-missing",
      "court-finds-settlement-broken",
      "court-rejects-correction",
      "court-finds-limit-broken",
      "court-lifts-limit",
    ];
    expect(
      STORY.entries
        .map((entry) => `${printMonth(entry.month)} ${about(entry)}`)
        .filter((each) => [...decided, ...found].includes(each.slice(6))),
    ).toEqual([
      "Y1-05 bank-sues",
      "Y1-07 court-orders-payment",
      "Y1-09 enforcement-opened",
      "Y1-11 court-finds-report-missing",
      "Y2-05 settlement-reached",
      "Y2-10 court-finds-settlement-broken",
      "Y2-11 court-rejects-correction",
      "Y3-02 bank-sues",
      "Y3-04 court-orders-payment",
      "Y3-07 enforcement-opened",
      "Y4-03 court-finds-limit-broken",
      "Y5-10 court-lifts-limit",
    ]);
  });

  test("fourteen payments missed are 420 points, and class D for two months", () => {
    expect(STORY.entries.filter((entry) => about(entry) === "instalment-missed")).toHaveLength(14);
    expect(classMoves(STORY)).toEqual(["Y1-03 B", "Y2-02 C", "Y2-12 D", "Y3-02 C", "Y4-07 B", "Y4-11 A"]);
    expect(STORY.entries.findLast(({ month: at }) => at === month("Y2-12"))!.after).toMatchObject({ score: 580 });
    expect(closing(STORY)).toMatchObject({ score: 1000, class: "A", lists: [] });
    expect(monthsIn(STORY, "D")).toBe(2);
  });

  test("what it comes to", () => {
    expect(sums(STORY)).toBe("17 of 21, 52 (47), 31");
    expect(losses(ledgerOf(STORY))).toEqual({ "shift-missed": 15, "wage-lost": 15, "aid-forgone": 1 });
    expect(inShort(STORY, ledgerOf(STORY), null).join(" ")).toContain(
      "Each refusal goes back to a court's finding “did not report assets” #20 (occasioned by a report not sent #19 and 3 × a loan payment missed #8), and 4 of the 17 to something else as well.",
    );
  });

  test("nothing is harmed by the points alone: every refusal goes back to the court's first finding", () => {
    const finding = STORY.entries.find((entry) => about(entry) === "court-finds-report-missing")!;
    for (const { roots } of ledgerOf(STORY).harms) expect(roots).toContain(`${finding.seq}.0`);
    expect(graphOf(STORY).roots(`${finding.seq}.0`)).toEqual(new Set([`${finding.seq}.0`]));
  });
});

describe("two of seventeen refusals come back round", () => {
  test("the one that broke the settlement, and the one after which she took a bed; no other", () => {
    const at = (id: string): string => printMonth(STORY.entries[Number(id.split(".")[0])]!.month);
    expect(ledgerOf(STORY).turns.map(({ refusal, id }) => `${at(refusal)} → ${at(id)}`)).toEqual([
      "Y2-07 → Y2-10",
      "Y3-12 → Y4-03",
    ]);
  });

  test("the longest line passes both", () => {
    const line = longestLine(STORY, ledgerOf(STORY), true)!;
    expect(line.says).toBe(
      "The longest line of harm (order 9; 8 events on it came about by a rule; it comes back round twice):",
    );
    expect(line.links.map((link) => link.replace(/ #\d+$/, ""))).toEqual([
      "a court's finding “did not report assets”",
      "on the court's defaulter list",
      "refused: fast train",
      "a block of shifts missed",
      "a wage lost",
      "a part of the settlement missed",
      "a court's finding “broke the settlement”",
      "on the court's defaulter list",
      "refused: fast train",
      "a night in a hotel",
      "a court's finding “broke the limit”",
      "on the court's defaulter list",
      "refused: fast train",
      "a block of shifts missed",
      "a wage lost",
    ]);
  });
});

describe("by parts", () => {
  test("the court alone refuses 13 trips in 24 months, and no loss comes without a rule of ours", async () => {
    const { lived: parts, lossNeeds } = (await partsOf(STORY, (rulebook) => prepare(rulebook, MEMORY)))!;
    expect(parts.map((part) => [part.packs.join(" + "), part.denied, part.months, part.losses])).toEqual([
      ["suining-2010", 0, 0, 0],
      ["court-defaulters-2017", 13, 24, 0],
      ["everyday-consequences", 0, 0, 0],
      ["suining-2010 + court-defaulters-2017", 13, 24, 0],
      ["suining-2010 + everyday-consequences", 0, 0, 0],
      ["court-defaulters-2017 + everyday-consequences", 16, 52, 30],
      ["suining-2010 + court-defaulters-2017 + everyday-consequences", 17, 52, 31],
    ]);
    expect(lossNeeds.map(({ pack }) => pack)).toEqual(["court-defaulters-2017", "everyday-consequences"]);
  });

  test("by evidence: 13, 2 and 2 refusals, 24, 11 and 17 months, 0, 29 and 2 losses", async () => {
    const { remaining: steps, levels } = await byEvidence(STORY, (rulebook) => prepare(rulebook, MEMORY));
    expect(steps.map(({ denied, months, losses: lost }) => [denied, months, lost])).toEqual([
      [17, 52, 31],
      [15, 35, 29],
      [13, 24, 0],
      [13, 24, 0],
    ]);
    const split = (of: readonly Evidence[]): number[] =>
      [["documented"], ["reported", "contested", "inferred"], ["invented"]].map(
        (group) => of.filter((level) => group.includes(level)).length,
      );
    expect([split(levels.denied), split(levels.months), split(levels.losses)]).toEqual([
      [13, 2, 2],
      [24, 11, 17],
      [0, 29, 2],
    ]);
    expect(inShort(STORY, ledgerOf(STORY), { levels, remaining: steps })).toContain(
      "By evidence: documented rules alone bring 13 of the 17 refusals, 24 of the 52 months and no loss; inferred ones add 2, 11 and 29; what we made up adds 2, 17 and 2.",
    );
  });

  test("alone, the county brings her to 910 and class B", async () => {
    const county = { ...BOOK, rules: BOOK.rules.filter(({ pack }) => pack === "suining-2010") };
    expect(points(await lived(county))).toBe("910 B, 1000 A");
    const courts = { ...BOOK, rules: BOOK.rules.filter(({ pack }) => pack !== "everyday-consequences") };
    expect(points(await lived(courts))).toBe("910 B, 1000 A");
  });
});

const under = (answers: Readonly<Record<string, string>>): Promise<Trace> => lived(answered(BOOK, answers));
const without = (...rules: readonly string[]): Promise<Trace> =>
  lived({ ...BOOK, rules: BOOK.rules.filter(({ id }) => !rules.includes(id)) });

// Lost before the list: 3 × 30. Each trip refused until Y2-12 costs one more payment: 910 − 3 × 30 = 820, 910 − 5 × 30 = 760.
describe("under each answer", () => {
  test.each<[answers: Readonly<Record<string, string>>, sums: string, points: string, monthsInD: number]>([
    [{}, "17 of 21, 52 (47), 31", "580 D, 1000 A", 2],
    [{ restoration: "five-years" }, "18 of 21, 52 (47), 32", "580 D, 1000 A", 38],
    [{ permission: "granted" }, "1 of 21, 24 (24), 2", "880 B, 1000 A", 0],
    [{ permission: "refused" }, "17 of 21, 52 (47), 31", "580 D, 1000 A", 2],
    [{ "early-deletion": "on-correcting" }, "3 of 21, 4 (4), 6", "820 C, 1000 A", 0],
    [{ "bank-consents": "consents" }, "5 of 21, 24 (6), 10", "760 C, 1000 A", 0],
    [{ "good-reason": "counted" }, "14 of 21, 24 (24), 27", "580 D, 1000 A", 2],
    [{ "early-deletion": "on-payment" }, "16 of 21, 48 (47), 31", "580 D, 1000 A", 2],
    [{ "limit-term": "until-paid" }, "17 of 21, 52 (47), 31", "580 D, 1000 A", 2],
    [{ "second-ground": "lengthened-one" }, "17 of 21, 52 (47), 31", "580 D, 1000 A", 2],
    [{ "second-ground": "lengthened-three" }, "18 of 21, 60 (47), 31", "580 D, 1000 A", 2],
    [{ "second-ground": "no-term" }, "14 of 21, 24 (24), 27", "580 D, 1000 A", 2],
    [{ "loan-amount": "fifty" }, "17 of 21, 52 (47), 31", "300 D, 1000 A", 19],
    [{ reclassification: "yearly" }, "17 of 21, 52 (47), 31", "580 D, 1000 A", 12],
    [{ "notice-of-listing": "not-served" }, "17 of 21, 52 (47), 31", "580 D, 1000 A", 2],
    [{ "passed-on": "refuse" }, "17 of 21, 52 (47), 31", "580 D, 1000 A", 2],
  ])("%j: %s; %s", async (answers, expected, kept, inD) => {
    const trace = await under(answers);
    expect([sums(trace), points(trace), monthsIn(trace, "D")]).toEqual([expected, kept, inD]);
  });

  test.each<[rule: string, sums: string]>([
    ["everyday/shift-missed", "13 of 21, 24 (24), 0"],
    ["everyday/night-in-hotel", "15 of 21, 35 (35), 29"],
    ["everyday/settlement-broken", "14 of 21, 24 (24), 27"],
    ["court/ground-settlement-broken", "14 of 21, 24 (24), 27"],
  ])("without %s: %s", async (rule, expected) => {
    expect(sums(await without(rule))).toBe(expected);
  });
});
