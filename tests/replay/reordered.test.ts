import { expect, test } from "vitest";
import { outcomeOf } from "../../src/analysis/outcome.ts";
import type { FixtureEvent, Persona } from "../../src/model/persona.ts";
import type { Rulebook } from "../../src/model/rulebook.ts";
import { aPersona, aRule, aRulebook, at, fact, live, on, tries } from "../support/builders.ts";
import { composite, shippedPersonas } from "../support/shipped.ts";

type Timeline = readonly FixtureEvent[];

/**
 * The places of a timeline with those of one month in every order, an occasion always before what it
 * occasioned. Of lines that are the same the first stays first, since nothing could tell them apart.
 */
function ordersOf(timeline: Timeline, month: number): number[][] {
  const places = [...timeline.keys()].filter((place) => timeline[place]!.month === month);
  const occasionOf = (place: number): number => (timeline[place]!.occasionedBy ?? 0) - 1;
  const looks = (place: number): string =>
    JSON.stringify([timeline[place], timeline.some((_, other) => occasionOf(other) === place) ? place : null]);
  const ordersAfter = (before: readonly number[]): number[][] => {
    const left = places.filter((place) => !before.includes(place));
    const free = left.filter((place) => !left.includes(occasionOf(place)));
    const next = free.filter((place, nth) => free.findIndex((other) => looks(other) === looks(place)) === nth);
    return left.length === 0 ? [[...before]] : next.flatMap((place) => ordersAfter([...before, place]));
  };
  return ordersAfter([]).map((order) => [...timeline.keys()].map((place) => order[places.indexOf(place)] ?? place));
}

/** The person with the lines of the timeline in that order; what was occasioned follows its occasion. */
function reordered(persona: Persona, order: readonly number[]): Persona {
  const timeline = order.map((place): FixtureEvent => {
    const line = persona.timeline[place]!;
    return line.occasionedBy === undefined ? line : { ...line, occasionedBy: order.indexOf(line.occasionedBy - 1) + 1 };
  });
  return { ...persona, timeline };
}

/** The person with each month in turn in every order but its own. */
function reorderings(persona: Persona): Persona[] {
  const months = new Set(persona.timeline.map(({ month }) => month));
  return [...months].flatMap((month) =>
    ordersOf(persona.timeline, month)
      .slice(1)
      .map((order) => reordered(persona, order)),
  );
}

/** Refusals, months with a door shut and losses, each as it looks whatever came first in its month. */
async function harmsUnder(rulebook: Rulebook, persona: Persona): Promise<object> {
  const { denials, shut, doors, losses } = outcomeOf(await live(rulebook, persona, { findings: false }));
  return {
    denials: denials.map(({ month, door, purpose }) => `${month} ${door} ${purpose}`).sort(),
    shut,
    doors,
    losses: losses.map(({ month, event }) => `${month} ${event}`).sort(),
  };
}

test("the order of one month's events changes no harm of any shipped life", async () => {
  const rulebook = composite();
  const moved = new Set<string>();
  for (const persona of shippedPersonas()) {
    const harms = await harmsUnder(rulebook, persona);
    for (const other of reorderings(persona)) {
      moved.add(persona.id);
      expect(await harmsUnder(rulebook, other), `${persona.id} ${JSON.stringify(other.timeline)}`).toEqual(harms);
    }
  }
  expect(moved.size).toBeGreaterThan(0);
});

test("an order that did change one would be seen", async () => {
  const book = aRulebook([
    aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
    aRule({ id: "toy/shut", when: fact("class", "notEqual", "A"), then: { kind: "measure", closes: ["air-travel"] } }),
  ]);
  const light = aPersona([on("Y1-02", "red-light"), tries("Y1-02", "air-travel")]);
  const [other, ...others] = reorderings(light);
  // Refused where the plane is shut first, let through where it is not yet.
  expect(await harmsUnder(book, light)).toMatchObject({ denials: ["1 air-travel none"] });
  expect(await harmsUnder(book, other!)).toMatchObject({ denials: [] });
  expect(others).toEqual([]);
});

test("an occasion stays before what it occasioned, and like is not put before like", () => {
  // The red light that occasions the try is not like the other: 5! orders, and in half the light comes first.
  const orders = reorderings(
    aPersona([
      on("Y1-02", "red-light"),
      tries("Y1-02", "air-travel", "none", 1),
      on("Y1-02", "red-light"),
      on("Y1-02", "charity"),
      on("Y1-02", "bravery"),
    ]),
  );
  expect(orders).toHaveLength(60 - 1);
  for (const { timeline } of orders) {
    const tried = timeline.findIndex((line) => "attempt" in line);
    const occasion = timeline[tried]!.occasionedBy! - 1;
    expect(timeline[occasion]).toEqual(on("Y1-02", "red-light"));
    expect(occasion).toBeLessThan(tried);
  }
  // Seven instalments missed, and a try that can stand in any of eight places.
  const missed = Array.from({ length: 7 }, () => on("Y1-02", "instalment-missed"));
  expect(reorderings(aPersona([...missed, tries("Y1-02", "air-travel")]))).toHaveLength(8 - 1);
});
