import type { Progress } from "../analysis/experiment.ts";
import { Lab } from "../analysis/lab.ts";
import { prepare } from "../engine/prepare.ts";
import type { Answers } from "../load/readings.ts";
import type { Persona } from "../model/persona.ts";
import type { Rulebook } from "../model/rulebook.ts";
import { printMonth, HORIZON } from "../model/story-time.ts";
import { ownFileNote } from "../report/heading.ts";
import type { AnyExperiment } from "../report/experiment/formats.ts";
import type { Paper } from "../report/html/style/style.ts";
import { CouldNotRun, EXIT } from "./exit.ts";
import { shippedPersonas } from "./library.ts";
import { refuseBadDestination, writeDocument } from "./output.ts";
import type { FormatOf, Output } from "./outputs.ts";
import { personasNamed } from "./personas.ts";
import { watch } from "./progress.ts";
import { untilOf } from "./story-month.ts";
import { styleOfOutput } from "./terminal.ts";
import { usableRulebook } from "./usable-rulebook.ts";

/** What every question can be told. */
export interface QuestionOptions extends Output<FormatOf<"ablate">> {
  readonly rulebook: string;
  /** Answers to open questions, `question=answer`. */
  readonly reading?: readonly string[] | undefined;
  readonly until?: string | undefined;
  readonly paper: Paper;
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
  options: QuestionOptions,
  command: string,
): Promise<string | Uint8Array> {
  const { format, paper } = options;
  switch (format) {
    case "html":
    case "pdf":
    case "svg":
    case "png": {
      const { EXPERIMENT_PAPER } = await import("../report/experiment/paper.ts");
      const kind = format === "svg" || format === "png" ? "svg" : "html";
      const words = `${command}${paper === "a4" || kind === "svg" ? "" : ` --paper ${paper}`} --format ${kind}`;
      const page = EXPERIMENT_PAPER[kind](experiment, { again: `${words}${ownFileNote(words)}`, paper });
      if (format === "html" || format === "svg") return page;
      const { pdfsOf, pngsOf } = await import("./by-browser.ts");
      return (await (format === "pdf" ? pdfsOf([page]) : pngsOf([page])))[0]!;
    }
    default: {
      const { EXPERIMENT_FORMATS } = await import("../report/experiment/formats.ts");
      return EXPERIMENT_FORMATS[format](experiment, {
        style: styleOfOutput(options),
        again: `${command}${ownFileNote(command)}`,
      });
    }
  }
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new CouldNotRun(`“${twice}” is named twice; name each persona once`);
}
