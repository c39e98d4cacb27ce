import type { Month } from "../../../model/story-time.ts";
import { ranAway } from "../../../model/trace.ts";
import { count, monthSays, personName, whole } from "../../wording.ts";
import { brief } from "../ink.ts";
import type { Beside, Life } from "./life.ts";
import type { Curve } from "./score.ts";
import { timesIn } from "./wording.ts";

/**
 * Over the picture what it shows: whose life, how the score went, what was refused and lost.
 * `Luo Min 罗敏 (invented): 1,000 → 410 by Y3-03, back at 1,000 by Y5-03; 15 refusals, 27 losses`.
 */
export function headline(life: Life, variant: Beside | null): string {
  const outcome = outcomeSays(life);
  const person = `${personName(life.trace)} (invented)`;
  if (variant === null) return `${person}: ${outcome}`;
  const other = outcomeSays(variant.life);
  return `${person}: ${outcome}. Under ${brief(variant.says)}: ${other === outcome ? "the same" : other}`;
}

function outcomeSays({ trace, curve, refusals, losses }: Life): string {
  const course = curve === null ? "no score is kept" : courseSays(curve, trace.until, ranAway(trace));
  return `${course}; ${hurtSays(refusals.length, timesIn(losses))}`;
}

function hurtSays(refused: number, lost: number): string {
  if (refused + lost === 0) return "nothing refused, nothing lost";
  return `${refused === 0 ? "no refusals" : count(refused, "refusal")}, ${lost === 0 ? "no losses" : count(lost, "loss", "losses")}`;
}

/** How the score went: its furthest points in the order of the story, and where it ends. `stopped`: it never settled. */
function courseSays({ steps, opening, closing, lowest, highest }: Curve, until: Month, stopped: boolean): string {
  const furthest = [lowest, highest]
    .filter((score) => score !== opening)
    .map((score) => steps.findIndex((step) => step.score === score))
    .sort((one, other) => one - other)
    .map((at) => steps[at]!);
  const last = furthest.at(-1);
  if (last === undefined) return `the score stays at ${whole(opening)}`;
  const turns = furthest.map(({ score, month }) => ` → ${whole(score)} by ${monthSays(month)}`);
  return `${whole(opening)}${turns.join("")}${endSays()}`;

  function endSays(): string {
    if (stopped) return ", where the replay was stopped: the rules never settle";
    if (closing === last!.score) return last!.month === until ? "" : `, and still there in ${monthSays(until)}`;
    if (closing !== opening) return `, at ${whole(closing)} in ${monthSays(until)}`;
    return `, back at ${whole(closing)} by ${monthSays(steps.at(-1)!.month)}`;
  }
}
