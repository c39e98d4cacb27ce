import type { Evidence } from "../../model/evidence.ts";
import type { FixtureEvent } from "../../model/persona.ts";
import type { Range } from "../../model/ranges.ts";
import type { RuleId } from "../../model/rule.ts";
import { ruleNamed, type Rulebook } from "../../model/rulebook.ts";
import type { Month } from "../../model/story-time.ts";
import { evidenceOfDial } from "../dial-evidence.ts";
import type { Dial } from "../dials.ts";
import { type Experiment, experimentOn, type Progress } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { type HarmCounts, type Harms, harmsOnlyIn, type Outcome } from "../outcome.ts";
import type { Goal } from "../repair/goal.ts";
import { type ActSpace, actSpace, searchActs } from "../repair/person.ts";
import type { FoundRepair } from "../repair/axis.ts";
import { type Finished, searchRepairs, type Space, spaceOf, stepsOfSearch } from "../repair/search.ts";
import { Trials } from "../repair/trials.ts";

/**
 * What the rules would have to change for one harm of one life not to happen, and what the person
 * would have had to do. `searched` counts steps: each delay of an act, each rule and each number alone,
 * and each two of these. How many rulebooks they decide is in `space`.
 */
export interface Repair extends Experiment<"repair"> {
  readonly goal: Goal;
  /** The entry of the baseline at which the goal is missed first; `null` where there is nothing to repair, and nothing was searched. */
  readonly missed: { readonly seq: number; readonly month: Month } | null;
  /** All that are minimal, by number of edits, then rules dropped, then steps. */
  readonly repairs: readonly RuleRepair[];
  readonly space: Space | null;
  /** How far the search of the rules came; `null` where nothing was searched. */
  readonly finished: Finished | null;
  /** In the order of the fixture. */
  readonly acts: readonly ActRepair[];
  readonly actSpace: ActSpace | null;
  /** Ended while the acts were tried, before anything was tried of the rules. */
  readonly actsStopped: boolean;
}

export type RepairEdit =
  | { readonly kind: "drop"; readonly rule: RuleId; readonly evidence: Evidence }
  | {
      readonly kind: "set";
      readonly address: string;
      readonly rule: RuleId | null;
      readonly unit: Dial["unit"];
      readonly from: number;
      readonly to: number;
      /** Of the number as it stands; what it is set to is invented. */
      readonly evidence: Evidence;
    };

export interface RuleRepair extends Aftermath {
  /** One or two. */
  readonly edits: readonly RepairEdit[];
}

export interface ActRepair extends Aftermath {
  /** The line of the fixture, from 1. */
  readonly line: number;
  readonly act: FixtureEvent;
  /** Months by which it is put off; `null` where it is left out. */
  readonly delay: number | null;
}

/** What else a repair changes: harms of the baseline that are gone, and harms that it does not have. */
interface Aftermath {
  readonly gone: HarmCounts;
  readonly fresh: HarmCounts;
  readonly worst: string | null;
}

/** What a number may be, where nothing else is said. */
const declared = ({ range }: Dial): Range => range;

/** `lab` holds the one persona. `rangeOf` narrows what numbers may be. */
export async function repair(lab: Lab, goal: Goal, progress: Progress, rangeOf = declared): Promise<Repair> {
  const [persona] = lab.personas;
  if (persona === undefined || lab.personas.length > 1) throw new Error("a repair is for one life");
  const [before] = (await lab.baseline()).map(({ outcome }) => outcome) as [Outcome];
  const trials = new Trials(lab, persona, goal);
  const prepared = await lab.ready(lab.rulebook);
  const baseline = trials.of(prepared, persona);
  if (baseline.reached !== null)
    return {
      ...experimentOn("repair", lab, [before], { variants: 0, of: 0, stopped: false }),
      goal,
      missed: null,
      repairs: [],
      space: null,
      finished: null,
      acts: [],
      actSpace: null,
      actsStopped: false,
    };
  const missed = baseline.stretch.entries.at(-1)!;
  const { delays } = actSpace(persona, lab.until);
  const of = delays + stepsOfSearch(lab.rulebook);
  const acts = await searchActs(prepared, persona, trials, lab.until, (done) => progress(done, of));
  const rules = acts.stopped
    ? { found: [], rules: 0, numbers: 0, pairs: 0, stopped: true }
    : await searchRepairs(lab.rulebook, new Trials(lab, persona, goal), baseline, rangeOf, (done) =>
        progress(delays + done, of),
      );
  const space = spaceOf(lab.rulebook, rangeOf);
  return {
    ...experimentOn("repair", lab, [before], {
      variants: acts.done + rules.rules + rules.numbers + rules.pairs,
      of,
      stopped: rules.stopped,
    }),
    goal,
    missed: { seq: missed.seq, month: missed.month },
    repairs: rules.found.map((found) => ({
      edits: found.turns.map((turn) => editOf(lab.rulebook, turn)),
      ...aftermath(before, found.outcome),
    })),
    space,
    finished: { rules: rules.rules, numbers: rules.numbers, pairs: rules.pairs },
    acts: acts.found.map(({ outcome, ...act }) => ({ ...act, ...aftermath(before, outcome) })),
    actSpace: acts.space,
    actsStopped: acts.stopped,
  };
}

function editOf(rulebook: Rulebook, { part: { dial, rule }, to }: FoundRepair["turns"][number]): RepairEdit {
  if (dial === null) return { kind: "drop", rule: rule!, evidence: ruleNamed(rulebook, rule!).evidence };
  const { address, unit, now } = dial;
  return { kind: "set", address, rule, unit, from: now, to, evidence: evidenceOfDial(rulebook, dial) };
}

function aftermath(before: Outcome, after: Outcome): Aftermath {
  return {
    gone: counted(harmsOnlyIn(before, after)),
    fresh: counted(harmsOnlyIn(after, before)),
    worst: after.worst,
  };
}

function counted({ denials, months, losses }: Harms): HarmCounts {
  return { denied: denials.length, months: months.length, losses: losses.length };
}
