import type { Ablation } from "../../analysis/questions/ablate.ts";
import type { Comparison } from "../../analysis/questions/compare.ts";
import type { Multiverse } from "../../analysis/questions/readings.ts";
import type { Repair } from "../../analysis/questions/repair.ts";
import type { Sweep } from "../../analysis/questions/sweep.ts";
import type { WrongRecord } from "../../analysis/questions/wrong-record.ts";
import { jsonText } from "../json-text.ts";
import type { Style } from "../text/style.ts";
import { ablationAnswer } from "./ablate-wording.ts";
import { comparisonAnswer } from "./compare-wording.ts";
import { csvPage } from "./csv.ts";
import { markdownPage } from "./markdown.ts";
import { type Answer, experimentPage, type ExperimentPage } from "./page.ts";
import { multiverseAnswer } from "./readings-wording.ts";
import { repairAnswer } from "./repair-wording.ts";
import { sweepAnswer } from "./sweep-wording.ts";
import { textPage } from "./text.ts";
import { wrongRecordAnswer } from "./wrong-record-wording.ts";

/** Every experiment there is, by its kind. */
export type AnyExperiment = Multiverse | Ablation | Comparison | WrongRecord | Sweep | Repair;

function answerOf(experiment: AnyExperiment): Answer {
  switch (experiment.kind) {
    case "readings":
      return multiverseAnswer(experiment);
    case "ablation":
      return ablationAnswer(experiment);
    case "repair":
      return repairAnswer(experiment);
    case "sweep":
      return sweepAnswer(experiment);
    case "comparison":
      return comparisonAnswer(experiment);
    case "wrong-record":
      return wrongRecordAnswer(experiment);
  }
}

export interface DrawOptions {
  /** For the terminal. */
  readonly style: Style;
  /** The command that gives the same page again. */
  readonly again: string;
}

type Draw = (experiment: AnyExperiment, options: DrawOptions) => string;

/** The page about an experiment, before it is laid out. */
export function pageOf(experiment: AnyExperiment, { again }: Pick<DrawOptions, "again">): ExperimentPage {
  return experimentPage(experiment, answerOf(experiment), again);
}

/** Every way to draw an experiment but those of `paper.ts`, which need more to be loaded. Each carries the notice, and of a composite the warning. */
export const EXPERIMENT_FORMATS = {
  text: (experiment, options) => textPage(pageOf(experiment, options), options.style),
  markdown: (experiment, options) => markdownPage(pageOf(experiment, options)),
  json: (experiment) => jsonText(experiment),
  csv: (experiment, options) => csvPage(pageOf(experiment, options)),
} as const satisfies Record<string, Draw>;
export type ExperimentFormat = keyof typeof EXPERIMENT_FORMATS;
