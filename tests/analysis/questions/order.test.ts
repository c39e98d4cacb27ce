import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UNWATCHED } from "../../../src/analysis/experiment.ts";
import { Lab } from "../../../src/analysis/lab.ts";
import {
  busyMonths,
  countOrders,
  drawnOrder,
  type MonthLines,
  ordersOf,
  reordered,
} from "../../../src/analysis/order/orders.ts";
import { type OrderTrial, order } from "../../../src/analysis/questions/order.ts";
import type { Extent } from "../../../src/analysis/questions/readings.ts";
import { type Outcome, outcomeOf } from "../../../src/analysis/outcome.ts";
import { type Memory, prepare } from "../../../src/engine/prepare.ts";
import { drawFrom } from "../../../src/load/chance.ts";
import type { FixtureEvent, Persona } from "../../../src/model/persona.ts";
import type { Rulebook } from "../../../src/model/rulebook.ts";
import { replay } from "../../../src/replay/replay.ts";
import { EXPERIMENT_FORMATS } from "../../../src/report/experiment/formats.ts";
import { personas, rulebooks, UNTIL } from "../../support/arbitraries.ts";
import { aPersona, aRule, aRulebook, at, fact, month, on, tries } from "../../support/builders.ts";
import { LONG, runs } from "../../support/runs.ts";

const EXTENT: Extent = { limit: 4096, samples: 40, seed: 1, draw: drawFrom(1) };
const MEMORY: Memory = new Map();

async function ask(
  rulebook: Rulebook,
  people: readonly Persona[],
  { until = UNTIL, extent = EXTENT, progress = UNWATCHED } = {},
): Promise<OrderTrial> {
  return order(new Lab(rulebook, people, (variant) => prepare(variant, MEMORY), until), extent, progress);
}

/*
 * Worked by hand. 100 points at the opening; A from 90, B below.
 *
 *   toy/light   a red light: −20
 *   toy/strike  charity strikes what is on file for red lights
 *   toy/shut    below A the plane is shut
 */
const BOOK = aRulebook([
  aRule({ id: "toy/light", when: at("red-light"), then: { kind: "post", points: -20 } }),
  aRule({ id: "toy/strike", when: at("charity"), then: { kind: "strike", of: "red-light" } }),
  aRule({ id: "toy/shut", when: fact("class", "notEqual", "A"), then: { kind: "measure", closes: ["air-travel"] } }),
]);
const untilApril = { until: month("Y1-04") };

