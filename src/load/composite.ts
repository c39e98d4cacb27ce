import { leavesOf } from "../model/condition.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Door } from "../model/vocabulary/doors.ts";
import type { LoadedPack } from "./pack.ts";

/** What a rulebook is called. */
export type Heading = Pick<Rulebook, "id" | "title" | "warning">;

/** What the warning of a composite says in any case, whoever words the rest. */
export const LIVED_BY_NOBODY = "nobody lived under exactly these rules together";

export const COMPOSITE_WARNING = `A composite of instruments from different hands and years: ${LIVED_BY_NOBODY}.`;

/** Whether a rulebook of so many packs says of itself what it must. */
export function isWarned(packs: number, warning: string | null): boolean {
  return packs < 2 || warning?.includes(LIVED_BY_NOBODY) === true;
}

/** Said of a stack that keeps a score and shuts a way to travel, but not by class or score. */
export const TRAVEL_NOTE =
  "No source seen ties a class to a travel ban: what shuts a way to travel here is not computed from points.";

/** Said where an overlay ties one to the other, whatever the rulebook below it says. */
export const TRAVEL_EDITED = "Here a class or a score does shut a way to travel, which no source seen says.";

/** What a stack of packs is called that no rulebook file names. */
export function headingOf(packs: readonly LoadedPack[]): Heading {
  return {
    id: packs.map(({ pack }) => pack.id).join("+"),
    title: packs.map(({ pack }) => pack.title).join(" + "),
    warning:
      packs.length > 1 ? [COMPOSITE_WARNING, ...(travelIsShutElsewhere(packs) ? [TRAVEL_NOTE] : [])].join(" ") : null,
  };
}

const TRAVEL: readonly Door[] = [
  "high-speed-rail",
  "first-class-rail",
  "soft-sleeper",
  "ordinary-rail",
  "air-travel",
  "ship-second-class",
];

function travelIsShutElsewhere(packs: readonly LoadedPack[]): boolean {
  const rules = packs.flatMap(({ pack }) => pack.rules);
  return (
    packs.some(({ pack }) => pack.scoring !== undefined) && rules.some(shutsTravel) && !travelIsShutByStanding(rules)
  );
}

/** Whether a class or a score shuts a way to travel. */
export function travelIsShutByStanding(rules: readonly Rule[]): boolean {
  return rules.some(
    (rule) => shutsTravel(rule) && leavesOf(rule.when).some(({ fact }) => fact === "class" || fact === "score"),
  );
}

function shutsTravel({ then }: Rule): boolean {
  return then.kind === "measure" && then.closes?.some((door) => TRAVEL.includes(door)) === true;
}
