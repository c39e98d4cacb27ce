import type { OrderOutcome } from "../../analysis/order/found.ts";
import type { OrderTrial, PersonOrders } from "../../analysis/questions/order.ts";
import type { FixtureEvent } from "../../model/persona.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import type { Section } from "../section.ts";
import { count, doorName, listed, monthSays, whole } from "../wording.ts";
import { changeSays, nameOf } from "./harm-wording.ts";
import type { Answer } from "./page.ts";

export function orderAnswer(experiment: OrderTrial): Answer {
  const { lives } = experiment;
  const movable = lives.filter(({ orders }) => orders > 1);
  return {
    title: "In another order within the month",
    tried: lives.some(({ drawn }) => drawn)
      ? "What befalls a person in one month was taken in other orders, an occasion always before what it occasioned"
      : "What befalls a person in one month was taken in every order, an occasion always before what it occasioned",
    sections: [overall(experiment, movable), ...movable.flatMap((life) => dependence(experiment, life))],
    rules: [],
    records: {
      columns: [
        "persona",
        "orders",
        "tried",
        "orders with this outcome",
        "refusals",
        "months",
        "losses",
        "class",
        "example",
      ],
      rows: lives.flatMap(({ persona, orders, tried, outcomes }, at) =>
        outcomes.map(({ orders: those, change, example }) => {
          const outcome = change?.outcome ?? experiment.baseline[at]!;
          const months = outcome.shut.reduce((sum, [from, to]) => sum + to - from + 1, 0);
          return [
            persona,
            orders,
            tried,
            those,
            outcome.denials.length,
            months,
            outcome.losses.length,
            outcome.class,
            example.map((lines) => lines.join(" ")).join("; "),
          ];
        }),
      ),
    },
  };
}

function overall(experiment: OrderTrial, movable: readonly PersonOrders[]): Section {
  const { lives, searched } = experiment;
  const depending = movable.filter(({ outcomes }) => outcomes.length > 1);
  const people = count(lives.length, "person", "people");
  return {
    heading: "Whether the order matters",
    sentences: [
      movable.length === 0
        ? `Nothing can be taken in another order: ${lives.length === 1 ? `${nameOf(experiment, lives[0]!.persona)} has no` : `none of these ${people} has`} two different things in one month that could be swapped.`
        : depending.length === 0
          ? `The order never matters: for ${movable.length} of ${people} something can be taken in another order, and under none of ${count(triedOf(movable), "order")} tried, the timeline's own among them, does anything differ, not even points.`
          : `The order matters for ${depending.length} of ${people}: ${listed(depending.map(({ persona }) => nameOf(experiment, persona)))}. For ${movable.length} something can be taken in another order.`,
      ...(movable.length === 0 || movable.length === lives.length
        ? []
        : [
            `For the ${lives.length - movable.length === 1 ? "other" : `other ${lives.length - movable.length}`} every month holds one thing, the same thing several times, or an occasion and what it occasioned.`,
          ]),
      ...(movable.some(({ drawn }) => drawn)
        ? [
            `Where there were too many orders, some were drawn by chance, each as likely as any other (seed ${searched.seed}): that nothing differs there holds for those drawn.`,
          ]
        : []),
      ...(movable.length === 0
        ? []
        : ["Whoever keeps the file decides in which order one month's papers are entered."]),
    ],
    table:
      movable.length === 0
        ? null
        : {
            head: ["", "busy months", "orders", "tried", "outcomes"],
            rows: movable.map(({ persona, months, orders, tried, outcomes }) => [
              nameOf(experiment, persona),
              months
                .filter((each) => each.orders > 1)
                .map(({ month }) => monthSays(month))
                .join(", "),
              ordersSay(orders),
              whole(tried),
              String(outcomes.length),
            ]),
            words: 2,
          },
  };
}

function triedOf(lives: readonly PersonOrders[]): number {
  return lives.reduce((sum, { tried }) => sum + tried, 0);
}

function ordersSay(orders: number): string {
  return orders === Number.MAX_SAFE_INTEGER ? `${whole(orders)} or more` : whole(orders);
}

function dependence(experiment: OrderTrial, life: PersonOrders): Section[] {
  const { persona, outcomes, tried } = life;
  if (outcomes.length < 2) return [];
  const before = experiment.baseline[experiment.personas.findIndex(({ id }) => id === persona)]!;
  const [here, ...others] = outcomes as [OrderOutcome, ...OrderOutcome[]];
  return [
    {
      heading: `${nameOf(experiment, persona)} (${persona})`,
      sentences: [
        `As the timeline has it in ${whole(here.orders)} of ${count(tried, "order")} tried.`,
        ...others.map(
          ({ orders, change, example }) =>
            `Otherwise in ${whole(orders)}, for instance with ${example.map((lines) => exampleSays(lines, life)).join("; ")}. Then: ${changeSays(change!, before)}.`,
        ),
      ],
      table: null,
    },
  ];
}

/** `in Y1-03 a red light run, then trying for plane`. */
function exampleSays(lines: readonly number[], { months }: PersonOrders): string {
  const month = months.find((each) => each.lines.some(({ line }) => line === lines[0]))!;
  const says = lines.map((line) => lineSays(month.lines.find((each) => each.line === line)!.what));
  return `${monthSays(month.month)}: ${runs(says).join(", then ")}`;
}

/** The same several times in a row is said once. */
function runs(says: readonly string[]): string[] {
  const groups: { what: string; times: number }[] = [];
  for (const what of says) {
    const last = groups.at(-1);
    if (last?.what === what) last.times++;
    else groups.push({ what, times: 1 });
  }
  return groups.map(({ what, times }) => (times === 1 ? what : `${times} × ${what}`));
}

function lineSays(line: FixtureEvent): string {
  return "event" in line ? eventKind(line.event).noun : `trying for ${doorName(line.attempt)}`;
}
