import { describe, expect, test } from "vitest";
import { graphOf } from "../../src/analysis/graph/graph.ts";
import { ledgerOf } from "../../src/analysis/ledger.ts";
import { monthEnds } from "../../src/analysis/months.ts";
import type { Rule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { printMonth } from "../../src/model/story-time.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, liveUntil, on, tries } from "../support/builders.ts";
import { composite, shippedPersona } from "../support/shipped.ts";

const listed = fact("lists", "contains", "court-defaulters");
const limited = fact("lists", "contains", "spending-limits");

/**
 * A year. On the list Y1-02 to Y1-04 (three months), limited Y1-04 to Y1-06 (until the debt is paid
 * in Y1-07). The list shuts planes twice over, hotels once, and takes away priority at school; the
 * limit shuts fast trains; both together shut public posts.
 */
const RULES: readonly Rule[] = [
  aRule({
    id: "toy/listed",
    when: at("court-finds-refusal"),
    then: { kind: "enlist", list: "court-defaulters", termMonths: 3 },
    told: "nothing",
    evidence: "documented",
  }),
  aRule({
    id: "toy/limited",
    when: at("court-limits-spending"),
    then: { kind: "enlist", list: "spending-limits" },
    told: "outcome",
    evidence: "documented",
  }),
  aRule({
    id: "toy/paid",
    when: at("debt-paid"),
    then: { kind: "delist", list: "spending-limits" },
    told: "reason",
    evidence: "reported",
  }),
  aRule({
    id: "toy/planes-and-hotels",
    when: listed,
    then: { kind: "measure", closes: ["air-travel", "star-hotel"] },
    told: "nothing",
    evidence: "reported",
  }),
  aRule({
    id: "toy/planes",
    when: listed,
    then: { kind: "measure", closes: ["air-travel"] },
    told: "nothing",
    evidence: "documented",
  }),
  aRule({
    id: "toy/trains",
    when: limited,
    then: { kind: "measure", closes: ["high-speed-rail"], scrutinises: ["subsidised-loan"] },
    told: "nothing",
    evidence: "documented",
  }),
  aRule({
    id: "toy/posts",
    when: { all: [listed, limited] },
    then: { kind: "measure", closes: ["public-post"] },
    told: "nothing",
    evidence: "inferred",
  }),
  aRule({
    id: "toy/priority",
    when: { not: listed },
    then: { kind: "measure", prefers: ["school-entry"] },
    told: "nothing",
    evidence: "documented",
  }),
  aRule({
    id: "toy/visit",
    when: at("attempt", fact("denied", "equal", true), fact("purpose", "equal", "family")),
    then: { kind: "lead", event: "visit-missed" },
    told: "outcome",
    evidence: "invented",
  }),
  aRule({
    id: "toy/friends",
    when: at("visit-missed"),
    then: { kind: "lead", event: "friends-withdrawn", afterMonths: 1 },
    told: "nothing",
    evidence: "inferred",
  }),
];

const LIFE = aPersona(
  [
    on("Y1-02", "court-finds-refusal"),
    tries("Y1-03", "air-travel", "family"),
    tries("Y1-03", "ordinary-rail", "family"),
    on("Y1-04", "court-limits-spending"),
    tries("Y1-04", "public-post"),
    tries("Y1-05", "air-travel"),
    tries("Y1-06", "high-speed-rail", "family"),
    tries("Y1-06", "high-speed-rail", "work"),
    on("Y1-07", "debt-paid"),
    tries("Y1-08", "high-speed-rail"),
  ],
  { friends: "kept", work: "unemployed" },
);

const year = async () => ledgerOf(await liveUntil("Y1-12", aRulebook(RULES, null), LIFE));

describe("what a life came to", () => {
  test("refused attempts, of those that were made", async () => {
    // Refused: plane Y1-03, public post Y1-04, train Y1-06. The train for work needs work, and is not tried.
    expect((await year()).attempts).toEqual({
      tried: 6,
      denied: 3,
      byDoor: [
        { door: "high-speed-rail", tried: 2, denied: 1 },
        { door: "ordinary-rail", tried: 1, denied: 0 },
        { door: "air-travel", tried: 2, denied: 1 },
        { door: "public-post", tried: 1, denied: 1 },
      ],
    });
  });

  test("months per door as the union of measures, and months with any door shut", async () => {
    // Planes: two measures, the same three months. Any door: Y1-02 to Y1-06.
    expect((await year()).months).toEqual({
      of: 12,
      anyDoor: 5,
      byDoor: [
        { door: "high-speed-rail", months: 3 },
        { door: "air-travel", months: 3 },
        { door: "star-hotel", months: 3 },
        { door: "public-post", months: 1 },
      ],
    });
  });

  test("months of lost priority and of scrutiny", async () => {
    const { lostPriority, scrutinisedMonths } = await year();
    expect([lostPriority, scrutinisedMonths]).toEqual([3, 3]);
  });

  test("a month in which one of two priorities is gone counts, although the other is kept", async () => {
    const kept = aRule({
      id: "toy/kept",
      when: fact("circumstance:schooling", "notEqual", "private"),
      then: { kind: "measure", prefers: ["subsidised-loan"] },
    });
    const lost = async (...rules: Rule[]): Promise<number> =>
      ledgerOf(await liveUntil("Y1-12", aRulebook(rules, null), LIFE)).lostPriority;
    expect([await lost(...RULES, kept), await lost(kept, ...RULES), await lost(kept)]).toEqual([3, 3, 0]);
  });

  test("losses by kind: only those that a rule led to", async () => {
    // Visits missed in Y1-03 and Y1-06; friends withdraw once, in Y1-04, and have nothing to withdraw in Y1-07.
    expect((await year()).losses).toEqual([
      { event: "friends-withdrawn", count: 1 },
      { event: "visit-missed", count: 2 },
    ]);
    const own = ledgerOf(await liveUntil("Y1-12", aRulebook([]), aPersona([on("Y1-01", "visit-missed")])));
    expect(own.losses).toEqual([]);
  });

  test("roots: each harm under every root it has, totals once", async () => {
    // Entry 1 is the listing's finding, Y1-02. Refusals: the plane by it alone, the public post by both.
    // Months: Y1-02 and 03 by the first, Y1-04 by both, Y1-05 and 06 by the second.
    const trace = await liveUntil("Y1-12", aRulebook(RULES, null), LIFE);
    const limit = trace.entries.find(
      ({ happening }) => happening.kind === "life-event" && happening.event === "court-limits-spending",
    )!;
    expect(ledgerOf(trace).roots).toEqual([
      { root: "1.0", denied: 2, deniedShared: 1, losses: 2, lossesShared: 0, months: 3, monthsShared: 1 },
      { root: `${limit.seq}.0`, denied: 2, deniedShared: 1, losses: 1, lossesShared: 0, months: 3, monthsShared: 1 },
    ]);
  });

  test("order: 1 and the derived life events on the line", async () => {
    expect((await year()).harms.map((harm) => [harm.kind === "denied" ? harm.door : harm.event, harm.order])).toEqual([
      ["air-travel", 1],
      ["visit-missed", 2],
      ["public-post", 1],
      // The missed visit, and then itself.
      ["friends-withdrawn", 3],
      ["high-speed-rail", 1],
      ["visit-missed", 2],
    ]);
  });

  test("nothing, for a life under no rules", async () => {
    expect(ledgerOf(await liveUntil("Y1-12", aRulebook([], null), LIFE))).toEqual({
      attempts: { tried: 6, denied: 0, byDoor: expect.any(Array) },
      months: { of: 12, anyDoor: 0, byDoor: [] },
      losses: [],
      lostPriority: 0,
      scrutinisedMonths: 0,
      points: null,
      classes: null,
      roots: [],
      harms: [],
      turns: [],
      knowledge: { decisions: 0, reason: 0, outcome: 0, nothing: 0, couldBeKnown: 0 },
    });
  });
});

describe("an attempt, or a loss, is counted although what it led to lapsed", () => {
  const again = aRule({
    id: "toy/again",
    when: at("attempt", fact("denied", "equal", false)),
    then: { kind: "lead", event: "visit-missed" },
  });

  test("the second attempt of the month leads to what has happened already", async () => {
    // Y1-01: a charity leads nowhere; the fixture itself has the visit missed before both attempts.
    const trace = await liveUntil(
      "Y1-03",
      aRulebook([again], null),
      aPersona([on("Y1-01", "visit-missed"), tries("Y1-01", "air-travel")]),
    );
    expect(trace.entries.at(-1)!.effects).toMatchObject([{ kind: "lapsed", why: "already" }]);
    expect(ledgerOf(trace).attempts).toMatchObject({ tried: 1, denied: 0 });
  });

  test("the loss leads back to itself", async () => {
    const itself = aRule({ id: "toy/itself", when: at("visit-missed"), then: { kind: "lead", event: "visit-missed" } });
    const trace = await liveUntil("Y1-03", aRulebook([again, itself], null), aPersona([tries("Y1-01", "air-travel")]));
    expect(trace.entries.at(-1)!.effects).toMatchObject([{ kind: "lapsed", why: "already" }]);
    expect(ledgerOf(trace).losses).toEqual([{ event: "visit-missed", count: 1 }]);
  });
});

describe("turns", () => {
  // Refused → takes the flight all the same → the court finds it, and lists for six months more; the
  // list had ended meanwhile, so the same restriction begins again, out of its own breach.
  const loop = aRulebook(
    [
      aRule({
        id: "toy/listed",
        when: at("court-finds-refusal"),
        then: { kind: "enlist", list: "court-defaulters", termMonths: 2 },
      }),
      aRule({
        id: "toy/again",
        when: at("court-finds-limit-broken"),
        then: { kind: "enlist", list: "court-defaulters", termMonths: 2 },
      }),
      aRule({ id: "toy/planes", when: listed, then: { kind: "measure", closes: ["air-travel"] } }),
      aRule({
        id: "toy/all-the-same",
        when: at("attempt", fact("denied", "equal", true)),
        then: { kind: "lead", event: "spending-limit-broken" },
      }),
      aRule({
        id: "toy/found",
        when: at("spending-limit-broken"),
        then: { kind: "lead", event: "court-finds-limit-broken", afterMonths: 3 },
      }),
    ],
    null,
  );

  const came = async (rulebook: Rulebook, ...timeline: Parameters<typeof aPersona>[0]) => {
    const trace = await liveUntil("Y1-12", rulebook, aPersona(timeline));
    const at = (id: string): string => printMonth(trace.entries[Number(id.split(".")[0])]!.month);
    return ledgerOf(trace).turns.map(({ refusal, id }) => `${at(refusal)} → ${at(id)}`);
  };

  test("a measure imposed again out of a refusal under it", async () => {
    // Listed Y1-01, refused Y1-01, off Y1-03; found and listed Y1-04, refused Y1-05, off Y1-06; found and listed Y1-08, refused.
    // In Y1-08 the attempt is made first, and the court's finding follows in the same month.
    expect(
      await came(
        loop,
        on("Y1-01", "court-finds-refusal"),
        tries("Y1-01", "air-travel"),
        tries("Y1-05", "air-travel"),
        tries("Y1-08", "air-travel"),
        tries("Y1-09", "air-travel"),
      ),
    ).toEqual(["Y1-01 → Y1-04", "Y1-05 → Y1-08", "Y1-09 → Y1-12"]);
  });

  const longer = { kind: "enlist", list: "court-defaulters", termMonths: 9 } as const;
  const whileOn = (rules: Rulebook): Rulebook => ({
    ...rules,
    rules: rules.rules.map((rule) => (rule.id === "toy/listed" ? { ...rule, then: longer } : rule)),
  });

  test("a ground entered while the measure goes on, which is imposed once only; the last refusal before it came round", async () => {
    expect(
      await came(
        whileOn(loop),
        on("Y1-01", "court-finds-refusal"),
        tries("Y1-02", "air-travel"),
        tries("Y1-04", "air-travel"),
      ),
    ).toEqual(["Y1-02 → Y1-05", "Y1-04 → Y1-07"]);
  });

  test("no turn: a ground on a list that the measure does not read, or a refusal under another measure", async () => {
    const elsewhere = { kind: "enlist", list: "spending-limits", termMonths: 2 } as const;
    const other: Rulebook = {
      ...whileOn(loop),
      rules: whileOn(loop).rules.map((rule) => (rule.id === "toy/again" ? { ...rule, then: elsewhere } : rule)),
    };
    const story = [on("Y1-01", "court-finds-refusal"), tries("Y1-02", "air-travel")];
    expect(await came(other, ...story)).toEqual([]);
    const hotels = aRule({
      id: "toy/hotels",
      when: fact("lists", "contains", "spending-limits"),
      then: { kind: "measure", closes: ["star-hotel"] },
    });
    expect(await came({ ...other, rules: [...other.rules, hotels] }, ...story)).toEqual([]);
  });

  test("a line runs from its root to the harm, along first causes", async () => {
    const trace = await liveUntil(
      "Y1-12",
      loop,
      aPersona([on("Y1-01", "court-finds-refusal"), tries("Y1-01", "air-travel")]),
    );
    const graph = graphOf(trace);
    expect(graph.line("2.1").map(({ id, effect }) => [id, effect?.kind ?? "happening"])).toEqual([
      ["1.0", "happening"],
      ["1.1", "enlisted"],
      ["1.2", "imposed"],
      ["2.1", "denied"],
    ]);
  });
});

describe("points", () => {
  test("opening + gained − lost + returned = closing, with the lowest on the way", async () => {
    // 100 − 30 = 70 (Y1-01) + 5 = 75 (Y1-02) − 40 = 35 (Y1-03); Y1-04: the 30 return, 65; Y1-05: the 40 are struck, 105; Y1-06: the 5 end, 100.
    const trace = await liveUntil(
      "Y1-12",
      aRulebook([
        aRule({ id: "toy/off", when: at("red-light"), then: { kind: "post", points: -30, expiresAfterMonths: 3 } }),
        aRule({ id: "toy/on", when: at("charity"), then: { kind: "post", points: 5, expiresAfterMonths: 4 } }),
        aRule({ id: "toy/much", when: at("drunk-driving"), then: { kind: "post", points: -40 } }),
        aRule({ id: "toy/strike", when: at("record-corrected"), then: { kind: "strike", of: "drunk-driving" } }),
      ]),
      aPersona([
        on("Y1-01", "red-light"),
        on("Y1-02", "charity"),
        on("Y1-03", "drunk-driving"),
        on("Y1-05", "record-corrected"),
      ]),
    );
    const { points, classes } = ledgerOf(trace);
    expect(points).toEqual({
      opening: 100,
      lost: 70,
      gained: 5,
      returned: 30 + 40 - 5,
      closing: 100,
      lowest: 35,
      deductions: [
        // Months count from 0: Y1-01 is 0, Y1-05 is 4.
        { id: "1.1", month: 0, points: 30, returns: 3, struck: null },
        { id: expect.stringMatching(/\.1$/), month: 2, points: 40, returns: null, struck: 4 },
      ],
    });
    expect(100 + 5 - 70 + 65).toBe(points!.closing);
    // The worst class as well as the last, since points return.
    expect(classes).toEqual({ first: "A", worst: "C", last: "A" });
  });

  test("what a floor spared counts as returned", async () => {
    // 100 − 80, but not below 50: 30 given back.
    const trace = await liveUntil(
      "Y1-12",
      aRulebook(
        [aRule({ id: "toy/off", when: at("red-light"), then: { kind: "post", points: -80 } })],
        aScoring({ floor: 50 }),
      ),
      aPersona([on("Y1-01", "red-light")]),
    );
    expect(ledgerOf(trace).points).toMatchObject({
      opening: 100,
      lost: 80,
      gained: 0,
      returned: 30,
      closing: 50,
      lowest: 50,
    });
  });
});

describe("knowledge", () => {
  test("counts decisions by what was told of them; measures that come or go together are one", async () => {
    const { knowledge } = await year();
    // Y1-01 opening: priority imposed (nothing).
    // Y1-02 listed (nothing, but published); priority lifted (nothing); two measures imposed (nothing): 3.
    // Y1-03 refused a plane (outcome). Y1-04 limited (outcome), two measures imposed (nothing), refused a post (outcome): 3.
    // Y1-05 off the list by term is no decision; two measures and one lifted (nothing), priority imposed (nothing): 2.
    // Y1-06 refused a train (outcome). Y1-07 off the limits (reason), a measure lifted (nothing): 2.
    expect(knowledge).toEqual({
      decisions: 1 + 3 + 1 + 3 + 2 + 1 + 2,
      reason: 1,
      outcome: 4,
      nothing: 8,
      couldBeKnown: 1,
    });
  });

  test("to come off the published entries, or off a list by the end of a term, is no decision; to be taken off a list is", async () => {
    const rules = (list: "published-entries" | "court-defaulters", termMonths?: number): Rule[] => [
      aRule({
        id: "toy/on",
        when: at("red-light"),
        then: { kind: "enlist", list, ...(termMonths === undefined ? {} : { termMonths }) },
        told: "outcome",
      }),
      aRule({ id: "toy/off", when: at("charity"), then: { kind: "delist", list }, told: "outcome" }),
    ];
    const decisions = async (book: Rule[]): Promise<number> =>
      ledgerOf(
        await liveUntil("Y1-12", aRulebook(book, null), aPersona([on("Y1-01", "red-light"), on("Y1-06", "charity")])),
      ).knowledge.decisions;
    expect(await decisions(rules("published-entries"))).toBe(0);
    expect(await decisions(rules("court-defaulters", 3))).toBe(1);
    expect(await decisions(rules("court-defaulters"))).toBe(2);
  });

  test("a published entry makes the points that it publishes could-be-known, and is itself no decision", async () => {
    const trace = await liveUntil(
      "Y1-12",
      aRulebook([
        aRule({ id: "toy/off", when: at("red-light"), then: { kind: "post", points: -5 }, told: "nothing" }),
        aRule({ id: "toy/more", when: at("charity"), then: { kind: "post", points: 5 }, told: "nothing" }),
        aRule({
          id: "toy/published",
          when: at("posted", fact("points", "lessThan", 0)),
          then: { kind: "enlist", list: "published-entries", afterMonths: 1, termMonths: 1 },
          told: "nothing",
        }),
      ]),
      aPersona([on("Y1-01", "red-light"), on("Y1-02", "charity")]),
    );
    expect(ledgerOf(trace).knowledge).toEqual({ decisions: 2, reason: 0, outcome: 0, nothing: 2, couldBeKnown: 1 });
  });
});

describe("months", () => {
  test("are read at their end: shut in Y1-06 and opened in Y1-09 is three months", async () => {
    const trace = await liveUntil(
      "Y1-12",
      aRulebook(
        [
          aRule({
            id: "toy/limited",
            when: at("court-limits-spending"),
            then: { kind: "enlist", list: "spending-limits", termMonths: 3 },
          }),
          aRule({ id: "toy/trains", when: limited, then: { kind: "measure", closes: ["high-speed-rail"] } }),
        ],
        null,
      ),
      aPersona([on("Y1-06", "court-limits-spending")]),
    );
    expect(
      monthEnds(trace)
        .filter(({ shut }) => shut.size > 0)
        .map(({ month }) => month),
    ).toEqual([5, 6, 7]);
    expect(monthEnds(trace).length).toBe(12);
  });

  test("shut and opened within one month is no month", async () => {
    const trace = await liveUntil(
      "Y1-12",
      aRulebook(
        [
          aRule({
            id: "toy/limited",
            when: at("court-limits-spending"),
            then: { kind: "enlist", list: "spending-limits" },
          }),
          aRule({ id: "toy/paid", when: at("debt-paid"), then: { kind: "delist", list: "spending-limits" } }),
          aRule({ id: "toy/trains", when: limited, then: { kind: "measure", closes: ["high-speed-rail"] } }),
        ],
        null,
      ),
      aPersona([on("Y1-06", "court-limits-spending"), on("Y1-06", "debt-paid")]),
    );
    expect(ledgerOf(trace).months).toEqual({ of: 12, anyDoor: 0, byDoor: [] });
  });
});

describe("the flagship", () => {
  test("one missed instalment costs 30 points, and no refusal of travel goes back to points alone", async () => {
    const trace = await liveUntil("Y10-12", composite(), shippedPersona("missed-instalment"));
    const { points, harms } = ledgerOf(trace);
    expect(points!.deductions[0]).toMatchObject({ points: 30, month: 1 });
    const graph = graphOf(trace);
    const travel = harms.filter(
      (harm) => harm.kind === "denied" && (harm.door === "air-travel" || harm.door === "high-speed-rail"),
    );
    expect(travel.length).toBeGreaterThan(0);
    // The guard of the dossier: no source ties a class to a travel ban. Every one comes through the court's list.
    for (const { id } of travel) {
      const last = graph.line(id).findLast(({ effect }) => effect?.kind === "enlisted")?.effect;
      expect(last).toMatchObject({ kind: "enlisted", list: "court-defaulters" });
    }
  });
});
