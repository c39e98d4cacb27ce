import fc from "fast-check";
import type { Condition, Leaf } from "../../src/model/condition.ts";
import { EVIDENCE } from "../../src/model/evidence.ts";
import type { FixtureEvent, Persona } from "../../src/model/persona.ts";
import { type Permit, type Rule, TOLD, type Then } from "../../src/model/rule.ts";
import type { Rulebook, Scoring } from "../../src/model/rulebook.ts";
import type { Door, Purpose } from "../../src/model/vocabulary/doors.ts";
import type { EventName, LifeEventKind } from "../../src/model/vocabulary/events.ts";
import { LIST_IDS, type ListId } from "../../src/model/vocabulary/lists.ts";
import { aPersona, aRule, aRulebook, aScoring, fact } from "./builders.ts";

// Few words, so that rules and lives meet, and shrink to something that can be read.
const LIFE = [
  "red-light",
  "instalment-missed",
  "spending-limit-broken",
  "debt-paid",
  "job-lost",
  "work-found",
  "shift-missed",
  "dear-loan-taken",
  "visit-missed",
] as const satisfies readonly LifeEventKind[];
const INTERNAL = ["posted", "class-moved", "listed", "delisted", "measure-imposed", "measure-lifted"] as const;
const TRIED = ["air-travel", "business-licence", "subsidised-loan"] as const satisfies readonly Door[];
const PURPOSE = ["none", "work", "trade"] as const satisfies readonly Purpose[];
const LETTERS = ["A", "B", "C"] as const;

/** Plain records: a trace is made of nothing else. All keys are there, but for those that may be left out. */
function record<T, K extends keyof T = keyof T>(
  model: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  always?: K[],
): fc.Arbitrary<Partial<T> & Pick<T, K>> {
  return fc.record<T, K>(model, {
    requiredKeys: always ?? (Object.keys(model) as K[]),
    noNullPrototype: true,
  }) as fc.Arbitrary<Partial<T> & Pick<T, K>>;
}

const life = fc.constantFrom(...LIFE);
const door = fc.constantFrom(...TRIED);
const purpose = fc.constantFrom(...PURPOSE);
const list = fc.constantFrom<ListId>(...LIST_IDS);
const letters = fc.subarray([...LETTERS], { minLength: 1 });

/** What the leaves of one rulebook may speak of. */
interface Speech {
  readonly measures: readonly string[];
  readonly scored: boolean;
}

function order(name: Leaf["fact"], numbers: fc.Arbitrary<number>, nullable: boolean): fc.Arbitrary<Leaf> {
  const compared = record({
    fact: fc.constant(name),
    operator: fc.constantFrom(
      "lessThan",
      "lessThanInclusive",
      "greaterThan",
      "greaterThanInclusive",
      "equal",
      "notEqual",
    ),
    value: numbers,
  });
  return nullable
    ? fc.oneof(
        { weight: 6, arbitrary: compared },
        { weight: 1, arbitrary: fc.constantFrom(fact(name, "equal", null), fact(name, "notEqual", null)) },
      )
    : compared;
}

function one(name: Leaf["fact"], values: readonly string[]): fc.Arbitrary<Leaf> {
  return fc.oneof(
    record({
      fact: fc.constant(name),
      operator: fc.constantFrom("equal", "notEqual"),
      value: fc.constantFrom(...values),
    }),
    record({
      fact: fc.constant(name),
      operator: fc.constantFrom("in", "notIn"),
      value: fc.subarray([...values], { minLength: 1 }),
    }),
  );
}

function member(name: Leaf["fact"], values: readonly string[]): fc.Arbitrary<Leaf> {
  return record({
    fact: fc.constant(name),
    operator: fc.constantFrom("contains", "doesNotContain"),
    value: fc.constantFrom(...values),
  });
}

/** The comparisons of elapsed time: small, so that lives of two years reach them. */
const elapsedLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  list.chain((of) => order(`monthsOnList:${of}`, fc.integer({ min: 0, max: 6 }), true)),
  life.chain((of) => order(`monthsSince:${of}`, fc.integer({ min: 0, max: 6 }), true)),
);

