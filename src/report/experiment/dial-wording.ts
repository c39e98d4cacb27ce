import type { Dial } from "../../analysis/dials.ts";
import type { PersonaChange } from "../../analysis/experiment.ts";
import { type HarmCounts, type Harms, hasHarms, type Outcome } from "../../analysis/outcome.ts";
import type { Evidence } from "../../model/evidence.ts";
import { ruleNamed, type Rulebook } from "../../model/rulebook.ts";
import { eventKind } from "../../model/vocabulary/events.ts";
import { count, doorName, monthSays, signed, whole } from "../wording.ts";
import { countsSay, doorsBeside, harmTotal } from "./harm-wording.ts";

/** What a page needs to know of a dial. */
export type Shown = Pick<Dial, "address" | "rule" | "unit">;

/** `−30`, `+10`, `1,000`, `24`. Points that a rule moves bear their sign. */
export function figure({ address }: Pick<Shown, "address">, number: number): string {
  return address.endsWith(".points") && number !== 0 ? signed(number) : whole(number);
}

/** `−30 points`, `24 months`. */
export function amount(dial: Shown, number: number): string {
  return `${figure(dial, number)} ${Math.abs(number) === 1 ? dial.unit.replace(/(ie)?s$/, (end) => (end === "ies" ? "y" : "")) : dial.unit}`;
}

/** `suining/loan-default.points (“Missed loan repayment”)`. */
export function dialSays(dial: Shown, rulebook: Rulebook): string {
  return dial.rule === null ? dial.address : `${dial.address} (“${ruleNamed(rulebook, dial.rule).title}”)`;
}

const KINDS: Readonly<Record<string, string>> = {
  termMonths: "term",
  afterMonths: "delay",
  expiresAfterMonths: "return",
};
const SCORING: Readonly<Record<string, string>> = {
  opening: "points at the start",
  deductionsReturnAfterMonths: "return of deductions",
  floor: "floor",
  ceiling: "ceiling",
};

/** The same in words alone, which wrap: `Missed loan repayment, points`; `class C, beginning`. */
export function dialTitle({ address, rule }: Pick<Shown, "address" | "rule">, rulebook: Rulebook): string {
  if (rule === null) return SCORING[address] ?? `class ${address.split(".")[1]}, beginning`;
  const kind = address.slice(rule.length + 1);
  return `${ruleNamed(rulebook, rule).title}, ${KINDS[kind] ?? (kind.startsWith("when.") ? `condition ${kind.slice("when.".length)}` : kind)}`;
}

/** How well a number is vouched for among some integers: `reported` where it stands there, else `reported → invented`. */
export function evidenceWithin(
  { now, evidence }: { readonly now: number; readonly evidence: Evidence },
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return from <= now && now <= to ? evidence : `${evidence} → invented`;
}

/** `−31`, or `−41 to −31`. */
export function rangeSays(dial: Shown, { from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? figure(dial, from) : `${figure(dial, from)} to ${figure(dial, to)}`;
}

/** A change in a few words, counted and not told: `3 refusals gone; 1 loss new; worst class D, not C`. Never empty. */
export function brieflySays({ vanished, appeared, outcome }: PersonaChange, before: Outcome): string {
  const [gone, fresh] = [harmTotal([vanished]), harmTotal([appeared])];
  const moved = hasHarms(vanished) && sameKinds(vanished, appeared);
  const parts = [
    ...(moved
      ? [movedSays(vanished, appeared, gone)]
      : [
          ...(hasHarms(vanished) ? [`${countsSay(gone)} gone`] : []),
          ...(hasHarms(appeared) ? [`${countsSay(fresh)} new`] : []),
        ]),
    ...(before.worst === outcome.worst
      ? []
      : [`worst class ${outcome.worst ?? "none"}, not ${before.worst ?? "none"}`]),
    ...(before.class === outcome.class
      ? []
      : [`ends in class ${outcome.class ?? "none"}, not ${before.class ?? "none"}`]),
    ...(before.ranAway === outcome.ranAway ? [] : [outcome.ranAway ? "never settles" : "settles"]),
  ];
  return parts.length > 0 ? parts.join("; ") : besideSays(before, outcome);
}

/** Whether the same harms are gone as are new, but for their months. */
function sameKinds(gone: Harms, fresh: Harms): boolean {
  const kinds = ({ denials, losses, months }: Harms): string =>
    JSON.stringify([denials.map(({ door }) => door).sort(), losses.map(({ event }) => event).sort(), months.length]);
  return kinds(gone) === kinds(fresh);
}

/** More harms that only come in another month are counted, and not named. */
const MOST_NAMED = 2;

/** `dear loan in Y2-03, not Y2-01`; of many, `3 losses in other months`. */
function movedSays(gone: Harms, fresh: Harms, counts: HarmCounts): string {
  const named = ({ denials, losses }: Harms): { says: string; month: number }[] => [
    ...denials.map(({ door, month }) => ({ says: `${doorName(door)} refused`, month })),
    ...losses.map(({ event, month }) => ({ says: eventKind(event).noun, month })),
  ];
  const [before, after] = [named(gone), named(fresh)];
  if (counts.months > 0 || before.length > MOST_NAMED) return `${countsSay(counts)} in other months`;
  return before
    .map(({ says, month }) => {
      const [now] = after.splice(
        after.findIndex((each) => each.says === says),
        1,
      );
      return `${says} in ${monthSays(now!.month)}, not ${monthSays(month)}`;
    })
    .join("; ");
}

/** What is no harm by itself. */
function besideSays(before: Outcome, after: Outcome): string {
  const parts = [
    ...(before.tried === after.tried ? [] : [`${count(after.tried, "attempt")} made, not ${whole(before.tried)}`]),
    ...(before.checked === after.checked
      ? []
      : [`${count(after.checked, "month")} of stricter checks, not ${whole(before.checked)}`]),
    ...(before.preferred === after.preferred
      ? []
      : [`${count(after.preferred, "month")} of priority, not ${whole(before.preferred)}`]),
  ];
  if (parts.length > 0) return parts.join("; ");
  const doors = doorsBeside(before, after, MOST_NAMED);
  return doors.length === 0 ? "other points" : doors.join("; ");
}