describe("worked by hand", () => {
  // Light, then strike: 100 → 80 → 100, class A at the end of Y1-02, never shut at a month's end.
  // Strike, then light: nothing to be struck, so 80 and class B for good; shut at the ends of Y1-02,
  // Y1-03 and Y1-04.
  test("a strike and a posting in one month", async () => {
    const { lives, searched } = await ask(
      BOOK,
      [aPersona([on("Y1-02", "red-light"), on("Y1-02", "charity")])],
      untilApril,
    );
    expect(searched).toMatchObject({ variants: 2, of: 2, seed: null });
    const [life] = lives;
    expect(life).toMatchObject({ orders: 2, tried: 2, drawn: false });
    expect(life!.outcomes.map(({ orders, example }) => [orders, example])).toEqual([
      [1, []],
      [1, [[2, 1]]],
    ]);
    expect(life!.outcomes[1]!.change).toMatchObject({
      outcome: { score: 80, class: "B", worst: "B" },
      vanished: { months: [] },
      appeared: { denials: [], months: [1, 2, 3], losses: [] },
    });
  });

  // Light first: the plane is shut when it is tried. The try first: it is let through, and the plane is
  // shut at the same month's end. Either way shut from Y1-02 on.
  test("an attempt before or after what shuts the door", async () => {
    const { lives } = await ask(BOOK, [aPersona([on("Y1-02", "red-light"), tries("Y1-02", "air-travel")])], untilApril);
    expect(lives[0]!.outcomes).toHaveLength(2);
    expect(lives[0]!.outcomes[1]!.change).toMatchObject({
      vanished: { denials: [{ month: 1, door: "air-travel", line: 2 }], months: [], losses: [] },
      appeared: { denials: [], months: [], losses: [] },
      outcome: { score: 80 },
    });
  });

  // Had the light occasioned the try, there is but one order.
  test("an occasion stays before what it occasioned", async () => {
    const { lives } = await ask(
      BOOK,
      [aPersona([on("Y1-02", "red-light"), tries("Y1-02", "air-travel", "none", 1)])],
      untilApril,
    );
    expect(lives[0]).toMatchObject({ orders: 1, tried: 1, outcomes: [{ orders: 1, change: null }] });
  });

  // Each refused try leads to a loss of its own; told in the other order, both befall in the same month.
  test("two losses of one month are the same in either order", async () => {
    const lossy = aRulebook([
      ...BOOK.rules,
      aRule({
        id: "toy/shift",
        when: at("attempt", fact("denied", "equal", true), fact("purpose", "equal", "work")),
        then: { kind: "lead", event: "shift-missed" },
      }),
      aRule({
        id: "toy/wage",
        when: at("attempt", fact("denied", "equal", true), fact("purpose", "equal", "none")),
        then: { kind: "lead", event: "wage-lost" },
      }),
    ]);
    const persona = aPersona(
      [on("Y1-01", "red-light"), tries("Y1-02", "air-travel", "work"), tries("Y1-02", "air-travel")],
      { work: "employed" },
    );
    const trial = await ask(lossy, [persona], untilApril);
    expect(trial.baseline[0]!.losses.map(({ event }) => event)).toEqual(["shift-missed", "wage-lost"]);
    expect(trial.lives[0]).toMatchObject({ orders: 2, tried: 2, outcomes: [{ orders: 2 }] });
  });

  // In the first order drawn charity and bravery are swapped too, which changes nothing.
  test("the order shown is one with as few months changed as any tried", async () => {
    const persona = aPersona([
      on("Y1-01", "red-light"),
      tries("Y1-01", "air-travel"),
      on("Y1-02", "bravery"),
      on("Y1-02", "media-praise"),
    ]);
    const draws = [2, 1, 2, 1, 2, 1, 1, 1];
    const extent: Extent = { limit: 1, samples: 2, seed: 1, draw: () => draws.shift()! };
    const { lives } = await ask(BOOK, [persona], { ...untilApril, extent });
    expect(draws).toEqual([]);
    expect(lives[0]!.outcomes.map(({ orders, example }) => [orders, example])).toEqual([
      [0, []],
      [2, [[2, 1]]],
    ]);
  });

  // Two refused tries in the other order are refused all the same, as the same lines of the timeline.
  test("a refusal is known by its line, wherever that stands", async () => {
    const persona = aPersona([
      on("Y1-01", "red-light"),
      tries("Y1-02", "air-travel", "work"),
      tries("Y1-02", "air-travel", "family"),
    ]);
    const { lives } = await ask(
      BOOK,
      [{ ...persona, circumstances: { ...persona.circumstances, work: "employed" } }],
      untilApril,
    );
    expect(lives[0]).toMatchObject({ orders: 2, tried: 2 });
    expect(lives[0]!.outcomes).toHaveLength(1);
  });

  // Y1-01: two red lights and charity, 3 orders (the lights are the same). Y1-02: light and try, 2 orders.
  // Together 6. After Y1-01 the score is 100 (both struck), 80 (one struck) or 60 (none struck).
  //   100: Y1-02 light, try → shut, refused; try, light → let through.      2 outcomes
  //    80, 60: class B already: refused either way, shut from Y1-01 on.      1 outcome each
  // 60 is B too (B from 60), but 40 is C.
  test("all months together", async () => {
    const persona = aPersona([
      on("Y1-01", "red-light"),
      on("Y1-01", "red-light"),
      on("Y1-01", "charity"),
      on("Y1-02", "red-light"),
      tries("Y1-02", "air-travel"),
    ]);
    const { lives } = await ask(BOOK, [persona], untilApril);
    expect(lives[0]!.months.map(({ month: when, orders }) => [when, orders])).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(
      lives[0]!.outcomes.map(({ orders, change, example }) => [
        orders,
        change?.outcome.score ?? null,
        change?.outcome.denials.length ?? null,
        example,
      ]),
    ).toEqual([
      [1, null, null, []],
      [1, 80, 0, [[5, 4]]],
      [2, 60, 1, [[1, 3, 2]]],
      [2, 40, 1, [[3, 1, 2]]],
    ]);
  });

  test("one who has nothing to be swapped is said to have nothing", async () => {
    const trial = await ask(BOOK, [aPersona([on("Y1-02", "red-light"), on("Y1-02", "red-light")])], untilApril);
    expect(trial.lives[0]).toMatchObject({ orders: 1, tried: 1 });
    expect(trial.searched.lives).toEqual({ asked: 1, replayed: 1 });
    expect(page(trial)).toContain("Nothing can be taken in another order");
  });

  test("where nothing depends on it, the page says so with the count", async () => {
    const trial = await ask(BOOK, [aPersona([on("Y1-02", "charity"), on("Y1-02", "bravery")])], untilApril);
    expect(page(trial).replaceAll(/\s+/g, " ")).toContain(
      "The order never matters: for 1 of 1 person something can be taken in another order, and under none of 2 orders tried, the timeline's own among them, does anything differ, not even points.",
    );
  });

  test("where something does, the page says what, and shows an order", async () => {
    const trial = await ask(BOOK, [aPersona([on("Y1-02", "red-light"), tries("Y1-02", "air-travel")])], untilApril);
    const text = page(trial).replaceAll(/\s+/g, " ");
    expect(text).toContain("As the timeline has it in 1 of 2 orders tried.");
    expect(text).toContain(
      "Otherwise in 1, for instance with Y1-02: trying for plane, then a red light run. Then: gone: plane refused (Y1-02).",
    );
  });

  test("stopped before its end", async () => {
    const trial = await ask(BOOK, [aPersona([on("Y1-02", "red-light"), on("Y1-02", "charity")])], {
      progress: (done) => done < 1,
    });
    expect(trial.searched).toMatchObject({ variants: 1, of: 2, stopped: true });
    expect(page(trial)).toContain("STOPPED");
  });
});