/** Standing, without the measures. */
function standingLeaf({ scored }: Speech): fc.Arbitrary<Leaf> {
  const always = [
    member("lists", LIST_IDS),
    one("circumstance:work", ["employed", "unemployed", "not-known"]),
    one("circumstance:debt", ["instalments", "paid", "not-known"]),
    elapsedLeaf,
  ];
  return fc.oneof(
    ...always,
    ...(scored
      ? [
          order("score", fc.integer({ min: 40, max: 130 }), true),
          letters.map((some) => fact("class", "in", some)),
          one("class", LETTERS),
        ]
      : [order("score", fc.constant(100), true)]),
  );
}

const momentLeaf = ({ measures, scored }: Speech): fc.Arbitrary<Leaf> =>
  fc.oneof(
    one("door", TRIED),
    one("purpose", PURPOSE),
    fc.boolean().map((denied) => fact("denied", "equal", denied)),
    one("conduct", LIFE),
    order("points", fc.integer({ min: -30, max: 30 }), true),
    one("list", LIST_IDS),
    one("told", TOLD),
    order("priorCount", fc.integer({ min: 0, max: 3 }), false),
    ...(scored ? [one("previousClass", LETTERS)] : []),
    ...(measures.length > 0 ? [one("measure", measures), member("measures", measures)] : []),
  );

/** Comparisons joined by `all`, `any` and `not`, two levels deep at most. */
function joined(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const parts = fc.array(leaf, { minLength: 1, maxLength: 3 });
  const flat = fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: parts.map((all) => ({ all })) },
    { weight: 1, arbitrary: parts.map((any) => ({ any })) },
  );
  return fc.oneof({ weight: 4, arbitrary: flat }, { weight: 1, arbitrary: flat.map((not) => ({ not })) });
}

const elapsedRule: fc.Arbitrary<Condition> = fc
  .tuple(fc.array(elapsedLeaf, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([leaves, any]) => ({ all: [fact("event", "equal", "time-passed"), any ? { any: leaves } : { all: leaves }] }));

/** Asks, when something was decided, what the person is told of it. */
const toldRule: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom(...INTERNAL), one("told", TOLD))
  .map(([name, told]) => ({ all: [fact("event", "equal", name), told] }));

/** Mentions `event`, as every rule but a measure must. */
function eventCondition(speech: Speech): fc.Arbitrary<Condition> {
  const names: fc.Arbitrary<EventName> = fc.oneof(
    { weight: 4, arbitrary: life },
    { weight: 2, arbitrary: fc.constant("attempt" as const) },
    { weight: 2, arbitrary: fc.constantFrom(...INTERNAL) },
    { weight: 1, arbitrary: fc.constant("time-passed" as const) },
  );
  const event = fc.oneof(
    { weight: 4, arbitrary: names.map((name) => fact("event", "equal", name)) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(names, { minLength: 2, maxLength: 3 }).map((some) => fact("event", "in", some)),
    },
  );
  const extra = joined(fc.oneof(standingLeaf(speech), momentLeaf(speech)));
  return fc.oneof(
    { weight: 2, arbitrary: event.map((only) => ({ all: [only] })) },
    { weight: 5, arbitrary: fc.tuple(event, extra).map(([first, second]) => ({ all: [first, second] })) },
    {
      weight: 1,
      arbitrary: fc.tuple(event, extra).map(([first, second]) => ({ not: { any: [{ not: first }, second] } })),
    },
    { weight: 2, arbitrary: elapsedRule },
    { weight: 1, arbitrary: toldRule },
  );
}

/**
 * Reads standing only. A measure may need others of its storey or below, and the absence only of
 * those below: so none depends on its own absence.
 */
function measureCondition(
  speech: Speech,
  storey: readonly string[],
  below: readonly string[],
): fc.Arbitrary<Condition> {
  const present = [...storey, ...below].map((id): Condition => fact("measures", "contains", id));
  const hidden = [...storey, ...below].map((id): Condition => ({ not: fact("measures", "doesNotContain", id) }));
  const absent = below.flatMap((id): Condition[] => [
    fact("measures", "doesNotContain", id),
    { not: fact("measures", "contains", id) },
  ]);
  const plain = joined(standingLeaf(speech));
  const part = fc.oneof(
    { weight: 3, arbitrary: plain },
    { weight: 1, arbitrary: fc.constantFrom(...present, ...hidden, ...absent) },
  );
  const parts = fc.array(part, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    plain,
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
  );
}

