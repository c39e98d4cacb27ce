import type { Month } from "../../model/story-time.ts";
import type { Trace } from "../../model/trace.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import type { Harms, Outcome } from "../outcome.ts";
import type { PlantedMonth } from "./compared.ts";
import { derivedOnlyIn, type Life } from "./life.ts";

/** One step of a told life; `entry` is where the true life has it, `null` where it has not. */
export type Step = { readonly month: Month } & (
  | { readonly kind: "planted" | "corrected" | "same" }
  | { readonly kind: "class"; readonly truly: string | null; readonly now: string | null }
  | {
      readonly kind: "denied" | "spared";
      readonly door: Outcome["denials"][number]["door"];
      readonly entry: number | null;
    }
  /** `entry`: where the true life has it instead, in another month. */
  | {
      readonly kind: "event";
      readonly event: LifeEventKind;
      readonly entry: number | null;
    }
  | { readonly kind: "shut" | "open" }
);

const ORDER = ["corrected", "planted", "class", "shut", "open", "denied", "spared", "event", "same"] as const;

/** What differs between the lives, in order of time. */
export function storyOf(
  { month, corrected, before, after, ledTo, sameFrom }: PlantedMonth,
  truth: Life,
  life: Life,
): Step[] {
  const steps: Step[] = [
    { kind: "planted", month },
    { kind: "corrected", month: corrected },
    ...classSteps(truth, life),
    ...[before, after].flatMap(({ appeared, vanished }) => [
      ...doorSteps("denied", appeared, truth.trace),
      ...doorSteps("spared", vanished, truth.trace),
    ]),
    ...eventSteps(ledTo, truth.trace, life.trace),
    ...shutSteps([...before.appeared.months, ...after.appeared.months]),
    ...(sameFrom === null ? [] : [{ kind: "same" as const, month: sameFrom }]),
  ];
  return steps.sort((one, other) => one.month - other.month || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** Where the class begins to be, or ceases to be, another than it would be. */
function classSteps(truth: Life, life: Life): Step[] {
  let before = "";
  return truth.ends.flatMap(({ class: truly }, month): Step[] => {
    const now = life.ends[month]!.class;
    const key = truly === now ? "" : `${truly} ${now}`;
    const moved = key !== before;
    before = key;
    return moved ? [{ kind: "class", month, truly, now }] : [];
  });
}

function doorSteps(kind: "denied" | "spared", { denials }: Harms, { entries }: Trace): Step[] {
  return denials.map(({ month, door, line }) => ({
    kind,
    month,
    door,
    entry:
      entries.find(
        ({ happening }) =>
          happening.kind === "attempt" && happening.origin.kind === "exogenous" && happening.origin.line === line,
      )?.seq ?? null,
  }));
}

/** Events of this life alone; each with the first of its kind that the true life alone has, if there is one left. */
function eventSteps(ledTo: PlantedMonth["ledTo"], truth: Trace, life: Trace): Step[] {
  const instead = derivedOnlyIn(truth, life);
  return ledTo.map(({ month, event }): Step => {
    const at = instead.findIndex((each) => each.event === event);
    const other = at === -1 ? undefined : instead.splice(at, 1)[0];
    const entry = truth.entries.find(
      ({ month: when, happening }) =>
        when === other?.month && happening.kind === "life-event" && happening.event === event,
    );
    return { kind: "event", month, event, entry: entry?.seq ?? null };
  });
}

/** Where a stretch of months with a door shut begins, and where it is over. */
function shutSteps(months: readonly Month[]): Step[] {
  const shut = new Set(months);
  return months.flatMap((month): Step[] => [
    ...(shut.has(month - 1) ? [] : [{ kind: "shut" as const, month }]),
    ...(shut.has(month + 1) ? [] : [{ kind: "open" as const, month: month + 1 }]),
  ]);
}