function page(trial: OrderTrial): string {
  const paint = { bold: (text: string) => text, dim: (text: string) => text };
  return EXPERIMENT_FORMATS.text(trial, { style: { width: 80, paint } as never, again: "again" });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) => permutations(items.toSpliced(place, 1)).map((rest) => [item, ...rest]));
}

/** One month of few lines: some the same, some occasioned by others. */
const months: fc.Arbitrary<MonthLines> = fc
  .array(fc.tuple(fc.constantFrom("red-light", "charity", "bravery"), fc.integer({ min: -4, max: 5 })), {
    minLength: 2,
    maxLength: 6,
  })
  .map((lines) =>
    lines.map(([event, back], place): FixtureEvent => ({
      month: 3,
      event: event as "charity",
      ...(back > 0 && back <= place ? { occasionedBy: back } : {}),
    })),
  )
  .map((timeline) => busyMonths(aPersona(timeline), 10)[0]!);

/** What an order looks like to somebody who cannot tell lines of one kind apart. */
const look = ({ kinds }: MonthLines, lines: readonly number[]): string =>
  lines.map((line) => kinds.get(line)).join("|");

function allowed({ lines, parents }: MonthLines): number[][] {
  return permutations(lines).filter((each) =>
    [...parents].every(([line, parent]) => each.indexOf(parent) < each.indexOf(line)),
  );
}

describe("the orders of a month", () => {
  test("are all there, once each, the timeline's own first", () => {
    fc.assert(
      fc.property(months, (each) => {
        const found = ordersOf(each);
        expect(found[0]).toEqual(each.lines);
        const looks = found.map((lines) => look(each, lines));
        expect(new Set(looks).size).toBe(looks.length);
        expect(new Set(looks)).toEqual(new Set(allowed(each).map((lines) => look(each, lines))));
        expect(countOrders(each)).toBe(BigInt(found.length));
      }),
      runs(300),
    );
  });

  // Every way in which the numbers can fall, with its likelihood.
  test("are drawn each as often as any other", () => {
    fc.assert(
      fc.property(
        months.filter(({ lines }) => lines.length <= 5),
        (each) => {
          const likelihood = new Map<string, number>();
          const walk = (fallen: readonly number[]): void => {
            const highs: number[] = [];
            const lines = drawnOrder(each, (low, high) => {
              expect(low).toBe(1);
              highs.push(high);
              return fallen[highs.length - 1] ?? 1;
            });
            if (fallen.length < highs.length) {
              for (let number = 1; number <= highs[fallen.length]!; number++) walk([...fallen, number]);
              return;
            }
            const seen = look(each, lines);
            const share = highs.reduce((product, high) => product / high, 1);
            likelihood.set(seen, (likelihood.get(seen) ?? 0) + share);
          };
          walk([]);
          const orders = Number(countOrders(each));
          expect(likelihood.size).toBe(orders);
          for (const share of likelihood.values()) expect(share).toBeCloseTo(1 / orders, 9);
        },
      ),
      runs(60),
    );
  });

  // 12 different events: 12! orders, more than could be counted one by one.
  test("are counted without being made", () => {
    const lines = Array.from({ length: 12 }, (_, line) => line);
    const twelve: MonthLines = {
      month: 0,
      lines,
      parents: new Map(),
      kinds: new Map(lines.map((line) => [line, `${line}`])),
    };
    expect(countOrders(twelve)).toBe(479_001_600n);
  });

  test("`occasionedBy` follows its line", () => {
    const persona = aPersona([
      on("Y1-01", "charity"),
      on("Y1-02", "red-light"),
      on("Y1-02", "bravery"),
      on("Y1-03", "charity", 2),
      on("Y1-03", "bravery", 3),
    ]);
    const { persona: other, was } = reordered(persona, [[2, 1]]);
    expect(was).toEqual([0, 2, 1, 3, 4]);
    expect(other.timeline.map((line) => ["event" in line ? line.event : "", line.occasionedBy ?? 0])).toEqual([
      ["charity", 0],
      ["bravery", 0],
      ["red-light", 0],
      ["charity", 3],
      ["bravery", 2],
    ]);
  });
});

