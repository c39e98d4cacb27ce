import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byEvidence } from "../../src/analysis/by-evidence.ts";
import { lossAt } from "../../src/analysis/harms.ts";
import { HARM_KINDS, type HarmKind } from "../../src/analysis/outcome.ts";
import { prepare } from "../../src/engine/prepare.ts";
import type { Condition } from "../../src/model/condition.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { EVIDENCE, type Evidence } from "../../src/model/evidence.ts";
import type { Persona } from "../../src/model/persona.ts";
import type { Rule, Then } from "../../src/model/rule.ts";
import { HORIZON } from "../../src/model/story-time.ts";
import { type EffectId, ranAway, type Trace } from "../../src/model/trace.ts";
import { eventKind, type LifeEventKind } from "../../src/model/vocabulary/events.ts";
import { notesOf } from "../../src/report/notes.ts";
import { tellingOf } from "../../src/report/telling.ts";
import { personas, rulebooks, UNTIL } from "../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, live, liveUntil, on, tries } from "../support/builders.ts";
import { NaiveLife } from "../support/naive-replay.ts";
import { LONG, runs } from "../support/runs.ts";
import { composite, shippedPersona, shippedPersonas } from "../support/shipped.ts";

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
    const { remaining } = await byEvidence(await liveUntil("Y1-06", book, life), ask);
    expect(remaining).toEqual([
      { without: [], rules: 6, tried: 4, denied: 4, losses: 4, months: 6 },
      { without: ["invented"], rules: 5, tried: 4, denied: 4, losses: 0, months: 6 },
      { without: ["inferred", "invented"], rules: 4, tried: 4, denied: 3, losses: 0, months: 6 },
      { without: ["contested", "inferred", "invented"], rules: 3, tried: 4, denied: 2, losses: 0, months: 6 },
      {
        without: ["reported", "contested", "inferred", "invented"],
        rules: 2,
        tried: 4,
        denied: 1,
        losses: 0,
        months: 6,
      },
    ]);
  });

  test("a number may be weaker than the rule, and takes it not out", async () => {
    const [listed, ...rest] = book.rules;
    const guessed = {
      ...listed!,
      then: { kind: "enlist", list: "court-defaulters", termMonths: 24 } as const,
      numbers: { termMonths: { evidence: "invented" as const, citations: [] } },
    };
    const { remaining } = await byEvidence(await liveUntil("Y1-06", { ...book, rules: [guessed, ...rest] }, life), ask);
    expect(remaining.map(({ denied }) => denied)).toEqual([4, 4, 3, 2, 1]);
  });

  test("so may the numbers of a condition; of several measures that the weak one names, they are said beside", async () => {
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
    const trace = await liveUntil("Y1-06", aRulebook([listed!, guessed, sound], null), life);
    const { remaining, levels } = await byEvidence(trace, ask);
    expect(remaining.map(({ rules, denied, months }) => [rules, denied, months])).toEqual([[3, 2, 6]]);
    expect(levels.denied).toEqual(["documented", "documented"]);
    const imposed = notesOf(trace.entries[1]!, tellingOf(trace, false)).find(({ kind }) => kind === "shut");
    expect(imposed!.evidence).toBe("2 rules · documented, numbers of its conditions invented");
  });

  test("where another measure would have refused, the better one decides; where there is none, all causes do", async () => {
    const listed = fact("lists", "contains", "court-defaulters");
    const shuts = (id: string, evidence: Evidence, door: "air-travel" | "star-hotel") =>
      aRule({ id: `toy/${id}`, when: listed, then: { kind: "measure", closes: [door] }, evidence });
    const rules = [
      book.rules[0]!,
      shuts("guess", "invented", "air-travel"),
      shuts("text", "documented", "air-travel"),
      shuts("press", "reported", "star-hotel"),
    ];
    const { levels } = await byEvidence(await liveUntil("Y1-06", aRulebook(rules, null), life), ask);
    // The refusal of air travel names the invented measure first; every month has the documented one.
    expect(levels).toEqual({
      denied: ["documented", "reported"],
      months: Array.from({ length: 6 }, () => "documented"),
      losses: [],
    });
  });

  test("the bounds of a class are a ground like a rule: without them nobody falls", async () => {
    const low = (evidence: Evidence): Rulebook =>
      aRulebook(
        [
          aRule({ id: "toy/off", when: at("red-light"), then: { kind: "post", points: -60 }, evidence: "documented" }),
          aRule({
            id: "toy/low",
            when: fact("class", "equal", "C"),
            then: { kind: "measure", closes: ["air-travel"] },
            evidence: "documented",
          }),
        ],
        aScoring({ numbers: { classes: { evidence, citations: [] } } }),
      );
    const story = aPersona([on("Y1-01", "red-light"), tries("Y1-02", "air-travel")]);
    for (const evidence of EVIDENCE) {
      const { levels, remaining } = await byEvidence(await liveUntil("Y1-03", low(evidence), story), ask);
      expect(levels.denied).toEqual([evidence]);
      expect(remaining.map(({ denied }) => denied)).toEqual(evidence === "documented" ? [1] : [1, 0]);
    }
    const unsaid = { ...low("reported"), scoring: aScoring() };
    expect((await byEvidence(await liveUntil("Y1-03", unsaid, story), ask)).levels.denied).toEqual(["invented"]);
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
    const { remaining } = await byEvidence(await liveUntil("Y1-05", { ...book, rules }, story), ask);
    expect(remaining.map(({ rules: left, denied, months }) => [left, denied, months])).toEqual([[5, 1, 2]]);
  });

  test("of the flagship: refusals survive on documented rules alone, losses do not", async () => {
    const trace = await live(composite(), shippedPersona("missed-instalment"));
    const { remaining } = await byEvidence(trace, ask);
    const documented = remaining.at(-1)!;
    expect(documented.without).toEqual(["reported", "contested", "inferred", "invented"]);
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

/** Naively: which harms are there, each under a name that it has in any life of the same person. */
function harmsOf(rulebook: Rulebook, persona: Persona, until: number): Record<HarmKind, Set<string>> {
  const { entries } = new NaiveLife(rulebook, persona, until);
  const closing = rulebook.rules.filter(({ then }) => then.kind === "measure" && (then.closes ?? []).length > 0);
  const months = Array.from({ length: Math.min(until, entries.at(-1)!.month + HORIZON) + 1 }, (_, month) => month);
  let tried = 0;
  const denied = entries.flatMap(({ what, month, denied: doors }) => {
    const given = what.startsWith("attempt") && what.endsWith("exogenous");
    if (given) tried++;
    return doors.length === 0 ? [] : [given ? `${tried}` : `${month} ${what}`];
  });
  const losses = entries.flatMap(({ what, month, lapsed }) => {
    const [event, origin] = what.split(" ") as [LifeEventKind, string];
    return origin === "derived" && !lapsed && eventKind(event)?.group === "loss" ? [`${month} ${event}`] : [];
  });
  const shut = months.filter((at) => {
    const { after } = entries.findLast(({ month }) => month <= at)!;
    return closing.some(({ id }) => after.measures.includes(id));
  });
  return { denied: new Set(denied), months: new Set(shut.map(String)), losses: new Set(losses) };
}

const burdens = ({ then }: Rule): boolean =>
  ["post", "enlist", "lead"].includes(then.kind) || (then.kind === "measure" && then.closes !== undefined);
const isWeaker = (one: Evidence, than: Evidence): boolean => EVIDENCE.indexOf(one) > EVIDENCE.indexOf(than);
const boundsOf = ({ scoring }: Rulebook): Evidence => scoring?.numbers.classes?.evidence ?? "invented";

/** What is as good as that, or ends or opens something. With bounds that are weaker nobody leaves the class of the opening. */
function asGoodAs(rulebook: Rulebook, level: Evidence): Rulebook {
  const { scoring } = rulebook;
  const own = scoring?.classes.findIndex(({ min }) => min === null || scoring.opening >= min) ?? 0;
  return {
    ...rulebook,
    rules: rulebook.rules.filter((rule) => !burdens(rule) || !isWeaker(rule.evidence, level)),
    scoring:
      scoring === null || !isWeaker(boundsOf(rulebook), level)
        ? scoring
        : { ...scoring, classes: scoring.classes.map((each, at) => ({ ...each, min: at < own ? 1e9 : null })) },
  };
}

/** Naively: the weakest that any way back from an effect meets. */
function weakestBehind(id: EffectId, { entries, rulebook }: Trace): Evidence {
  const met = new Set([id]);
  const levels: Evidence[] = [];
  for (const each of met) {
    const [seq, place] = each.split(".").map(Number) as [number, number];
    const effect = place === 0 ? null : entries[seq]!.effects[place - 1]!;
    for (const cause of (effect ?? entries[seq]!.happening).because) met.add(cause);
    if (effect?.kind === "class-moved") levels.push(boundsOf(rulebook));
    const reversal = effect?.kind === "posting" && effect.reason !== "rule";
    const rule = effect !== null && "rule" in effect && !reversal ? effect.rule : null;
    const found = rulebook.rules.find((other) => other.id === rule);
    if (found !== undefined && burdens(found)) levels.push(found.evidence);
  }
  return levels.reduce((weak, each) => (isWeaker(each, weak) ? each : weak), "documented");
}

/** Of a refusal the best of its measures, each of which would have refused alone, and what led to the attempt. */
function walked(trace: Trace): Record<"denied" | "losses", Evidence[]> {
  const denied = trace.entries.flatMap(({ seq, effects }) =>
    effects.flatMap((effect) => (effect.kind === "denied" ? [{ seq, because: effect.because }] : [])),
  );
  const best = (levels: readonly Evidence[]): Evidence => EVIDENCE.find((level) => levels.includes(level))!;
  return {
    denied: denied.map(({ seq, because }) => {
      const [shut, tried] = [best(because.map((id) => weakestBehind(id, trace))), weakestBehind(`${seq}.0`, trace)];
      return isWeaker(tried, shut) ? tried : shut;
    }),
    losses: trace.entries.filter((entry) => lossAt(entry) !== null).map(({ seq }) => weakestBehind(`${seq}.0`, trace)),
  };
}

async function agree(trace: Trace): Promise<{ same: number; better: number; worse: number }> {
  const { rulebook, persona, until } = trace;
  const { levels, remaining } = await byEvidence(trace, ask);
  const lives = EVIDENCE.map((level) => harmsOf(asGoodAs(rulebook, level), persona, until));
  const all = lives.at(-1)!;
  for (const kind of HARM_KINDS)
    expect(levels[kind], kind).toEqual(
      [...all[kind]].map((harm) => EVIDENCE[lives.findIndex((life) => life[kind].has(harm))]),
    );
  for (const { without, denied, losses, months } of remaining) {
    const life = lives[EVIDENCE.length - 1 - without.length]!;
    expect([denied, months, losses]).toEqual([life.denied.size, life.months.size, life.losses.size]);
  }
  const counted = { same: 0, better: 0, worse: 0 };
  const walk = walked(trace);
  for (const kind of ["denied", "losses"] as const)
    for (const [at, level] of levels[kind].entries()) {
      const naive = walk[kind][at]!;
      counted[isWeaker(level, naive) ? "worse" : isWeaker(naive, level) ? "better" : "same"]++;
    }
  return counted;
}

describe("recomputed naively", () => {
  test("of every shipped life: by a replay of each level, and by a walk over all causes", async () => {
    const better: string[] = [];
    for (const persona of shippedPersonas()) {
      const counted = await agree(await live(composite(), persona));
      expect(counted.worse, persona.id).toBe(0);
      if (counted.better > 0) better.push(`${persona.id} ${counted.better}`);
    }
    expect(better).toEqual([]);
  });

  test(
    "of random lives under random rulebooks; a walk says otherwise only now and then, where another cause would have held it or something weak kept off what would have spared it",
    async () => {
      const sum = { same: 0, better: 0, worse: 0 };
      await fc.assert(
        fc.asyncProperty(rulebooks(), personas, fc.constantFrom(...EVIDENCE), async (book, persona, bounds) => {
          const { scoring } = book;
          const numbers = { classes: { evidence: bounds, citations: [] } };
          const rulebook = { ...book, scoring: scoring === null ? null : { ...scoring, numbers } };
          const trace = await live(rulebook, persona, { until: UNTIL });
          if (ranAway(trace)) return;
          const counted = await agree(trace);
          for (const key of ["same", "better", "worse"] as const) sum[key] += counted[key];
        }),
        runs<[Rulebook, Persona, Evidence]>(200),
      );
      expect(sum.same).toBeGreaterThan(50);
      expect(20 * (sum.better + sum.worse)).toBeLessThan(sum.same);
    },
    LONG,
  );
});
