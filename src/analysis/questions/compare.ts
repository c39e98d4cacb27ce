import type { RuleId } from "../../model/rule.ts";
import type { Rulebook } from "../../model/rulebook.ts";
import type { Entry, Trace } from "../../model/trace.ts";
import { type Edit, editsBetween } from "../edits.ts";
import { changeFor, type Experiment, experimentOn, type PersonaChange } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { withoutRemarks } from "../graph/without-remarks.ts";

/** The same lives under two rulebooks. */
export interface Comparison extends Experiment<"comparison"> {
  readonly variant: Rulebook;
  readonly edits: readonly Edit[];
  /** In the order of the personas; `null` for whom everything stays as it was. */
  readonly lives: readonly (ComparedLife | null)[];
}

export interface ComparedLife extends PersonaChange {
  /** Measures that came into force at some time under the one rulebook only. */
  readonly spared: readonly RuleId[];
  readonly imposed: readonly RuleId[];
  readonly parting: Parting;
}

/** The first entry at which two lives are not the same; `null` where one of them has none left. */
export interface Parting {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

export async function compare(lab: Lab, variant: Rulebook): Promise<Comparison> {
  const before = (await lab.baseline()).map(({ outcome }) => outcome);
  const lives: (ComparedLife | null)[] = [];
  for (const [at, persona] of lab.personas.entries()) {
    const { outcome } = await lab.lifeUnder(variant, at);
    const change = changeFor(persona.id, before[at]!, outcome);
    const one = (await lab.trace(lab.rulebook, persona)).trace;
    const other = (await lab.trace(variant, persona)).trace;
    const parting = partingOf(one, other);
    lives.push(
      parting === null
        ? null
        : {
            ...(change ?? { persona: persona.id, outcome, vanished: NO_HARM, appeared: NO_HARM }),
            spared: imposedIn(one, other),
            imposed: imposedIn(other, one),
            parting,
          },
    );
  }
  return {
    ...experimentOn("comparison", lab, before, { variants: 1, of: 1, stopped: false }),
    variant,
    edits: editsBetween(lab.rulebook, variant),
    lives,
  };
}

const NO_HARM = { denials: [], losses: [], months: [] };

/** Where the lives part; what a person is told is a part of them, what a rule only remarks is not. */
function partingOf(one: Trace, other: Trace): Parting | null {
  const [here, there] = [withoutRemarks(one.entries), withoutRemarks(other.entries)];
  for (let at = 0; at < Math.max(here.length, there.length); at++) {
    const [before, after] = [here[at] ?? null, there[at] ?? null];
    if (JSON.stringify(before?.as) !== JSON.stringify(after?.as))
      return { before: before?.entry ?? null, after: after?.entry ?? null };
  }
  return null;
}

/** Measures that come into force in `trace` and never in `other`, in rulebook order. */
function imposedIn(trace: Trace, other: Trace): RuleId[] {
  const [here, there] = [trace, other].map(
    ({ entries }) =>
      new Set(
        entries.flatMap(({ effects }) => effects.flatMap((each) => (each.kind === "imposed" ? [each.rule] : []))),
      ),
  );
  return trace.rulebook.rules.flatMap(({ id }) => (here!.has(id) && !there!.has(id) ? [id] : []));
}