/** Harms by their lines in the timeline as it stands, and everything else as it is. */
function looks(outcome: Outcome, was: readonly number[]): string {
  const denials = outcome.denials.map(
    ({ line, ...rest }) => `${JSON.stringify(rest)} ${line === null ? "-" : was[line - 1]}`,
  );
  const losses = outcome.losses.map((loss) => JSON.stringify(loss));
  return JSON.stringify({ ...outcome, denials: denials.sort(), losses: losses.sort() });
}

describe("against every permutation lived by itself", () => {
  test(
    "what differs, and in how many orders",
    async () => {
      let differing = 0;
      // Months are put together, so that several things happen in one.
      const crowded = personas.map((persona) => ({
        ...persona,
        timeline: persona.timeline.slice(0, 6).map((line) => ({ ...line, month: Math.floor(line.month / 11) * 2 })),
      }));
      await fc.assert(
        fc.asyncProperty(rulebooks(), crowded, async (rulebook, persona) => {
          const trial = await ask(rulebook, [persona]);
          const prepared = await prepare(rulebook, MEMORY);
          const found = new Map<string, number>();
          const lineNumbers = [...persona.timeline.keys()];
          const byMonth = [...new Set(persona.timeline.map((line) => line.month))].map((when) =>
            lineNumbers.filter((line) => persona.timeline[line]!.month === when),
          );
          const all = byMonth.reduce<number[][]>(
            (before, lines) => before.flatMap((each) => permutations(lines).map((after) => [...each, ...after])),
            [[]],
          );
          for (const was of all) {
            const timeline = was.map((line) => persona.timeline[line]!);
            const lived = outcomeOf(replay(prepared, { ...persona, timeline }, { until: UNTIL, findings: false }));
            // Lines of one kind are not told apart: among them the first stands for the first.
            const kind = (line: number): string => JSON.stringify(persona.timeline[line]);
            const canonical = was.map((line, place) => {
              const nth = was.slice(0, place).filter((other) => kind(other) === kind(line)).length;
              return [...was].sort((one, other) => one - other).filter((other) => kind(other) === kind(line))[nth]!;
            });
            const seen = looks(lived, canonical);
            found.set(seen, (found.get(seen) ?? 0) + 1);
          }
          const [life] = trial.lives;
          const share = all.length / life!.tried;
          expect(life!.outcomes).toHaveLength(found.size);
          const sorted = (counts: readonly number[]): number[] => [...counts].sort((one, other) => one - other);
          expect(sorted(life!.outcomes.map(({ orders }) => orders * share))).toEqual(sorted([...found.values()]));
          if (found.size > 1) differing++;
        }),
        runs(300),
      );
      expect(differing).toBeGreaterThan(10);
    },
    LONG,
  );

  test(
    "orders drawn by chance come to nothing that all orders do not, and are the same from the same seed",
    async () => {
      const persona = aPersona([
        on("Y1-01", "red-light"),
        on("Y1-01", "charity"),
        on("Y1-01", "bravery"),
        tries("Y1-01", "air-travel"),
        on("Y1-01", "red-light"),
      ]);
      const all = await ask(BOOK, [persona]);
      const drawing = (seed: number): Extent => ({ limit: 10, samples: 40, seed, draw: drawFrom(seed) });
      const drawn = await ask(BOOK, [persona], { extent: drawing(5) });
      expect(all.lives[0]).toMatchObject({ orders: 60, tried: 60, drawn: false });
      expect(drawn.lives[0]).toMatchObject({ orders: 60, tried: 40, drawn: true });
      expect(drawn.searched).toMatchObject({ variants: 40, of: 60, seed: 5 });
      const known = all.lives[0]!.outcomes.map(({ change }) => JSON.stringify(change));
      expect(drawn.lives[0]!.outcomes.length).toBeGreaterThan(1);
      for (const { change } of drawn.lives[0]!.outcomes) expect(known).toContain(JSON.stringify(change));
      expect(await ask(BOOK, [persona], { extent: drawing(5) })).toEqual(drawn);
      expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
    },
    LONG,
  );
});
