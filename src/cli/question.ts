import type { Progress } from "../analysis/experiment.ts";
import { Lab } from "../analysis/lab.ts";
import { prepare } from "../engine/prepare.ts";
import type { Answers } from "../load/readings.ts";
import type { Persona } from "../model/persona.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { printMonth, HORIZON } from "../model/story-time.ts";
import { ownFileNote } from "../report/heading.ts";
import type { AnyExperiment, ExperimentFormat } from "../report/experiment/formats.ts";
import { CouldNotRun, EXIT } from "./exit.ts";
import { shippedPersonas } from "./library.ts";
import { type Destination, refuseBadDestination, writeDocument } from "./output.ts";
import { personasNamed } from "./personas.ts";
import { watch } from "./progress.ts";
import { untilOf } from "./story-month.ts";
import { FILE_STYLE, styleFor } from "./terminal.ts";
import { usableRulebook } from "./usable-rulebook.ts";

/** What every question can be told. */
export interface QuestionOptions extends Destination {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  readonly until?: string | undefined;
  readonly format: ExperimentFormat;
  readonly color: boolean;
}

/** What a question works with. */
export interface Bench {
  readonly lab: Lab;
  readonly progress: Progress;
  readonly rulebook: Rulebook;
  /** Before `--reading`, and what that answered. */
  readonly asLoaded: Rulebook;
  readonly answers: Answers;
  readonly personas: readonly Persona[];
}

export interface Asked {
  /** The name of the command, and what stands behind it besides personas and the common options. */
  readonly command: string;
  /** Words between the command and the personas. */
  readonly before?: readonly string[];
  /** Options after the personas. */
  readonly after?: readonly string[];
  /** How the rulebooks are named, where they stand before the personas and not in an option. */
  readonly rulebooks?: (rulebook: Rulebook) => readonly string[];
}

/**
 * Puts a question to lives under a rulebook and prints the answer; without personas, to all that the
 * package has. Returns the exit code: 130 where it was ended before its time.
 */
export async function answerQuestion(
  ids: readonly string[],
  options: QuestionOptions,
  { command, before = [], after = [], rulebooks }: Asked,
  ask: (bench: Bench) => Promise<AnyExperiment>,
): Promise<number> {
  refuseBadDestination(options);
  const personas = await personasNamed(ids.length === 0 ? shippedPersonas() : ids);
  refuseTwice(ids);
  const until = untilOf(options.until);
  const { rulebook, memory, asLoaded, answers } = await usableRulebook(
    options.rulebook,
    options.color,
    options.reading,
  );
  const lab = new Lab(rulebook, personas, (variant) => prepare(variant, memory), until);
  const watched = watch();
  const experiment = await ask({ lab, progress: watched.progress, rulebook, asLoaded, answers, personas }).finally(
    watched.end,
  );
  const style = options.output === undefined ? styleFor(process.stdout, process.env, options.color) : FILE_STYLE;
  const words = [
    "demerit",
    command,
    ...before,
    ...(rulebooks?.(rulebook) ?? []),
    ...ids,
    ...after,
    ...(rulebooks === undefined ? ["--rulebook", rulebook.id] : []),
    ...Object.entries(answers).flatMap(([question, answer]) => ["--reading", `${question}=${answer}`]),
    ...(until === HORIZON ? [] : ["--until", printMonth(until)]),
  ].join(" ");
  const again = `${words}${ownFileNote(words)}`;
  const { EXPERIMENT_FORMATS } = await import("../report/experiment/formats.ts");
  writeDocument(EXPERIMENT_FORMATS[options.format](experiment, { style, again }), options);
  return experiment.searched.stopped ? EXIT.stopped : EXIT.done;
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new CouldNotRun(`“${twice}” is named twice; name each persona once`);
}
