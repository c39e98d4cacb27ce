import type { Experiment, PersonaChange } from "../../analysis/experiment.ts";
import {
  type HarmCounts,
  type HarmKind,
  type Harms,
  harmCounts,
  hasHarms,
  type Outcome,
} from "../../analysis/outcome.ts";
import { DOOR_NAMES } from "../../model/vocabulary/doors.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import { NAMES } from "../../model/vocabulary/names.ts";
import { count, doorName, listed, monthSays, signed, whole } from "../wording.ts";

/** What each kind of harm is called at the head of a row. */
export const HARM_SAYS: Readonly<Record<HarmKind, string>> = {
  denied: "refused attempts",
  months: "months with a door shut",
  losses: "losses",
};

/** `Luo Min`, for the persona of that id. */
export function nameOf({ personas }: Pick<Experiment, "personas">, id: string): string {
  return NAMES[personas.find((persona) => persona.id === id)!.name].latin;
}

/** `3 refusals, 24 months shut, 1 loss`; the kinds stand beside each other and are never added. Those that are 0 are left out. */
export function countsSay({ denied, months, losses }: HarmCounts): string {
  const parts = [
    ...(denied === 0 ? [] : [count(denied, "refusal")]),
    ...(months === 0 ? [] : [`${count(months, "month")} shut`]),
    ...(losses === 0 ? [] : [count(losses, "loss", "losses")]),
  ];
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** The harms by what they are: `2 × fast train (Y1-07, Y1-08), a wage lost (Y1-07), 24 months`. */
export function harmsSay(harms: Harms): string {
  const doors = grouped(harms.denials, ({ door }) => `${doorName(door)} refused`);
  const losses = grouped(harms.losses, ({ event }) => eventKind(event).noun);
  const months = harms.months.length === 0 ? [] : [`${count(harms.months.length, "month")} with a door shut`];
  return listed([...doors, ...losses, ...months]);
}

/** How often each, and when the first was. */
function grouped<T extends { readonly month: number }>(items: readonly T[], says: (item: T) => string): string[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(says(item), [...(groups.get(says(item)) ?? []), item]);
  return [...groups].map(([what, those]) =>
    those.length === 1
      ? `${what} (${monthSays(those[0]!.month)})`
      : `${those.length} × ${what} (first ${monthSays(those[0]!.month)})`,
  );
}

/** What vanishes, what appears, and where points and class end otherwise; “nothing but points” is said so. */
export function changeSays({ vanished, appeared, outcome }: PersonaChange, before: Outcome): string {
  const parts = [
    ...(hasHarms(vanished) ? [`gone: ${harmsSay(vanished)}`] : []),
    ...(hasHarms(appeared) ? [`new: ${harmsSay(appeared)}`] : []),
    ...standingChange(before, outcome),
  ];
  return parts.join("; ");
}

function standingChange(before: Outcome, after: Outcome): string[] {
  const worst =
    before.worst === after.worst ? [] : [`worst class ${after.worst ?? "none"}, not ${before.worst ?? "none"}`];
  const last =
    before.class === after.class ? [] : [`ends in class ${after.class ?? "none"}, not ${before.class ?? "none"}`];
  const score =
    before.score === after.score || before.score === null || after.score === null
      ? []
      : [`ends ${signed(after.score - before.score)} points`];
  const lowest =
    before.lowest === after.lowest || before.lowest === null || after.lowest === null
      ? []
      : [`lowest ${whole(after.lowest)}, not ${whole(before.lowest)}`];
  return [
    ...worst,
    ...last,
    ...(worst.length + last.length > 0 ? [] : [...lowest, ...score]),
    ...beside(before, after),
  ];
}

/** What is no harm by itself: an attempt that is no longer made is no refusal spared. */
function beside(before: Outcome, after: Outcome): string[] {
  return [
    ...(before.tried === after.tried ? [] : [`${count(after.tried, "attempt")} made, not ${whole(before.tried)}`]),
    ...(before.checked === after.checked
      ? []
      : [`${count(after.checked, "month")} of stricter checks, not ${whole(before.checked)}`]),
    ...(before.preferred === after.preferred
      ? []
      : [`${count(after.preferred, "month")} of priority, not ${whole(before.preferred)}`]),
    ...doorsBeside(before, after),
  ];
}

/** Doors that were shut for another time, those with the same times together; of each at most so many by name. */
export function doorsBeside(before: Outcome, after: Outcome, named = DOOR_NAMES.length): string[] {
  const groups = new Map<string, string[]>();
  for (const door of DOOR_NAMES) {
    const [was, is] = [before, after].map(({ doors }) => doors.find((each) => each.door === door)?.months ?? 0);
    if (was === is) continue;
    const says = `shut for ${count(is!, "month")}, not ${whole(was!)}`;
    groups.set(says, [...(groups.get(says) ?? []), doorName(door)]);
  }
  return [...groups].map(([says, doors]) => {
    const more = doors.length - named;
    return `${says}: ${listed(more > 1 ? [...doors.slice(0, named), count(more, "other door")] : doors)}`;
  });
}

/** The harms of several outcomes, kind by kind. */
export function totalOf(outcomes: readonly Outcome[]): HarmCounts {
  return outcomes.map(harmCounts).reduce(
    (sum, each) => ({
      denied: sum.denied + each.denied,
      months: sum.months + each.months,
      losses: sum.losses + each.losses,
    }),
    { denied: 0, months: 0, losses: 0 },
  );
}

export function harmTotal(changes: readonly Harms[]): HarmCounts {
  return {
    denied: changes.reduce((sum, { denials }) => sum + denials.length, 0),
    months: changes.reduce((sum, { months }) => sum + months.length, 0),
    losses: changes.reduce((sum, { losses }) => sum + losses.length, 0),
  };
}

/** For each kind what vanishes and what appears, for a column each: `−4`, `+1`, `−7 +1`; a point for neither. */
export function movesSay(gone: HarmCounts, fresh: HarmCounts): [refusals: string, months: string, losses: string] {
  const cell = (kind: keyof HarmCounts): string => {
    const parts = [
      ...(gone[kind] === 0 ? [] : [signed(-gone[kind])]),
      ...(fresh[kind] === 0 ? [] : [signed(fresh[kind])]),
    ];
    return parts.length === 0 ? "·" : parts.join(" ");
  };
  return [cell("denied"), cell("months"), cell("losses")];
}
