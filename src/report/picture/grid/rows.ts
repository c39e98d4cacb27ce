import { touchesHarm, type PersonaChange } from "../../../analysis/experiment.ts";
import { type HarmCounts, harmCounts } from "../../../analysis/outcome.ts";
import type { Ablation } from "../../../analysis/questions/ablate.ts";
import type { Comparison } from "../../../analysis/questions/compare.ts";
import { ruleNamed } from "../../../model/rulebook.ts";
import { harmTotal } from "../../experiment/harm-wording.ts";

/** The experiments that have such a grid. */
export type Hurting = Ablation | Comparison;

/** What a variant takes away and adds for one person, by kind; `null` where it changes no harm. */
export type Cell = { readonly gone: HarmCounts; readonly fresh: HarmCounts } | null;

/** One variant, or several that change the very same. Cells in the order of the personas. */
export interface Row {
  readonly titles: readonly string[];
  readonly cells: readonly Cell[];
}

/** What each person suffers under the baseline. */
export function asItIs({ baseline }: Hurting): HarmCounts[] {
  return baseline.map(harmCounts);
}

/** The variants that change some harm of somebody, in their order. */
export function rowsOf(experiment: Hurting): Row[] {
  const { personas, rulebook } = experiment;
  const cellsOf = (changes: readonly PersonaChange[]): Cell[] =>
    personas.map(({ id }) => {
      const change = changes.find(({ persona }) => persona === id);
      return change === undefined || !touchesHarm(change)
        ? null
        : { gone: harmTotal([change.vanished]), fresh: harmTotal([change.appeared]) };
    });
  if (experiment.kind === "comparison")
    return [{ titles: [experiment.variant.title], cells: cellsOf(experiment.lives.filter((life) => life !== null)) }];
  const rows = new Map<string, Row>();
  for (const { rule, changes } of experiment.without) {
    const cells = cellsOf(changes);
    if (cells.every((cell) => cell === null)) continue;
    // Rules that change the same for everybody share a row; which harms it are is in the experiment itself.
    const key = JSON.stringify(
      changes.filter(touchesHarm).map(({ persona, vanished, appeared }) => [persona, vanished, appeared]),
    );
    const same = rows.get(key);
    rows.set(key, { titles: [...(same?.titles ?? []), ruleNamed(rulebook, rule).title], cells });
  }
  return [...rows.values()];
}
