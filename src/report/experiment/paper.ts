import { warningOf } from "../heading.ts";
import type { Paper } from "../html/style/style.ts";
import { type Picture, svgFile } from "../picture/picture.ts";
import { whoWasHurt } from "../picture/who-was-hurt.ts";
import { type AnyExperiment, pageOf } from "./formats.ts";
import { htmlExperiment } from "./html.ts";

export interface PaperOptions {
  /** The command that gives the same again. */
  readonly again: string;
  readonly paper: Paper;
}

/** The ways to put an experiment on paper. Each carries the notice, and of a composite the warning. */
export const EXPERIMENT_PAPER = {
  html: (experiment, { again, paper }) => htmlExperiment(pageOf(experiment, { again }), picturesOf(experiment), paper),
  /** Empty but for its label where nothing can be drawn of the experiment. */
  svg: (experiment, { again }) => {
    const { notice, rulebook } = experiment;
    return svgFile(picturesOf(experiment), {
      notice,
      warning: warningOf(rulebook, experiment.kind === "comparison" ? experiment.variant : null),
      rulebook: `${rulebook.title}, digest ${rulebook.digest.slice(0, 12)}`,
      again,
    });
  },
} as const satisfies Record<string, (experiment: AnyExperiment, options: PaperOptions) => string>;
export type ExperimentPaper = keyof typeof EXPERIMENT_PAPER;

/** What can be drawn of an experiment; nothing of most. */
function picturesOf(experiment: AnyExperiment): Picture[] {
  switch (experiment.kind) {
    case "ablation":
    case "comparison":
      return whoWasHurt(experiment, { id: "hurt" });
    default:
      return [];
  }
}
