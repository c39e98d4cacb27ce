import {
  correcting,
  enterableKinds,
  markersFor,
  type Markers,
  usualKind,
} from "../../analysis/false-record/correcting.ts";
import type { Lab } from "../../analysis/lab.ts";
import { wrongRecord } from "../../analysis/questions/wrong-record.ts";
import { MOST_CELLS } from "../../engine/cells.ts";
import { questionsOf } from "../../engine/prepare.ts";
import { adviceFor } from "../../load/suggest.ts";
import type { Persona } from "../../model/persona.ts";
import type { LifeEventKind } from "../../model/vocabulary/events.ts";
import { CouldNotRun } from "../exit.ts";
import { answerQuestion, type QuestionOptions } from "../question.ts";

const USUAL_MONTHS = 6;
const MOST_MONTHS = 119;

/** `demerit wrong-record`: what one false entry does, in each month in turn, before and after its correction. */
export async function wrongRecordCommand(
  persona: string,
  options: QuestionOptions & { readonly entry?: string | undefined; readonly correctedAfter?: string | undefined },
): Promise<number> {
  const correctedAfter = monthsOf(options.correctedAfter);
  return answerQuestion(
    [persona],
    options,
    {
      command: "wrong-record",
      after: [
        ...(options.entry === undefined ? [] : ["--entry", options.entry]),
        ...(options.correctedAfter === undefined ? [] : ["--corrected-after", String(correctedAfter)]),
      ],
    },
    async ({ lab, progress }) => {
      if (correctedAfter > lab.until)
        throw new CouldNotRun(
          `a correction after ${correctedAfter} months comes after the last month that is replayed; choose a lower --corrected-after, or a later --until`,
        );
      const entry = await entryOf(options.entry, lab);
      const markers = markersOf(lab, lab.personas[0]!);
      await refuseTooManyCells(lab, entry, markers, correctedAfter);
      return wrongRecord(lab, { entry, markers, correctedAfter }, progress);
    },
  );
}

/** An entry taken back in its own month would never have stood at the end of one. */
function monthsOf(text: string | undefined): number {
  if (text === undefined) return USUAL_MONTHS;
  const months = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (months >= 1 && months <= MOST_MONTHS) return months;
  throw new CouldNotRun(
    `“${text}” is no number of months after which an entry is corrected; write a whole number from 1 to ${MOST_MONTHS}`,
  );
}

async function entryOf(text: string | undefined, lab: Lab): Promise<LifeEventKind> {
  const prepared = await lab.ready(lab.rulebook);
  const kinds = enterableKinds(prepared);
  if (text === undefined) {
    const usual = usualKind(prepared);
    if (usual !== undefined) return usual;
    throw new CouldNotRun(`no rule of “${lab.rulebook.id}” posts points or puts on a list for a life event`);
  }
  const kind = kinds.find((each) => each === text);
  if (kind !== undefined) return kind;
  throw new CouldNotRun(
    `“${text}” is no life event for which a rule of “${lab.rulebook.id}” posts points or puts on a list. ${adviceFor(text, kinds)}`,
  );
}

function markersOf({ rulebook }: Lab, { timeline }: Persona): Markers {
  const lived = new Set(timeline.flatMap((line) => ("event" in line ? [line.event] : [])));
  const markers = markersFor(rulebook, lived);
  if (markers !== null) return markers;
  throw new CouldNotRun(
    `the rules of “${rulebook.id}” and this life name almost every kind of event: two that mean nothing are needed to tell a false entry from a true one`,
  );
}

/** A rule that can just be decided may not bear being told apart. */
async function refuseTooManyCells(
  lab: Lab,
  entry: LifeEventKind,
  markers: Markers,
  correctedAfter: number,
): Promise<void> {
  const { rulebook } = correcting(await lab.ready(lab.rulebook), entry, markers, correctedAfter);
  const large = rulebook.rules.find((rule) => questionsOf(rule, rulebook) > MOST_CELLS);
  if (large !== undefined)
    throw new CouldNotRun(`the rule “${large.id.split(" ")[0]}” has too many conditions for this question; split it`);
}
