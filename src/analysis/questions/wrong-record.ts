import type { Persona } from "../../model/persona.ts";
import type { RuleId } from "../../model/rule.ts";
import type { Month } from "../../model/story-time.ts";
import type { Prepared } from "../../model/verdict.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import { type Experiment, experimentOn, type Progress } from "../experiment.ts";
import { comparedAt, type PlantedMonth } from "../false-record/compared.ts";
import { correcting, type Markers, rulesEntering } from "../false-record/correcting.ts";
import { type Life, lifeOf } from "../false-record/life.ts";
import { type LeftOut, possibleMonths } from "../false-record/months.ts";
import { planted } from "../false-record/planted.ts";
import { type Step, storyOf } from "../false-record/story.ts";
import type { Lab } from "../lab.ts";

/** One false entry, planted in each month in turn and taken back later. */
export interface WrongRecord extends Experiment<"wrong-record"> {
  readonly entry: LifeEventKind;
  /** The rules that post or enlist for it. */
  readonly enteredBy: readonly RuleId[];
  /** Months from the entry to its correction, 1 to 119. */
  readonly correctedAfter: number;
  /** Each month in which it could be planted, in order of time. */
  readonly months: readonly PlantedMonth[];
  /** Months in which it could not, by reason. */
  readonly leftOut: LeftOut;
  /** The life in which the mark outlasts the correction longest, told; `null` where none does. */
  readonly longest: { readonly month: Month; readonly story: readonly Step[] } | null;
}

/** `markers`: two kinds of event that mean nothing in this rulebook and this life. */
export async function wrongRecord(
  lab: Lab,
  { entry, markers, correctedAfter }: { entry: LifeEventKind; markers: Markers; correctedAfter: number },
  progress: Progress,
): Promise<WrongRecord> {
  const [persona] = lab.personas as [Persona];
  const prepared = await lab.ready(lab.rulebook);
  const truth = lifeOf(lab.live(prepared, persona));
  const { rulebook, blurred } = correcting(prepared, entry, markers, correctedAfter);
  const variant = await lab.ready(rulebook);
  const { months: possible, leftOut } = possibleMonths(truth, entry, correctedAfter, lab.until, blurred);
  const months: PlantedMonth[] = [];
  let goesOn = true;
  for (const month of possible) {
    if (!(goesOn = await progress(months.length, possible.length))) break;
    const life = lived(lab, variant, persona, month, [markers.opens, entry, markers.closes]);
    months.push(comparedAt(month, month + correctedAfter, truth, life));
  }
  const longest = longestOf(months);
  return {
    ...experimentOn("wrong-record", lab, [truth.outcome], {
      variants: months.length,
      of: possible.length,
      stopped: !goesOn,
    }),
    entry,
    enteredBy: rulesEntering(prepared, entry),
    correctedAfter,
    months,
    leftOut,
    longest:
      longest === undefined
        ? null
        : {
            month: longest.month,
            story: storyOf(
              longest,
              truth,
              lived(lab, variant, persona, longest.month, [markers.opens, entry, markers.closes]),
            ),
          },
  };
}

function lived(lab: Lab, variant: Prepared, persona: Persona, month: Month, events: readonly LifeEventKind[]): Life {
  const put = planted(persona, month, events);
  return lifeOf(lab.live(variant, put.persona), put.renumbered);
}

/** The month whose mark lasts longest; of several the one with more losses, else refusals, else months, afterwards. */
function longestOf(months: readonly PlantedMonth[]): PlantedMonth | undefined {
  const weights = ({ mark, sameFrom, after: { appeared } }: PlantedMonth): number[] => [
    sameFrom === null ? Number.POSITIVE_INFINITY : mark,
    appeared.losses.length,
    appeared.denials.length,
    appeared.months.length,
  ];
  let best: PlantedMonth | undefined;
  for (const month of months.filter(({ mark }) => mark > 0)) {
    const [mine, theirs] = [weights(month), best === undefined ? [] : weights(best)];
    const at = mine.findIndex((weight, index) => weight !== theirs[index]);
    if (at !== -1 && (best === undefined || mine[at]! > theirs[at]!)) best = month;
  }
  return best;
}
