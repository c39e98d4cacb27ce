import type { Patch } from "../../model/rule.ts";
import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";
import { merged } from "./merge.ts";

/** What a reading amends, and how the amended thing is checked. */
interface Amends {
  readonly base: unknown;
  /** As it is called in a sentence: “suining/red-light”, the scoring. */
  readonly called: string;
  readonly amendable: readonly string[];
  readonly check: (amended: unknown) => Fault[];
}

/** What is wrong with what an answer makes of a rule, or of the scoring. */
export function readingFaults(amend: Patch, path: Path, { base, called, amendable, check }: Amends): Fault[] {
  const keys = Object.keys(amend);
  if (keys.length === 0) {
    return [
      {
        code: "rule/empty-amendment",
        path,
        message: "This answer changes nothing here.",
        advice: "Say what it changes, or take it out.",
      },
    ];
  }
  const foreign = keys.filter((key) => !amendable.includes(key));
  if (foreign.length > 0) {
    return foreign.map((key) => ({
      code: "rule/not-amendable",
      path: [...path, key],
      on: "key" as const,
      message: `An answer cannot amend “${key.slice(0, 60)}”.`,
      advice: adviceFor(key, amendable),
    }));
  }
  return check(merged(base, amend)).map((fault) => ({
    ...fault,
    path: [...path, ...fault.path],
    message: `Under this answer ${called} would be faulty. ${fault.message}`,
  }));
}
