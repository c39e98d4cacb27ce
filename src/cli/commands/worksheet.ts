import { ablate } from "../../analysis/questions/ablate.ts";
import { UNWATCHED } from "../../analysis/experiment.ts";
import { Lab } from "../../analysis/lab.ts";
import { byEvidence } from "../../analysis/by-evidence.ts";
import { prepare } from "../../engine/prepare.ts";
import { drawFrom } from "../../load/chance.ts";
import { LARGEST_SEED, seedOf } from "../../load/seed.ts";
import { HORIZON, printMonth } from "../../model/story-time.ts";
import { ranAway } from "../../model/trace.ts";
import { ownFileNote } from "../../report/heading.ts";
import { keyOf } from "../../report/lesson/worksheet/key.ts";
import { sheetOf } from "../../report/lesson/worksheet/sheet.ts";
import { lastMonthFor, type Studied, worksheetOf } from "../../report/lesson/worksheet/worksheet.ts";
import { replay } from "../../replay/replay.ts";
import { CouldNotRun, EXIT } from "../exit.ts";
import { layoutSays, type LeafOptions, writeLeaf } from "../leaf.ts";
import { refuseBadDestination } from "../output.ts";
import { besideOf, personasNamed } from "../personas.ts";
import { untilOf } from "../story-month.ts";
import { type ReadRulebook, usableRulebook } from "../usable-rulebook.ts";

export interface WorksheetCommand extends LeafOptions {
  readonly rulebook: string;
  readonly reading?: readonly string[] | undefined;
  readonly seed: string;
  readonly until?: string | undefined;
  readonly key?: boolean | undefined;
}

/** `demerit worksheet`: a sheet for a class, or its key. Returns the exit code. */
export async function worksheetCommand(id: string, options: WorksheetCommand): Promise<number> {
  refuseBadDestination(options);
  const seed = seedOf(options.seed);
  if (seed === undefined)
    throw new CouldNotRun(
      `“${options.seed}” is no number of a sheet; write a whole number from 0 to ${LARGEST_SEED}, for instance 2`,
    );
  const read = await usableRulebook(options.rulebook, options.color, options.reading);
  const studied = await studiedLife(id, read, options.until);
  const worksheet = worksheetOf(studied, seed, drawFrom(seed));
  if (worksheet.box.length === 0)
    throw new CouldNotRun(
      `no rule of ${read.rulebook.id} decides anything about ${id} up to ${printMonth(studied.trace.until)}, so there would be nothing to find out; take another persona, another rulebook or a later --until`,
    );
  const again = againSays(id, seed, read, studied, options);
  await writeLeaf(options.key === true ? keyOf(worksheet, again) : sheetOf(worksheet, again), options);
  return EXIT.done;
}

/** The life as far as it fits on a sheet, and what each rule's absence changes in it up to there. */
async function studiedLife(
  id: string,
  { rulebook, memory }: ReadRulebook,
  until: string | undefined,
): Promise<Studied> {
  const [persona] = await personasNamed([id]);
  const prepared = await prepare(rulebook, memory);
  const whole = replay(prepared, persona!);
  if (ranAway(whole))
    throw new CouldNotRun(
      `under ${rulebook.id} the life of ${id} never settles, and a sheet would stop in the middle of it; “demerit replay ${id}” names the rules`,
    );
  const last = until === undefined ? lastMonthFor(whole) : untilOf(until);
  const trace = replay(prepared, persona!, { until: last });
  const ready = (variant: typeof rulebook) => prepare(variant, memory);
  return {
    trace,
    exposes: besideOf(id),
    ablation: await ablate(new Lab(rulebook, [persona!], ready, last), false, UNWATCHED),
    byEvidence: await byEvidence(trace, ready),
  };
}

function againSays(
  id: string,
  seed: number,
  { rulebook, answers }: ReadRulebook,
  { trace }: Studied,
  options: WorksheetCommand,
): string {
  const { key, until } = options;
  const words = [
    "demerit worksheet",
    id,
    `--seed ${seed}`,
    ...(key === true ? ["--key"] : []),
    `--rulebook ${rulebook.id}`,
    ...Object.entries(answers).map(([question, answer]) => `--reading ${question}=${answer}`),
    ...(until === undefined || trace.until === HORIZON ? [] : [`--until ${printMonth(trace.until)}`]),
    ...layoutSays(options, "text"),
  ].join(" ");
  return `${words}${ownFileNote(words)}`;
}
