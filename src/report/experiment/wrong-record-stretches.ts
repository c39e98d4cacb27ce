import type { Harms } from "../../analysis/outcome.ts";
import type { HarmsMoved, PlantedMonth } from "../../analysis/false-record/compared.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import { greatestOf, leastOf } from "../extremes.ts";
import { monthSays, whole } from "../wording.ts";

/** A row for each run of neighbouring months in which a false entry does the same; numbers as ranges. */
export function stretches(months: readonly PlantedMonth[]): string[][] {
  const groups: PlantedMonth[][] = [];
  for (const month of months) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (before !== undefined && before.month === month.month - 1 && alike(before) === alike(month)) last!.push(month);
    else groups.push([month]);
  }
  return groups.map((group) => [
    spanSays(group),
    group[0]!.worst.before ?? "–",
    doneSays(group, "before"),
    doneSays(group, "after"),
    markSays(group),
  ]);
}

/** Two plantings do the same where the same kinds of harm come of them, before the correction and after it. */
function alike(month: PlantedMonth): string {
  const { worst, before, after, mark, sameFrom } = month;
  return JSON.stringify([
    worst.before,
    [before, after].map(({ appeared, vanished }) => [kindsOf(appeared), kindsOf(vanished)]),
    [...movedLosses(month)],
    sameFrom === null ? "for good" : mark > 0,
  ]);
}

function kindsOf({ denials, months, losses }: Harms): unknown[] {
  return [denials.length > 0, months.length > 0, lossesIn(losses)];
}

function lossesIn(losses: Harms["losses"]): string[] {
  return [...new Set(losses.map(({ event }) => eventKind(event).noun))].sort();
}

function spanSays(group: readonly PlantedMonth[]): string {
  const [first, last] = [group[0]!.month, group.at(-1)!.month];
  return first === last ? monthSays(first) : `${monthSays(first)} to ${monthSays(last)}`;
}

function doneSays(group: readonly PlantedMonth[], when: "before" | "after"): string {
  const moved = movedLosses(group[0]!);
  const fresh = harmsSay(
    group.map((month) => month[when].appeared),
    (noun) => [`${noun}${moved.has(noun) ? `, ${moved.get(noun)}` : ""}`],
  );
  const spared = harmsSay(
    group.map((month) => month[when].vanished),
    (noun) => (moved.has(noun) ? [] : [noun]),
  );
  const parts = [...fresh, ...(spared.length === 0 ? [] : [`without: ${spared.join(", ")}`])];
  return parts.length === 0 ? "·" : parts.join("; ");
}

/** Losses that the true life has too, in another month: whether they come sooner or later now. */
export function movedLosses({ before, after }: PlantedMonth): ReadonlyMap<string, "sooner" | "later"> {
  const first = (which: keyof HarmsMoved): Map<string, number> =>
    new Map(
      [after, before].flatMap((moved) =>
        moved[which].losses.toReversed().map(({ event, month }) => [eventKind(event).noun, month] as const),
      ),
    );
  const [fresh, gone] = [first("appeared"), first("vanished")];
  return new Map(
    [...fresh].flatMap(([noun, month]) =>
      gone.has(noun) ? [[noun, month < gone.get(noun)! ? "sooner" : "later"] as const] : [],
    ),
  );
}

/** `2–3 refusals; 6 months shut; hours cut`. */
function harmsSay(group: readonly Harms[], lossSays: (noun: string) => readonly string[]): string[] {
  const range = (numbers: readonly number[], one: string, many: string): string[] =>
    greatestOf(numbers) === 0 ? [] : [rangeSays(numbers, one, many)];
  return [
    ...range(
      group.map(({ denials }) => denials.length),
      "refusal",
      "refusals",
    ),
    ...range(
      group.map(({ months }) => months.length),
      "month shut",
      "months shut",
    ),
    ...lossesIn(group[0]!.losses).flatMap((noun) => {
      const most = greatestOf(
        group.map(({ losses }) => losses.filter(({ event }) => eventKind(event).noun === noun).length),
      );
      return lossSays(noun).map((says) => (most === 1 ? says : `${says} (up to ${whole(most)} times)`));
    }),
  ];
}

function rangeSays(numbers: readonly number[], one: string, many: string): string {
  const [least, most] = [leastOf(numbers), greatestOf(numbers)];
  return `${least === most ? whole(most) : `${whole(least)}–${whole(most)}`} ${most === 1 ? one : many}`;
}

function markSays(group: readonly PlantedMonth[]): string {
  if (group[0]!.mark === 0) return "·";
  return group[0]!.sameFrom === null
    ? "for good"
    : rangeSays(
        group.map(({ mark }) => mark),
        "month",
        "months",
      );
}
