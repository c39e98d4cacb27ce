import { prepare } from "../../../src/engine/prepare.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import type { Trace } from "../../../src/model/trace.ts";
import { replay } from "../../../src/replay/replay.ts";
import { aPersona, aRule, aRulebook, aScoring, at, fact, live, on, tries } from "../../support/builders.ts";
import { composite, shippedPersonas, stacked } from "../../support/shipped.ts";

const RULEBOOKS: readonly Rulebook[] = [composite(), stacked("suining-2010"), stacked("court-defaulters-2017")];

async function livesUnder(rulebook: Rulebook): Promise<Trace[]> {
  const prepared = await prepare(rulebook);
  return shippedPersonas().map((persona) => replay(prepared, persona));
}

/** Rules that keep each other going, in one month. */
export const RUNAWAY: Trace = await live(
  aRulebook([
    aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -10 } }),
    aRule({ id: "toy/b", when: at("posted"), then: { kind: "post", points: -10 } }),
  ]),
  aPersona([on("Y1-03", "red-light")]),
);

/** Every month the same again, for ten years. */
export const MONTHLY_RULES = aRulebook([
  aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -10 } }),
  aRule({ id: "toy/again", when: at("red-light"), then: { kind: "lead", event: "red-light", afterMonths: 1 } }),
  aRule({ id: "toy/shut", when: fact("score", "lessThan", 50), then: { kind: "measure", closes: ["air-travel"] } }),
  aRule({ id: "toy/try", when: at("red-light"), then: { kind: "lead", attempt: "air-travel", purpose: "family" } }),
  aRule({
    id: "toy/missed",
    when: at("attempt", fact("denied", "equal", true)),
    then: { kind: "lead", event: "visit-missed" },
  }),
]);
export const MONTHLY: Trace = await live(MONTHLY_RULES, aPersona([on("Y1-03", "red-light")]));

/** No score, no rule, and one try. */
export const UNTOUCHED: Trace = await live(aRulebook([], null), aPersona([tries("Y2-01", "air-travel")]));
export const EMPTY: Trace = await live(aRulebook([]), aPersona([]));

const DOORS = [
  "air-travel",
  "soft-sleeper",
  "star-hotel",
  "promotion",
  "army-service",
  "qualification",
  "business-licence",
  "social-aid",
  "minimum-income",
  "procurement",
  "senior-post",
  "public-post",
  "luxury-venue",
  "holiday-trip",
  "private-car",
  "prestige-office",
  "property-purchase",
  "high-fee-school",
  "employment",
] as const;

/** Nineteen bars that overlap, and as many refusals in one month. */
export const BARS: Trace = await live(
  aRulebook(
    [
      ...DOORS.map((door, place) =>
        aRule({
          id: `toy/m${place}`,
          when: fact("score", "lessThan", 99 - place),
          then: { kind: "measure", closes: [door] },
        }),
      ),
      aRule({ id: "toy/a", when: at("red-light"), then: { kind: "post", points: -1, expiresAfterMonths: 60 } }),
    ],
    aScoring(),
  ),
  aPersona([
    ...Array.from({ length: 22 }, (_, month) =>
      on(`Y${1 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`, "red-light"),
    ),
    ...DOORS.map((door) => tries("Y3-02", door)),
    tries("Y3-02", "air-travel"),
  ]),
);

const named = (traces: readonly Trace[]) =>
  traces.map((trace) => ({ name: `${trace.persona.id} under ${trace.rulebook.id}`, trace }));

/** Every shipped life under three rulebooks, one of which keeps no score. */
export const SHIPPED = (await Promise.all(RULEBOOKS.map(livesUnder))).flatMap(named);

/** And what is at the edges. */
export const ALL = [
  ...SHIPPED,
  ...Object.entries({ runaway: RUNAWAY, monthly: MONTHLY, untouched: UNTOUCHED, empty: EMPTY, bars: BARS }).map(
    ([name, trace]) => ({ name, trace }),
  ),
];

export function lifeOf(persona: string, rulebook = "suining-composite"): Trace {
  return SHIPPED.find(({ trace }) => trace.persona.id === persona && trace.rulebook.id === rulebook)!.trace;
}
