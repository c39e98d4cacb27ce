import type { Dial } from "../../analysis/dials.ts";
import type { PersonaChange } from "../../analysis/experiment.ts";
import { type HarmCounts, hasHarms, type Outcome } from "../../analysis/outcome.ts";
import { ruleNamed, type Rulebook } from "../../model/rulebook.ts";
import { count, signed, whole } from "../wording.ts";
import { countsSay, harmTotal } from "./harm-wording.ts";

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

/** `−31`, or `−41 to −31`. */
export function rangeSays(dial: Shown, { from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? figure(dial, from) : `${figure(dial, from)} to ${figure(dial, to)}`;
}

/** A change in a few words, counted and not told: `3 refusals gone; 1 loss new; worst class D, not C`. Never empty. */
export function brieflySays({ vanished, appeared, outcome }: PersonaChange, before: Outcome): string {
  const [gone, fresh] = [harmTotal([vanished]), harmTotal([appeared])];
  const moved = gone.denied === fresh.denied && gone.months === fresh.months && gone.losses === fresh.losses;
  const parts = [
    ...(moved && hasHarms(vanished)
      ? [`${countsSay(gone)} ${isOne(gone) ? "in another month" : "in other months"}`]
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

function isOne({ denied, months, losses }: HarmCounts): boolean {
  return denied + months + losses === 1;
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
  return JSON.stringify(before.doors) === JSON.stringify(after.doors)
    ? "other points"
    : "some door shut for another number of months";
}