const delay = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map((afterMonths) => ({ afterMonths })) },
);
const term = fc.integer({ min: 1, max: 9 });
const points = fc.oneof(fc.integer({ min: -45, max: -1 }), fc.integer({ min: 1, max: 30 }));

function effect(scored: boolean): fc.Arbitrary<Then> {
  const enlist = fc
    .tuple(
      list,
      fc.option(fc.oneof({ weight: 4, arbitrary: term }, { weight: 1, arbitrary: fc.constant("unknown" as const) }), {
        nil: null,
      }),
      fc.constantFrom(true, false, false),
    )
    .map(([name, months, lengthens]): Then => ({
      kind: "enlist",
      list: name,
      ...(months === null ? {} : { termMonths: months, ...(lengthens ? { lengthens: true } : {}) }),
    }));
  const bare = fc.oneof(
    ...(scored
      ? [
          fc.tuple(points, fc.option(term, { nil: null })).map(([amount, months]): Then => ({
            kind: "post",
            points: amount,
            ...(months === null ? {} : { expiresAfterMonths: months }),
          })),
          fc.tuple(points, fc.option(term, { nil: null })).map(([amount, months]): Then => ({
            kind: "post",
            points: amount,
            ...(months === null ? {} : { expiresAfterMonths: months }),
          })),
          life.map((of): Then => ({ kind: "strike", of })),
        ]
      : []),
    enlist,
    enlist,
    list.map((name): Then => ({ kind: "delist", list: name })),
    // Which ground is meant is settled once the rules are known.
    fc.tuple(list, fc.nat(6)).map(([name, which]): Then => ({ kind: "delist", list: name, ground: String(which) })),
    life.map((event): Then => ({ kind: "lead", event })),
    fc.constantFrom<Then>({ kind: "remark", says: "so it is" }, { kind: "remark", says: "so it was", once: true }),
    fc.tuple(door, purpose).map(([attempt, aim]): Then => ({ kind: "lead", attempt, purpose: aim })),
  );
  return fc.tuple(bare, delay).map(([then, late]) => (then.kind === "remark" ? then : ({ ...then, ...late } as Then)));
}

const measure: fc.Arbitrary<Then> = record(
  {
    kind: fc.constant("measure" as const),
    closes: fc.subarray([...TRIED]),
    scrutinises: fc.subarray([...TRIED]),
    prefers: fc.subarray([...TRIED]),
  },
  ["kind", "closes"],
);

/** On one of the doors that measures close; it lifts those that it names or those that read a list. */
function permit(measures: readonly Rule[]): fc.Arbitrary<Then> {
  return fc.tuple(door, fc.option(purpose, { nil: null }), fc.option(list, { nil: null })).chain(([on, aim, read]) => {
    const closing = measures.flatMap(({ id, then }) =>
      then.kind === "measure" && then.closes?.includes(on) === true ? [id] : [],
    );
    const lifts: fc.Arbitrary<Permit["lifts"]> =
      closing.length === 0 || read !== null
        ? fc.constant({ list: read ?? "court-defaulters" })
        : fc.subarray(closing, { minLength: 1 }).map((some) => ({ measures: some }));
    return lifts.map((what): Then => ({
      kind: "permit",
      door: on,
      ...(aim === null ? {} : { purpose: aim }),
      lifts: what,
    }));
  });
}

/** Mentions an attempt, as a permit must, and perhaps other events at which it is never asked. */
function attemptCondition(speech: Speech): fc.Arbitrary<Condition> {
  const event = fc.constantFrom(
    fact("event", "equal", "attempt"),
    fact("event", "equal", "attempt"),
    fact("event", "in", ["attempt", "red-light", "time-passed"]),
  );
  const extra = joined(fc.oneof(standingLeaf(speech), momentLeaf(speech)));
  return fc.oneof(
    event.map((only) => ({ all: [only] })),
    fc.tuple(event, extra).map(([first, second]) => ({ all: [first, second] })),
  );
}

