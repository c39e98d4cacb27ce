import type { Rulebook } from "../../model/rulebook.ts";
import type { Outcome } from "../outcome.ts";
import { steadiness } from "../steady.ts";
import { mayStand, type Part } from "./parts.ts";
import type { Trial, Trials } from "./trials.ts";

/** Told how many steps of the work are done; answers whether to go on. */
export type GoesOn = (done: number) => boolean | Promise<boolean>;

/** One part of a rulebook at another value. */
export interface Turn {
  readonly part: Part;
  readonly to: number;
}

/** One or two edits that reach the goal together, and what the life comes to then. */
export interface FoundRepair {
  readonly turns: readonly Turn[];
  /** Of a life that differs from it at most in points. */
  readonly outcome: Outcome;
}

/** One part turned alone. */
export interface Axis {
  readonly part: Part;
  /** Every life along it that misses the goal: between them they stand for all values up to the nearest that reaches it. */
  readonly missed: readonly { readonly at: number; readonly trial: Trial }[];
  /** Downwards and upwards, the nearest value that reaches the goal. */
  readonly nearest: { readonly [direction in "-1" | "1"]: number | null };
}

/** Walks a part outwards both ways, each time as far as the life tried stands for. `null` where stopped. */
export async function axisOf(
  rulebook: Rulebook,
  part: Part,
  trials: Trials,
  baseline: Trial,
  found: FoundRepair[],
  goesOn: () => boolean | Promise<boolean>,
): Promise<Axis | null> {
  const missed = [{ at: part.now, trial: baseline }];
  const nearest: { "-1": number | null; "1": number | null } = { "-1": null, "1": null };
  for (const direction of [-1, 1] as const) {
    const end = direction === 1 ? part.range.most : part.range.least;
    let value = beyond(part, part.now, baseline, direction);
    if (value !== null) value = direction === 1 ? Math.max(value, part.range.least) : Math.min(value, part.range.most);
    while (value !== null && value * direction <= end * direction) {
      if (!(await goesOn())) return null;
      if (!mayStand(part, value)) {
        value += direction;
        continue;
      }
      const trial = await trials.under(part.turn(rulebook, value));
      if (trial.reached !== null) {
        nearest[direction] = value;
        found.push({ turns: [{ part, to: value }], outcome: trial.reached });
        break;
      }
      missed.push({ at: value, trial });
      value = beyond(part, value, trial, direction);
    }
  }
  return { part, missed, nearest };
}

/** The next value for which a life does not stand; `null` where it stands for all. */
function beyond(part: Part, value: number, { stretch }: Trial, direction: 1 | -1): number | null {
  const steps = steadiness([part], [value], stretch).reach([value], 0, direction);
  return steps === Number.POSITIVE_INFINITY ? null : value + direction * (steps + 1);
}

/** The parts on which something hangs in some life along an axis. */
export function touchedOn({ part, missed }: Axis, parts: readonly Part[]): Set<Part> {
  return new Set(
    parts.filter(
      (other) =>
        other !== part &&
        missed.some(({ trial, at }) => {
          // A rule that this life lacks has no say in it; it is not to be dropped twice, nor turned.
          if (part.dial === null && at === 1 && other.rule === part.rule) return false;
          const bounds = steadiness([other], [other.now], trial.stretch);
          return [1, -1].some((way) => bounds.reach([other.now], 0, way as 1 | -1) !== Number.POSITIVE_INFINITY);
        }),
    ),
  );
}
