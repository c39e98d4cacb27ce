import type { Progress } from "../analysis/experiment.ts";
import { Lab } from "../analysis/lab.ts";
import { prepare } from "../engine/prepare.ts";
import type { Answers } from "../load/readings.ts";
import type { Persona } from "../model/persona.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { printMonth, HORIZON } from "../model/story-time.ts";
import { ownFileNote } from "../report/heading.ts";
import type { AnyExperiment, ExperimentFormat } from "../report/experiment/formats.ts";
import type { ExperimentPaper } from "../report/experiment/paper.ts";
import type { Paper } from "../report/html/style/style.ts";
import { CouldNotRun, EXIT } from "./exit.ts";
import { shippedPersonas } from "./library.ts";
import { type Destination, refuseBadDestination, refusePdfForTerminal, writeDocument } from "./output.ts";
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
  /** `svg` only where there is something to draw. */
  readonly format: ExperimentFormat | ExperimentPaper | "pdf";
  readonly paper: Paper;
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
  refusePdfForTerminal(options);
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
  writeDocument(await drawn(experiment, options, words), options);
  return experiment.searched.stopped ? EXIT.stopped : EXIT.done;
}

/** `command` asks the same again; on paper it says also how it is drawn. */
async function drawn(
  experiment: AnyExperiment,
  { format, paper, output, color }: QuestionOptions,
  command: string,
): Promise<string | Uint8Array> {
  switch (format) {
    case "html":
    case "pdf":
    case "svg": {
      const { EXPERIMENT_PAPER } = await import("../report/experiment/paper.ts");
      const kind = format === "svg" ? "svg" : "html";
      const words = `${command}${paper === "a4" || kind === "svg" ? "" : ` --paper ${paper}`} --format ${kind}`;
      const page = EXPERIMENT_PAPER[kind](experiment, { again: `${words}${ownFileNote(words)}`, paper });
      return format === "pdf" ? (await (await import("./pdf.ts")).pdfsOf([page]))[0]! : page;
    }
    default: {
      const { EXPERIMENT_FORMATS } = await import("../report/experiment/formats.ts");
      const style = output === undefined ? styleFor(process.stdout, process.env, color) : FILE_STYLE;
      return EXPERIMENT_FORMATS[format](experiment, { style, again: `${command}${ownFileNote(command)}` });
    }
  }
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new CouldNotRun(`“${twice}” is named twice; name each persona once`);
}