const scoring: fc.Arbitrary<Scoring> = record({
  assigned: fc.constantFrom("at-once" as const, "at-once" as const, "yearly" as const),
  more: record(
    {
      floor: fc.constantFrom(0, 50, 80),
      ceiling: fc.constantFrom(100, 110),
      deductionsReturnAfterMonths: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 14 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
    },
    [],
  ),
  opening: fc.constantFrom(100, 100, 85),
}).map(({ assigned, more, opening }) => aScoring({ assigned, opening, ...more }));

/** A small rulebook, right by construction. `calm`: no rule answers that some measure, whichever, begins or ends. */
export function rulebooks({ calm = false }: { calm?: boolean } = {}): fc.Arbitrary<Rulebook> {
  return fc
    .tuple(
      fc.option(scoring, { nil: null, freq: 6 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 2 }),
    )
    .chain(([keeps, ground, upper, others, permits]) => {
      const storey = Array.from({ length: ground }, (_, at) => `toy/low-${at}`);
      const above = Array.from({ length: upper }, (_, at) => `toy/high-${at}`);
      const speech: Speech = { measures: [...storey, ...above], scored: keeps !== null };
      const measures = [
        ...storey.map((id) => ruleOf(id, measureCondition(speech, storey, []), measure)),
        ...above.map((id) => ruleOf(id, measureCondition(speech, above, storey), measure)),
      ];
      const rest = Array.from({ length: others }, (_, at) =>
        ruleOf(`toy/rule-${at}`, eventCondition(speech), effect(speech.scored)),
      );
      const permitting = Array.from({ length: measures.length === 0 ? 0 : permits }, (_, at) => `toy/permit-${at}`);
      const rules = fc
        .tuple(...rest, ...measures)
        .chain((all) =>
          fc
            .tuple(...permitting.map((id) => ruleOf(id, attemptCondition(speech), permit(all))))
            .map((some) => [...all, ...some]),
        )
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
      return rules.map((all) =>
        aRulebook(
          all.map((rule) => groundedAmong(all, rule)),
          keeps,
        ),
      );
    })
    .filter((rulebook) => !calm || rulebook.rules.every((rule) => !JSON.stringify(rule.when).includes("measure-")));
}

/** A rule that ends grounds by name ends those of a rule that there is; where there is none, all of the list. */
function groundedAmong(rules: readonly Rule[], rule: Rule): Rule {
  const { then } = rule;
  if (then.kind !== "delist" || then.ground === undefined) return rule;
  const grounds = rules.flatMap(({ id, then: { kind, ...to } }) =>
    kind === "enlist" && "list" in to ? [{ ground: id, list: to.list }] : [],
  );
  const { ground: which, ...all } = then;
  return { ...rule, then: { ...all, ...grounds[Number(which) % grounds.length] } };
}

function ruleOf(id: string, when: fc.Arbitrary<Condition>, then: fc.Arbitrary<Then>): fc.Arbitrary<Rule> {
  return record({
    id: fc.constant(id),
    when,
    then,
    told: fc.constantFrom(...TOLD),
    evidence: fc.constantFrom(...EVIDENCE),
  }).map((parts) => aRule(parts.then.kind === "remark" ? { ...parts, told: "nothing" } : parts));
}

const line: fc.Arbitrary<FixtureEvent> = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.oneof(
      { weight: 3, arbitrary: life.map((event) => ({ event })) },
      { weight: 2, arbitrary: record({ attempt: door, purpose }) },
    ),
  )
  .map(([month, what]) => ({ month, ...what }));

/** An invented person: closed lists, a timeline in order of time. */
export const personas: fc.Arbitrary<Persona> = record({
  timeline: fc.array(line, { minLength: 1, maxLength: 9 }),
  known: record(
    {
      work: fc.constantFrom("employed", "unemployed", "self-employed"),
      debt: fc.constantFrom("instalments", "none"),
      trade: fc.constantFrom("open", "none"),
      "dear-loan": fc.constant("none"),
    },
    [],
  ),
}).map(({ timeline, known }) =>
  aPersona(
    [...timeline].sort((a, b) => a.month - b.month),
    known,
  ),
);

/** Two years and a half: long enough for terms and clocks, short enough to be quick. */
export const UNTIL = 29;
